// Writes all pictures of the trips on one sheet, by trip and by page: `node contact-sheet.mjs`.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const OUTPUT = fileURLToPath(new URL("../output", import.meta.url));
/** What a trip writes of its pictures is called so, after the trip's name. */
export const LIST_ENDING = ".pictures.json";

const PAGES = {
  phone: "Phone",
  presenter: "Projector",
  facilitator: "Facilitator",
  statement: "Accessibility",
};

/** Which page an address leads to. */
export function pageAt(address) {
  const { pathname } = new URL(address);
  if (pathname.startsWith("/facilitate")) return "facilitator";
  if (pathname.startsWith("/present")) return "presenter";
  return pathname === "/tilgjengelighet" ? "statement" : "phone";
}

function sheet() {
  const trips = readdirSync(OUTPUT)
    .filter((file) => file.endsWith(LIST_ENDING))
    .sort()
    .map((file) => ({
      name: file.slice(0, -LIST_ENDING.length),
      pictures: JSON.parse(readFileSync(join(OUTPUT, file), "utf8")).filter((one) =>
        existsSync(join(OUTPUT, one.file)),
      ),
    }))
    .filter(({ pictures }) => pictures.length > 0);
  const count = trips.reduce((sum, { pictures }) => sum + pictures.length, 0);
  const links = trips.map(({ name }) => `<a href="#${name}">${name}</a>`).join(" ");
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Plenum, ${count} pictures</title>
<style>
  body { margin: 2rem; font: 1rem/1.5 system-ui, sans-serif; }
  nav { columns: 10rem; }
  nav a { display: block; }
  .page { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: start; }
  figure { margin: 0; }
  img { display: block; max-width: min(26rem, 90vw); max-height: 26rem; border: 1px solid #888; }
  figcaption { max-width: 26rem; }
</style>
<h1>${count} pictures of ${trips.length} trips</h1>
<nav aria-label="Trips">${links}</nav>
${trips.map(section).join("\n")}
</html>
`;
}

function section({ name, pictures }) {
  const parts = Object.entries(PAGES).flatMap(([page, heading]) => {
    const figures = pictures.filter((one) => one.page === page).map(figure);
    return figures.length > 0
      ? [`<h3>${heading}</h3>\n<div class="page">\n${figures.join("\n")}\n</div>`]
      : [];
  });
  return `<h2 id="${name}">${name}</h2>\n${parts.join("\n")}`;
}

function figure({ file, name }) {
  const [width, height] = sizeOf(join(OUTPUT, file));
  const kB = Math.ceil(statSync(join(OUTPUT, file)).size / 1000);
  return `<figure><a href="${file}"><img src="${file}" alt="${name}" loading="lazy" width="${width}" height="${height}" style="width:auto;height:auto"></a><figcaption>${name}, ${width} × ${height} px, ${kB} kB</figcaption></figure>`;
}

/** Width and height of a PNG, which stand in its first chunk (PNG specification, 11.2.1). */
function sizeOf(path) {
  const head = readFileSync(path).subarray(0, 24);
  return [head.readUInt32BE(16), head.readUInt32BE(20)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(OUTPUT, "contact-sheet.html");
  writeFileSync(path, sheet());
  console.log(`All pictures: ${path}`);
}
