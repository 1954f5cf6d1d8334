// A facilitator tidies forty answers without a mouse: everything that the board can do, by the keyboard alone.
import { answerAs, assert, eventually, trip } from "./lib.mjs";
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

trip("a facilitator tidies themes with the keyboard alone", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const [{ id: item }] = (await session.read()).items;
  await session.command({ do: "next" });
  const page = await people.laptop("facilitator");
  await page.goto(session.link("facilitate"));
  await answerAs(page, session, item, WISHES, 10);
  await session.command({ do: "close_question", item });
  const results = () => session.resultsOf(item);
  await eventually("themes", async () => (await results()).themes.length >= 4);
  const theme = async (label) => (await results()).themes.find((theme) => theme.label === label);
  const order = async () => (await results()).themes.map((theme) => theme.label);
  const becomes = (what, look) => eventually(what, async () => (await look()) || undefined);
  const board = page.locator("[data-home=answers]");
  const name = (label) => board.getByRole("article", { name: label, exact: true }).locator(".name");
  const { keyboard } = page;

  /** Presses Tab, or Shift and Tab when it lies behind, until something has the focus. */
  const tabTo = async (thing) => {
    for (let presses = 0; presses < 250; presses += 1) {
      const way = await thing.evaluate((element) => {
        if (element === document.activeElement) return "here";
        const isBehind =
          document.activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
        return isBehind ? "Shift+Tab" : "Tab";
      });
      if (way === "here") return;
      await keyboard.press(way);
    }
    throw new Error(`Tab does not lead to ${thing}`);
  };
  /** Chooses from the menu that opens, by its first letters as a person reads down the list. */
  const choose = async (choice) => {
    const seen = [];
    await keyboard.press("Enter");
    await page.locator("[role=menuitem]:focus").waitFor();
    for (let presses = 0; presses < 20; presses += 1) {
      const focused = await page.evaluate(() => document.activeElement.textContent.trim());
      seen.push(focused);
      if (focused.includes(choice)) return keyboard.press("Enter");
      await keyboard.press("ArrowDown");
    }
    const menu = await page.evaluate(() => document.activeElement.closest("[role=menu]")?.ariaLabel);
    throw new Error(`${choice} is not in the menu ${menu}: ${seen.join(", ")}`);
  };
  /** A dialog that is done gives the focus back; what is pressed before that would go astray. */
  const closed = () => page.locator("dialog[open]").waitFor({ state: "detached" });
  const menuOf = (label) => board.getByRole("button", { name: `Valg for ${label}`, exact: true });
  const focusedAnswer = () =>
    page.evaluate(() => document.activeElement.closest("[data-answer]")?.innerText.trim());

  // To the first theme, down through its answers, two selected with Shift, made a theme of their own.
  const [first, second] = await order();
  await tabTo(name(first));
  await keyboard.press("ArrowDown");
  const one = await focusedAnswer();
  await keyboard.press("Shift+ArrowDown");
  const other = await focusedAnswer();
  assert.notEqual(one, other);
  await board.getByText("2 valgt").waitFor();
  await keyboard.press("t");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").waitFor();
  await keyboard.type("Eget tema");
  await keyboard.press("Enter");
  await closed();
  await becomes("a theme of two", async () => (await theme("Eget tema"))?.answers.length === 2);

  // An answer is moved to it, and taken back and done again with Ctrl Z.
  await tabTo(name(second));
  await keyboard.press("ArrowDown");
  await keyboard.press("m");
  await tabTo(dialog.getByRole("button", { name: "Eget tema" }));
  await keyboard.press("Enter");
  await closed();
  await becomes("three", async () => (await theme("Eget tema")).answers.length === 3);
  await keyboard.press("Control+z");
  await becomes("two again", async () => (await theme("Eget tema")).answers.length === 2);
  await board.locator("button:not([aria-disabled=true])", { hasText: "Gjør om" }).waitFor();
  await keyboard.press("Control+Shift+z");
  await becomes("three again", async () => (await theme("Eget tema")).answers.length === 3);

  // A new name in place; Escape leaves it as it was.
  await tabTo(name("Eget tema"));
  await keyboard.press("F2");
  await keyboard.type("Noe annet");
  await keyboard.press("Escape");
  await name("Eget tema").waitFor();
  await keyboard.press("F2");
  await keyboard.type("Vårt tema");
  await keyboard.press("Enter");
  await becomes("the name", async () => (await theme("Vårt tema")) !== undefined);

  // First of all, one down, hidden from the room, and shown again.
  await tabTo(menuOf("Vårt tema"));
  await choose("Fest øverst");
  await becomes("it to be first", async () => (await order())[0] === "Vårt tema");
  await tabTo(name("Vårt tema"));
  await keyboard.press("Alt+ArrowDown");
  await becomes("it to be second", async () => (await order())[1] === "Vårt tema");
  await tabTo(menuOf("Vårt tema"));
  await choose("Skjul for rommet");
  await board.getByText("Skjult for rommet", { exact: false }).waitFor();
  await tabTo(menuOf("Vårt tema"));
  await choose("Vis for rommet");
  await board.getByText("Skjult for rommet", { exact: false }).waitFor({ state: "detached" });

  // Merged with another, and parted again as suggested.
  const into = (await order()).find((label) => label !== "Vårt tema");
  await tabTo(menuOf("Vårt tema"));
  await choose("Slå sammen med …");
  await tabTo(dialog.getByRole("button", { name: into }));
  await keyboard.press("Enter");
  await closed();
  await becomes("one theme of two", async () => (await theme("Vårt tema")) === undefined);
  await tabTo(menuOf(into));
  await choose("Del temaet …");
  await dialog
    .getByText("Ser på svarene", { exact: false })
    .waitFor({ state: "detached" })
    .catch(() => undefined);
  const use = dialog.getByRole("button", { name: "Del slik" });
  if (await use.isVisible()) {
    const before = (await order()).length;
    await tabTo(use);
    await keyboard.press("Enter");
    await becomes("more themes", async () => (await order()).length > before);
  } else await keyboard.press("Escape");

  await closed();

  // Under a heading of the second level that is made, named anew and taken away.
  const [top] = await order();
  await tabTo(menuOf(top));
  await choose("Legg under hovedtema …");
  await tabTo(dialog.getByLabel("Nytt hovedtema"));
  await keyboard.type("Øverst");
  await keyboard.press("Enter");
  await closed();
  await board.getByRole("heading", { name: "Øverst" }).waitFor();
  await tabTo(board.getByRole("button", { name: "Valg for hovedtemaet Øverst" }));
  await keyboard.press("F2");
  await keyboard.type("Viktigst");
  await keyboard.press("Enter");
  await board.getByRole("heading", { name: "Viktigst" }).waitFor();
  await people.picture(page, "heading");
  await tabTo(board.getByRole("button", { name: "Valg for hovedtemaet Viktigst" }));
  await choose("Ta bort hovedtemaet");
  await board.getByRole("heading", { name: "Viktigst" }).waitFor({ state: "detached" });

  // Grouped again after a look, and taken back.
  const before = JSON.stringify((await results()).themes);
  await tabTo(board.getByRole("button", { name: "Grupper på nytt" }));
  await keyboard.press("Enter");
  const regroup = page.getByRole("dialog", { name: "Grupper på nytt" });
  await regroup.getByRole("status").filter({ hasNotText: "Ser på svarene" }).waitFor();
  await people.picture(page, "regroup");
  assert.equal(JSON.stringify((await results()).themes), before, "a look changes nothing");
  await keyboard.press("Escape");
});
