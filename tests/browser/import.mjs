// Answers that were collected elsewhere become a session: looked at, chosen from, themed, and written up.
import { readFileSync } from "node:fs";
import { assert, eventually, textsInWord, trip } from "./lib.mjs";
import { workbook } from "./shared/workbook.mjs";

const FIRST = [
  [
    "Ansvar",
    "Tydelig ansvar mellom tjenestene",
    "Avklare hvem som har ansvar",
    "Ansvar må plasseres ett sted",
  ],
  ["Tid til fag", "Mer tid til fagutvikling", "Sette av tid til fag", "Tid til å utvikle faget sammen"],
  [
    "Samhandling",
    "Bedre samhandling med fastlegene",
    "Samhandling på tvers av tjenestene",
    "Samhandling hver uke",
  ],
  ["Felles mål", "Vi trenger felles mål", "Et felles mål for alle tjenester", "Sette felles mål sammen"],
  [
    "Brukermedvirkning",
    "Mer brukermedvirkning",
    "Brukermedvirkning fra starten",
    "Ta brukermedvirkning på alvor",
  ],
].flat();
const SECOND = [
  ["Færre møter", "Kortere møter", "Møter med saksliste", "Bedre møter"],
  ["Opplæring", "Opplæring av nye", "God opplæring i systemene", "Mer opplæring"],
].flat();
const PEOPLE = ["Kari Li", "Ola Moe", "Liv Aas", "Per Vik", "Eva Dal"];

/** Sixty invented answers: forty to the first question and twenty to the second. */
const ROWS = Array.from({ length: 40 }, (_, row) => [
  `20.11.2026 09.${10 + row}`,
  PEOPLE[row % PEOPLE.length],
  `${PEOPLE[row % PEOPLE.length].split(" ")[0].toLowerCase()}@example.org`,
  row < FIRST.length ? FIRST[row] : `${FIRST[row - FIRST.length]}, også hos oss`,
  row < 20 ? SECOND[row % SECOND.length] + (row < SECOND.length ? "" : " i år") : "",
]);
const QUESTIONS = ["Hva bør vi ta tak i først?", "Hva kan bli enklere?"];

