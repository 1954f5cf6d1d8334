// The size of the projector's smallest text, which everything is counted in, and whether its fonts have come.
import { forgetHeights } from "./measure.ts";

function rem_px(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** What layouts depend on besides their own box; reading it in a `$derived` is enough to follow it. */
export const room = $state({ rem_px: 36, fonts: 0 });

/** Follows the window and the fonts until the function it gives back is called. */
export function followRoom(): () => void {
  const resized = () => {
    room.rem_px = rem_px();
  };
  const loaded = () => {
    forgetHeights();
    room.fonts += 1;
  };
  resized();
  addEventListener("resize", resized);
  document.fonts.addEventListener("loadingdone", loaded);
  return () => {
    removeEventListener("resize", resized);
    document.fonts.removeEventListener("loadingdone", loaded);
  };
}
