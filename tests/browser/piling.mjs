// A room without headings makes piles on its phones; the facilitator names what comes of them.
import { answerAs, assert, eventually, sleep, trip } from "./lib.mjs";

const PLAN = {
  details: { title: "Fagdag om hjemmetjenesten", language: "nb" },
  items: [
    {
      content: {
        kind: "question",
        prompt: "Hva skal vi bli bedre på?",
        ask: { type: "open_text", answers_max: 10, length_max: 600 },
      },
    },
  ],
};
/** What belongs together to those in this room; the engine alone would not see it. */
const TOGETHER = {
  "Tida vår": ["Kortere vaktskifter", "Ro rundt måltidene", "Ikke haste fra bruker til bruker"],
  "Tingene vi bruker": ["Nye nettbrett i bilene", "Varmere uniformer", "Nøkler som ikke forsvinner"],
};
/** In less time than this nobody has read six answers, and what is put together counts for less. */
const READING_MS = 8_000;
const LONG =
  "Å slippe å skrive det samme tre steder: først på papiret i permen hos brukeren, så i journalsystemet når vi er tilbake på basen, og til slutt på tavla til dem som kommer på kveldsvakt, som likevel ringer og spør";

trip("a room without headings makes piles, and the facilitator names them", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const [{ id: item }] = (await session.read()).items;
  await session.command({ do: "next" });
  const page = await people.laptop("facilitator");
  await page.goto(session.link("facilitate"));
  const projector = await people.projector("projector");
  await projector.goto(session.link("present"));
  const board = page.locator("[data-home=answers]");
  await answerAs(page, session, item, [...Object.values(TOGETHER).flat(), LONG], 7);
  await board.getByText("7 svar fra 1").waitFor();
  await session.command({ do: "close_question", item });

  await board.getByRole("button", { name: "Lag bunker" }).click();
  const dialog = page.getByRole("dialog", { name: "Lag bunker" });
  await people.picture(page, "start");
  await dialog.getByText("1", { exact: true }).click();
  await dialog.getByRole("button", { name: "Start" }).click();
  const panel = page.getByRole("region", { name: "Lag bunker" });
  await panel.getByText("Ingen har lagt noe sammen ennå").waitFor();
  await projector.getByText("Legg sammen på telefonen").waitFor();
  await people.picture(projector, "empty");

  // A phone on a line that is lost in the middle: chosen, put together, parted again, put together, sent when it is back.
  const line = await trip.startProxy(server);
  const phone = await people.phone("phone", { viewport: { width: 320, height: 640 } });
  await phone.goto(session.link("join", line));
  await phone.getByRole("heading", { name: "Hva hører sammen?" }).waitFor();
  await phone.getByText("1 av 1", { exact: true }).waitFor();
  const card = (on, text) => on.locator(".card-text", { hasText: text.slice(0, 40) });
  const dealt = async (on) => {
    const texts = await on.locator(".card-text > span").allInnerTexts();
    assert.equal(texts.length, 6, texts.join("\n"));
    return texts;
  };
  const hand = await dealt(phone);
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px wider than the phone`);
  await people.picture(phone, "hand");
  const join = (on) => on.getByRole("button", { name: /^Legg sammen/ });
  assert.equal(await join(phone).isDisabled(), true, "nothing is chosen");
  await card(phone, hand[0]).tap();
  await card(phone, hand[1]).tap();
  await people.picture(phone, "chosen");
  await join(phone).tap();
  await phone.getByText("Bunke 1 (2)").waitFor();
  await phone.getByRole("button", { name: "Løs opp" }).tap();
  await phone.getByText("Bunke 1 (2)").waitFor({ state: "detached" });
  const lay = async (on, tap) => {
    const texts = await dealt(on);
    for (const group of Object.values(TOGETHER)) {
      const mine = texts.filter((text) => group.includes(text));
      if (mine.length < 2) continue;
      for (const text of mine) await tap(card(on, text));
      await tap(join(on));
    }
  };
  await lay(phone, (thing) => thing.tap());
  await people.picture(phone, "piles");
  await sleep(READING_MS);
  people.expectLostLine();
  await line.cut();
  await phone.getByRole("button", { name: "Ferdig" }).tap();
  await line.mend();
  await phone.getByRole("heading", { name: "Takk! Du har lagt bunker én gang" }).waitFor();
  await people.picture(phone, "done");
  await panel.getByText("1 runde fra 1 deltaker").waitFor();

  // Others do the same by the keyboard.
  const others = [];
  for (const name of ["second", "third"]) {
    const other = await people.laptop(name);
    await other.goto(session.link("join"));
    await other.getByRole("heading", { name: "Hva hører sammen?" }).waitFor();
    others.push(other);
  }
  await sleep(READING_MS);
  for (const other of others) {
    await lay(other, (thing) => thing.press("Enter"));
    await other.getByRole("button", { name: /^(Ferdig|Ingen hører sammen)$/ }).press("Enter");
    await other.getByRole("heading", { name: "Takk! Du har lagt bunker én gang" }).waitFor();
  }
  await panel.getByText("3 runder fra 3 deltakere").waitFor();
  await panel.getByText("7 av 7 svar er lest").waitFor();
  await eventually("the piles to become themes", async () => {
    const { answers, themes } = await session.resultsOf(item);
    for (const group of Object.values(TOGETHER)) {
      const ids = answers.filter(({ text }) => group.includes(text)).map(({ id }) => id);
      const theme = themes.find((theme) => theme.answers.includes(ids[0]));
      assert.deepEqual(theme?.answers.filter((id) => ids.includes(id)).sort(), ids.sort());
    }
    return true;
  });
  await people.picture(projector, "themes");
  await people.picture(page, "running");
  await panel.getByRole("button", { name: "Stopp" }).click();
  await page.getByText("Bunkene er samlet i tema.", { exact: false }).waitFor();
  await panel.getByText("Rommet har laget bunker").waitFor();

  // Named by hand, and let go of: what has a name stays.
  const { themes } = await session.resultsOf(item);
  const named = board.getByRole("article", { name: themes[0].label, exact: true });
  await named.locator(".name").focus();
  await page.keyboard.press("F2");
  await page.keyboard.type("Tida vår");
  await page.keyboard.press("Enter");
  await board.getByRole("article", { name: "Tida vår" }).waitFor();
  await people.picture(page, "stopped");
  await panel.getByRole("button", { name: "Forkast …" }).click();
  await page.getByRole("button", { name: "Forkast bunkene" }).click();
  await board.getByRole("button", { name: "Lag bunker" }).waitFor();
  await eventually("the named theme to stay", async () =>
    (await session.resultsOf(item)).themes.some(({ label }) => label === "Tida vår"),
  );
});
