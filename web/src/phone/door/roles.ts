// Which part a person has here: one tap, or none that is said.
import { roles as words } from "#words";
import type { ListedRole } from "../../shared/wire.ts";
import { element } from "../elements.ts";

/** Draws the choice into `host`; `choose` is called with the role, or null to rather not say. */
export function askForRole(
  host: HTMLElement,
  list: readonly ListedRole[],
  choose: (role: number | null) => void,
): void {
  const heading = element("h1", "", words.heading);
  heading.tabIndex = -1;
  const button = (className: string, label: string, role: number | null) => {
    const made = element("button", className, label);
    made.type = "button";
    made.addEventListener("click", () => choose(role));
    return made;
  };
  const all = element("div", "roles");
  all.append(...list.map(({ id, name }) => button("role", name, id)));
  host.replaceChildren(heading, element("p", "lead", words.lead), all, button("link", words.unsaid, null));
}
