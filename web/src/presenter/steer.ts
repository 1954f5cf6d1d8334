// What each key does. Clickers send Page Up and Page Down, some of them arrows.

/** What a key press asks for. */
export type Wish =
  | "next"
  | "back"
  | "open"
  | "reveal"
  | "view"
  | "join"
  | "next_page"
  | "previous_page"
  | "pause"
  | "clock"
  | "asked"
  | "dark"
  | "fullscreen"
  | "larger_text"
  | "smaller_text"
  | "usual_text"
  | "help"
  | "leave"
  | { readonly theme: number };

/** What we read of a key press. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
}

/** The wish of a key press; none when the key means nothing here or belongs to the browser. */
export function wishOf(press: KeyPress): Wish | undefined {
  // The browser's own zoom does nothing here, since sizes follow the window: its keys size the text instead.
  if ((press.ctrlKey || press.metaKey) && !press.altKey) return SIZES[press.key];
  // A key held down must not run through the whole programme.
  if (press.ctrlKey || press.altKey || press.metaKey || press.repeat) return undefined;
  if (/^[1-9]$/.test(press.key)) return { theme: Number(press.key) };
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return press.shiftKey ? (SHIFTED[key] ?? LETTERS[key]) : (PLAIN[key] ?? LETTERS[key]);
}

const PLAIN: Readonly<Record<string, Wish>> = {
  ArrowRight: "next",
  ArrowDown: "next",
  PageDown: "next",
  " ": "next",
  ArrowLeft: "back",
  ArrowUp: "back",
  PageUp: "back",
};

const SHIFTED: Readonly<Record<string, Wish>> = {
  ArrowRight: "next_page",
  ArrowDown: "next_page",
  ArrowLeft: "previous_page",
  ArrowUp: "previous_page",
  " ": "back",
};

const SIZES: Readonly<Record<string, Wish>> = {
  "+": "larger_text",
  "=": "larger_text",
  "-": "smaller_text",
  "0": "usual_text",
};

const LETTERS: Readonly<Record<string, Wish>> = {
  o: "open",
  r: "reveal",
  t: "view",
  j: "join",
  p: "pause",
  c: "clock",
  q: "asked",
  d: "dark",
  f: "fullscreen",
  "?": "help",
  h: "help",
  Escape: "leave",
  ...SIZES,
};
