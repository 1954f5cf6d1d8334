// Roles between lines of text and what the session knows: a name that goes on keeps its people.
import type { ListedRole, WantedRole } from "../../shared/wire.ts";

/** The roles that lines name. A line of a known name is that role; one in the place of a name that is gone is its new name. */
export function rolesOf(text: string, before: readonly ListedRole[]): WantedRole[] {
  const names = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const folded = (name: string) => name.toLowerCase();
  const kept = before.filter((role) => names.some((name) => folded(name) === folded(role.name)));
  return names.map((name, index) => {
    const known = kept.find((role) => folded(role.name) === folded(name));
    const there = names.length === before.length ? before[index] : undefined;
    const renamed = there && !kept.includes(there) ? there : undefined;
    return { id: (known ?? renamed)?.id ?? null, name };
  });
}
