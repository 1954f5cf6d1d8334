// The size of the projector's smallest text, which everything is counted in, and whether its fonts have come.
import { keep, kept } from "../shared/storage.ts";
import { forgetHeights } from "./measure.ts";

/** How large the smallest text can be, of what it is when nobody has chosen. */
export const TEXT_SIZES = [1, 1.25, 1.5, 2] as const;
/** Where the size that was chosen is kept, for the machine. */
const KEPT_AS = "plenum.present.text";
/** Lower than this, counted in the smallest text, the page gives its frame less and its content more. */
const ROOMY_REM = 22;

/** What layouts depend on besides their own box; reading it in a `$derived` is enough to follow it. */
export const room = $state({ rem_px: 36, fonts: 0, text: 1, isLow: false });

/** Sets the size of the text, and keeps it. */
export function setText(text: number): void {
  keep(KEPT_AS, text === 1 ? undefined : text);
  wear(text);
}

/** The next size up or down; the same at the ends. */
export function textBeside(text: number, by: 1 | -1): number {
  const at = TEXT_SIZES.indexOf(text as (typeof TEXT_SIZES)[number]);
  return TEXT_SIZES[Math.min(TEXT_SIZES.length - 1, Math.max(0, at + by))]!;
}

function wear(text: number): void {
  room.text = text;
  document.documentElement.style.setProperty("--text", text.toString());
  measure();
}

function measure(): void {
  room.rem_px = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  room.isLow = innerHeight / room.rem_px < ROOMY_REM;
}

/** Follows the window, the fonts and what other windows choose until the function it gives back is called. */
export function followRoom(): () => void {
  const loaded = () => {
    forgetHeights();
    room.fonts += 1;
  };
  const recall = () => {
    const text = kept<number>(KEPT_AS);
    wear(TEXT_SIZES.find((size) => size === text) ?? 1);
  };
  const chosen = ({ key }: StorageEvent) => {
    if (key === KEPT_AS) recall();
  };
  recall();
  addEventListener("resize", measure);
  addEventListener("storage", chosen);
  document.fonts.addEventListener("loadingdone", loaded);
  return () => {
    removeEventListener("resize", measure);
    removeEventListener("storage", chosen);
    document.fonts.removeEventListener("loadingdone", loaded);
  };
}
