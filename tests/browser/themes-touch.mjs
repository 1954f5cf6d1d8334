// A facilitator with a phone tidies answers with the thumb alone, from none to five hundred, and sorts with big buttons.
import { answerAs, assert, eventually, trip } from "./lib.mjs";
import { WISHES } from "./shared/wishes.mjs";

const question = (what) => ({
  what,
  content: {
    kind: "question",
    prompt: "Hva er viktigst for at vi skal lykkes?",
    ask: { type: "open_text", answers_max: 10, length_max: 200 },
  },
});
const PLAN = {
  details: { title: "Samling om tjenestene", language: "nb" },
  items: [question("Førti"), question("Ett"), question("Fem hundre")],
};
/** A thumb needs so many pixels. */
const TARGET_MIN = 44;

trip("a facilitator tidies and sorts themes on a phone by touch alone", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const [forty, one, many] = (await session.read()).items.map((item) => item.id);
  const page = await people.phone("facilitator");
  await session.command({ do: "go_to", item: forty });
  await page.goto(session.link("facilitate"));
  const board = page.locator("[data-home=answers]");
  const tab = () => page.getByRole("navigation").getByRole("button", { name: /^Svar/ }).tap();
  const fits = async () => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px wider than the screen`);
  };
  /** Taps something that a thumb can hit. */
  const tap = async (thing) => {
    await thing.scrollIntoViewIfNeeded();
    const box = await thing.boundingBox();
    assert.ok(box.height >= TARGET_MIN - 0.5, `${thing} is ${box.height} px high, too low for a thumb`);
    await thing.tap();
  };
  const results = (item = forty) => session.resultsOf(item);
  const theme = async (label) => (await results()).themes.find((theme) => theme.label === label);
  const order = async () => (await results()).themes.map((theme) => theme.label);
  const becomes = (what, look) => eventually(what, async () => (await look()) || undefined);
  const card = (label) => board.getByRole("article", { name: label, exact: true });
  const choose = async (label, choice) => {
    await tap(card(label).locator(".head > [aria-haspopup=menu]"));
    await tap(card(label).getByRole("menuitem", { name: choice }));
  };
  const dialog = page.getByRole("dialog");

  // Nothing yet, then forty.
  await tab();
  await board.getByText("Ingen svar ennå").waitFor();
  await people.picture(page, "none");
  await answerAs(page, session, forty, WISHES, 10);
  await becomes("themes", async () => (await results()).themes.length >= 4);
  await session.command({ do: "close_question", item: forty });
  await fits();
  await people.picture(page, "forty");

  // Two selected and made a theme; one more moved to it; undone and done again.
  const [first, second, third] = await order();
  const rows = (label) => card(label).locator("[data-answer] label");
  await tap(rows(first).nth(0));
  await tap(rows(first).nth(1));
  await board.getByText("2 valgt").waitFor();
  await people.picture(page, "selected");
  await tap(board.getByRole("toolbar").getByRole("button", { name: "Nytt tema" }));
  await dialog.getByRole("textbox").fill("Eget tema");
  await tap(dialog.getByRole("button", { name: "Nytt tema" }));
  await becomes("a theme of two", async () => (await theme("Eget tema"))?.answers.length === 2);
  await tap(rows(second).nth(0));
  await tap(board.getByRole("toolbar").getByRole("button", { name: "Flytt til …" }));
  await tap(dialog.getByRole("button", { name: "Eget tema" }));
  await becomes("three", async () => (await theme("Eget tema")).answers.length === 3);
  await tap(board.getByRole("button", { name: "Angre", exact: true }).first());
  await becomes("two again", async () => (await theme("Eget tema")).answers.length === 2);
  await tap(board.getByRole("button", { name: "Gjør om", exact: true }).first());
  await becomes("three again", async () => (await theme("Eget tema")).answers.length === 3);

  // Held and carried to a theme, one and then several; a finger that moves at once scrolls, and one more lets go of all.
  const wire = await page.context().newCDPSession(page);
  const finger = (type, ...at) => wire.send("Input.dispatchTouchEvent", { type, touchPoints: at });
  const middle = async (thing) => {
    const { x, y, width, height } = await thing.boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const carried = page.locator(".carried");
  const hold = async (thing) => {
    await thing.evaluate((one) => one.scrollIntoView({ block: "center" }));
    await finger("touchStart", await middle(thing));
    await carried.waitFor();
  };
  const into = (label) => board.locator(".dock .place", { hasText: label });
  const lay = async (label, picture) => {
    await finger("touchMove", await middle(into(label)));
    await into(label).and(board.locator(".over")).waitFor();
    if (picture) await people.picture(page, picture);
    await finger("touchEnd");
    await carried.waitFor({ state: "detached" });
  };
  await hold(card(first).locator("[data-answer] label").nth(1));
  await lay("Eget tema", "carried");
  await becomes("four by a finger", async () => (await theme("Eget tema")).answers.length === 4);
  for (const at of [0, 1]) await tap(rows(second).nth(at));
  await hold(rows(second).nth(0));
  await carried.and(page.locator("[data-many='2']")).waitFor();
  await lay("Eget tema", "carried-two");
  await becomes("six by a finger", async () => (await theme("Eget tema")).answers.length === 6);
  const still = rows(third).first();
  await hold(still);
  await finger("touchStart", await middle(still), { x: 200, y: 300 });
  await carried.waitFor({ state: "detached" });
  await finger("touchEnd");
  assert.equal(await board.locator(".dock").count(), 0, "nothing is dragged any more");
  const from = await middle(still);
  await finger("touchStart", from);
  for (let by = 20; by <= 160; by += 20) {
    await finger("touchMove", { x: from.x, y: from.y - by });
    // A browser scrolls from one picture to the next.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
  await finger("touchEnd");
  await becomes("the page to scroll", async () => (await middle(still)).y < from.y - 50);
  assert.equal(await carried.count(), 0, "who scrolls takes nothing along");
  assert.equal((await theme("Eget tema")).answers.length, 6);
  for (const left of [4, 3]) {
    await tap(board.getByRole("button", { name: "Angre", exact: true }).first());
    await becomes(`${left} again`, async () => (await theme("Eget tema")).answers.length === left);
  }

  // Named, first of all, moved down, hidden and shown, merged and parted.
  await choose("Eget tema", "Gi nytt navn");
  await board.getByLabel("Nytt navn på Eget tema").fill("Vårt tema");
  await page.keyboard.press("Enter");
  await card("Vårt tema").waitFor();
  await choose("Vårt tema", "Fest øverst");
  await becomes("it to be first", async () => (await order())[0] === "Vårt tema");
  await choose("Vårt tema", "Flytt ned");
  await becomes("it to be second", async () => (await order())[1] === "Vårt tema");
  await choose("Vårt tema", "Skjul for rommet");
  await card("Vårt tema").getByText("Skjult for rommet", { exact: false }).waitFor();
  await choose("Vårt tema", "Vis for rommet");
  await choose("Vårt tema", "Slå sammen med …");
  await tap(dialog.getByRole("button", { name: third }));
  await becomes("one theme of two", async () => (await theme("Vårt tema")) === undefined);
  await choose(third, "Del temaet …");
  const use = dialog.getByRole("button", { name: "Del slik" });
  await dialog.getByRole("status").filter({ hasNotText: "Ser på svarene" }).waitFor();
  await people.picture(page, "split");
  await fits();
  if (await use.isVisible()) {
    await tap(use);
    await becomes("more themes", async () => (await order()).length > 4);
  } else await tap(dialog.getByRole("button", { name: "Lukk" }));

  // A heading of the second level.
  const [top] = await order();
  await choose(top, "Legg under hovedtema …");
  await dialog.getByLabel("Nytt hovedtema").fill("Samhandlingsreformens helsefagarbeiderkompetanse");
  await people.picture(page, "under");
  await tap(dialog.getByRole("button", { name: "Lag hovedtemaet" }));
  await board.getByRole("heading", { name: "Samhandlingsreformens helsefagarbeiderkompetanse" }).waitFor();
  await people.picture(page, "heading");
  await fits();

  // Sorted one at a time with big buttons: placed, taken back, skipped.
  await tap(board.getByRole("button", { name: "Sorter selv" }));
  const screen = page.getByRole("dialog", { name: "Sorter selv" });
  await screen.getByRole("textbox", { name: "Overskrifter, én på hver linje" }).waitFor();
  await tap(screen.getByRole("button", { name: /^Sorter \d+ svar|Gå videre/ }));
  await screen.locator(".answer").waitFor();
  await people.picture(page, "sorting");
  await fits();
  const shown = () => screen.locator(".answer").innerText();
  const before = await shown();
  await tap(screen.locator("button[aria-keyshortcuts='1']"));
  await becomes("the next", async () => (await shown()) !== before);
  await tap(screen.getByRole("button", { name: "Angre", exact: false }).first());
  await becomes("the same again", async () => (await shown()) === before);
  await tap(screen.locator("button[aria-keyshortcuts='0']"));
  await becomes("another", async () => (await shown()) !== before);
  await tap(screen.getByRole("button", { name: "Lukk" }));

  // One answer, and five hundred: the page stays quick under the thumb.
  await session.command({ do: "go_to", item: one });
  await answerAs(page, session, one, ["Tid"]);
  await tab();
  await card("Andre tema").getByText("Tid").waitFor();
  await people.picture(page, "one");
  await session.command({ do: "go_to", item: many });
  const texts = Array.from(
    { length: 500 },
    (_, at) => `${WISHES[at % WISHES.length]} (${Math.floor(at / 40) + 1})`,
  );
  await answerAs(page, session, many, texts, 10);
  await board.getByText("500 svar fra 50").waitFor();
  await becomes("themes", async () => (await results(many)).themes.length >= 4);
  await fits();
  await people.picture(page, "five-hundred");
  await tap(board.getByRole("button", { name: "Skjul svarene" }));
  await people.picture(page, "folded");
  await fits();
});