trip("answers from a CSV and from a form become sessions that can be tidied and written up", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const page = await people.laptop("facilitator");
  await page.goto(`${server.origin}/facilitate`);
  const choose = async (page, name, buffer) => {
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: /^Velg (en annen )?fil$/u }).press("Enter");
    await (await choosing).setFiles({ name, mimeType: "application/octet-stream", buffer });
  };

  // What cannot be read is told, and nothing is lost by it.
  people.expect(/status of 4(15|22)/u, "the trip sends what is no spreadsheet");
  await page.getByRole("button", { name: "Svar fra et regneark" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Svar fra et regneark" });
  await dialog.getByText("Filen blir ikke lagret.", { exact: false }).waitFor();
  await choose(page, "bilde.xlsx", Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"));
  await dialog.getByText("Dette er ikke et regneark vi kan lese.", { exact: false }).waitFor();
  await people.picture(page, "no-spreadsheet");
  await choose(page, "tom.csv", Buffer.from(" ;\n"));
  await dialog.getByText("Det står ingenting i filen.").waitFor();

  // A CSV as a Norwegian spreadsheet writes it: who answered, and when, is not taken.
  const csv = [["Tidspunkt", "Navn", "E-post", ...QUESTIONS], ...ROWS]
    .map((row) => row.join(";"))
    .join("\r\n");
  await choose(page, "Svar_fra_samlingen.csv", Buffer.from(`\u{feff}${csv}`));
  await dialog.getByText("2 spørsmål, 60 svar").waitFor();
  assert.ok(
    await dialog
      .getByRole("group", { name: "Kolonnene i filen" })
      .evaluate((all) => all === document.activeElement),
  );
  const becomes = (heading) => dialog.getByRole("combobox", { name: `Hva «${heading}» blir til` });
  for (const heading of ["Tidspunkt", "Navn", "E-post"])
    assert.equal(await becomes(heading).inputValue(), "none");
  assert.equal(await dialog.getByText("Inneholder trolig personopplysninger – tas ikke med").count(), 3);
  assert.equal(await dialog.getByLabel("Tittel").inputValue(), "Svar fra samlingen");
  await people.picture(page, "preview");
  await page.emulateMedia({ colorScheme: "dark" });
  await people.picture(page, "preview-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await becomes("Navn").selectOption("open_text");
  await dialog.getByText("3 spørsmål, 100 svar").waitFor();
  await dialog.getByText("Blir synlig for alle hvis du tar den med.", { exact: false }).waitFor();
  await becomes("Navn").selectOption("none");

  // What is missing is said, and found by the keyboard.
  const prompt = dialog.getByRole("textbox", { name: `Spørsmålet til «${QUESTIONS[1]}»` });
  await prompt.fill("");
  await dialog.getByRole("button", { name: "Lag samlingen" }).press("Enter");
  await dialog.getByText("Skriv spørsmålet.").waitFor();
  assert.ok(await prompt.evaluate((field) => field === document.activeElement));
  await people.picture(page, "missing");
  await prompt.fill("Hva kan bli enklere for deg?");
  await dialog.getByLabel("Tittel").fill("Svar før samlingen");
  await dialog.getByRole("button", { name: "Lag samlingen" }).press("Enter");

  // The answers are themed by themselves; the facilitator shows them and ends the session.
  await page.getByRole("heading", { name: "Svar før samlingen" }).waitFor();
  const session = server.sessionAt(page.url());
  const { items, joined } = await session.read();
  assert.equal(joined, 40);
  assert.deepEqual(await session.textsOf(items[0].id), ROWS.map((row) => row[3]).sort());
  await eventually("themes", async () => (await session.resultsOf(items[0].id)).themes.length >= 3);
  await people.picture(page, "made");
  await page.getByRole("button", { name: `Start: ${QUESTIONS[0]}` }).click();
  await page.getByRole("article").first().waitFor();
  await people.picture(page, "themes");
  const projector = await people.projector("projector");
  await projector.goto(page.url().replace("/facilitate/", "/present/"));
  await projector.getByRole("heading", { name: QUESTIONS[0] }).waitFor();
  await projector.getByRole("region").first().waitFor();
  await people.picture(projector, "projector");
  await session.command({ do: "end_session" });
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Last ned referat (Word)" }).click();
  const minutes = textsInWord(readFileSync(await (await coming).path())).join("\n");
  for (const text of [QUESTIONS[0], "Hva kan bli enklere for deg?", "Mer tid til fagutvikling"]) {
    assert.ok(minutes.includes(text), `«${text}» stands in the minutes`);
  }
  for (const text of ["Kari", "example.org"]) assert.ok(!minutes.includes(text), `«${text}» does not`);

  // A table with a row for each answer: the questions stand in a column, in the order in which they first come.
  await page.goto(`${server.origin}/facilitate`);
  await page.getByRole("button", { name: "Svar fra et regneark" }).press("Enter");
  const rows = FIRST.slice(0, 6).flatMap((text, row) => [
    [QUESTIONS[0], text, PEOPLE[row % 5]],
    [QUESTIONS[1], SECOND[row], PEOPLE[row % 5]],
  ]);
  const table = [["Spørsmål", "Svar", "Navn"], ...rows].map((row) => row.join(";")).join("\n");
  await choose(page, "eksport.csv", Buffer.from(table));
  await dialog.getByText("2 spørsmål, 12 svar").waitFor();
  const offer = dialog.getByRole("checkbox", {
    name: "Én rad er ett svar, og spørsmålet står i en egen kolonne",
  });
  assert.ok(await offer.isChecked(), "it is known by its headings");
  await dialog.getByText(`2 ulike spørsmål, det første er «${QUESTIONS[0]}»`).waitFor();
  await people.picture(page, "long");
  await offer.press("Space");
  await becomes("Spørsmål").waitFor();
  await offer.press("Space");
  await dialog.getByRole("combobox", { name: "Svaret står i" }).selectOption("Navn");
  await dialog.getByText("Blir synlig for alle hvis du tar den med.", { exact: false }).waitFor();
  await dialog.getByRole("combobox", { name: "Svaret står i" }).selectOption("Svar");
  await dialog.getByRole("button", { name: "Lag samlingen" }).press("Enter");
  await page.getByRole("heading", { name: "eksport" }).waitFor();
  const grouped = server.sessionAt(page.url());
  const asked = (await grouped.read()).items;
  assert.deepEqual(
    asked.map(({ plan }) => plan.content.prompt),
    QUESTIONS,
  );
  assert.deepEqual(await grouped.textsOf(asked[1].id), SECOND.slice(0, 6).sort());

  // A form's workbook on a phone.
  const form = workbook("Form1", [
    [
      "ID",
      "Starttidspunkt",
      "Fullføringstidspunkt",
      "E-postadresse",
      "Navn",
      QUESTIONS[0],
      "Hva bruker du?",
      "Karakter",
    ],
    ...FIRST.map((text, row) => [
      String(row + 1),
      "20.11.2026 09:14",
      "20.11.2026 09:20",
      "anonymous",
      "",
      text,
      row % 3 === 0 ? "Lege;Psykolog;" : "Lege;",
      String(1 + (row % 5)),
    ]),
  ]);
  const phone = await people.phone("phone");
  await phone.goto(`${server.origin}/facilitate`);
  await phone.getByRole("button", { name: "Svar fra et regneark" }).tap();
  await people.picture(phone, "phone-first");
  await choose(phone, "Evaluering(1-20).xlsx", form);
  await phone.getByText("3 spørsmål, 60 svar").waitFor();
  await phone.getByText("Ser ut som svar fra Microsoft Forms.").waitFor();
  await phone.getByText("Alternativer: Lege · Psykolog").waitFor();
  await people.picture(phone, "phone");
  await phone.setViewportSize({ width: 320, height: 700 });
  await phone.getByRole("combobox", { name: "Hva «Karakter» blir til" }).scrollIntoViewIfNeeded();
  await people.picture(phone, "phone-320");
  await phone.getByRole("dialog").getByRole("button", { name: "Lag samlingen" }).tap();
  await phone.getByRole("heading", { name: "Evaluering(1-20)" }).waitFor();
  const made = server.sessionAt(phone.url());
  assert.deepEqual(
    (await made.read()).items.map(({ plan }) => plan.content.ask.type),
    ["open_text", "choice", "number"],
  );
});
