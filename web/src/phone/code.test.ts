import { expect, test } from "vitest";
import { addressed, digitsOf, grouped, regrouped } from "./code.ts";

test("a code is read however it is typed or pasted", () => {
  expect(digitsOf("3885 1953")).toBe("38851953");
  expect(digitsOf(" 3885-1953-77 ")).toBe("38851953");
  expect(grouped("38851953")).toBe("3885 1953");
  expect(grouped("3885")).toBe("3885");
});

test("the caret stays after the digits it stood after", () => {
  expect(regrouped("38851", 5)).toEqual({ text: "3885 1", caret: 6 });
  expect(regrouped("3885 ", 5)).toEqual({ text: "3885", caret: 4 });
  expect(regrouped("39885 195", 2)).toEqual({ text: "3988 5195", caret: 2 });
});

test("an address names a session, with the secret if it came by the QR link", () => {
  expect(addressed("/38851953", "#hemmelig")).toEqual({ code: "38851953", secret: "hemmelig" });
  expect(addressed("/3885%201953", "")).toEqual({ code: "38851953", secret: undefined });
  expect(addressed("/", "")).toBeUndefined();
  expect(addressed("/facilitate", "")).toBeUndefined();
});
