// The text of own headings as it is written on the page; the server reads it in earnest.

/** The heading of a line, as it is compared; none for a line without one. */
function headingOf(line: string): string | undefined {
  if (/^\s*#/.test(line)) return undefined;
  const [heading = ""] = line.includes("\t") ? line.split("\t") : line.split(":");
  return heading.trim().toLowerCase() || undefined;
}

/** How many headings a text has. */
export function conceptCount(text: string): number {
  return text.split("\n").filter((line) => headingOf(line) !== undefined).length;
}

/** A text with the lines of another whose headings it lacks, and how many those are. */
export function withConcepts(text: string, more: string): { readonly text: string; readonly count: number } {
  const known = new Set(text.split("\n").map(headingOf));
  const added = more
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => {
      const heading = headingOf(line);
      if (heading === undefined || known.has(heading)) return false;
      known.add(heading);
      return true;
    });
  const before = text.trimEnd();
  const lines = before === "" ? added : [before, ...added];
  return { text: lines.map((line) => `${line}\n`).join(""), count: added.length };
}
