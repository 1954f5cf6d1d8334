// A facilitator tidies forty answers with the mouse: drags themes in order and under headings, and splits one as suggested.
import { answerAs, assert, eventually, sleep, trip } from "./lib.mjs";
import { WISHES } from "./shared/wishes.mjs";

const PLAN = {
  details: { title: "Samling om tjenestene", language: "nb" },
  items: [
    {
      content: {
        kind: "question",
        prompt: "Hva er viktigst for at vi skal lykkes?",
        ask: { type: "open_text", answers_max: 10, length_max: 200 },
      },
    },
  ],
};

/** Until cards that glide have come to rest. */
const SETTLED_MS = 600;

trip("a facilitator tidies themes with the mouse", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const [{ id: item }] = (await session.read()).items;
  await session.command({ do: "next" });
  const page = await people.laptop("facilitator");
  await page.goto(session.link("facilitate"));
  await page.getByText("Ingen svar ennå").last().waitFor();
  await people.picture(page, "none");
  await answerAs(page, session, item, WISHES, 10);
  const board = page.locator("[data-home=answers]");
  await board.getByText("40 svar fra 4").waitFor();
  // What comes while the mouse is among the answers waits at the side, and nothing under it moves.
  const last = board.getByRole("article").last();
  await eventually("themes to lie there", async () => (await board.getByRole("article").count()) >= 4);
  await sleep(SETTLED_MS);
  await board.getByRole("article").first().hover();
  const lay = JSON.stringify(await last.boundingBox());
  await answerAs(page, session, item, ["Ledere som hilser", "Ledere som spør", "Rause ledere"], 3);
  await board.getByRole("button", { name: "3 nye svar" }).waitFor();
  assert.equal(JSON.stringify(await last.boundingBox()), lay, "nothing moves under the hand");
  await people.picture(page, "waiting");
  await board.getByRole("button", { name: "3 nye svar" }).click();
  await board.getByText("Ledere som hilser").waitFor();

  await session.command({ do: "close_question", item });
  const results = () => session.resultsOf(item);
  await eventually("themes", async () => (await results()).themes.length >= 4);
  const card = (label) => board.getByRole("article", { name: label, exact: true });
  const choose = async (label, choice) => {
    await card(label).locator(".head > [aria-haspopup=menu]").click();
    await card(label).getByRole("menuitem", { name: choice }).click();
  };
  const undo = board.getByRole("button", { name: "Angre", exact: true }).first();
  await people.picture(page, "forty");

  // Two themes of one: the suggestion is told with names that can be changed, and one answer is left where it was.
  const { answers } = await results();
  const about = (words) =>
    answers.filter(({ text }) => words.some((word) => text.toLowerCase().includes(word))).map(({ id }) => id);
  const both = about(["informasjon", "opplæring", "kurs"]);
  await session.command({ do: "make_theme", item, label: "Forberedelse", answers: both });
  await choose("Forberedelse", "Del temaet …");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Del slik" }).waitFor();
  await people.picture(page, "split");
  await dialog.getByLabel("Del 1").fill("");
  await dialog.getByRole("button", { name: "Del slik" }).click();
  await dialog.getByText("Skriv et navn.").waitFor();
  await dialog.getByLabel("Del 1").fill("Vi vet hva som skjer");
  await dialog.getByRole("checkbox").first().uncheck();
  await dialog.getByText("1 svar blir i «Forberedelse».").waitFor();
  await dialog.getByRole("button", { name: "Del slik" }).click();
  await card("Vi vet hva som skjer").waitFor();
  await eventually("the parts to stand with one answer left", async () => {
    const { themes } = await results();
    const size = (label) => themes.find((theme) => theme.label === label).answers.length;
    assert.equal(size("Forberedelse"), 1);
    assert.ok(size("Vi vet hva som skjer") >= 4);
    return true;
  });
  await undo.click();
  await card("Vi vet hva som skjer").waitFor({ state: "detached" });
  await board.getByRole("button", { name: "Gjør om", exact: true }).first().click();
  await card("Vi vet hva som skjer").waitFor();

  // A heading over themes: made in the menu, filled by dropping, named anew, taken away, brought back.
  const before = (await results()).families.length;
  await choose("Forberedelse", "Legg under hovedtema …");
  await dialog.getByLabel("Nytt hovedtema").fill("Før vi begynner");
  await dialog.getByRole("button", { name: "Lag hovedtemaet" }).click();
  const heading = board.getByRole("heading", { name: "Før vi begynner" });
  await heading.waitFor();
  await board.getByRole("button", { name: "Skjul svarene" }).click();
  await drag(page, card("Vi vet hva som skjer").locator(".head"), heading);
  const under = async () => (await results()).families.find(({ label }) => label === "Før vi begynner");
  await eventually("two themes to stand under it", async () => (await under()).themes.length === 2);
  await people.picture(page, "families");
  await board.getByRole("button", { name: "Valg for hovedtemaet Før vi begynner" }).click();
  await board.getByRole("menuitem", { name: "Gi nytt navn" }).click();
  await page.getByLabel("Nytt navn på Før vi begynner").fill("Forberedt");
  await page.keyboard.press("Enter");
  await board.getByRole("heading", { name: "Forberedt" }).waitFor();
  await board.getByRole("button", { name: "Valg for hovedtemaet Forberedt" }).click();
  await board.getByRole("menuitem", { name: "Ta bort hovedtemaet" }).click();
  await board.getByRole("heading", { name: "Forberedt" }).waitFor({ state: "detached" });
  await undo.click();
  await board.getByRole("heading", { name: "Forberedt" }).waitFor();
  await board.getByRole("button", { name: "Hovedtema", exact: true }).click();
  await board.getByRole("menuitem", { name: "La Plenum foreslå" }).click();
  await board.getByRole("heading", { name: "Forberedt" }).waitFor({ state: "detached" });
  await eventually("the suggestion", async () => (await results()).families.length === before);

  // Dropped on the edge of another a theme comes before it; dropped in the middle the two become one.
  const order = async () => (await results()).themes.map((theme) => theme.label);
  await session.command({ do: "arrange_families", item, families: [] });
  await board
    .getByRole("heading", { level: 3 })
    .first()
    .waitFor({ state: "detached" })
    .catch(() => undefined);
  const [first, , third] = await order();
  await drag(page, card(third).locator(".head"), card(first), 3);
  await eventually("the third to be first", async () => (await order())[0] === third);
  const [, second, , fourth] = await order();
  await drag(page, card(fourth).locator(".head"), card(second));
  await eventually("two to be one", async () => !(await order()).includes(fourth));
  await undo.click();
  await eventually("two to be two again", async () => (await order()).includes(fourth));

  // Answers that were selected together are dropped together.
  await card("Andre tema").locator(".name").click();
  const texts = ["Kaffe", "Rekruttere sykepleiere"];
  for (const text of texts) await board.getByRole("checkbox", { name: `Velg svaret: ${text}` }).check();
  await board.getByText("2 valgt").waitFor();
  await dropOnList(page, board.getByText("Kaffe", { exact: true }), "Forberedelse");
  await eventually("both to be there", async () => {
    const now = (await results()).themes.find((theme) => theme.label === "Forberedelse");
    return about(texts.map((text) => text.toLowerCase())).every((id) => now.answers.includes(id));
  });
  await people.picture(page, "tidied");

  // The organisation's own headings: a wrong line is told, a list is made of these themes, and saving can be undone.
  await page.getByRole("button", { name: "Meny" }).click();
  await page.getByRole("menuitem", { name: "Felles begreper" }).click();
  const concepts = page.getByRole("dialog", { name: "Felles begreper" });
  people.expect(
    /status of 400/,
    "Chromium reports every refused request, and the server is what reads the list",
  );
  const area = concepts.getByRole("textbox");
  await area.fill("Ledelse: leder, sjef\n: noe");
  await concepts.getByRole("button", { name: "Lagre" }).click();
  await concepts.getByText("Linje 2 mangler overskrift foran kolon.").waitFor();
  await area.fill("Ledelse: leder, sjef\n");
  await concepts.getByRole("combobox").selectOption({ label: "Temaene i denne samlingen" });
  await concepts.getByText("lagt til", { exact: false }).waitFor();
  assert.ok((await area.inputValue()).startsWith("Ledelse: leder, sjef\n"), "what was written stays");
  await people.picture(page, "concepts");
  await concepts.getByRole("button", { name: "Lagre" }).click();
  await page.getByText("lagret. De gjelder nye svar", { exact: false }).waitFor();
  await page
    .getByRole("status")
    .getByRole("button", { name: /^Angre/ })
    .last()
    .click();
  await page.getByRole("button", { name: "Meny" }).click();
  await page.getByRole("menuitem", { name: "Felles begreper" }).click();
  await eventually("the list to be empty again", async () => (await area.inputValue()) === "");

  // Headings of one's own lead once all is grouped afresh: what would change is told, done, and taken back.
  await area.fill("Kjøretøy: biler, parkering, ladeplasser\n");
  await concepts.getByRole("button", { name: "Lagre" }).click();
  await concepts.waitFor({ state: "detached" });
  await board.getByRole("button", { name: "Grupper på nytt" }).click();
  const regroup = page.getByRole("dialog", { name: "Grupper på nytt" });
  await regroup.getByRole("button", { name: "Grupper slik" }).waitFor();
  await regroup.getByText("Kjøretøy").first().waitFor();
  await people.picture(page, "regroup");
  assert.ok(!(await order()).includes("Kjøretøy"), "a look changes nothing");
  await regroup.getByRole("button", { name: "Grupper slik" }).click();
  await eventually("the heading to lead", async () => (await order()).includes("Kjøretøy"));
  const told = page.locator(".notice", { hasText: "Gruppert på nytt" });
  await told.getByRole("button", { name: "Angre" }).click();
  await eventually("it to be as before", async () => !(await order()).includes("Kjøretøy"));
});

/** Drags with the mouse onto a theme in the list that comes up while something is dragged. */
async function dropOnList(page, thing, label) {
  await thing.scrollIntoViewIfNeeded();
  await thing.hover();
  const from = await thing.boundingBox();
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y + 30, { steps: 4 });
  const place = page.locator(".dock .place", { hasText: label });
  await place.waitFor();
  const to = await place.boundingBox();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await page.mouse.up();
}

/** Drags with the mouse onto a place so many pixels below the upper edge of another thing, its middle if none are said. */
async function drag(page, thing, over, down) {
  await over.scrollIntoViewIfNeeded();
  await thing.scrollIntoViewIfNeeded();
  // Hovering waits until what still glides stands where it will.
  await over.hover();
  await thing.hover();
  const to = await over.boundingBox();
  await page.mouse.down();
  await page.mouse.move(to.x + 120, to.y + (down ?? to.height / 2), { steps: 8 });
  await page.mouse.up();
}
