// Keeps the keyboard's place while the session's state moves what is on the page.
import { tick } from "svelte";

/**
 * Remembers what has the focus, and after the page is drawn anew gives the focus back: to the same element when it
 * was only moved, else to its neighbour in the list, else to the nearest part of the page that is still there.
 */
export async function keepFocus(): Promise<void> {
  const held = document.activeElement;
  if (!(held instanceof HTMLElement) || held === document.body) return;
  const around = ancestors(held);
  const row = held.closest("li");
  const neighbours = [row?.nextElementSibling, row?.previousElementSibling];
  await tick();
  if (document.activeElement !== document.body && document.activeElement !== null) return;
  if (held.isConnected) return held.focus({ preventScroll: true });
  const neighbour = neighbours.find((element) => element?.isConnected);
  const control = neighbour?.querySelector<HTMLElement>("input, [aria-expanded]");
  if (control) return control.focus({ preventScroll: true });
  const home = around.find((element) => element.isConnected && element.dataset["home"] !== undefined);
  home?.focus({ preventScroll: true });
}

/** To where the programme is written: the field of a new item that stands ready, else the programme. */
export function toProgramme(): void {
  const pane = document.querySelector("#pane-programme");
  const field = pane?.querySelector<HTMLElement>(".composer [name=prompt], .composer [name=what]");
  const place = field?.checkVisibility() ? field : pane?.querySelector<HTMLElement>("[data-home]");
  place?.focus({ preventScroll: true });
}

/** Whether a key press belongs to a field that is being typed in. */
export function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches("textarea, select, [contenteditable]")) return true;
  return target.matches("input:not([type=checkbox], [type=radio], [type=button])");
}

function ancestors(element: HTMLElement): HTMLElement[] {
  const list: HTMLElement[] = [];
  for (let at = element.parentElement; at; at = at.parentElement) list.push(at);
  return list;
}
