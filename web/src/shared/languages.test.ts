import { expect, test } from "vitest";
import { browserLanguage, languages } from "./languages.ts";

const files = import.meta.glob<Record<string, unknown>>("../languages/*.ts", { eager: true });
/** What the server reads; the pages' own words are functions where something is filled in. */
const PARTS = ["language", "files", "plan", "grouping", "heldWords", "accessibility"] as const;

test("Bokmål is offered first, and each language once", () => {
  expect(languages[0]?.tag).toBe("nb");
  for (const of of ["tag", "name", "place"] as const)
    expect(new Set(languages.map((language) => language[of])).size).toBe(languages.length);
  const understood = languages.flatMap(({ understands }) => understands);
  expect(new Set(understood).size).toBe(understood.length);
});

test("a browser is given the first language that is understood", () => {
  expect(browserLanguage(["fr-FR", "nn-NO", "nb-NO"])).toBe("nn");
  expect(browserLanguage(["SV-se", "en"])).toBe("nb");
  expect(browserLanguage(["en-GB"])).toBe("en");
  expect(browserLanguage(["fr"])).toBe("nb");
  expect(browserLanguage([])).toBe("nb");
});

test("every language fills in what Bokmål does", () => {
  const decides = places(files["../languages/nb.ts"]);
  for (const [name, file] of Object.entries(files)) {
    const own = places(file);
    for (const [path, filled] of decides)
      expect(own.get(path), `${name}: ${path}`).toEqual(expect.arrayContaining(filled));
  }
});

/** For each text with places to fill in, where it stands and which they are. */
function places(file: Record<string, unknown> | undefined): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const read = (part: unknown, path: string): void => {
    if (typeof part === "string") {
      const filled = part.match(/\{\w+\}/g);
      if (filled) found.set(path, filled);
    } else if (typeof part === "object" && part !== null) {
      for (const [name, inner] of Object.entries(part)) read(inner, `${path}.${name}`);
    }
  };
  for (const part of PARTS) read(file?.[part], part);
  return found;
}
