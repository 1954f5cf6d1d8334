import { expect, test } from "vitest";
import { Often } from "./often.ts";

test("no more than four are sent in any second", () => {
  const often = new Often();
  const sent: number[] = [];
  for (let at = 0; at < 5_000; at += 40) if (often.may(at)) sent.push(at);
  for (const from of sent)
    expect(sent.filter((at) => at >= from && at < from + 1_000).length).toBeLessThan(5);
  expect(sent.length).toBe(20);
});
