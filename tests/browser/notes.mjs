// What the facilitator notes while the room talks, and what becomes of it in the minutes.
import { readFileSync } from "node:fs";
import { assert, eventually, Keys, sleep, STEPS_APART_MS, textsInWord, trip } from "./lib.mjs";

const PLAN = {
  details: { title: "Helsetjenesten på nytt", language: "nb", place: "Samfunnshuset", date: "2026-11-21" },
  items: [
    { what: "Åpning", who: "Kommunalsjefen", content: { kind: "talk" } },
    {
      content: {
        kind: "question",
        prompt: "Hva skal vi bli bedre på?",
        ask: { type: "open_text", answers_max: 2, length_max: 200 },
      },
    },
  ],
};
const LONG =
  "Hjemmetjenestekoordineringsarbeidsgruppa legger fram et forslag til samhandlingsreformens kommunehelsesamarbeidsavtaler.\nDet sendes på høring.";

trip("notes are written, changed and taken away, and stand in the minutes", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const [opening, question] = (await session.read()).items.map((item) => item.id);
  const page = await people.laptop("facilitator");
  const keys = new Keys(page);
  await page.goto(session.link("facilitate"));
  const section = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Notater til referatet" }) });
  const notes = section.last();
  const field = notes.getByRole("textbox", { name: "Nytt notat" });
  const on = notes.getByRole("combobox", { name: "Til punktet" });
  const listed = () => notes.getByRole("listitem").allInnerTexts();
  const step = async (name) => {
    await sleep(STEPS_APART_MS);
    await page.getByRole("button", { name }).first().click();
  };

  // By the keyboard alone: a letter leads there, Enter keeps, Shift and Enter begin a line.
  await step("Start: Åpning");
  await page.locator("[data-home=room]").focus();
  await page.keyboard.press("r");
  await keys.kept("the way to the notes");
  assert.ok(
    await field.evaluate((field) => field === document.activeElement),
    "the letter leads to the field",
  );
  await page.keyboard.type("Alle tabeller vises på lerretet");
  await page.keyboard.press("Enter");
  await notes.getByText("Alle tabeller vises på lerretet").waitFor();
  assert.equal(await field.inputValue(), "", "the field is empty again");
  await notes.getByRole("radio", { name: "Oppfølging" }).check({ force: true });
  await field.focus();
  await page.keyboard.type("Turid sender ut planen");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("før fredag");
  await page.keyboard.press("Enter");
  await eventually("two notes", async () => (await listed()).length === 2);
  await people.picture(page, "two");

  // A note that was begun stays with its item when the room goes on, and through a reload.
  await field.fill("Dette hører til åpningen");
  await step("Neste: Hva skal vi bli bedre på?");
  await page.getByText("Åpent for svar").first().waitFor();
  await page.reload();
  await eventually(
    "the draft to be there",
    async () => (await field.inputValue()) === "Dette hører til åpningen",
  );
  assert.equal(await on.inputValue(), String(opening), "it is for the item that it was begun on");
  await notes.getByRole("button", { name: "Legg til notatet" }).click();
  await eventually(
    "the next note to be for what the room sees",
    async () => (await on.inputValue()) === String(question),
  );
  await notes.getByText("3 notater på andre punkter").waitFor();

  // Changed, taken away, and back.
  await notes.getByRole("radio", { name: "Beslutning" }).check({ force: true });
  await field.fill("Vi prøver faste team");
  await field.press("Enter");
  await notes.getByRole("button", { name: "Endre notatet «Vi prøver faste team»" }).click();
  const own = notes.getByRole("listitem").getByRole("textbox", { name: "Endre" });
  await own.fill("Vi prøver faste team fra januar");
  await own.press("Escape");
  await notes.getByText("Vi prøver faste team", { exact: true }).waitFor();
  await keys.kept("a change was left");
  await notes.getByRole("button", { name: "Endre notatet «Vi prøver faste team»" }).click();
  await own.fill("Vi prøver faste team fra januar");
  await own.press("Enter");
  await notes.getByText("Vi prøver faste team fra januar").waitFor();
  await notes.getByRole("button", { name: "Ta bort notatet «Vi prøver faste team fra januar»" }).click();
  await eventually("the note to be gone", async () => (await listed()).length === 0);
  await page.getByRole("button", { name: "Angre", exact: true }).last().click();
  await notes.getByText("Vi prøver faste team fra januar").waitFor();

  // What is too long is told, and nothing of it is lost.
  await field.fill("a".repeat(1_003));
  await notes.getByText("3 tegn for langt. Kort det ned.").waitFor();
  await people.picture(page, "too-long");
  await field.fill(LONG);
  await notes.getByRole("button", { name: "Legg til notatet" }).click();
  await notes.getByText("Det sendes på høring.").waitFor();
  await people.picture(page, "long");

  // Nobody else is told.
  for (const view of ["join", "present"]) {
    const other = await people.phone(view);
    await other.goto(session.link(view));
    await other.getByText("Hva skal vi bli bedre på?").first().waitFor();
    assert.ok(!(await other.content()).includes("faste team"), `${view} is told a note`);
  }

  // On a phone that is a remote, and after the end, when more can be written.
  const remote = await people.phone("remote");
  await remote.goto(session.link("facilitate"));
  await remote.getByRole("textbox", { name: "Nytt notat" }).scrollIntoViewIfNeeded();
  await people.picture(remote, "remote");
  await session.command({ do: "end_session" });
  await page.getByRole("heading", { name: "Samlingen er avsluttet" }).waitFor();
  await eventually("all notes", async () => (await listed()).length === 5);
  await on.selectOption(String(opening));
  await field.fill("Lagt til etterpå");
  await field.press("Enter");
  await notes.getByText("Lagt til etterpå").waitFor();
  await people.picture(page, "ended");
  const downloaded = page.waitForEvent("download");
  await page.getByRole("button", { name: "Last ned referat (Word)" }).click();
  const paragraphs = textsInWord(readFileSync(await (await downloaded).path()));
  const at = (text) => paragraphs.findIndex((paragraph) => paragraph.includes(text));
  for (const text of [
    "Beslutninger",
    "Vi prøver faste team fra januar (Hva skal vi bli bedre på?)",
    "Lagt til etterpå",
  ])
    assert.ok(at(text) >= 0, `«${text}» stands in the minutes`);
  assert.ok(at("Beslutninger") < at("Program"), "decisions come first");
});
