import { expect, test } from "vitest";
import { laterBy, timeOfDay, today } from "./clock.ts";

test("a time is read however people write it", () => {
  for (const typed of ["9", "09", "900", "0900", "9:00", "9.00", " 09:00 "])
    expect(timeOfDay(typed)).toBe("09:00");
  expect(timeOfDay("1215")).toBe("12:15");
});

test("what is not a time is not read as one", () => {
  for (const typed of ["", "kl ni", "24:00", "12:60", "9:5", "12345"])
    expect(timeOfDay(typed)).toBeUndefined();
});

test("a later time stays within the day", () => {
  expect(laterBy("09:45", 30)).toBe("10:15");
  expect(laterBy("23:45", 30)).toBeUndefined();
});

test("today is the day where the facilitator is", () => {
  expect(today(new Date(2026, 10, 1, 0, 30))).toBe("2026-11-01");
});
