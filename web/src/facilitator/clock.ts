// Times as people write and read them.

/** A time of day as typed (`9`, `9.00`, `0900`, `12:15`) in the form `09:00`; nothing when it is not one. */
export function timeOfDay(typed: string): string | undefined {
  const text = typed.trim();
  const found = /^(\d{1,2})[:. ](\d{2})$/.exec(text) ?? /^(\d{1,2})(\d{2})?$/.exec(text);
  if (!found) return undefined;
  const hours = Number(found[1]);
  const minutes = Number(found[2] ?? "0");
  return hours < 24 && minutes < 60 ? written(hours * 60 + minutes) : undefined;
}

/** The time so many minutes later; nothing when that is another day. */
export function laterBy(time: string, minutes: number): string | undefined {
  const sum = minutesOf(time) + minutes;
  return sum < 24 * 60 ? written(sum) : undefined;
}

/** Minutes since midnight of a time in the form `09:00`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The clock here at a moment in milliseconds since 1970. */
export function clockAt(ms: number): string {
  const date = new Date(ms);
  return written(date.getHours() * 60 + date.getMinutes());
}

/** Today here, as `2026-11-21`. */
export function today(now = new Date()): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function written(minutes: number): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
