// A new facilitator makes a session on the page, runs it, tidies the themes, ends it and takes the minutes home.
import { readFileSync } from "node:fs";
import { assert, eventually, sleep, STEPS_APART_MS, textsInWord, trip } from "./lib.mjs";

const QUESTION = "Hva skal vi bli bedre på?";
const RANKING = "Hva gjør vi først?";
const TALK = "Velkommen og presentasjon";
const ANSWERS = [
  "Mer tid til hver bruker",
  "Tid til å snakke sammen",
  "Kortere møter",
  "Felles kalender",
  "Kaffe",
];

trip("a facilitator makes a session, runs it, and downloads the minutes", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const page = await people.laptop("facilitator");

  // A session without an account; without a title it is not made, and the page says why.
  await page.goto(`${server.origin}/facilitate`);
  await page.getByRole("button", { name: "Lag samlingen" }).click();
  await page.getByText("Skriv en tittel, så vet alle hva de er med på.").waitFor();
  await page.getByLabel("Tittel").fill("Fagdag om hjemmetjenesten");
  await page.getByText("Dato, språk og sted").click();
  await page.getByLabel("Sted", { exact: true }).fill("Rådhuset");
  await page.getByRole("button", { name: "Lag samlingen" }).click();
  await page.getByRole("heading", { name: "Lenken din er nøkkelen" }).waitFor();
  await page.getByRole("button", { name: "Jeg har tatt vare på den" }).click();
  const session = server.sessionAt(page.url());
  const programme = page.getByRole("region", { name: "Program", exact: true });
  const answers = page.getByRole("region", { name: "Svar og tema", exact: true });

  // The programme: an open question, a ranking, a talk.
  await add(page, "Åpent spørsmål", async (form) => {
    await form.getByLabel("Spørsmålet", { exact: true }).fill(QUESTION);
    await form.getByLabel("Svar per person").fill("5");
  });
  await add(page, "Rangering", async (form) => {
    await form.getByLabel("Spørsmålet", { exact: true }).fill(RANKING);
    await form.getByLabel("Alternativer, ett på hver linje").fill("Vaktplan\nOpplæring\nUtstyr");
  });
  await add(page, "Innlegg", async (form) => {
    await form.getByLabel("Hva", { exact: true }).fill(TALK);
    await form.getByLabel("Fra", { exact: true }).fill("0900");
    await form.getByLabel("Til", { exact: true }).fill("9:15");
    await form.getByLabel(/^Hvem/).fill("Kommunalsjefen");
  });
  await inOrder(programme, session, [QUESTION, RANKING, TALK]);

  // Reordered by keys and by hand, deleted and brought back.
  const handle = (title) => programme.getByRole("button", { name: `Flytt ${title}.`, exact: false });
  await handle(TALK).press("Alt+ArrowUp");
  await inOrder(programme, session, [QUESTION, TALK, RANKING]);
  await handle(TALK).press("Alt+ArrowUp");
  await inOrder(programme, session, [TALK, QUESTION, RANKING]);
  await drag(page, handle(RANKING), handle(QUESTION));
  await inOrder(programme, session, [TALK, RANKING, QUESTION]);
  await programme.getByRole("button", { name: "Angre" }).click();
  await inOrder(programme, session, [TALK, QUESTION, RANKING]);
  const row = (title) => programme.getByRole("listitem").filter({ hasText: title });
  await row(RANKING).getByRole("button", { expanded: false }).click();
  await row(RANKING).getByRole("button", { name: "Slett" }).click();
  await inOrder(programme, session, [TALK, QUESTION]);
  await undo(page, `«${RANKING}» er slettet`);
  await inOrder(programme, session, [TALK, QUESTION, RANKING]);
  const { items } = await session.read();
  const [talk, open, ranking] = items;
  assert.deepEqual([talk.plan.starts, talk.plan.ends, talk.plan.who], ["09:00", "09:15", "Kommunalsjefen"]);
  assert.deepEqual(ranking.plan.content.ask, {
    type: "ranking",
    options: ["Vaktplan", "Opplæring", "Utstyr"],
    top: 3,
  });
  await people.picture(page, "programme");

  // It is run while a phone answers.
  const phone = await people.phone("phone");
  await phone.goto(`${server.origin}/${session.code}`);
  await phone.getByRole("heading", { name: "Fagdag om hjemmetjenesten" }).waitFor();
  await page.getByText("1 her nå").first().waitFor();
  const step = async (name) => {
    await sleep(STEPS_APART_MS);
    await page.getByRole("button", { name }).click();
  };
  await page.getByRole("button", { name: `Start: ${TALK}` }).dblclick();
  await phone.getByRole("heading", { name: TALK }).waitFor();
  await sleep(STEPS_APART_MS);
  assert.equal((await session.read()).stage.item.id, talk.id, "a double click passes over nothing");
  await step(`Neste: ${QUESTION}`);
  await phone.getByRole("heading", { name: QUESTION }).waitFor();
  for (const [index, text] of ANSWERS.entries()) {
    await phone.getByRole("textbox", { name: index === 0 ? "Svaret ditt" : "Et svar til" }).fill(text);
    await phone.getByRole("button", { name: "Send svaret" }).click();
    await eventually("the answer to be received", async () => {
      return (await phone.getByText("Mottatt", { exact: true }).count()) === index + 1;
    });
  }
  for (const text of ANSWERS) await answer(answers, text).waitFor();
  await page.getByText("1 av 1 har svart").first().waitFor();

  // An answer is taken away from every screen, and brought back.
  await answer(answers, "Kaffe").getByRole("button", { name: "Valg for svaret" }).click();
  await page.getByRole("menuitem", { name: "Ta bort svaret" }).click();
  await answer(answers, "Kaffe").waitFor({ state: "detached" });
  await phone.getByText("Prosesslederen har tatt bort dette svaret fra samlingen.").waitFor();
  assert.ok(!(await session.textsOf(open.id)).includes("Kaffe"), "what was taken away does not stand");
  await answers.getByText("1 svar tatt bort").click();
  await answers.getByRole("button", { name: "Hent tilbake" }).click();
  await answer(answers, "Kaffe").waitFor();
  assert.ok((await session.textsOf(open.id)).includes("Kaffe"), "what was brought back stands");
  await phone
    .getByText("Prosesslederen har tatt bort dette svaret fra samlingen.")
    .waitFor({ state: "detached" });

  // Themes are made, renamed, merged and moved between, each step undone again.
  const themes = (expected) => themed(answers, session, open.id, expected);
  await makeTheme(page, answers, "Rytme", ANSWERS.slice(0, 2));
  await themes({ Rytme: ANSWERS.slice(0, 2) });
  await makeTheme(page, answers, "Verktøy", ANSWERS.slice(2, 4));
  await themes({ Rytme: ANSWERS.slice(0, 2), Verktøy: ANSWERS.slice(2, 4) });

  await choose(page, answers, "Rytme", "Gi nytt navn");
  await answers.getByRole("textbox", { name: "Nytt navn på Rytme" }).fill("God tid");
  await page.keyboard.press("Enter");
  await themes({ "God tid": ANSWERS.slice(0, 2), Verktøy: ANSWERS.slice(2, 4) });

  await choose(page, answers, "Verktøy", "Slå sammen med …");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^God tid/ })
    .click();
  await themes({ "God tid": ANSWERS.slice(0, 4) });
  await undo(page, "«Verktøy» er slått sammen");
  await themes({ "God tid": ANSWERS.slice(0, 2), Verktøy: ANSWERS.slice(2, 4) });

  await answer(answers, "Kortere møter").getByRole("button", { name: "Valg for svaret" }).click();
  await page.getByRole("menuitem", { name: "Flytt til …" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^God tid/ })
    .click();
  await themes({ "God tid": ANSWERS.slice(0, 3), Verktøy: ["Felles kalender"] });
  await answers.getByRole("button", { name: "Angre" }).click();
  await themes({ "God tid": ANSWERS.slice(0, 2), Verktøy: ANSWERS.slice(2, 4) });
  await answers.getByRole("button", { name: "Gjør om" }).click();
  await themes({ "God tid": ANSWERS.slice(0, 3), Verktøy: ["Felles kalender"] });
  await people.picture(page, "themes");

  // Results are shared, the question is closed, and the next begins.
  await page
    .getByRole("radiogroup", { name: "Hvem ser resultatene" })
    .getByText("Alle", { exact: true })
    .click();
  await phone.getByRole("heading", { name: "Dette sier vi" }).waitFor();
  await phone.getByRole("listitem").filter({ hasText: "God tid" }).waitFor();
  await step("Lukk for svar");
  await phone.getByText("Spørsmålet er lukket").waitFor();
  await step(`Neste: ${RANKING}`);
  await phone.getByRole("button", { name: "Send rekkefølgen" }).click();
  await phone.getByText("Mottatt", { exact: true }).waitFor();
  await answers.getByText("1 person har rangert").waitFor();
  await answers.getByRole("row", { name: /1 Vaktplan 1,0 2 1/ }).waitFor();

  // It ends after a question, and the minutes are downloaded.
  await step("Avslutt samlingen");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("heading", { name: "Avslutte samlingen?" }).waitFor();
  await dialog.getByRole("button", { name: "Avslutt samlingen" }).click();
  await phone.getByRole("heading", { name: "Takk for i dag" }).waitFor();
  await page.getByRole("heading", { name: "Samlingen er avsluttet" }).waitFor();
  const downloaded = page.waitForEvent("download");
  await page.getByRole("button", { name: "Last ned referat (Word)" }).click();
  const file = await downloaded;
  assert.match(file.suggestedFilename(), /^[\w.-]+\.docx$/u, "the minutes have a plain name");
  const paragraphs = textsInWord(readFileSync(await file.path()));
  for (const text of [...ANSWERS, "Fagdag om hjemmetjenesten"]) {
    const count = paragraphs.filter((paragraph) => paragraph === text).length;
    assert.equal(count, 1, `«${text}» stands once in the minutes:\n${paragraphs.join("\n")}`);
  }
  assert.ok(
    paragraphs.some((paragraph) => paragraph.includes("God tid (3)")),
    paragraphs.join("\n"),
  );
  await people.picture(page, "ended");

  // The start page knows the way back.
  await page.goto(`${server.origin}/facilitate`);
  await page.getByRole("link", { name: "Fagdag om hjemmetjenesten" }).click();
  await page.getByRole("heading", { name: "Samlingen er avsluttet" }).waitFor();
});

