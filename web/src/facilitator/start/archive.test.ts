import { expect, test } from "vitest";
import { archivedDetails } from "./archive.ts";

test("an archive tells its title and date, and nothing else is one", () => {
  const archive = { archive: "plenum_session", version: 1, details: { title: "Fagdag", date: "2026-11-20" } };
  expect(archivedDetails(JSON.stringify(archive))).toEqual({ title: "Fagdag", date: "2026-11-20" });
  expect(archivedDetails(JSON.stringify({ ...archive, details: { title: "Fagdag" } }))).toEqual({
    title: "Fagdag",
    date: null,
  });
  for (const other of ["", "Tittel: Fagdag", "null", "[]", '{"details":{"title":"Fagdag"}}', '{"archive":1}'])
    expect(archivedDetails(other)).toBeUndefined();
});
