// A talk in pairs is planned and timed: everyone sees the same clock, and the signal comes to all screens together,
// also to a phone whose own clock is wrong. A question closes when its clock has run out.
import { assert, eventually, trip } from "./lib.mjs";

/** How far apart the signal may come on two screens. */
const APART_MS_MAX = 250;

/** Notes in the page when a signal is first seen on it. */
async function noteSignal(page) {
  await page.evaluate(() => {
    window.signals = [];
    new MutationObserver(() => {
      const text = document.querySelector(".signal")?.textContent;
      if (text && window.signals.at(-1)?.text !== text)
        window.signals.push({ text, at_ms: performance.timeOrigin + performance.now() });
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

const signalsOn = (page) => page.evaluate(() => window.signals);

trip("a talk in pairs swaps at a signal that comes to all screens together", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const made = await server.createSession({ details: { title: "Fagdag", language: "nb" }, items: [] });
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));

  // Planned as a facilitator would: the usual clock is there, and is given names.
  const composer = page.locator(".composer");
  await composer.getByText("Samtale to og to", { exact: true }).click();
  await composer.getByRole("textbox", { name: "Hva", exact: true }).fill("Hva har vi lyktes med?");
  const clock = composer.getByLabel("Klokke", { exact: false });
  assert.equal(await clock.inputValue(), "2\n2");
  await clock.fill("2 Bytt\nsnart");
  await composer.getByRole("button", { name: "Legg til" }).click();
  await composer.getByText("Skriv minutter på hver linje", { exact: false }).waitFor();
  await clock.fill("0:15 Den første forteller\n0:15 Den andre forteller");
  await people.picture(page, "composer");
  await composer.getByRole("button", { name: "Legg til" }).click();
  await page.locator(".programme").getByText("Hva har vi lyktes med?").waitFor();
  await made.command({ do: "next" });

  const projector = await people.projector("projector");
  await projector.goto(made.link("present"));
  const phone = await people.phone("phone");
  const wrong = await people.phone("wrong-clock");
  await wrong.addInitScript(() => {
    const real = Date.now;
    Date.now = () => real() + 93_000;
  });
  for (const one of [phone, wrong]) await one.goto(made.link("join"));
  const screens = [projector, phone, wrong];
  for (const screen of screens) {
    await screen.getByRole("heading", { name: "Hva har vi lyktes med?" }).waitFor();
    await noteSignal(screen);
  }
  await people.picture(projector, "before-projector");

  // One press starts it.
  await page.getByRole("button", { name: "Start klokka (0:15 + 0:15 min)" }).click();
  await Promise.all(screens.map((screen) => screen.getByText("Den første forteller").waitFor()));
  await people.picture(page, "running-page");
  await people.picture(projector, "running-projector");
  await people.picture(phone, "running-phone");
  await phone.locator(".signal").waitFor();
  await people.picture(phone, "signal-phone");
  await people.picture(projector, "signal-projector");
  await phone.locator(".signal").tap();
  await phone.locator(".signal").waitFor({ state: "detached" });
  await eventually("the time to be up", async () => {
    const all = await Promise.all(screens.map(signalsOn));
    return all.every((signals) => signals.length === 2);
  });
  const all = await Promise.all(screens.map(signalsOn));
  for (const index of [0, 1]) {
    const times = all.map((signals) => signals[index].at_ms);
    const apart = Math.max(...times) - Math.min(...times);
    assert.ok(apart <= APART_MS_MAX, `signal ${index + 1} came ${apart} ms apart`);
  }
  assert.deepEqual(
    all[1].map((signal) => signal.text),
    ["Den andre forteller", "Tiden er ute"],
  );
  await projector.locator(".signal").waitFor({ state: "detached" });
  await people.picture(projector, "over-projector");
  await people.picture(phone, "over-phone");

  // More time, a pause, and a swap by hand from the projector's keys and the facilitator's page.
  await page.getByRole("button", { name: "+1 min" }).click();
  await phone.getByText(/^(1:00|0:5\d)$/).waitFor();
  await projector.keyboard.press("c");
  await page.getByRole("button", { name: "Fortsett" }).waitFor();
  await people.picture(page, "paused-page");
  await projector.keyboard.press("c");
  await page.getByRole("button", { name: "Avslutt nå" }).click();
  await phone.locator(".signal").waitFor();
  await page.getByRole("button", { name: "Ta bort" }).click();
  await phone.getByRole("timer").waitFor({ state: "detached" });

  // A question with a clock of its own: closed when the time is up, and answered in time.
  const timer = {
    stretches: [{ label: "", seconds: 5 }],
    starts_itself: true,
    closes_question: true,
  };
  const ask = { type: "choice", options: ["Ja", "Nei"], most: 1 };
  const content = { kind: "question", prompt: "Skal vi gjøre dette oftere?", ask };
  await made.command({ do: "add_item", plan: { content, timer } });
  await made.command({ do: "next" });
  await phone
    .getByRole("radio", { name: "Ja" })
    .or(phone.getByRole("checkbox", { name: "Ja" }))
    .tap();
  await phone.getByRole("button", { name: "Send svaret" }).tap();
  await phone.getByText("Mottatt", { exact: true }).waitFor();
  await people.picture(phone, "question-phone");
  await people.picture(projector, "question-projector");
  await phone.getByText("Spørsmålet er lukket").waitFor();
  const [, { status }] = (await made.read()).items;
  assert.equal(status.phase, "closed");
  // Opened again by hand it stays open.
  await page.getByRole("button", { name: "Åpne igjen" }).click();
  await phone.getByText("Åpent for svar").waitFor();
  await people.picture(page, "question-page");
});
