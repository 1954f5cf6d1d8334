import { expect, test } from "vitest";
import { rolesOf } from "./roles.ts";

const BEFORE = [
  { id: 1, name: "Leder" },
  { id: 4, name: "Tillitsvalgt" },
];

test("a role keeps its people in another place, in another case, and beside new ones", () => {
  expect(rolesOf(" tillitsvalgt \n\nBruker\nLeder\n", BEFORE)).toEqual([
    { id: 4, name: "tillitsvalgt" },
    { id: null, name: "Bruker" },
    { id: 1, name: "Leder" },
  ]);
});

test("a line that was changed where it stands is the same role under another name", () => {
  expect(rolesOf("Leder\nVerneombud", BEFORE)).toEqual([
    { id: 1, name: "Leder" },
    { id: 4, name: "Verneombud" },
  ]);
  expect(rolesOf("Verneombud", BEFORE)).toEqual([{ id: null, name: "Verneombud" }]);
});
