// The phone's words in the language that the preview's address names; the phone's page has those of one language only.
import type * as nb from "../languages/nb.ts";
import { byTag, languages } from "../shared/languages.ts";

const wanted = new URLSearchParams(location.search).get("lang");
const { tag } = languages.find(({ tag }) => tag === wanted) ?? languages[0]!;

export const common = byTag(
  import.meta.glob<typeof nb.common>("../languages/*.ts", { eager: true, import: "common" }),
)[tag];
export const phone = byTag(
  import.meta.glob<typeof nb.phone>("../languages/*.ts", { eager: true, import: "phone" }),
)[tag];
export const refusals = byTag(
  import.meta.glob<typeof nb.refusals>("../languages/*.ts", { eager: true, import: "refusals" }),
)[tag];
export const asks = byTag(
  import.meta.glob<typeof nb.asks>("../languages/*.ts", { eager: true, import: "asks" }),
)[tag];
export const timer = byTag(
  import.meta.glob<typeof nb.timer>("../languages/*.ts", { eager: true, import: "timer" }),
)[tag];
export const signals = byTag(
  import.meta.glob<typeof nb.signals>("../languages/*.ts", { eager: true, import: "signals" }),
)[tag];
export const asked = byTag(
  import.meta.glob<typeof nb.asked>("../languages/*.ts", { eager: true, import: "asked" }),
)[tag];
export const ranking = byTag(
  import.meta.glob<typeof nb.ranking>("../languages/*.ts", { eager: true, import: "ranking" }),
)[tag];
export const grid = byTag(
  import.meta.glob<typeof nb.grid>("../languages/*.ts", { eager: true, import: "grid" }),
)[tag];
export const quiz = byTag(
  import.meta.glob<typeof nb.quiz>("../languages/*.ts", { eager: true, import: "quiz" }),
)[tag];
export const dots = byTag(
  import.meta.glob<typeof nb.dots>("../languages/*.ts", { eager: true, import: "dots" }),
)[tag];
export const results = byTag(
  import.meta.glob<typeof nb.results>("../languages/*.ts", { eager: true, import: "results" }),
)[tag];
export const sorting = byTag(
  import.meta.glob<typeof nb.sorting>("../languages/*.ts", { eager: true, import: "sorting" }),
)[tag];
export const statements = byTag(
  import.meta.glob<typeof nb.statements>("../languages/*.ts", { eager: true, import: "statements" }),
)[tag];
export const survey = byTag(
  import.meta.glob<typeof nb.survey>("../languages/*.ts", { eager: true, import: "survey" }),
)[tag];
export const roles = byTag(
  import.meta.glob<typeof nb.roles>("../languages/*.ts", { eager: true, import: "roles" }),
)[tag];
export const password = byTag(
  import.meta.glob<typeof nb.password>("../languages/*.ts", { eager: true, import: "password" }),
)[tag];
export const out = byTag(
  import.meta.glob<typeof nb.out>("../languages/*.ts", { eager: true, import: "out" }),
)[tag];
