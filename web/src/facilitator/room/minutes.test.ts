import { expect, test } from "vitest";
import { unstyled } from "./minutes.ts";

test("the style is taken out of the minutes' file and kept", () => {
  const file =
    "<!DOCTYPE html><html><head><title>A</title><style>p{color:red}</style></head><body></body></html>";
  expect(unstyled(file)).toEqual({
    html: "<!DOCTYPE html><html><head><title>A</title></head><body></body></html>",
    style: "p{color:red}",
  });
  expect(unstyled("<p>A</p>")).toEqual({ html: "<p>A</p>", style: "" });
});
