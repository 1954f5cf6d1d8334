// Dots are placed on a picture by thumb and by keyboard alone, and what comes of it is shown to a few and to many.
import { assert, eventually, filesInZip, giveAs, sleep, trip } from "./lib.mjs";
import { mapFile } from "./shared/drawings.mjs";

const ALT = "Kart over bygda ved fjorden";
/** How long a finger rests between two moves. */
const FINGER_MS = 40;
/** Where people look, in thousandths from the top left: the houses, the road and the shore. */
const PLACES = [
  [330, 420],
  [460, 380],
  [620, 500],
  [140, 510],
];

/** Around one of the places; the same for the same number. */
function near(number) {
  const [x, y] = PLACES[(number * 7) % 10 < 5 ? 0 : (number * 3) % PLACES.length];
  const off = (factor) =>
    Math.round(((Math.sin(number * factor) + Math.sin(number * factor * 2.7)) / 2) * 110);
  const within = (along) => Math.min(1000, Math.max(0, along));
  return { x: within(x + off(12.9898)), y: within(y + off(78.233)) };
}

/** Where on the screen a place of the picture lies. */
async function at(page, x, y) {
  const box = await page.locator(".dots .area").first().boundingBox();
  return { x: box.x + (box.width * x) / 1000, y: box.y + (box.height * y) / 1000 };
}

