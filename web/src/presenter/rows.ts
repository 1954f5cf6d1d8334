// How a ranking is set: as large as lets all its options stand on one page.
import { heightsOf } from "./measure.ts";
import type { Ask, FirstRoundView, RankedOption } from "../shared/wire.ts";

/** One option as a row of the ranking. */
export interface Row {
  readonly option: number;
  readonly label: string;
  /** Its place from 1; equal points share a place. None before there is a result. */
  readonly place: number | undefined;
  readonly mean: number;
  readonly points: number;
  /** Its place in the first round, where this is the second. */
  readonly before: number | undefined;
  /** Its points as a share of the most that one option could have. */
  readonly share: number;
}

/** The rows, best first; without a result the options as they were written. */
export function rowsOf(
  ask: Extract<Ask, { type: "ranking" }>,
  ranking: readonly RankedOption[],
  ballots: number,
  first?: FirstRoundView,
): Row[] {
  if (ballots === 0 || ranking.length === 0) {
    return ask.options.map((label, option) => ({
      option,
      label,
      place: undefined,
      mean: 0,
      points: 0,
      before: undefined,
      share: 0,
    }));
  }
  const earlier = first?.tally.type === "ranking" ? rowsOf(ask, first.tally.options, first.ballots) : [];
  const most = ballots * (ask.options.length - 1);
  return ranking.map((result) => ({
    option: result.option,
    label: ask.options[result.option] ?? "",
    place: 1 + ranking.filter((other) => other.points > result.points).length,
    mean: result.mean_position,
    points: result.points,
    before: earlier.find((row) => row.option === result.option)?.place,
    share: most === 0 ? 0 : result.points / most,
  }));
}

/** What a row has beside its label, in ems of its type; the style has the same. */
const PLACE_EM = 1.7;
const FIGURES_EM = 11.4;
const AROUND_EM = 0.62;
/** The same without a bar. */
const AROUND_BARE_EM = 0.22;

const SCALES = [1.6, 1.4, 1.2, 1.1, 1] as const;

/** How wide a picture with its distance is, of its height. */
const PICTURE_WIDE = 1.6;

/**
 * The largest type in which all rows fit, each with a picture so high or without one, and with a bar unless it is bare;
 * none when they need pages.
 */
export function scaleOf(
  labels: readonly string[],
  width_px: number,
  height_px: number,
  rem_px: number,
  picture_em = 0,
  isBare = false,
): number | undefined {
  return SCALES.find((scale) => {
    const size_px = scale * rem_px;
    const beside_em = isBare ? 0 : PLACE_EM + FIGURES_EM;
    const inner_px = width_px - (beside_em + picture_em * PICTURE_WIDE) * size_px;
    const heights = heightsOf(labels, { kind: "theme-heading", width_px: inner_px, size_px });
    const least = picture_em * size_px;
    const around_px = (isBare ? AROUND_BARE_EM : AROUND_EM) * size_px;
    const high = heights.map((height) => Math.max(height, least) + around_px);
    return high.reduce((sum, height) => sum + height, 0) <= height_px;
  });
}
