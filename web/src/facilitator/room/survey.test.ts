import { expect, test } from "vitest";
import { faultsOf, fromField, toField } from "./survey.ts";

const NOW = new Date("2026-11-27T12:00").getTime();

test("a moment is the same after it has been in a field", () => {
  const ms = new Date("2026-12-04T09:05").getTime();
  expect(toField(ms)).toBe("2026-12-04T09:05");
  expect(fromField(toField(ms))).toBe(ms);
  expect([toField(null), fromField(""), fromField("i morgen")]).toEqual(["", null, null]);
});

test("a survey opens later than now and closes after that", () => {
  expect(faultsOf(undefined, undefined, NOW)).toEqual({});
  expect(faultsOf("2026-11-27T12:30", "2026-12-04T09:00", NOW)).toEqual({});
  expect(faultsOf("2026-11-27T11:59", undefined, NOW)).toEqual({ opens: "past" });
  expect(faultsOf("", "", NOW)).toEqual({ opens: "noTime", closes: "noTime" });
  expect(faultsOf(undefined, "2026-11-27T12:00", NOW)).toEqual({ closes: "past" });
  expect(faultsOf("2026-11-28T12:00", "2026-11-28T12:00", NOW)).toEqual({ closes: "reversed" });
});