/** Adds an item of a kind to the programme; the fields stand ready from the first to the last. */
async function add(page, kind, fill) {
  const form = page.getByRole("form", { name: "Nytt punkt" });
  await form.getByRole("radiogroup", { name: "Slag" }).getByText(kind, { exact: true }).click();
  await fill(form);
  await form.getByRole("button", { name: "Legg til" }).click();
  const title = form.getByLabel(/^(Spørsmålet|Hva)$/);
  await eventually(
    "the fields to stand ready for the next item",
    async () => (await title.inputValue()) === "",
  );
}

/** Waits until the programme has these items in this order, on the page and on the server. */
async function inOrder(programme, session, titles) {
  await eventually(`the programme to be ${titles.join(" | ")}`, async () => {
    const { items } = await session.read();
    assert.deepEqual(
      items.map(({ plan }) => plan.what || plan.content.prompt),
      titles,
    );
    const rows = await programme.getByRole("listitem").allInnerTexts();
    assert.equal(rows.length, titles.length);
    titles.forEach((title, index) => assert.ok(rows[index].includes(title), rows.join("\n")));
    return true;
  });
}

/** Drags one row's handle with the mouse to above another's. */
async function drag(page, handle, over) {
  // Hovering waits until rows that still glide stand where they will.
  await over.hover();
  await handle.hover();
  const to = await over.boundingBox();
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y - 2, { steps: 8 });
  await page.mouse.up();
}

