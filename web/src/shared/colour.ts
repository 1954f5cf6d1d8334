// The colour of a theme: the same on every screen, because it follows from the theme's id.

const THEME_COLOURS = 10;

/** A CSS value for a theme's colour; without an id, that of the residue ("Andre tema"). */
export function themeColour(theme: number | undefined): string {
  return theme === undefined ? "var(--theme-other)" : `var(--theme-${((theme - 1) % THEME_COLOURS) + 1})`;
}
