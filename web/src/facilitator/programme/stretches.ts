// The stretches of a clock as a person types them: one on each line, minutes first and then what is done.
import type { Stretch } from "../../shared/wire.ts";

const STRETCHES_MAX = 12;
const LABEL_MAX = 120;
const SECONDS_MIN = 5;
const SECONDS_MAX = 14_400;

const LINE =
  /^(\d{1,4})(?::(\d{2}))?\s*(min|minutt|minutter|minutes|s|sek|sec|sekunder|seconds)?\.?(?:\s+(.*))?$/i;

/** The stretches of a text; nothing where a line is none. An empty text has none. */
export function readStretches(text: string): Stretch[] | undefined {
  const lines = text.split("\n").flatMap((line) => line.trim() || []);
  const read = lines.map(readStretch);
  const isWhole = read.every((stretch) => stretch !== undefined) && read.length <= STRETCHES_MAX;
  return isWhole ? read : undefined;
}

function readStretch(line: string): Stretch | undefined {
  const [, first, after, unit, label = ""] = LINE.exec(line) ?? [];
  if (first === undefined || Number(after ?? 0) > 59) return undefined;
  const isSeconds = after === undefined && unit?.toLowerCase().startsWith("s");
  const seconds = isSeconds ? Number(first) : Number(first) * 60 + Number(after ?? 0);
  const fits = seconds >= SECONDS_MIN && seconds <= SECONDS_MAX && [...label].length <= LABEL_MAX;
  return fits ? { label, seconds } : undefined;
}

/** Stretches as they are typed; what is written so reads as the same. */
export function writeStretches(stretches: readonly Stretch[]): string {
  return stretches.map(({ label, seconds }) => `${writeTime(seconds)} ${label}`.trim()).join("\n");
}

/** A stretch's length as it is typed: `2`, `1:30`. */
export function writeTime(seconds: number): string {
  const rest = seconds % 60;
  return rest === 0 ? String(seconds / 60) : `${Math.floor(seconds / 60)}:${String(rest).padStart(2, "0")}`;
}