/** Takes back what the newest notice tells of. */
async function undo(page, told) {
  await page.getByRole("status").getByText(told).waitFor();
  await page
    .getByRole("status")
    .getByRole("button", { name: /^Angre/ })
    .last()
    .click();
}

/** An answer on the facilitator's board. */
function answer(answers, text) {
  return answers.getByRole("listitem").filter({ hasText: text });
}

/** Selects answers and makes a theme of them. */
async function makeTheme(page, answers, label, texts) {
  for (const text of texts) await answers.getByRole("checkbox", { name: `Velg svaret: ${text}` }).check();
  await answers.getByRole("toolbar").getByRole("button", { name: "Nytt tema" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Navn på temaet").fill(label);
  await dialog.getByRole("button", { name: "Nytt tema" }).click();
  await answers.getByRole("article", { name: label }).waitFor();
}

/** Chooses from a theme's menu. */
async function choose(page, answers, label, choice) {
  await answers.getByRole("button", { name: `Valg for ${label}`, exact: true }).click();
  await page.getByRole("menuitem", { name: choice }).click();
}

/** Waits until the themes that a person has decided are these with these answers, on the server and on the page. */
async function themed(board, session, item, expected) {
  await eventually(`the themes to be ${JSON.stringify(expected)}`, async () => {
    const { answers, themes } = await session.resultsOf(item);
    const texts = new Map(answers.map(({ id, text }) => [id, text]));
    const decided = themes.filter((theme) => theme.decided);
    const seen = decided.map((theme) => [theme.label, theme.answers.map((id) => texts.get(id)).sort()]);
    const wanted = Object.entries(expected).map(([label, held]) => [label, [...held].sort()]);
    assert.deepEqual(Object.fromEntries(seen), Object.fromEntries(wanted));
    for (const [label, held] of wanted) {
      const rows = board.getByRole("article", { name: label, exact: true }).getByRole("listitem");
      const drawn = (await rows.allInnerTexts()).map((text) => text.trim().split("\n")[0]);
      assert.deepEqual(drawn.sort(), held, `the page's theme «${label}»`);
    }
    return true;
  });
}
