// Whether keys of one letter do something; some people's tools type letters by themselves (WCAG 2.1.4).
import { keep, kept } from "../shared/storage.ts";

const NAME = "plenum-letter-keys";
let areOn = $state(kept<boolean>(NAME) ?? true);

/** Whether they do. */
export function lettersAreOn(): boolean {
  return areOn;
}

/** Keeps the choice in this browser. */
export function setLetters(on: boolean): void {
  areOn = on;
  keep(NAME, on);
}
