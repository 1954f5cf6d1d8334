// Headings of the second level and what stands under them, as a hand changes them.
import type { Family, ThemeId } from "../../shared/wire.ts";

/** The heading that a theme stands under, if any. */
export function headingOf(families: readonly Family[], theme: ThemeId): string | undefined {
  return families.find((family) => family.themes.includes(theme))?.label;
}

/** The theme under a heading, which is made if it is not there; or alone. A heading that has nothing left goes. */
export function placedUnder(
  families: readonly Family[],
  theme: ThemeId,
  label: string | undefined,
): Family[] {
  const others = families.map((family) => ({
    label: family.label,
    themes: family.themes.filter((id) => id !== theme),
  }));
  if (label === undefined) return others.filter((family) => family.themes.length > 0);
  const known = others.find((family) => family.label === label);
  if (known) known.themes.push(theme);
  else others.push({ label, themes: [theme] });
  return others.filter((family) => family.themes.length > 0);
}

/** The same themes under another heading. */
export function renamed(families: readonly Family[], from: string, to: string): Family[] {
  return families.map((family) => (family.label === from ? { ...family, label: to } : family));
}

/** Families in the order they were drawn before, new ones last. */
export function inOrderOf(families: readonly Family[], drawn: readonly string[]): Family[] {
  const place = ({ label }: Family): number => {
    const at = drawn.indexOf(label);
    return at === -1 ? drawn.length : at;
  };
  return families.toSorted((a, b) => place(a) - place(b));
}