/** A finger goes down and moves; `lift` lets it go. */
async function hold(page, from, to) {
  const touch = await page.context().newCDPSession(page);
  const send = (type, points) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(({ x, y }) => ({ x, y })) });
  await send("touchStart", [from]);
  for (const part of [0.2, 0.4, 0.6, 0.8, 1, 1, 1]) {
    await sleep(FINGER_MS);
    await send("touchMove", [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
  }
  return () => send("touchEnd", []);
}

trip("dots are placed on a picture by thumb and by keyboard", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const made = await server.createSession({ details: { title: "Folkemøte", language: "nb" }, items: [] });
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));
  const composer = page.locator(".composer");
  await composer.getByText("Prikk på bilde", { exact: true }).click();
  await composer.getByRole("textbox", { name: "Spørsmålet" }).fill("Hvor bør møteplassen ligge?");
  await composer.getByLabel("Prikker per person").selectOption("3");
  await composer.getByRole("button", { name: "Legg til" }).click();
  await composer.getByText("Legg inn bildet som prikkene skal settes på.").waitFor();
  await people.picture(page, "composer-fault");
  await composer.locator("input[type=file]").setInputFiles(await mapFile(page));
  await composer.getByLabel("Hva viser bildet?").fill(ALT);
  await composer.getByRole("button", { name: "Legg til" }).click();
  await page.locator(".programme").getByText("Hvor bør møteplassen ligge?").waitFor();
  const [item] = (await made.read()).items.map((one) => one.id);

  const projector = await people.projector("projector");
  await projector.goto(made.link("present"));
  const phone = await people.phone("phone");
  await phone.goto(made.link("join"));
  const other = await people.laptop("other");
  await other.goto(made.link("join"));
  const received = (on) => on.getByText("Mottatt", { exact: true }).last().waitFor();
  const clusters = async () => (await made.resultsOf(item)).tally.clusters;

  await made.command({ do: "next" });
  await projector.getByText("Sett prikker på telefonen").waitFor();
  await phone.getByRole("img", { name: ALT }).waitFor();
  await sleep(400);
  await people.picture(projector, "projector-0");
  await people.picture(phone, "phone-0");
  await phone.getByRole("button", { name: "Send svaret" }).tap();
  await phone.getByText("Sett minst én prikk på bildet.").waitFor();

  // By thumb: a tap places, a drag moves with a glass beside the finger, and there is room for three.
  const tap = async (x, y) => {
    const to = await at(phone, x, y);
    await phone.touchscreen.tap(to.x, to.y);
  };
  const dot = (on, number) => on.getByRole("slider", { name: `Prikk ${number}` });
  await tap(300, 400);
  await dot(phone, 1).waitFor();
  await tap(700, 300);
  await tap(500, 800);
  await dot(phone, 3).waitFor();
  await tap(100, 100);
  await phone.getByText("Du har satt alle 3 prikkene.").waitFor();
  const lift = await hold(phone, await at(phone, 700, 300), await at(phone, 460, 380));
  await phone.locator(".glass").waitFor();
  await people.picture(phone, "phone-held");
  await lift();
  await eventually("the dot to be where it was let go", async () =>
    /^i midten, 4\d % fra venstre, 3\d % ovenfra$/.test(
      (await dot(phone, 2).getAttribute("aria-valuetext")) ?? "",
    ),
  );
  await phone.getByRole("button", { name: "Ta bort prikk 2" }).tap();
  await dot(phone, 3).waitFor({ state: "hidden" });
  await people.picture(phone, "phone-placed");
  await phone.reload();
  await dot(phone, 2).waitFor();
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px wider than the page`);
  await phone.getByRole("button", { name: "Send svaret" }).tap();
  await received(phone);
  await people.picture(phone, "phone-sent");
  await projector.locator("circle.spot").first().waitFor();
  await sleep(500);
  await people.picture(projector, "projector-1");

  // By keyboard alone: a dot in the middle, moved by the arrows, farther with the shift key, and taken away.
  await other.getByRole("img", { name: ALT }).waitFor();
  const add = other.getByRole("button", { name: "Sett en prikk midt på bildet" });
  for (let presses = 0; presses < 20; presses += 1) {
    await other.keyboard.press("Tab");
    if (await add.evaluate((one) => one === document.activeElement)) break;
  }
  await other.keyboard.press("Enter");
  for (let presses = 0; presses < 3; presses += 1) await other.keyboard.press("Shift+ArrowLeft");
  for (let presses = 0; presses < 4; presses += 1) await other.keyboard.press("ArrowUp");
  assert.equal(
    await dot(other, 1).getAttribute("aria-valuetext"),
    "midt på til venstre, 20 % fra venstre, 46 % ovenfra",
    "a screen reader hears the place",
  );
  await people.picture(other, "keyboard");
  await add.focus();
  await other.keyboard.press("Enter");
  await dot(other, 2).press("Delete");
  assert.ok(await dot(other, 1).evaluate((one) => one === document.activeElement), "the focus is kept");
  await other.getByRole("button", { name: "Send svaret" }).press("Enter");
  await received(other);
  await eventually("all three dots to be counted", async () => {
    const dots = (await clusters()).reduce((sum, [, , count]) => sum + count, 0);
    return dots === 3;
  });
  await other.getByRole("button", { name: "Endre" }).press("Enter");
  await dot(other, 1).waitFor();
  await other.getByRole("button", { name: "Avbryt" }).press("Enter");

  // A hall: what is shown stays legible, and phones see it once it is shared.
  const hall = (from, to, dots) =>
    Array.from({ length: to - from }, (_, index) => ({
      type: "dots",
      dots: Array.from({ length: dots }, (_, each) => near((from + index) * 5 + each)),
    }));
  await giveAs(other, made, item, hall(2, 40, 1));
  await sleep(700);
  await people.picture(projector, "projector-40");
  await giveAs(other, made, item, hall(40, 500, 3));
  await sleep(700);
  await people.picture(projector, "projector-500");
  await page.getByRole("row", { name: /^midt på til venstre/ }).waitFor();
  await projector
    .getByRole("listitem")
    .filter({ hasText: /^midt på til venstre: \d+$/i })
    .waitFor();
  await people.picture(page, "facilitator");
  await made.command({ do: "show_results", item, to: "everyone" });
  await phone.locator(".shared circle").first().waitFor();
  await phone.getByText(/^midt på til venstre: \d+$/).waitFor();
  await people.picture(phone, "phone-results");

  // The second round stands beside the first.
  await made.command({ do: "start_second_round", item });
  await giveAs(other, made, item, hall(500, 540, 2));
  await projector.getByText("Første runde").waitFor();
  await sleep(700);
  await people.picture(projector, "projector-rounds");
  const minutes = await made.minutes();
  for (const part of [`*Bilde: ${ALT}*`, "| Del av bildet | Prikker | Andel |", "| Midt på til venstre |"])
    assert.ok(minutes.includes(part), `${part} is not in ${minutes}`);
  const word = await made.minutesInWord();
  const files = filesInZip(word);
  assert.ok(
    [...files.keys()].some((name) => name.startsWith("word/media/")),
    "Word has the picture",
  );
});
