// Why an answer did not stand, in words. A file of its own, fetched when one first does not.
import { refusals } from "#words";

/** The sentence for a refusal's code; none for one that a phone never causes. */
export const refusalOf = (code: string): string | undefined =>
  (refusals as Partial<Record<string, string>>)[code];
