// The projector's text is sized by keys and buttons and stays so on that machine; pages turn by themselves, until somebody
// stops them or wants no motion.
import { answerAs, assert, eventually, trip } from "./lib.mjs";
import { WISHES } from "./shared/wishes.mjs";

/** Longer than a page stands by itself. */
const TURNS_MS = 15_000;
const ask = { type: "open_text", answers_max: 1, length_max: 280 };

trip("text grows at the projector, and pages stand still when they should", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession({
    details: { title: "Samling om samhandling", language: "nb" },
    items: [
      { content: { kind: "question", prompt: "Hva er viktigst?", ask } },
      { content: { kind: "question", prompt: "Hva mangler?", ask } },
    ],
  });
  const [first, second] = (await session.read()).items.map(({ id }) => id);
  const projector = await people.projector("projector");
  await projector.clock.install();
  await projector.goto(session.link("present"));
  await session.command({ do: "go_to", item: second });
  await projector.getByRole("heading", { name: "Hva mangler?" }).waitFor();
  await answerAs(projector, session, second, many("Mangler"));
  await session.command({ do: "go_to", item: first });
  await projector.getByRole("heading", { name: "Hva er viktigst?" }).waitFor();
  await answerAs(projector, session, first, many("Viktig"));
  await projector.getByText("240", { exact: true }).first().waitFor();

  // By keys, and by those of the browser's own zoom; kept over a reload.
  const size = () =>
    projector.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
  const sized = (share) =>
    eventually(`text of ${share} of the usual size`, async () => Math.round(await size()) === 36 * share);
  await sized(1);
  await projector.keyboard.press("+");
  await sized(1.25);
  await projector.getByText("Tekststørrelse: 125 %").waitFor();
  await people.picture(projector, "125");
  await projector.keyboard.press("Control+Equal");
  await sized(1.5);
  await projector.reload();
  await sized(1.5);
  await projector.keyboard.press("-");
  await sized(1.25);
  await projector.keyboard.press("0");
  await sized(1);

  // By buttons, which are there while the pointer moves or the focus is on them.
  const larger = projector.getByRole("button", { name: "Større tekst" });
  const isSeen = () => larger.evaluate((button) => button.checkVisibility({ opacityProperty: true }));
  await eventually("the buttons to be out of sight", async () => !(await isSeen()));
  await projector.mouse.move(900, 500);
  await eventually("the buttons to be seen", isSeen);
  await people.picture(projector, "controls");
  for (const share of [1.25, 1.5, 2]) {
    await larger.click();
    await sized(share);
  }
  assert.equal(await larger.getAttribute("aria-disabled"), "true", "there is no larger text");
  await people.picture(projector, "controls-200");
  await projector.getByRole("button", { name: "Taster" }).click();
  await projector.getByRole("heading", { name: "Taster" }).waitFor();
  await people.picture(projector, "keys-200");
  await projector.keyboard.press("?");
  await projector.keyboard.press("0");
  await sized(1);

  // Pages turn by themselves, until they are stopped; what is chosen holds for the next question.
  const isAt = (page) =>
    projector.getByRole("navigation", { name: new RegExp(`^Side ${page} av`) }).waitFor();
  await isAt(1);
  await projector.clock.fastForward(TURNS_MS);
  await isAt(2);
  await projector.keyboard.press("p");
  await projector.getByText("Sidene står stille.").waitFor();
  await projector.getByText("Står stille", { exact: true }).waitFor();
  await people.picture(projector, "still");
  await projector.clock.fastForward(TURNS_MS);
  await isAt(2);
  await session.command({ do: "go_to", item: second });
  await projector.getByRole("heading", { name: "Hva mangler?" }).waitFor();
  await projector.getByText("Står stille", { exact: true }).waitFor();
  await projector.mouse.move(800, 400);
  await projector.getByRole("button", { name: "Bla av seg selv" }).press("Enter");
  await projector.getByRole("button", { name: "Stans blaing" }).waitFor();
  await projector.clock.fastForward(TURNS_MS);
  await isAt(2);

  // By hand: then it stands where it was turned to. Pages up and down step the programme.
  await projector.keyboard.press("Shift+ArrowLeft");
  await isAt(1);
  await projector.clock.fastForward(TURNS_MS);
  await isAt(1);
  await projector.keyboard.press("PageUp");
  await projector.getByRole("heading", { name: "Hva er viktigst?" }).waitFor();

  // Where less motion is asked for, nothing turns unless it is told to.
  const calm = await people.projector("calm");
  await calm.emulateMedia({ reducedMotion: "reduce" });
  await calm.clock.install();
  await calm.goto(session.link("present"));
  await calm.getByText("Står stille", { exact: true }).waitFor();
  await calm.clock.fastForward(TURNS_MS);
  await calm.getByRole("navigation", { name: /^Side 1 av/ }).waitFor();
  await calm.keyboard.press("p");
  await calm.getByText("Sidene blar av seg selv.").waitFor();
});

/** So many answers that they need pages. */
function many(word) {
  return Array.from({ length: 240 }, (_, n) => `${word}: ${WISHES[n % WISHES.length]}, ${n}`);
}
