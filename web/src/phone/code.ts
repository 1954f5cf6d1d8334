// The join code as it is typed and shown: eight digits in two groups.

/** How many digits a code has. */
export const CODE_DIGITS = 8;

/** The digits of what was typed or pasted, at most as many as a code has. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, "").slice(0, CODE_DIGITS);
}

/** Digits as people read them: `3885 1953`. */
export function grouped(digits: string): string {
  return digits.length > 4 ? `${digits.slice(0, 4)} ${digits.slice(4)}` : digits;
}

/** What the field shows after a change, and where its caret belongs: after as many digits as before. */
export function regrouped(text: string, caret: number): { text: string; caret: number } {
  const before = digitsOf(text.slice(0, caret)).length;
  return { text: grouped(digitsOf(text)), caret: before > 4 ? before + 1 : before };
}

/** What the page's address says of the session. */
export interface Address {
  code: string;
  /** The further secret of the QR link. */
  secret: string | undefined;
}

/** The code and the join secret of an address such as `/38851953#secret`. */
export function addressed(
  path: string,
  hash: string,
): { code: string; secret: string | undefined } | undefined {
  const code = /^\/(\d{4})[ -]?(\d{4})\/?$/.exec(decodeURIComponent(path));
  if (!code) return undefined;
  const secret = hash.slice(1);
  return { code: `${code[1]}${code[2]}`, secret: secret === "" ? undefined : secret };
}
