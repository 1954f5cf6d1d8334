// What the hand feels. Browsers let a page shake the phone only once somebody has touched it, and complain before.

/** A tap that was taken, or an answer that was received. */
const BUZZ_MS = 15;

/** Shakes the phone, if it can and may: for so many milliseconds, or by turns on and off. */
export function buzz(pattern: number | number[] = BUZZ_MS): void {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(pattern);
}
