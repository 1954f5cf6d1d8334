// Placing items on a plane, and where the room placed them. A file of its own that shares nothing with the phone's
// page. Text from people enters it as text.
import { addStyle } from "../elements.ts";
import type { Filled, Told } from "../form.ts";
import type { GridAsk } from "../../shared/plane.ts";
import type { Ask, SharedResults } from "../../shared/wire.ts";
import { drawForm } from "./form.ts";
import { drawResults } from "./results.ts";
import themes from "../../shared/themes.css?inline";
import style from "./screen.css?inline";

/** Draws the form into `host`; the function it gives back draws what is filled in, and whether it changes an answer. */
export function openForm(
  host: HTMLElement,
  ask: Ask,
  told: Told,
): (filled: Filled, isChange: boolean) => void {
  addStyle(themes);
  addStyle(style);
  return drawForm(host, ask as GridAsk, told);
}

/** Draws results into `host`; the function it gives back draws them anew when they have changed. */
export function openResults(host: HTMLElement, ask: Ask): (shared: SharedResults) => void {
  addStyle(themes);
  addStyle(style);
  return drawResults(host, ask as GridAsk);
}
