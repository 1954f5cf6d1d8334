import { expect, test } from "vitest";
import { dropTemplate, keepTemplate, OWN_TEMPLATES_MAX, ownTemplates, restoreTemplate } from "./templates.ts";

test("a template that was taken away comes back to where it was", () => {
  for (const name of ["a", "b", "c"]) keepTemplate(name, "Pause", "2026-11-21");
  const names = (): string[] => ownTemplates().map((template) => template.name);
  expect(names()).toEqual(["c", "b", "a"]);
  const middle = ownTemplates()[1]!;
  dropTemplate(middle.id);
  expect(names()).toEqual(["c", "a"]);
  restoreTemplate(middle, 1);
  expect(names()).toEqual(["c", "b", "a"]);
});

test("there is room for so many templates and no more", () => {
  while (ownTemplates().length < OWN_TEMPLATES_MAX) keepTemplate("x", "Pause", "2026-11-21");
  expect(keepTemplate("y", "Pause", "2026-11-21")).toBeUndefined();
  expect(ownTemplates()).toHaveLength(OWN_TEMPLATES_MAX);
});
