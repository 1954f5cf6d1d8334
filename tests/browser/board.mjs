// A facilitator puts themes in order, hides one from the room, and has the answers grouped again, by mouse and by keyboard.
import { answerAs, assert, eventually, trip } from "./lib.mjs";

const PLAN = {
  details: { title: "Samling om tjenestene", language: "nb" },
  items: [
    {
      content: {
        kind: "question",
        prompt: "Hva er viktigst?",
        ask: { type: "open_text", answers_max: 10, length_max: 100 },
      },
    },
  ],
};
const ANSWERS = [
  "Parkering",
  "Flere parkeringsplasser",
  "Mer parkering ved inngangen",
  "Kurs",
  "Kurs for nye ansatte",
  "Flere kurs",
  "Kaffe",
  "Bedre kaffe",
];

trip("a facilitator orders, hides and regroups themes by mouse and by keyboard", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const [{ id: item }] = (await session.read()).items;
  await session.command({ do: "next" });
  const phone = await people.phone("phone");
  await phone.goto(session.link("join"));
  await answerAs(phone, session, item, ANSWERS, ANSWERS.length);
  await eventually("the answers to arrive", async () => (await session.textsOf(item)).length === 8);
  const { answers } = await session.resultsOf(item);
  const idOf = (text) => answers.find((answer) => answer.text === text).id;
  // What a person placed in the wrong theme stays there; what the engine placed may be grouped again.
  await session.command({
    do: "make_theme",
    item,
    label: "Bil",
    answers: [idOf("Parkering")],
  });
  await session.command({
    do: "make_theme",
    item,
    label: "Læring",
    answers: [idOf("Kurs")],
  });

  const page = await people.laptop("facilitator");
  await page.goto(session.link("facilitate"));
  const projector = await people.projector("projector");
  await projector.goto(session.link("present"));
  const labels = async () => (await session.resultsOf(item)).themes.map((theme) => theme.label);
  // The engine has made its own theme too, so that there are three.
  for (const label of ["Læring", "Kaffe"]) await page.getByRole("article", { name: label }).waitFor();
  const first = async (what, label) =>
    eventually(what, async () => {
      assert.equal((await labels())[0], label);
      return true;
    });

  // By mouse: pinned to the top, and taken back.
  const card = page.getByRole("article", { name: "Læring" });
  const menu = card.locator(".head > [aria-haspopup=menu]");
  await menu.click();
  await card.getByRole("menuitem", { name: "Fest øverst" }).click();
  await first("the theme to stand first", "Læring");
  await page.getByText("«Læring» er festet øverst.").waitFor();

  // By keyboard: moved down one place, with the focus on it still.
  await card.locator(".name").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await first("the other to stand first", "Bil");
  await page.keyboard.press("Alt+ArrowUp");
  await first("it to stand first again", "Læring");
  // Presses that come faster than the server's answer go on from each other.
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  await eventually("it to stand third", async () => {
    assert.equal((await labels())[2], "Læring");
    return true;
  });
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  await first("it to be first once more", "Læring");
  await people.picture(page, "ordered");

  // Hidden from the room, it is gone from the projector with its answers; shown again, it is back.
  await projector.getByText("Kurs", { exact: true }).first().waitFor();
  await menu.click();
  await card.getByRole("menuitem", { name: "Skjul for rommet" }).click();
  await card.getByText("Skjult for rommet", { exact: false }).waitFor();
  await projector.getByText("Læring").waitFor({ state: "detached" });
  await projector.getByText("Kurs", { exact: true }).waitFor({ state: "detached" });
  await people.picture(page, "hidden");
  await page.locator("[data-home=answers]").getByRole("button", { name: "Angre" }).first().click();
  await card.getByText("Skjult for rommet", { exact: false }).waitFor({ state: "detached" });
  await projector.getByText("Kurs", { exact: true }).first().waitFor();

  // Grouped again: what would change is told first, and nothing changes until it is said.
  const before = await session.resultsOf(item);
  await page.getByRole("button", { name: "Grupper på nytt" }).click();
  const dialog = page.getByRole("dialog", { name: "Grupper på nytt" });
  await dialog.getByRole("status").filter({ hasNotText: "Ser på svarene" }).waitFor();
  assert.deepEqual((await session.resultsOf(item)).themes, before.themes);
  await people.picture(page, "regrouping");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" }).catch(() => undefined);

  // On a phone in the hand the same dialog fits.
  const hand = await people.phone("hand");
  await hand.goto(session.link("facilitate"));
  const wide = await hand.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px wider than the screen`);
  await people.picture(hand, "hand");
});
