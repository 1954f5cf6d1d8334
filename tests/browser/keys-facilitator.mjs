// A facilitator without a mouse: from an empty page to the minutes, by the keyboard alone.
import { readFileSync } from "node:fs";
import { answerAs, assert, eventually, Keys, sleep, STEPS_APART_MS, textsInWord, trip } from "./lib.mjs";

const OPEN = "Hva skal vi bli bedre på?";
const CHOICE = "Hva begynner vi med?";
const RANKING = "Hva haster?";
const ANSWERS = ["Mer tid til hver bruker", "Kortere møter", "Felles kalender"];

trip("a facilitator prepares, runs and ends a session by the keyboard alone", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const page = await people.laptop("facilitator");
  const keys = new Keys(page);
  const button = (name) => page.getByRole("button", { name, exact: true });

  // A session is made, and its key kept.
  await page.goto(`${server.origin}/facilitate`);
  await keys.fill(page.getByLabel("Tittel"), "Fagdag");
  await keys.press("Enter");
  await page.getByRole("heading", { name: "Lenken din er nøkkelen" }).waitFor();
  await keys.kept("the session was made");
  await keys.use(button("Jeg har tatt vare på den"));
  await keys.kept("the key was kept");
  const session = server.sessionAt(page.url());

  // Three questions are written.
  const form = page.getByRole("form", { name: "Nytt punkt" });
  const add = async (kind, prompt, options) => {
    // A kind is found by its first letter.
    const radio = form.getByRole("radio", { name: kind, exact: true });
    if (!(await radio.isChecked())) {
      await keys.tabTo(form.getByRole("radio", { checked: true }));
      await keys.press(kind[0].toLowerCase());
      await keys.seen();
      assert.ok(await radio.isChecked(), `${kind} is chosen`);
    }
    await keys.fill(form.getByLabel("Spørsmålet", { exact: true }), prompt);
    if (options) await keys.fill(form.getByLabel("Alternativer, ett på hver linje"), options.join("\n"));
    await keys.press("Control+Enter");
    await page.locator(".programme").getByText(prompt).waitFor();
    await keys.kept("an item was added");
  };
  await add("Åpent spørsmål", OPEN);
  await add("Valg", CHOICE, ["Opplæring", "Utstyr"]);
  await add("Rangering", RANKING, ["Vaktplan", "Opplæring", "Utstyr"]);
  await people.picture(page, "programme");

  // It is run: each is opened, answered by some, and closed.
  const step = async (name) => {
    await sleep(STEPS_APART_MS);
    await keys.use(page.getByRole("button", { name }));
  };
  await step(`Start: ${OPEN}`);
  const items = (await session.read()).items.map((item) => item.id);
  await eventually(
    "the question to be open",
    async () => (await session.read()).items[0].status.phase === "open",
  );
  await keys.kept("the session began");
  await answerAs(page, session, items[0], ANSWERS);
  await page.getByText("3 av 3 har svart").first().waitFor();
  await step("Lukk for svar");
  await keys.kept("the question was closed");
  await keys.tabTo(page.getByRole("radio", { name: "Alle", exact: true }));
  await eventually(
    "everybody to see the results",
    async () => (await session.read()).items[0].status.results === "everyone",
  );
  await people.picture(page, "closed");
  await step(`Neste: ${CHOICE}`);
  await keys.kept("the next question came");
  await step(`Neste: ${RANKING}`);
  await keys.kept("the last question came");

  // It ends, and the minutes are taken home.
  await step("Avslutt samlingen");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("heading", { name: "Avslutte samlingen?" }).waitFor();
  await keys.use(dialog.getByRole("button", { name: "Avslutt samlingen" }));
  await page.getByRole("heading", { name: "Samlingen er avsluttet" }).waitFor();
  await keys.kept("the session ended");
  const downloaded = page.waitForEvent("download");
  await keys.use(button("Last ned referat (Word)"));
  const paragraphs = textsInWord(readFileSync(await (await downloaded).path()));
  for (const text of [...ANSWERS, OPEN, CHOICE, RANKING])
    assert.ok(
      paragraphs.some((paragraph) => paragraph.includes(text)),
      `«${text}» stands in the minutes`,
    );
  await people.picture(page, "ended");
  assert.equal(await people.pointedAt(page), 0, "nothing was pointed at");
  console.log(
    `keys-facilitator: ${keys.presses} keys and ${keys.letters} letters from nothing to the minutes`,
  );
});
