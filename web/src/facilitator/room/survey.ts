// When a survey opens and closes, between what is typed and what is meant.

/** A moment as a field for day and time holds it, `2026-11-21T09:00`, here; empty for none. */
export function toField(ms: number | null): string {
  if (ms === null) return "";
  const date = new Date(ms);
  const two = (n: number): string => String(n).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment in such a field, in milliseconds since 1970; null when it holds none. */
export function fromField(typed: string): number | null {
  const ms = typed === "" ? Number.NaN : new Date(typed).getTime();
  return Number.isNaN(ms) ? null : ms;
}

/** What is wrong with one of the times, by the name of its sentence. */
export type TimeFault = "noTime" | "past" | "reversed";

/** What is wrong with the times of a survey; both are null where it is opened or closed by hand. */
export function faultsOf(
  opens: string | undefined,
  closes: string | undefined,
  now_ms: number,
): { opens?: TimeFault; closes?: TimeFault } {
  const faults: { opens?: TimeFault; closes?: TimeFault } = {};
  const opens_ms = opens === undefined ? now_ms : fromField(opens);
  const closes_ms = closes === undefined ? Infinity : fromField(closes);
  if (opens_ms === null) faults.opens = "noTime";
  else if (opens_ms < now_ms) faults.opens = "past";
  if (closes_ms === null) faults.closes = "noTime";
  else if (closes_ms <= now_ms) faults.closes = "past";
  else if (opens_ms !== null && closes_ms <= opens_ms) faults.closes = "reversed";
  return faults;
}
