// Whether a person has been shown around, or would rather not; kept for all sessions of this browser.
import { keep, kept } from "../../shared/storage.ts";

const NAME = "plenum-tour";

/** Whether the tour was taken or declined before. */
export function isTold(): boolean {
  return kept<string>(NAME) !== undefined;
}

/** Remembers that it need not be offered again. */
export function told(how: "taken" | "declined"): void {
  keep(NAME, how);
}
