// A question's result is taken out as a picture, by the keyboard alone, and all results as slides.
import { readFileSync } from "node:fs";
import { answerAs, assert, filesInZip, trip } from "./lib.mjs";

const QUESTION = "Hva skal vi bli bedre på?";

trip("a result becomes a picture and slides", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const ask = { type: "open_text", answers_max: 1, length_max: 200 };
  const made = await server.createSession({
    details: { title: "Fagdag om hjemmetjenesten", language: "nb" },
    items: [{ content: { kind: "question", prompt: QUESTION, ask } }],
  });
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));
  await page.getByRole("button", { name: `Start: ${QUESTION}` }).click();
  const take = page.getByRole("region", { name: "Rommet ser" }).getByRole("button", { name: "Ta ut bildet" });
  assert.equal(await take.count(), 0, "there is nothing to take out before somebody has answered");
  await answerAs(page, made, (await made.read()).items[0].id, ["Mer tid til hver bruker", "Kortere møter"]);

  await take.waitFor();
  await take.press("Enter");
  await people.picture(page, "menu");
  const png = await downloaded(page, () =>
    page.getByRole("menuitem", { name: "Bilde (PNG)" }).press("Enter"),
  );
  assert.match(png.name, /^bilde-1-[\w-]+\.png$/u);
  assert.deepEqual([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)], [1920, 1080]);
  assert.ok(await take.evaluate((button) => button === document.activeElement), "the focus comes back");
  await page.getByText("Lastet ned: bilde-1-", { exact: false }).first().waitFor();

  await take.press("Enter");
  const svg = await downloaded(page, () =>
    page.getByRole("menuitem", { name: "Tegning (SVG), kan forstørres" }).press("Enter"),
  );
  assert.ok(svg.bytes.toString("utf8").includes(">Mer tid til hver bruker<"));

  // A browser draws it as it is meant.
  const shown = await people.laptop("drawing");
  await shown.setViewportSize({ width: 1920, height: 1080 });
  const drawing = svg.bytes.toString("utf8").replace(/^<\?xml[^>]*>/u, "");
  await shown.setContent(
    `<!doctype html><html lang="nb"><title>Rapport</title><main><h1>Rapport</h1>${drawing}</main></html>`,
  );
  await shown.getByText("Kortere møter").waitFor();
  await people.picture(shown, "svg");

  await made.command({ do: "end_session" });
  await page.getByRole("heading", { name: "Samlingen er avsluttet" }).waitFor();
  const slides = await downloaded(page, () =>
    page.getByRole("button", { name: "Last ned lysbilder (PowerPoint)" }).press("Enter"),
  );
  assert.match(slides.name, /^lysbilder-[\w-]+\.pptx$/u);
  const slide = filesInZip(slides.bytes).get("ppt/slides/slide2.xml")?.toString("utf8") ?? "";
  assert.ok(slide.includes(`<a:t>${QUESTION}</a:t>`) && slide.includes("<a:t>Kortere møter</a:t>"));
});

/** The file that comes of a deed. */
async function downloaded(page, deed) {
  const coming = page.waitForEvent("download");
  await deed();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}
