// What screen readers are told of: one line for the whole page.

class Said {
  /** The latest sentence; the page's live region draws it. */
  sentence = $state.raw("");
}

export const said = new Said();

export function say(sentence: string): void {
  // The same words again must differ to be said again.
  said.sentence = said.sentence === sentence ? `${sentence}\u00a0` : sentence;
}
