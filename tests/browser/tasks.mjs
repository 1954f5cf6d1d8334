// The main tasks of a new facilitator by mouse, with every press counted: prepare, tidy sixty answers, end and take the minutes home.
import { readFileSync } from "node:fs";
import { answerAs, assert, eventually, sleep, STEPS_APART_MS, textsInWord, trip } from "./lib.mjs";
import { Hand } from "./shared/hand.mjs";
import { BEGUN, WANTED } from "./shared/sixty.mjs";

const OPEN = "Hva er viktigst?";
const CHOICE = "Hva begynner vi med?";
const RANKING = "Hva haster?";
/** The most that each task may cost, in clicks and drags, and in keys pressed beside letters. */
const MOST = {
  prepare: { clicks: 10, drags: 0, keys: 1 },
  tidy: { clicks: 14, drags: 9, keys: 2 },
  end: { clicks: 3, drags: 0, keys: 0 },
};

trip("the main tasks take few presses", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const page = await people.laptop("facilitator");
  const hand = new Hand(page);
  const button = (name) => page.getByRole("button", { name, exact: true });
  const spent = {};
  const done = (task) => {
    spent[task] = hand.take();
    const { clicks, drags, keys, letters } = spent[task];
    console.log(`tasks: ${task}: ${clicks} clicks, ${drags} drags, ${keys} keys, ${letters} letters`);
    for (const [kind, most] of Object.entries(MOST[task]))
      assert.ok(spent[task][kind] <= most, `${task}: ${spent[task][kind]} ${kind}, at most ${most}`);
  };

  // Prepared: a session with three questions, its link copied and kept.
  await page.goto(`${server.origin}/`);
  await hand.click(page.getByRole("link", { name: "Skal du lede? Lag en samling" }));
  await page.getByLabel("Tittel").waitFor();
  await hand.type("Fagdag");
  await hand.press("Enter");
  await page.getByRole("heading", { name: "Lenken din er nøkkelen" }).waitFor();
  const session = server.sessionAt(page.url());
  const form = page.getByRole("form", { name: "Nytt punkt" });
  const focused = (thing) =>
    eventually("the field to be ready", () => thing.evaluate((one) => one === document.activeElement));
  const add = async (kind, prompt, options) => {
    const title = form.getByLabel("Spørsmålet", { exact: true });
    if (kind)
      await hand.click(form.getByRole("radiogroup", { name: "Slag" }).getByText(kind, { exact: true }));
    await focused(title);
    await hand.type(prompt);
    if (options) {
      await hand.click(form.getByLabel("Alternativer, ett på hver linje"));
      await hand.type(options.join("\n"));
    }
    await hand.click(form.getByRole("button", { name: "Legg til" }));
    await page.locator(".programme").getByText(prompt).first().waitFor();
    await focused(title);
  };
  await add(undefined, OPEN);
  await add("Valg", CHOICE, ["Opplæring", "Utstyr"]);
  await add("Rangering", RANKING, ["Vaktplan", "Opplæring", "Utstyr"]);
  await hand.click(
    page
      .getByRole("region", { name: "Lenken din er nøkkelen" })
      .getByRole("button", { name: "Kopier lenken" }),
  );
  await hand.click(button("Jeg har tatt vare på den"));
  done("prepare");
  await people.picture(page, "prepared");

  // Sixty answers come, and lie as a first grouping may leave them.
  await page.getByRole("button", { name: `Start: ${OPEN}` }).click();
  await eventually("the question to be open", async () => (await session.read()).stage.phase === "running");
  const [item, , last] = (await session.read()).items.map(({ id }) => id);
  const begun = Object.entries(BEGUN).filter(([label]) => label !== "Andre tema");
  await answerAs(page, session, item, Object.values(BEGUN).flat());
  await session.command({ do: "close_question", item });
  const results = () => session.resultsOf(item);
  const { answers } = await results();
  const idOf = new Map(answers.map(({ id, text }) => [text, id]));
  const textOf = new Map(answers.map(({ id, text }) => [id, text]));
  for (const [label, texts] of begun) {
    const taken = (await results()).themes.find((theme) => theme.label === label);
    if (taken) await session.command({ do: "dissolve_theme", item, theme: taken.id });
    await session.command({ do: "make_theme", item, label, answers: texts.map((text) => idOf.get(text)) });
  }
  const board = page.locator("[data-home=answers]");
  const theme = async (label) => (await results()).themes.find((theme) => theme.label === label);
  const labels = begun.map(([label]) => label);
  const card = (label) => board.getByRole("article", { name: label, exact: true });
  const head = (label) => card(label).locator(".head");
  await page.mouse.move(20, 20);
  await eventually("the board to lie as it is begun", async () => {
    // A grouping that was under way may still arrive.
    for (const { id, label } of (await results()).themes)
      if (!labels.includes(label)) await session.command({ do: "dissolve_theme", item, theme: id });
    const names = await board.getByRole("article").evaluateAll((all) => all.map((one) => one.ariaLabel));
    return names.length === labels.length + 1 && labels.every((label) => names.includes(label));
  });
  await people.picture(page, "begun");

  // Strays are dropped where they belong and what is one is put together, however far away it lies.
  const text = (words) => board.getByText(words, { exact: true });
  /** Drags to a theme in the list that comes up while something is dragged. */
  const dropOn = async (thing, label, picture) => {
    await thing.scrollIntoViewIfNeeded();
    await thing.hover();
    await page.mouse.down();
    const from = await thing.boundingBox();
    await page.mouse.move(from.x + 30, from.y + 30, { steps: 4 });
    const place = board.locator(".dock .place", { hasText: label });
    await place.waitFor();
    const to = await place.boundingBox();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    if (picture) await people.picture(page, picture);
    await page.mouse.up();
    hand.drags += 1;
  };
  const lies = (texts, label) =>
    eventually(`${texts.length} answers to lie in ${label}`, async () => {
      const held = (await theme(label)).answers;
      return texts.every((words) => held.includes(idOf.get(words)));
    });
  const move = async (words, label, picture) => {
    await dropOn(text(words), label, picture);
    await lies([words], label);
  };
  const merge = async (from, into) => {
    await dropOn(head(from), into);
    await eventually(`${from} to be gone`, async () => (await theme(from)) === undefined);
  };
  const rename = async (was, is) => {
    await hand.doubleClick(card(was).locator(".name"));
    await board.getByLabel(`Nytt navn på ${was}`).waitFor();
    await hand.type(is);
    await hand.press("Enter");
    await card(is).waitFor();
  };
  /** Finds answers by a word, and drops all that have it. */
  const gather = async (word, label) => {
    const found = Object.values(BEGUN)
      .flat()
      .filter((words) => words.toLowerCase().includes(word));
    await hand.type(word);
    await hand.click(board.getByRole("button", { name: `Velg alle ${found.length}`, exact: true }));
    await board.getByText(`${found.length} valgt`).waitFor();
    await dropOn(text(found[0]), label);
    await lies(found, label);
    await focused(board.getByRole("searchbox"));
  };
  await rename("Folk", "Bemanning");
  await rename("Leder", "Ledelse");
  const search = board.getByRole("searchbox", { name: "Søk i svarene" });
  await hand.click(search);
  await gather("vite", "Informasjon");
  await gather("sjef", "Ledelse");
  await gather("bemanning", "Bemanning");
  await merge("Fastlegene", "Samarbeid");
  await merge("Kurs", "Opplæring");
  await move("Biler må noen ha tid til å vaske", "Bemanning");
  await move("En leder som kjenner folk", "Ledelse");
  await move("Møteplasser på tvers", "Samarbeid");
  const rest = BEGUN["Andre tema"].filter((words) => WANTED.Biler.includes(words));
  for (const words of rest) await hand.click(text(words));
  await board.getByText("4 valgt").waitFor();
  await people.picture(page, "selected");
  await dropOn(text(rest[0]), "Biler", "dragging");
  await lies(rest, "Biler");
  await hand.click(head("Kaffe").locator("[aria-haspopup=menu]"));
  await hand.click(card("Kaffe").getByRole("menuitem", { name: "Skjul for rommet" }));
  await card("Kaffe").getByText("Skjult for rommet", { exact: false }).waitFor();
  const { themes } = await results();
  const tidied = themes.map(({ label, answers }) => [label, answers.map((id) => textOf.get(id)).sort()]);
  const wanted = Object.entries(WANTED).map(([label, texts]) => [label, [...texts].sort()]);
  assert.deepEqual(Object.fromEntries(tidied), Object.fromEntries(wanted));
  assert.ok(themes.find(({ label }) => label === "Kaffe").hidden);
  done("tidy");
  await people.picture(page, "tidied");

  // A range is chosen with Shift, and moved by the first letters of where it goes; undone with a press.
  const opplæring = BEGUN.Opplæring;
  const box = (words) => board.getByRole("checkbox", { name: `Velg svaret: ${words}` });
  await box(opplæring[0]).click();
  await text(opplæring[3]).click({ modifiers: ["Shift"] });
  await board.getByText("4 valgt").waitFor();
  await box(opplæring[1]).click();
  await board.getByText("3 valgt").waitFor();
  await board.getByRole("toolbar").getByRole("button", { name: "Flytt til …" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("searchbox", { name: "Flytt til …" }).waitFor();
  await page.keyboard.type("led");
  assert.deepEqual(await dialog.locator(".pick .grow").allInnerTexts(), ["Ledelse", "+ Nytt tema: «led»"]);
  await people.picture(page, "move");
  await page.keyboard.press("Enter");
  await lies([opplæring[0], opplæring[2], opplæring[3]], "Ledelse");
  await board.getByRole("button", { name: "Angre", exact: true }).first().click();
  await lies(opplæring, "Opplæring");
  // All of a theme with one press, and let go with another.
  await board.getByRole("checkbox", { name: "Velg alle svarene i «Informasjon»" }).click();
  await board.getByText(`${WANTED.Informasjon.length} valgt`).waitFor();
  await board.getByRole("checkbox", { name: "Velg alle svarene i «Informasjon»" }).click();
  await board.getByText("valgt").waitFor({ state: "detached" });

  // It ends, and the minutes are taken home.
  await session.command({ do: "go_to", item: last });
  await page.getByText("Hva haster?").first().waitFor();
  await sleep(STEPS_APART_MS);
  await hand.click(button("Avslutt samlingen"));
  await hand.click(page.getByRole("dialog").getByRole("button", { name: "Avslutt samlingen" }));
  const downloaded = page.waitForEvent("download");
  await hand.click(button("Last ned referat (Word)"));
  const paragraphs = textsInWord(readFileSync(await (await downloaded).path()));
  assert.ok(paragraphs.some((paragraph) => paragraph.includes("Bemanning (10)")));
  done("end");
});
