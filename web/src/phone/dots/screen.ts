// Placing dots on a picture, and where the room placed them. A file of its own that shares nothing with the phone's page.
// Text from people enters it as text.
import { addStyle } from "../elements.ts";
import type { Draw, Told } from "../form.ts";
import type { Ask, SharedResults } from "../../shared/wire.ts";
import { drawForm } from "./form.ts";
import { drawResults } from "./results.ts";
import type { PicturedDots } from "./picture.ts";
import style from "./screen.css?inline";

/** Draws the form into `host`; the function it gives back draws what is filled in, and whether it changes an answer. */
export function openForm(host: HTMLElement, ask: Ask, told: Told): Draw {
  addStyle(style);
  return drawForm(host, ask as PicturedDots, told);
}

/** Draws results into `host`; the function it gives back draws them anew when they have changed. */
export function openResults(host: HTMLElement, ask: Ask): (shared: SharedResults) => void {
  addStyle(style);
  return drawResults(host, ask as PicturedDots);
}
