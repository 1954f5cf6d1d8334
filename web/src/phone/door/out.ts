// Nobody more is let in for now; the page comes back by itself.
import { out as words } from "#words";
import { element } from "../elements.ts";

/** Says why, and that it tries again. */
export function sayOut(host: HTMLElement, isClosed: boolean): void {
  const heading = element("h1", "", isClosed ? words.closed : words.full);
  heading.tabIndex = -1;
  const lead = element("p", "lead", isClosed ? words.closedLead : words.fullLead);
  host.replaceChildren(heading, lead, element("p", "lead", words.wait));
}
