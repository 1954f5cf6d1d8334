// Where long Norwegian words may be divided. Not every browser brings a list of Norwegian hyphens of its own, and one
// that does not would divide "samhandlingsreformens" at any letter and without a hyphen.

/** Shorter words stay whole: they find room in any column. */
const LETTERS_MIN = 14;
/** Letters that stay together at either end of a word. */
const END_MIN = 3;
const SOFT_HYPHEN = "\u00ad";

const LONG = new RegExp(`\\p{L}{${LETTERS_MIN},}`, "gu");
const VOWEL = /[aeiouyæøåäöéèêóòôü]/i;
/** Letters that write one sound are not parted. */
const ONE_SOUND = /^(skj|sj|kj|sk|gj|hj|hv)/i;

/**
 * The text with soft hyphens in its long words, at which a line can be broken: between two vowels one consonant goes
 * to the next line (Språkrådet, "Orddeling", the rule of one consonant). It looks the same where it is not broken.
 */
export function hyphenated(text: string): string {
  return text.replace(LONG, parted);
}

function parted(word: string): string {
  const letters = [...word];
  let parts = "";
  for (const [index, letter] of letters.entries()) {
    if (index >= END_MIN && index <= letters.length - END_MIN && begins(letters, index)) parts += SOFT_HYPHEN;
    parts += letter;
  }
  return parts;
}

/** Whether a syllable begins at this letter. */
function begins(letters: readonly string[], index: number): boolean {
  const isVowel = (at: number): boolean => VOWEL.test(letters[at] ?? "");
  if (isVowel(index)) return false;
  const sound = ONE_SOUND.exec(letters.slice(index, index + 3).join(""))?.[0].length ?? 1;
  if (!isVowel(index + sound)) return false;
  // The sound may have begun a letter earlier ("sk" before "j").
  const earlier = ONE_SOUND.exec(letters.slice(index - 1, index + 2).join(""))?.[0].length ?? 1;
  if (earlier > 1) return false;
  return letters.slice(0, index).some((letter) => VOWEL.test(letter));
}
