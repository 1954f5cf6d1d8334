// The colour of a theme: ten hues by its id, so that a theme looks the same on every screen.

/** How many colours there are; the style's tokens are `--theme-1` to this. */
const COLOURS = 10;

/** A theme's colour as a CSS value; without an id that of the residue ("Andre tema"). */
export function themeColour(id: number | undefined): string {
  return id === undefined ? "var(--theme-other)" : `var(--theme-${((id - 1) % COLOURS) + 1})`;
}
