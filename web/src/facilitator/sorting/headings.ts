// Headings as a person writes them, and the keys that place an answer under each.
import type { FacilitatorWords } from "../../shared/words/facilitator/index.ts";

/** The likeliest headings stand first, on these keys. */
export const TOP_KEYS = ["1", "2", "3"] as const;
/** The other headings follow on these, in their own order. */
const REST_KEYS = [..."456789abcdefghijklmnopqrstuvwxyz"];
/** The key of "none of these". */
export const NONE_KEY = "0";
/** Every heading has a key. */
export const HEADINGS_MAX = TOP_KEYS.length + REST_KEYS.length;
/** As long as the name of a theme. */
const CHARS_MAX = 120;

/** What is compared when two headings may be the same. */
export function folded(label: string): string {
  return label.trim().toLowerCase();
}

/** The headings of a text, one a line, each once; marks of pasted lists are left out. */
export function headingsOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^\s*(?:[-–•*]|\d{1,2}[.)])\s+/, "").trim());
  const known = new Set<string>();
  return lines.filter((line) => {
    if (line === "" || known.has(folded(line))) return false;
    known.add(folded(line));
    return true;
  });
}

/** A sentence if there cannot be sorted under these headings. */
export function headingsFault(
  headings: readonly string[],
  said: FacilitatorWords["hand"],
): string | undefined {
  if (headings.length === 0) return said.headingsNone;
  if (headings.length > HEADINGS_MAX) return said.headingsMany(HEADINGS_MAX);
  const long = headings.find((heading) => [...heading].length > CHARS_MAX);
  return long === undefined ? undefined : said.headingLong(`${long.slice(0, 30)} …`);
}

/** All with their keys: the likeliest three first, the others in the order they have anyway. */
export function withKeys<Heading>(
  all: readonly Heading[],
  likeliest: readonly Heading[],
): { readonly top: Keyed<Heading>[]; readonly rest: Keyed<Heading>[] } {
  const first = [...new Set([...likeliest, ...all])].slice(0, TOP_KEYS.length);
  const others = all.filter((heading) => !first.includes(heading));
  return {
    top: first.map((heading, index) => ({ heading, key: TOP_KEYS[index]! })),
    rest: others.map((heading, index) => ({ heading, key: REST_KEYS[index] ?? "" })),
  };
}

/** A heading and the key that places an answer under it. */
export interface Keyed<Heading> {
  readonly heading: Heading;
  readonly key: string;
}
