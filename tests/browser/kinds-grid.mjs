// A plane is written, items are placed on it by thumb, by mouse and by keyboard alone, and what comes of it is shown and
// shared.
import { assert, eventually, sleep, trip } from "./lib.mjs";

const LONG = "Samhandlingsreformens kommunehelsesamarbeidsavtaler og alt som følger med dem";
const ITEMS = ["Faste team", LONG, "Nye biler", "Felles morgenmøte"];
/** How long a finger rests between two moves; one that lifts in full flight throws what it holds. */
const FINGER_MS = 40;
/** A place is read from a pixel, so it may be off by so much. */
const OFF_MAX = 2;

/** Whether a page is no wider than its window. */
async function fits(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px wider than the page`);
}

/** Where on the screen a place of the plane lies. */
async function at(page, x, y) {
  const box = await page.locator(".plane .area").boundingBox();
  return { x: box.x + (box.width * x) / 100, y: box.y + (box.height * (100 - y)) / 100 };
}

trip("items are placed on a plane by thumb, by mouse and by keyboard", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const made = await server.createSession({ details: { title: "Personalmøte", language: "nb" }, items: [] });
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));
  const composer = page.locator(".composer");

  // A plane without a name for its axis is told so, beside the field.
  await composer.getByText("Firefelt", { exact: true }).click();
  await composer.getByRole("textbox", { name: "Spørsmålet" }).fill("Hvor hører tiltakene hjemme?");
  await composer.getByLabel("Punkter som skal plasseres, ett på hver linje").fill(ITEMS.join("\n"));
  await composer.getByLabel("Vannrett akse").fill("Innsats");
  await composer.getByRole("button", { name: "Legg til" }).click();
  await composer.getByText("Gi aksen et navn.").waitFor();
  await people.picture(page, "composer-fault");
  await composer.getByLabel("Loddrett akse").fill("Nytte");
  await composer.getByLabel("Lengst til venstre betyr").fill("liten");
  await composer.getByLabel("Lengst til høyre betyr").fill("stor");
  await composer.getByLabel("Nederst betyr").fill("lav");
  await composer.getByLabel("Øverst betyr").fill("høy");
  await composer.getByLabel("Oppe til venstre").fill("Gjør først");
  await composer.getByLabel("Oppe til høyre").fill("Planlegg");
  await people.picture(page, "composer");
  await composer.getByRole("button", { name: "Legg til" }).click();
  await page.locator(".programme").getByText("Hvor hører tiltakene hjemme?").waitFor();
  const [item] = (await made.read()).items.map((one) => one.id);

  const projector = await people.projector("projector");
  await projector.goto(made.link("present"));
  const phone = await people.phone("phone", { viewport: { width: 390, height: 844 } });
  await phone.goto(made.link("join"));
  const other = await people.laptop("other");
  await other.goto(made.link("join"));
  const received = (on) => on.getByText("Mottatt", { exact: true }).last().waitFor();
  const send = (on) => on.getByRole("button", { name: "Send svaret" });
  const chip = (on, name) => on.getByRole("radio", { name });
  const tallied = async () => (await made.resultsOf(item)).tally.items;

  await made.command({ do: "next" });
  await projector.getByText("Plasser på telefonen").waitFor();
  await sleep(600);
  await people.picture(projector, "projector-0");
  await send(phone).waitFor();
  await people.picture(phone, "phone-0");
  await send(phone).tap();
  await phone.getByText("Plasser minst ett punkt.").waitFor();
  await people.picture(phone, "phone-refused");

  // A tap places the one whose turn it is, and the turn goes on to the next; a dot can be dragged and taken away.
  const tap = async (x, y) => {
    const to = await at(phone, x, y);
    await phone.touchscreen.tap(to.x, to.y);
  };
  await tap(20, 80);
  await chip(phone, `${ITEMS[0]}, Innsats`).waitFor();
  assert.ok(await chip(phone, LONG).isChecked(), "it is the next one's turn");
  await tap(20, 80);
  await chip(phone, `${LONG}, Innsats`).waitFor();
  await tap(75, 30);
  await chip(phone, `${ITEMS[2]}, Innsats`).waitFor();
  assert.ok(await chip(phone, ITEMS[3]).isChecked(), "the last one's turn");
  await phone.locator(".chips").getByText(LONG).tap();
  const from = await at(phone, 20, 80);
  const to = await at(phone, 90, 90);
  await drag(phone, from, to);
  await eventually("the dot that was dragged to be where it was let go", async () =>
    /Innsats 9\d \(stor\), Nytte 9\d \(høy\)/.test(
      (await chip(phone, LONG).getAttribute("aria-label")) ?? "",
    ),
  );
  await phone.locator(".chips").getByText(ITEMS[2]).tap();
  await phone.getByRole("button", { name: "Ta bort Nye biler fra feltet" }).tap();
  await chip(phone, "Nye biler, ikke plassert").waitFor();
  await fits(phone);
  await people.picture(phone, "phone-placed");
  await phone.reload();
  await chip(phone, `${ITEMS[0]}, Innsats`).waitFor();
  await send(phone).tap();
  await received(phone);
  await people.picture(phone, "phone-sent");
  await projector.locator(".area .dot").first().waitFor();
  await sleep(600);
  await people.picture(projector, "projector-1");

  // By keyboard alone: the arrows move along each axis in fives, from the middle; Tab goes on to the items.
  const heading = other.getByRole("heading", { level: 1 });
  await heading.waitFor();
  await send(other).waitFor();
  const slider = (axis) => other.getByRole("slider", { name: axis });
  for (let presses = 0; presses < 20; presses += 1) {
    await other.keyboard.press("Tab");
    if (await slider(`${ITEMS[0]}: Innsats`).evaluate((one) => one === document.activeElement)) break;
  }
  for (let presses = 0; presses < 6; presses += 1) await other.keyboard.press("ArrowLeft");
  await people.picture(other, "keyboard-slider");
  await other.keyboard.press("Tab");
  for (let presses = 0; presses < 4; presses += 1) await other.keyboard.press("ArrowUp");
  assert.equal(
    await slider(`${ITEMS[0]}: Nytte`).getAttribute("aria-valuetext"),
    "Nytte 70 (høy)",
    "a screen reader hears the place",
  );
  await other.keyboard.press("Tab");
  await other.keyboard.press("ArrowDown");
  assert.ok(await chip(other, LONG).isChecked(), "the arrows choose the next item");
  await people.picture(other, "keyboard-items");
  await other.keyboard.press("Tab");
  await other.keyboard.press("Enter");
  await received(other);
  await other.getByRole("button", { name: "Endre" }).press("Enter");
  await chip(other, `${ITEMS[0]}, Innsats 20 (liten), Nytte 70 (høy)`).waitFor();
  await other.getByRole("button", { name: "Avbryt" }).press("Enter");

  await eventually("both to be counted", async () => {
    const items = await tallied();
    assert.deepEqual(
      items.map((one) => [one.placed, one.quadrant]),
      [
        [2, "top_left"],
        [1, "top_right"],
        [0, null],
        [0, null],
      ],
    );
    assert.ok(Math.abs(items[0].mean_x - 20) <= OFF_MAX && Math.abs(items[0].mean_y - 75) <= OFF_MAX);
    return true;
  });
  await page.getByRole("cell", { name: "Gjør først" }).waitFor();
  await people.picture(page, "facilitator");
  await made.command({ do: "show_results", item, to: "everyone" });
  await phone.getByRole("heading", { name: "Dette sier vi" }).waitFor();
  await phone.locator(".shared .dot").first().waitFor();
  await people.picture(phone, "phone-results");
  await fits(phone);
  const minutes = await made.minutes();
  for (const part of [
    "| Punkt | Felt | Innsats | Nytte | Plassert |",
    `| ${LONG} | Planlegg |`,
    "| Nye biler | – | – | – | 0 |",
    "Nytte: fra 0 (lav) til 100 (høy). Tallene er snitt ± standardavvik.",
  ])
    assert.ok(minutes.includes(part), `${part} is not in ${minutes}`);
});

/** A finger goes down, moves, rests and lifts. */
async function drag(page, from, to) {
  const touch = await page.context().newCDPSession(page);
  const send = (type, points) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(({ x, y }) => ({ x, y })) });
  await send("touchStart", [from]);
  for (const part of [0.2, 0.4, 0.6, 0.8, 1, 1, 1, 1]) {
    await sleep(FINGER_MS);
    await send("touchMove", [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
  }
  await send("touchEnd", []);
}
