// What is to be said of a name before it can be kept.
import type { FacilitatorWords } from "../../shared/words/facilitator/index.ts";

const NAME_MAX = 120;

/** A sentence if the name cannot be kept beside the others. */
export function nameFault(
  name: string,
  others: readonly { readonly label: string }[],
  said: FacilitatorWords["answers"],
): string | undefined {
  const text = name.trim();
  if (text === "") return said.nameMissing;
  if ([...text].length > NAME_MAX) return said.nameLong;
  const isTaken = others.some((other) => other.label.toLowerCase() === text.toLowerCase());
  return isTaken ? said.nameTaken : undefined;
}
