// The keys that lead to a kind where kinds are chosen between.
import { KINDS, type Kind } from "./draft.ts";

/**
 * The kind that a key means: the next one whose name begins with its letter, or the first or last of all. Nothing for
 * other keys, and for letters that no name begins with.
 */
export function kindBy(key: string, from: Kind, nameOf: (kind: Kind) => string): Kind | undefined {
  if (key === "Home") return KINDS[0];
  if (key === "End") return KINDS.at(-1);
  if ([...key].length !== 1 || key.trim() === "") return undefined;
  const at = KINDS.indexOf(from) + 1;
  const turned = [...KINDS.slice(at), ...KINDS.slice(0, at)];
  return turned.find((kind) => nameOf(kind).toLowerCase().startsWith(key.toLowerCase()));
}
