// A ranking on the phone: all in order and the few most important, by finger, by buttons and by keys, kept and changed.
import { assert, eventually, trip } from "./lib.mjs";

const OPTIONS = [
  "Faste team i hjemmetjenesten",
  "Nye biler",
  "Samhandlingsreformens kommunehelsesamarbeidsavtaler",
  "Ro",
  "Bedre turnus",
  "Velferdsteknologi for alle som vil ha det",
  "Én dør inn for pårørende",
  "Felles inntak",
  "Klart språk i alle brev",
  "Kaffe etter lunsj",
  "Parkering",
  "Lærlinger på hver avdeling",
];
const asked = (prompt, top) => ({
  content: { kind: "question", prompt, ask: { type: "ranking", options: OPTIONS, top } },
});
const PLAN = {
  details: { title: "Personalmøte", language: "nb" },
  items: [asked("Hva gjør vi først?", OPTIONS.length), asked("Hva er de tre viktigste?", 3)],
};

trip("a ranking is arranged, kept, sent, changed and withdrawn on a phone", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const line = await trip.startProxy(server);
  const session = await server.createSession(PLAN);
  const [all, few] = (await session.read()).items.map((item) => item.id);
  await session.command({ do: "go_to", item: all });
  const phone = await people.phone("phone");
  await phone.goto(session.link("join", line));
  const button = (name) => phone.getByRole("button", { name, exact: true });
  const handle = (option) => phone.getByRole("button", { name: new RegExp(`^${option}, nummer`) });
  const heard = (sentence) => phone.getByText(sentence, { exact: true }).waitFor({ state: "attached" });
  const shown = (text) => phone.getByText(text, { exact: true }).waitFor();
  const rows = phone.getByRole("region", { name: "Din rekkefølge" }).getByRole("listitem");
  /** What is arranged, by the options' numbers. */
  const order = async () =>
    (await rows.allInnerTexts()).map((row) => OPTIONS.findIndex((option) => row.includes(option)));
  const inOrder = (first) =>
    eventually(`the order to begin with ${first}`, async () => {
      assert.deepEqual((await order()).slice(0, first.length), first);
      return true;
    });
  const focused = () => phone.evaluate(() => document.activeElement?.ariaLabel);
  const fits = async () => {
    const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px wider than the phone`);
  };

  // All in order, by keys and by buttons: the focus stays with what was moved, and where it is now is told.
  await shown("Sett i rekkefølge, det viktigste øverst.");
  assert.equal(await rows.count(), OPTIONS.length);
  await fits();
  await people.picture(phone, "all");
  await handle("Lærlinger på hver avdeling").press("Home");
  await inOrder([11, 0, 1]);
  await heard("Lærlinger på hver avdeling er nå nummer 1 av 12");
  assert.match(await focused(), /^Lærlinger på hver avdeling, nummer 1 av 12/);
  await phone.keyboard.press("ArrowDown");
  await inOrder([0, 11, 1]);
  await button("Flytt Ro opp").tap();
  await inOrder([0, 11, 1, 3, 2]);
  assert.equal(await focused(), "Flytt Ro opp");
  await phone.keyboard.press("Enter");
  await inOrder([0, 11, 3, 1, 2]);
  assert.equal(await focused(), "Flytt Ro opp");
  assert.equal(await button(`Flytt ${OPTIONS[0]} opp`).getAttribute("aria-disabled"), "true");
  assert.equal(await button("Flytt Parkering ned").getAttribute("aria-disabled"), "true");

  // By finger: what is held follows it, the others give way, and the numbers tell how it would be.
  await phone.evaluate(() => scrollTo(0, 0));
  await still(phone);
  const finger = await fingerOf(phone);
  const from = await middleOf(handle("Nye biler"));
  const to = await middleOf(handle("Lærlinger på hver avdeling"));
  await finger.press(from);
  await finger.move(from, { x: from.x, y: to.y });
  await eventually("the held row to have the number it would get", async () => {
    const numbers = (await rows.allInnerTexts()).map((row) => row.trim().split(/\s/)[0]);
    assert.deepEqual(numbers.slice(0, 5), ["1", "3", "4", "2", "5"]);
    return true;
  });
  await people.picture(phone, "held");
  await finger.lift();
  await inOrder([0, 1, 11, 3, 2]);
  await heard("Nye biler er nå nummer 2 av 12");
  // Held at the edge of the screen, it comes along to the end of the list.
  await still(phone);
  const height = await phone.evaluate(() => document.documentElement.scrollHeight);
  const again = await middleOf(handle("Nye biler"));
  await finger.press(again);
  await finger.move(again, { x: again.x, y: 830 });
  await eventually("the page to have come along to its end, and no further", () =>
    phone.evaluate((height) => {
      const page = document.documentElement;
      return innerHeight + scrollY >= height - 1 && page.scrollHeight === height;
    }, height),
  );
  await finger.lift();
  await eventually("the cars to be last", async () => (await order()).at(-1) === 1);

  // It glides to its place, and does not where the person asks for less.
  assert.equal(await glides(phone, "Flytt Ro opp"), true, "what is moved glides");
  await phone.emulateMedia({ reducedMotion: "reduce" });
  assert.equal(await glides(phone, "Flytt Ro ned"), false, "nothing moves under reduced motion");
  await phone.emulateMedia({ reducedMotion: "no-preference" });

  // What is arranged is kept over another item and a reload.
  const arranged = await order();
  assert.deepEqual(arranged.slice(0, 4), [0, 11, 3, 2]);
  await session.command({ do: "next" });
  await shown("Velg 3, det viktigste først.");
  await session.command({ do: "back" });
  await inOrder(arranged);
  await phone.reload();
  await inOrder(arranged);

  // Sent without a line, it arrives once there is one; changed, it counts as changed; withdrawn, it is gone.
  const counted = (best) =>
    eventually(`the server to have ${best} first`, async () => {
      const { tally } = await session.resultsOf(all);
      return tally.options.find(({ points }) => points === OPTIONS.length - 1)?.option === best;
    });
  people.expectLostLine();
  await line.cut();
  await shown("Ingen forbindelse – kobler til igjen");
  await inOrder(arranged);
  await button("Flytt Ro opp").tap();
  await button("Send rekkefølgen").tap();
  await shown("Lagret her");
  await line.mend();
  await shown("Mottatt");
  await counted(0);
  await button("Endre").tap();
  await button("Send endringen").waitFor();
  await inOrder([0, 3, 11]);
  await button("Avbryt").tap();
  await shown("Mottatt");
  await button("Endre").tap();
  await handle("Ro").press("ArrowUp");
  await inOrder([3, 0, 11]);
  await button("Send endringen").tap();
  await shown("Mottatt");
  await counted(3);
  await people.picture(phone, "received");
  await button("Trekk tilbake").tap();
  await button("Send rekkefølgen").waitFor();
  await eventually("nobody to have ranked", async () => (await session.resultsOf(all)).people === 0);
  await inOrder([0, 1, 2]);

  // What came too late is told, and stands there to be sent again.
  await handle("Parkering").press("Home");
  await inOrder([10, 0, 1]);
  await line.cut();
  await shown("Ingen forbindelse – kobler til igjen");
  await button("Send rekkefølgen").tap();
  await shown("Lagret her");
  await session.command({ do: "close_question", item: all });
  await line.mend();
  await shown("Spørsmålet ble lukket før svaret kom fram.");
  await session.command({ do: "open_question", item: all });
  await button("Endre").tap();
  await inOrder([10, 0, 1]);

  // The three most important: chosen one by one, no more than three, taken away again, and told what lacks.
  await session.command({ do: "go_to", item: few });
  await shown("0 av 3 valgt");
  await fits();
  await people.picture(phone, "few-none");
  await button("Velg Ro").tap();
  await heard("Ro er valgt som nummer 1");
  await shown("1 av 3 valgt");
  assert.equal(await focused(), "Velg Bedre turnus", "the focus is on the next one to choose");
  await button("Send rekkefølgen").tap();
  await shown("Velg 2 til før du sender.");
  assert.deepEqual(await order(), [3]);
  await people.picture(phone, "few-lacking");
  await button(`Velg ${OPTIONS[2]}`).tap();
  assert.equal(await phone.getByText("Velg 2 til før du sender.").count(), 0, "it is told no longer");
  await button(`Velg ${OPTIONS[5]}`).tap();
  await inOrder([3, 2, 5]);
  await button("Velg Parkering").tap({ force: true });
  await shown("Du har valgt 3. Ta bort ett for å velge et annet.");
  assert.equal(await button("Velg Parkering").getAttribute("aria-disabled"), "true");
  await fits();
  await people.picture(phone, "few-full");
  await button(`Flytt ${OPTIONS[5]} opp`).tap();
  await inOrder([3, 5, 2]);
  await button("Ta bort Ro").tap();
  await heard("Ro er tatt bort");
  await inOrder([5, 2]);
  assert.equal(await focused(), `Ta bort ${OPTIONS[5]}`, "the focus is on what took its place");
  await phone.reload();
  await inOrder([5, 2]);
  await button("Velg Nye biler").tap();
  await button("Send rekkefølgen").tap();
  await shown("Mottatt");
  await people.picture(phone, "few-received");
});

/** A finger on a phone's screen. */
async function fingerOf(phone) {
  const session = await phone.context().newCDPSession(phone);
  const touch = (type, touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints });
  return {
    press: (at) => touch("touchStart", [at]),
    move: async (from, to) => {
      const steps = 8;
      for (let step = 1; step <= steps; step += 1) {
        await touch("touchMove", [{ x: to.x, y: from.y + ((to.y - from.y) * step) / steps }]);
      }
    },
    lift: () => touch("touchEnd", []),
  };
}

async function middleOf(thing) {
  const box = await thing.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Waits until all has come to its place. */
function still(phone) {
  return phone.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((moving) => moving.finished)).then(() => undefined),
  );
}

/** Whether something takes time to get to its place when this is pressed. */
async function glides(phone, label) {
  await still(phone);
  return phone.evaluate(async (label) => {
    document.querySelector(`[aria-label="${label}"]`).click();
    await new Promise(requestAnimationFrame);
    return document.getAnimations().some((moving) => moving.effect.getTiming().duration > 0);
  }, label);
}
