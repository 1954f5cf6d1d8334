// How long a change of place takes, in milliseconds; nothing where the person asks for less motion.

/** For Svelte's transitions, which take a function; the styles have `--calm` for the same. */
export function calmMs(): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 260;
}
