// What is taken home: files of the session while it runs and after its end, by keyboard, and what is told on the way.
import { readFileSync } from "node:fs";
import { answerAs, assert, filesInZip, trip } from "./lib.mjs";

const QUESTION = "Hva skal vi bli bedre på?";
/** Within this time a second press means the first. */
const PRESSED_TWICE_MS = 600;
const ANSWERS = ["Mer tid til hver bruker", "=1+1", "Kortere møter, og færre", "Felles kalender"];

trip(
  "answers are downloaded as a spreadsheet and a table while a session runs and after it",
  async (trip) => {
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
    await answerAs(page, made, (await made.read()).items[0].id, ANSWERS);

    // While it runs, from the menu, by the keyboard alone.
    await page.getByRole("button", { name: "Meny" }).press("Enter");
    await page.getByRole("menuitem", { name: "Last ned …" }).press("Enter");
    const dialog = page.getByRole("dialog");
    const spreadsheet = dialog.getByRole("button", { name: "Last ned regneark (Excel)" });
    const file = await downloaded(page, () => spreadsheet.press("Enter"));
    assert.match(file.name, /^svar-[\w-]+\.xlsx$/u);
    const sheet = filesInZip(file.bytes).get("xl/sharedStrings.xml")?.toString("utf8") ?? "";
    for (const text of ANSWERS) assert.ok(sheet.includes(`>${text}<`), `«${text}» stands in the spreadsheet`);
    await dialog.getByText(/^Lastet ned: svar-[\w-]+\.xlsx \(\d+\skB\)$/u).waitFor();
    assert.ok(await spreadsheet.evaluate((button) => button === document.activeElement), "the focus stays");
    await people.picture(page, "running");

    const table = await downloaded(page, () =>
      dialog.getByRole("button", { name: "Last ned tabell (CSV)" }).press("Enter"),
    );
    assert.match(table.name, /^svar-[\w-]+\.csv$/u);
    const text = table.bytes.toString("utf8");
    assert.ok(text.startsWith("\u{feff}Nr.,"), "Excel is told that it is UTF-8");
    assert.ok(text.includes(',"Kortere møter, og færre",'), "a comma is kept within its cell");
    assert.ok(text.includes(",'=1+1,"), "what looks like a formula is none");
    await page.keyboard.press("Escape");
    await made.command({ do: "end_session" });
    await page.getByRole("heading", { name: "Samlingen er avsluttet" }).waitFor();

    // It says that it is being made, can be ended, and says in place what went wrong; trying again is the same button.
    const button = page.getByRole("button", { name: "Last ned regneark (Excel)" });
    const ending = page.getByRole("button", { name: "Avbryt regneark (Excel)" });
    let answer;
    let asked = 0;
    await page.route("**/answers.xlsx", (route) => ((answer = route), (asked += 1)));
    await button.dblclick();
    await page.getByText("Lager regnearket …").first().waitFor();
    assert.ok(await ending.evaluate((element) => element === document.activeElement), "the focus stays");
    assert.equal(asked, 1, "who presses twice begins once");
    await people.picture(page, "making");
    await page.waitForTimeout(PRESSED_TWICE_MS);
    await ending.press("Enter");
    await page.getByText("Avbrutt. Ingenting er lastet ned.").waitFor();
    assert.ok(await button.evaluate((element) => element === document.activeElement), "the focus stays");
    await answer.abort().catch(() => {});
    await button.press("Enter");
    await ending.waitFor();
    people.expect(/status of 503/u, "the trip has the server fail");
    await answer.fulfill({ status: 503, contentType: "application/problem+json", body: "{}" });
    await page.getByText("Filen kunne ikke lages nå. Prøv igjen om litt.").waitFor();
    const again = page.getByRole("button", { name: "Prøv igjen: last ned regneark (Excel)" });
    assert.ok(await again.evaluate((element) => element === document.activeElement), "the focus stays");
    await people.picture(page, "failed");
    await page.unroute("**/answers.xlsx");
    await downloaded(page, () => again.press("Enter"));
    await page.getByText("Filen kunne ikke lages nå.").waitFor({ state: "detached" });
    const minutes = page.getByRole("button", { name: "Last ned referat (Word)" });
    assert.match((await downloaded(page, () => minutes.click())).name, /^referat-[\w-]+\.docx$/u);
    // PDF is offered where the server was built with it, and else how to have it from the browser.
    const archived = page.getByRole("button", { name: "Last ned referat (PDF)" });
    if ((await page.locator("template#pdf").count()) > 0) {
      const pdf = await downloaded(page, () => archived.click());
      assert.match(pdf.name, /^referat-[\w-]+\.pdf$/u);
      assert.ok(pdf.bytes.toString("latin1").startsWith("%PDF-1.7"), "it is a PDF");
    } else {
      await page.getByText("Vil du ha PDF, kan du se referatet her").waitFor();
      assert.equal(await archived.count(), 0);
    }
    await people.picture(page, "ended");

    // A slow line: what has come is told with how much there will be, and a line that breaks is told, too.
    await slowly(page, async (line) => {
      await page.getByRole("button", { name: "Last ned referat (Word)" }).press("Enter");
      await page.getByText(/^Henter, \d+\skB av \d+\skB …$/u).waitFor();
      await people.picture(page, "arriving");
      line.fast();
      await page.getByText(/^Lastet ned: referat-[\w-]+\.docx/u).waitFor();
    });

    // An archive is read back on the start page; what is no archive is told in place.
    const archive = await downloaded(page, () =>
      page.getByRole("button", { name: "Last ned arkiv (JSON)" }).press("Enter"),
    );
    assert.match(archive.name, /^arkiv-[\w-]+\.json$/u);
    await page.goto(`${server.origin}/facilitate`);
    const choose = async (name, buffer) => {
      const choosing = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Les inn et arkiv" }).press("Enter");
      await (await choosing).setFiles({ name, mimeType: "application/json", buffer });
    };
    await choose("plan.json", Buffer.from('{"details":{"title":"Plan"}}'));
    await page.getByText("Filen er ikke et arkiv som denne serveren kan lese.", { exact: false }).waitFor();
    await people.picture(page, "no-archive");
    await choose(archive.name, archive.bytes);
    await page.getByRole("heading", { name: "Samlingen er avsluttet" }).waitFor();
    const readBack = server.sessionAt(page.url());
    assert.notEqual(readBack.code, made.code);
    const { items } = await readBack.read();
    assert.deepEqual(await readBack.textsOf(items[0].id), [...ANSWERS].sort());
    await people.picture(page, "read-back");

    const phone = await people.phone("phone");
    await phone.goto(made.link("facilitate"));
    await phone.getByRole("button", { name: "Last ned tabell (CSV)" }).waitFor();
    await phone.getByRole("button", { name: "Last ned regneark (Excel)" }).tap();
    await phone.getByText(/^Lastet ned: /u).waitFor();
    await people.picture(phone, "phone");
  },
);

/** The file that comes of a deed. */
async function downloaded(page, deed) {
  const coming = page.waitForEvent("download");
  await deed();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Has the browser fetch so slowly that what comes can be seen coming, until it is told otherwise. */
async function slowly(page, deed) {
  const devtools = await page.context().newCDPSession(page);
  const at = (downloadThroughput) =>
    devtools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 0,
      uploadThroughput: -1,
      downloadThroughput,
    });
  await devtools.send("Network.enable");
  await at(8_000);
  await deed({ fast: () => at(-1) });
  await at(-1);
  await devtools.detach();
}
