import { expect, test } from "vitest";
import { routeOf, routeOfLink } from "./route.ts";

const KEY = "k".repeat(43);

test("an address with a code and a key is a session", () => {
  const session = { page: "session", code: "38851953", key: KEY };
  expect(routeOf("/facilitate/38851953", `#${KEY}`)).toEqual(session);
  expect(routeOf("/facilitate", "")).toEqual({ page: "start" });
});

test("a key that was cut off is no key", () => {
  expect(routeOf("/facilitate/38851953", "#kkk")).toEqual({ page: "session", code: "38851953", key: "" });
});

test("a pasted link is read whatever host it names, the projector's too", () => {
  const session = { page: "session", code: "38851953", key: KEY };
  expect(routeOfLink(`  https://plenum.example/facilitate/38851953#${KEY}\n`)).toEqual(session);
  expect(routeOfLink(`http://10.0.0.4:3885/present/38851953#${KEY}`)).toEqual(session);
  expect(routeOfLink("https://plenum.example/38851953#secret")).toBeUndefined();
});
