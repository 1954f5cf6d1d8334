import { expect, test } from "vitest";
import { sizeOf } from "./size.ts";

test("a size has the unit that makes it short, in the language's own digits", () => {
  expect(sizeOf(0, "nb")).toBe("1\u00a0kB");
  expect(sizeOf(34_400, "nn")).toBe("34\u00a0kB");
  expect(sizeOf(999_499, "nb")).toBe("999\u00a0kB");
  expect(sizeOf(999_500, "nb")).toBe("1,0\u00a0MB");
  expect(sizeOf(2_760_000, "nn")).toBe("2,8\u00a0MB");
  expect(sizeOf(2_760_000, "en")).toBe("2.8\u00a0MB");
});
