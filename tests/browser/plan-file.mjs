// A programme as a file: begun from a template, saved, mended, opened, copied, kept as a template, and added to another.
import { readFileSync } from "node:fs";
import { assert, eventually, trip } from "./lib.mjs";

const SIZES = [
  [390, 844],
  [1280, 800],
  [1920, 1080],
];
const WRONG = `Tittel: Fagdag i Fjordvik
Dato: 2027-03-04
Sted: Rådhuset

09:00–09:15 Velkommen
Hvemm: Ane Vik

25:00 Pause

09:15 Spørsmål: Hva haster mest?
Svar med: valg
- Rekruttering
- Digitale verktøy
Riktig svar: Digitalt verktøy
`;
const MENDED = WRONG.replace("Hvemm", "Hvem").replace("25:00", "09:30").replace("Digitalt", "Digitale");

trip("a facilitator writes a programme as a file and uses it again", async (trip) => {
  const { people } = trip;
  people.expect(
    /status of 400 .*\/api\/v1\/plans/,
    "Chromium reports every text that the server cannot read",
  );
  const server = await trip.startServer();
  const page = await people.laptop("facilitator");
  const start = () => page.goto(`${server.origin}/facilitate`);
  const pictures = async (name) => {
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await people.picture(page, `${name}-${width}`);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  };

  // A template fills in the title that nobody has written, follows the language, and becomes a session.
  await start();
  await choose(page, "Samling med bord og plenum");
  await page.getByText("8 punkter, 3 spørsmål").waitFor();
  const title = page.getByLabel("Tittel");
  assert.equal(await title.inputValue(), "Samling med bord og plenum");
  await pictures("template");
  await page.getByText("Dato, språk og sted").click();
  await page.getByLabel("Språk").selectOption("nn");
  await page.getByText("Kva er viktigast?").waitFor();
  await page.getByLabel("Språk").selectOption("nb");
  await page.getByText("Hva er viktigst?").waitFor();
  await title.fill("Samling i Fjordvik");
  await page.getByRole("button", { name: "Lag samlingen" }).click();
  await page.getByRole("button", { name: "Jeg har tatt vare på den" }).click();
  const first = server.sessionAt(page.url());
  const titles = async (session) =>
    (await session.read()).items.map(({ plan }) => plan.what || plan.content.prompt);
  assert.equal((await titles(first)).length, 8);
  assert.equal((await first.read()).details.title, "Samling i Fjordvik");

  // It is saved as text and as JSON; the text says what the session holds.
  const text = await download(page, "Last ned program (tekst)");
  assert.match(text.name, /^program-\d{4}-\d\d-\d\d-samling-i-fjordvik\.txt$/);
  assert.match(text.body, /^Tittel: Samling i Fjordvik\n/);
  assert.match(text.body, /\n10:25–10:40 Pause\n/);
  const json = await download(page, "Last ned program (JSON)");
  assert.equal(JSON.parse(json.body).items.length, 8);

  // A copy is a session of its own with the same programme.
  await menu(page, "Dupliser samlingen");
  await page.waitForURL((url) => !url.href.includes(first.code));
  await page.getByRole("heading", { name: "Lenken din er nøkkelen" }).waitFor();
  const second = server.sessionAt(page.url());
  assert.notEqual(second.code, first.code);
  assert.deepEqual(await titles(second), await titles(first));

  // It is kept as a template.
  await menu(page, "Lagre som mal");
  await page
    .getByRole("status")
    .getByText("«Samling i Fjordvik» er lagret som mal.", { exact: false })
    .waitFor();

  // A text with mistakes: every line is told, a click leads there, and it is mended where it stands.
  await start();
  await choose(page, "En fil eller en tekst");
  await drop(page, "fagdag.txt", WRONG);
  await page.getByText("3 linjer må rettes").waitFor();
  const problems = page.getByRole("button", { name: /^Linje \d+/ });
  assert.deepEqual(
    await problems.allInnerTexts().then((all) => all.map((told) => told.replace(/\s+/g, " "))),
    [
      "Linje 6 «Hvemm» er ikke et felt vi kjenner. Mente du «Hvem»?",
      "Linje 8 «25:00» er ikke et klokkeslett. Skriv det som 09:15.",
      "Linje 14 Det riktige svaret «Digitalt verktøy» er ikke blant alternativene.",
    ],
  );
  await problems.nth(1).click();
  const area = page.getByLabel("Programmet som tekst");
  const marked = await area.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
  assert.equal(marked, "25:00 Pause");
  await pictures("problems");
  await page.getByLabel("Tittel").fill("Noe");
  await page.getByRole("button", { name: "Lag samlingen" }).click();
  await page.getByText("Rett linjene først, eller velg noe annet å starte med.").waitFor();
  await page.getByLabel("Tittel").fill("");
  await area.fill(MENDED);
  await page.getByText("3 punkter, 1 spørsmål").waitFor();
  await problems.first().waitFor({ state: "detached" });

  // A file counts for more than what stands in the fields.
  await page.locator("form input[type=file]").setInputFiles({
    name: "fagdag.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(MENDED.replaceAll("\n", "\r\n")),
  });
  await eventually("the fields to say what the file says", async () => {
    const values = [
      page.getByLabel("Tittel"),
      page.getByLabel("Dato"),
      page.getByLabel("Sted", { exact: true }),
    ];
    const read = await Promise.all(values.map((field) => field.inputValue()));
    return read.join() === "Fagdag i Fjordvik,2027-03-04,Rådhuset";
  });
  await page.getByRole("button", { name: "Lag samlingen" }).click();
  await page.getByRole("button", { name: "Jeg har tatt vare på den" }).click();
  const third = server.sessionAt(page.url());
  assert.deepEqual(await titles(third), ["Velkommen", "Pause", "Hva haster mest?"]);

  // Items of a text are added to the programme and taken back in one step.
  await page.getByRole("button", { name: "Valg for programmet" }).click();
  await page.getByRole("menuitem", { name: "Legg til fra fil eller mal …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Programmet som tekst").fill("10:00 Pause\n\nOrdsky: Med ett ord?\n");
  await dialog.getByText("2 punkter, 1 spørsmål").waitFor();
  await pictures("add");
  await dialog.getByRole("button", { name: "Legg til 2 punkter" }).click();
  await dialog.waitFor({ state: "hidden" });
  const added = ["Velkommen", "Pause", "Hva haster mest?", "Pause", "Med ett ord?"];
  await eventually("the items to be added", async () => (await titles(third)).join() === added.join());
  const told = page.getByRole("status").filter({ hasText: "2 punkter lagt til i programmet" });
  await told.getByRole("button", { name: "Angre" }).click();
  await eventually("the items to be gone", async () => (await titles(third)).length === 3);
  await page.getByRole("button", { name: "Valg for programmet" }).click();
  await page.getByRole("menuitem", { name: "Legg til fra fil eller mal …" }).click();
  await dialog.getByLabel("Hent en mal …").selectOption({ label: "Evaluering" });
  await dialog.getByRole("button", { name: "Legg til 3 punkter" }).click();
  await eventually("the template's items to be added", async () => (await titles(third)).length === 6);
  await dialog.waitFor({ state: "hidden" });

  // An evaluation takes one press, and one to take back.
  await page.getByRole("button", { name: "Valg for programmet" }).press("Enter");
  await page.getByRole("menuitem", { name: "Legg til evaluering" }).press("Enter");
  await eventually("the evaluation to be added", async () => (await titles(third)).length === 9);
  assert.equal((await titles(third)).at(-1), "Hva kunne vært bedre?");
  const evaluated = page.getByRole("status").filter({ hasText: "3 punkter lagt til i programmet" });
  await evaluated.getByRole("button", { name: "Angre" }).click();
  await eventually("the evaluation to be gone", async () => (await titles(third)).length === 6);

  // One's own template stands on the start page, can be deleted and brought back, and JSON can be opened.
  await start();
  const own = page.getByRole("radio", { name: "Samling i Fjordvik" });
  await choose(page, "Samling i Fjordvik");
  await page.getByRole("button", { name: "Slett malen" }).click();
  await own.waitFor({ state: "detached" });
  await page.getByRole("status").getByRole("button", { name: "Angre" }).click();
  await choose(page, "Samling i Fjordvik");
  await page.getByText("8 punkter, 3 spørsmål").waitFor();
  await pictures("own");
  await choose(page, "En fil eller en tekst");
  await page.locator("form input[type=file]").setInputFiles({
    name: "program.json",
    mimeType: "application/json",
    buffer: Buffer.from(json.body),
  });
  await page.getByText("8 punkter, 3 spørsmål").waitFor();
  await area.fill("{");
  await page.getByText("Filen ser ut som JSON, men er ikke et program fra Plenum.").waitFor();

  // A remembered session is copied from the start page.
  await page.getByRole("button", { name: "Dupliser: Fagdag i Fjordvik" }).click();
  await page.getByRole("heading", { name: "Lenken din er nøkkelen" }).waitFor();
  const fourth = server.sessionAt(page.url());
  assert.deepEqual(await titles(fourth), await titles(third));
});

/** Chooses what a session begins with. */
async function choose(page, what) {
  await page.getByRole("group", { name: "Start med" }).getByText(what, { exact: true }).click();
  assert.ok(await page.getByRole("radio", { name: what }).isChecked());
}

/** Chooses from the session's menu. */
async function menu(page, choice) {
  await page.getByRole("button", { name: "Meny" }).click();
  await page.getByRole("menuitem", { name: choice }).click();
}

/** Downloads by a choice of the menu: the file's name and what stands in it. */
async function download(page, choice) {
  const downloaded = page.waitForEvent("download");
  await menu(page, choice);
  const file = await downloaded;
  return {
    name: file.suggestedFilename(),
    body: readFileSync(await file.path(), "utf8"),
  };
}

/** Drops a file on the text of the programme. */
async function drop(page, name, body) {
  const data = await page.evaluateHandle(
    ([name, body]) => {
      const data = new DataTransfer();
      data.items.add(new File([body], name, { type: "text/plain" }));
      return data;
    },
    [name, body],
  );
  const field = page.getByLabel("Programmet som tekst");
  await field.dispatchEvent("dragenter", { dataTransfer: data });
  await page.getByText("Slipp filen for å lese programmet").waitFor();
  await field.dispatchEvent("drop", { dataTransfer: data });
}
