import { expect, test } from "vitest";
import { commonWords } from "../../shared/words/index.ts";
import { sizeOf } from "./size.ts";

test("a size has the unit that makes it short, in the language's own digits", () => {
  expect(sizeOf(0, commonWords.nb.locales)).toBe("1\u00a0kB");
  expect(sizeOf(34_400, commonWords.nn.locales)).toBe("34\u00a0kB");
  expect(sizeOf(999_499, commonWords.nb.locales)).toBe("999\u00a0kB");
  expect(sizeOf(999_500, commonWords.nb.locales)).toBe("1,0\u00a0MB");
  expect(sizeOf(2_760_000, commonWords.nn.locales)).toBe("2,8\u00a0MB");
  expect(sizeOf(2_760_000, commonWords.en.locales)).toBe("2.8\u00a0MB");
});
