// A number as people type it.
import type { Ask } from "../../shared/wire.ts";

type Asked = Extract<Ask, { type: "number" }>;

/** What is wrong with a number that was typed. */
export type NumberProblem = "empty" | "none" | "decimals" | "range";

/** The number that was typed, with a comma or a point and spaces as people write them, or what is wrong with it. */
export function readNumber(typed: string, { least, most, decimals }: Asked): number | NumberProblem {
  const plain = typed
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace("−", "-")
    .replace(",", ".");
  if (plain === "") return "empty";
  const parts = /^[+-]?\d{1,10}(?:\.(\d+))?$/.exec(plain);
  if (!parts) return "none";
  const value = Number(plain);
  if ((parts[1]?.replace(/0+$/, "").length ?? 0) > decimals) return "decimals";
  const fits = (least === null || value >= least) && (most === null || value <= most);
  return fits && Math.abs(value) <= 1e9 ? value : "range";
}
