// A person who never saw the program comes to the front page and runs a session soon after; and is shown around, or not.
import { assert, eventually, trip } from "./lib.mjs";
import { Hand } from "./shared/hand.mjs";

const QUESTION = "Hva er viktigst for at vi skal lykkes?";
/** From the front page to an open question: the way in, the title's Enter, the key, and the start. */
const CLICKS_MAX = 3;
const KEYS_MAX = 1;
/** The way round the page. */
const STEPS = [
  "Programmet",
  "Det rommet ser",
  "Slik blir folk med",
  "Gå videre",
  "Svar og tema",
  "Avslutt og ta med referatet",
];

trip(
  "a stranger runs a session in a few presses, and is shown around only when that is wanted",
  async (trip) => {
    const { people } = trip;
    const server = await trip.startServer();
    const page = await people.laptop("facilitator");
    const hand = new Hand(page);
    const focused = (thing) =>
      eventually("the focus to be there", () => thing.evaluate((one) => one === document.activeElement));

    // From the front page to a running session with one open question; the link is kept on the way.
    await page.goto(`${server.origin}/`);
    await hand.click(page.getByRole("link", { name: "Skal du lede? Lag en samling" }));
    await focused(page.getByLabel("Tittel"));
    await page.getByText("Samlinger som du lager eller åpner, står her neste gang du kommer.").waitFor();
    await people.picture(page, "start");
    await hand.type("Personalmøte");
    await hand.press("Enter");
    await page.getByRole("heading", { name: "Lenken din er nøkkelen" }).waitFor();
    const session = server.sessionAt(page.url());
    const form = page.getByRole("form", { name: "Nytt punkt" });
    await focused(form.getByLabel("Spørsmålet", { exact: true }));
    assert.ok(await form.getByRole("radio", { name: "Åpent spørsmål" }).isChecked());
    await people.picture(page, "new");
    await hand.type(QUESTION);
    const key = page.getByRole("region", { name: "Lenken din er nøkkelen" });
    await hand.click(key.getByRole("button", { name: "Kopier lenken" }));
    await key.getByText("Lenken er kopiert.", { exact: false }).waitFor();
    await hand.click(page.getByRole("button", { name: `Start: ${QUESTION}` }));
    await eventually("the question to be open", async () => {
      const { stage, items } = await session.read();
      return stage.phase === "running" && items.length === 1 && items[0].status.phase === "open";
    });
    const used = hand.take();
    console.log(
      `first-use: ${used.clicks} clicks and ${used.keys} key from the front page to an open question, ` +
        `with ${used.letters} letters of title and question`,
    );
    assert.ok(used.clicks <= CLICKS_MAX && used.keys <= KEYS_MAX, JSON.stringify(used));

    // The link that is not known to be kept is spoken of in a corner while it runs, and is kept from there.
    await key.waitFor({ state: "detached" });
    const tour = page.getByRole("dialog", { name: "Programmet" });
    assert.ok(!(await tour.isVisible()), "nothing is shown around while the session runs");
    await people.picture(page, "running");
    await page.getByRole("button", { name: "Ta vare på lenken" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Jeg har tatt vare på den" }).click();
    await page.getByRole("button", { name: "Ta vare på lenken" }).waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("button", { name: "Lukk for svar" }).first().waitFor();
    assert.equal(
      await page.getByRole("button", { name: "Ta vare på lenken" }).count(),
      0,
      "it is kept for good",
    );

    // A further session: the way round is offered, taken with the arrows, and points at what is there.
    const make = async (who, title) => {
      await who.goto(`${server.origin}/facilitate`);
      await who.getByLabel("Tittel").fill(title);
      await who.getByLabel("Tittel").press("Enter");
      await who.getByRole("heading", { name: "Lenken din er nøkkelen" }).waitFor();
    };
    await make(page, "Allmøte");
    await page.getByText("Ny her? Se hva som er hvor, på ett minutt.").waitFor();
    const start = page.getByRole("button", { name: "Vis meg rundt" });
    await start.focus();
    await page.keyboard.press("Enter");
    for (const [index, heading] of STEPS.entries()) {
      const card = page.getByRole("dialog", { name: heading });
      await card.getByText(`${index + 1} av 6`).waitFor();
      if (index === 0) await focused(card);
      await eventually(`something to be marked beside «${heading}»`, () => page.evaluate(apart));
      await people.picture(page, `tour-${index + 1}`);
      if (index < STEPS.length - 1) await page.keyboard.press("ArrowRight");
    }
    await page.keyboard.press("ArrowLeft");
    await page.getByRole("dialog", { name: STEPS.at(-2) }).waitFor();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("dialog").getByRole("button", { name: "Ferdig" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await eventually("the focus not to be lost", () =>
      page.evaluate(() => document.activeElement !== document.body),
    );

    // It is not offered again, and is in the menu whenever it is wanted; Escape ends it, and the focus goes back.
    await make(page, "Fagdag");
    assert.equal(await page.getByText("Ny her?", { exact: false }).count(), 0, "offered once");
    await page.getByRole("button", { name: "Meny" }).click();
    await page.getByRole("menuitem", { name: "Vis meg rundt" }).click();
    await page.getByRole("dialog", { name: STEPS[0] }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await focused(page.getByRole("button", { name: "Meny" }));

    // On a phone it is offered to the one who makes a session, skipped, and kept away; a second facilitator sees nothing of it.
    const phone = await people.phone("phone");
    await make(phone, "Tavlemøte");
    await people.picture(phone, "phone-new");
    await phone.getByRole("button", { name: "Vis meg rundt" }).tap();
    for (const [index, heading] of STEPS.entries()) {
      const card = phone.getByRole("dialog", { name: heading });
      await card.waitFor();
      await eventually(`something to be marked beside «${heading}»`, () => phone.evaluate(apart));
      await people.picture(phone, `phone-tour-${index + 1}`);
      if (index === 3) {
        await phone.setViewportSize({ width: 320, height: 568 });
        await eventually("the card to be whole on a small phone", () => phone.evaluate(apart));
        await people.picture(phone, "phone-tour-small");
        await phone.setViewportSize({ width: 390, height: 844 });
      }
      if (index < STEPS.length - 1) await card.getByRole("button", { name: "Neste" }).tap();
    }
    await phone.getByRole("dialog").getByRole("button", { name: "Tilbake" }).tap();
    await phone.getByRole("dialog").getByRole("button", { name: "Hopp over" }).tap();
    await phone.getByRole("dialog").waitFor({ state: "detached" });
    const second = await people.phone("second");
    await second.goto(session.link("facilitate"));
    await second.getByRole("button", { name: "Lukk for svar" }).waitFor();
    assert.equal(await second.getByText("Vis meg rundt").filter({ visible: true }).count(), 0);

    // Declined, it says where it is to be found.
    const other = await people.laptop("other");
    await make(other, "Dugnad");
    await other.getByRole("button", { name: "Nei takk" }).click();
    await other.getByText("Du finner «Vis meg rundt» i menyen når du vil.").waitFor();
    await focused(other.getByLabel("Spørsmålet", { exact: true }));
  },
);

/** In a page: whether something is marked, and the card is whole in the window and leaves the middle of the mark free. */
function apart() {
  const mark = document.querySelector(".mark")?.getBoundingClientRect();
  const card = document.querySelector("[role=dialog][aria-modal=false]").getBoundingClientRect();
  if (!mark) return false;
  const x = mark.left + mark.width / 2;
  const y = mark.top + mark.height / 2;
  const covers = x > card.left && x < card.right && y > card.top && y < card.bottom;
  const isWhole =
    card.left >= 0 &&
    card.top >= 0 &&
    card.right <= innerWidth &&
    card.bottom <= innerHeight &&
    card.width > 0;
  return isWhole && !covers;
}
