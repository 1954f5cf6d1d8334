import { expect, test } from "vitest";
import * as en from "../languages/en.ts";
import * as nb from "../languages/nb.ts";
import { dayInWords, inWords } from "./moment.ts";

const moment = new Date("2026-12-04T09:05");

test("a moment is said with its day and its time, in the language's own way", () => {
  expect(inWords(moment, nb.common.locales)).toMatch(/^fredag 4\. desember.*09[:.]05$/);
  expect(inWords(moment, en.common.locales)).toMatch(/^Friday,? 4 December.*09:05$/);
});

test("a day is said without a time", () => {
  expect(inWords(moment, nb.common.locales, "day")).toBe("fredag 4. desember");
});

test("a language that the browser does not know is said in Bokmål", () => {
  expect(inWords(moment, ["xx", "nb"], "day")).toBe("fredag 4. desember");
});

test("a date is said with its year", () => {
  expect(dayInWords("2026-11-21", nb.common.locales)).toBe("21. november 2026");
  expect(dayInWords("2026-11-21", en.common.locales)).toBe("21 November 2026");
});
