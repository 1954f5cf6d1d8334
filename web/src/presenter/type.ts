// How large a text is set: long ones smaller, in steps, so that nothing is cut.

/** Step 1 is the largest type of a place, 4 the smallest; the styles decide what they are. */
export type Step = 1 | 2 | 3 | 4;

/** The step of a text, given the most characters that steps 1, 2 and 3 take. */
export function stepOf(text: string, most: readonly [number, number, number]): Step {
  if (text.length <= most[0]) return 1;
  if (text.length <= most[1]) return 2;
  return text.length <= most[2] ? 3 : 4;
}

/** Digits as people read them: `3885 1953`. */
export function grouped(code: string): string {
  return code.length > 4 ? `${code.slice(0, 4)} ${code.slice(4)}` : code;
}
