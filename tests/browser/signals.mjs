// What a hall says without words: taps that are told together, hands that the facilitator sees and takes down, the
// pace, and a bar that comes and goes as it is allowed. The projector shows reactions and nothing else of it.
import { assert, eventually, sleep, trip } from "./lib.mjs";

/** Reactions as the projector's page hears them: how many changes, and how many of each kind in all. */
async function noteReactions(page) {
  await page.addInitScript(() => {
    window.told = { changes: 0, applause: 0, heart: 0, thumbs_up: 0, idea: 0, most: 0 };
    const Real = window.WebSocket;
    window.WebSocket = class extends Real {
      constructor(...given) {
        super(...given);
        this.addEventListener("message", ({ data }) => {
          for (const change of JSON.parse(data).changes ?? []) {
            if (change.part !== "reactions") continue;
            window.told.changes += 1;
            for (const [kind, count] of Object.entries(change.counts)) window.told[kind] += count;
          }
        });
      }
    };
    document.addEventListener("DOMContentLoaded", () => {
      new MutationObserver(() => {
        window.told.most = Math.max(window.told.most, document.querySelectorAll(".float").length);
      }).observe(document.body, { childList: true, subtree: true });
    });
  });
}

const bar = (phone) => phone.getByRole("region", { name: "Si det uten ord" });
const allow = (page, name) => page.getByRole("switch", { name, exact: true });

trip("a hall reacts, raises hands and judges the pace, and nothing stays of it", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const ask = { type: "open_text", answers_max: 3, length_max: 300 };
  const made = await server.createSession({
    details: { title: "Allmøte", language: "nb" },
    items: [
      { what: "Veien videre", who: "Ane Vik", content: { kind: "talk" } },
      { content: { kind: "question", prompt: "Hva bør vi ta med oss videre?", ask } },
    ],
  });
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));
  const projector = await people.projector("projector");
  await noteReactions(projector);
  await projector.goto(made.link("present"));
  const [one, other] = [await people.phone("one"), await people.phone("other")];
  for (const phone of [one, other]) await phone.goto(made.link("join"));

  // Allowed before the start, the bar still waits for it.
  for (const name of ["Reaksjoner", "Hender", "Tempo"]) {
    await allow(page, name).click();
    await eventually(`${name} to be allowed`, () => allow(page, name).isChecked());
  }
  await one.getByText("Venter på at samlingen begynner").waitFor();
  assert.equal(await bar(one).count(), 0);
  await made.command({ do: "next" });
  for (const phone of [one, other]) await bar(phone).waitFor();
  await people.picture(one, "talk-phone");

  // Every tap is felt; at most four a second are sent, and the projector hears of them together.
  const applause = bar(one).getByRole("button", { name: "Applaus" });
  const began = performance.now();
  for (let tap = 0; tap < 25; tap += 1) await applause.tap();
  await bar(other).getByRole("button", { name: "God idé" }).tap();
  await bar(other).getByRole("button", { name: "Hjerte" }).tap();
  await bar(other).getByRole("button", { name: "Tommel opp" }).tap();
  await sleep(500);
  await people.picture(projector, "reactions-projector", "allow");
  await people.picture(one, "reactions-phone", "allow");
  const seconds = Math.ceil((performance.now() - began) / 1_000);
  await eventually("the projector to have heard", async () => {
    const { idea, heart, thumbs_up } = await projector.evaluate(() => window.told);
    return idea === 1 && heart === 1 && thumbs_up === 1;
  });
  await sleep(600);
  const told = await projector.evaluate(() => window.told);
  assert.ok(told.applause >= 1 && told.applause <= 4 * (seconds + 1), `${told.applause} in ${seconds} s`);
  assert.ok(told.changes <= 5 * (seconds + 2), `${told.changes} changes in ${seconds} s`);
  assert.ok(told.most >= 1 && told.most <= 12, `${told.most} icons at once`);

  // A question: the bar covers neither what sends the answer nor the word on anonymity.
  await made.command({ do: "next" });
  const send = one.getByRole("button", { name: "Send svaret" });
  await send.waitFor();
  await one.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const below = await bar(one).boundingBox();
  for (const what of [send, one.getByText("Du svarer anonymt")]) {
    const box = await what.boundingBox();
    assert.ok(
      box.y + box.height <= below.y,
      `the bar at ${below.y} covers what ends at ${box.y + box.height}`,
    );
  }
  for (const button of await bar(one).getByRole("button").all()) {
    const { width, height } = await button.boundingBox();
    assert.ok(width >= 48 && height >= 48, `a target of ${width} x ${height}`);
  }

  // Hands, one of them by keyboard, and the pace: one or the other, or neither.
  const hand = (phone) => phone.getByRole("button", { name: "Hånd opp" });
  await hand(one).tap();
  await hand(other).focus();
  await other.keyboard.press("Enter");
  await page.getByText("2 hender oppe").waitFor();
  await one.getByRole("button", { name: "For fort" }).tap();
  await one.getByRole("button", { name: "For sakte" }).tap();
  await other.getByRole("button", { name: "For fort" }).tap();
  await page.getByText("For fort 1").waitFor();
  await page.getByText("For sakte 1").waitFor();
  assert.equal(await one.getByRole("button", { name: "For fort" }).getAttribute("aria-pressed"), "false");
  assert.equal(await hand(one).getAttribute("aria-pressed"), "true");
  await people.picture(one, "question-phone");
  await people.picture(page, "hands-page");
  await people.picture(projector, "hands-projector");
  assert.equal(await projector.getByText("hender").count(), 0);

  // A reload finds the hand as it stood.
  await other.reload();
  await eventually("the hand to be up after a reload", async () => {
    return (await hand(other).getAttribute("aria-pressed")) === "true";
  });
  await page.getByRole("button", { name: "Ta ned hendene" }).click();
  await page.getByText("Ta ned alle hendene?").waitFor();
  await page.getByRole("button", { name: "Ta ned hendene" }).click();
  for (const phone of [one, other]) {
    await eventually("the hand to be down", async () => {
      return (await hand(phone).getAttribute("aria-pressed")) === "false";
    });
  }
  await page.getByText("oppe").waitFor({ state: "detached" });
  await other.getByText("Hånda di er tatt ned").waitFor({ state: "attached" });

  // Less is allowed: what is left stays; with nothing left the bar is gone.
  await allow(page, "Tempo").click();
  await one.getByRole("button", { name: "For fort" }).waitFor({ state: "hidden" });
  await page.getByText("For fort").waitFor({ state: "detached" });
  await people.picture(one, "no-pace-phone");
  await allow(page, "Hender").click();
  await allow(page, "Reaksjoner").click();
  for (const phone of [one, other]) await bar(phone).waitFor({ state: "detached" });
  await people.picture(page, "off-page");

  // On the smallest phone, and in the other language forms, nothing is wider than the screen.
  await made.command({ do: "allow_signals", reactions: true, hands: true, pace: true });
  const small = await people.phone("small", {
    viewport: { width: 320, height: 568 },
    reducedMotion: "reduce",
  });
  await small.goto(made.link("join"));
  await bar(small).waitFor();
  const over = await small.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.ok(over <= 0, `${over} px wider than the screen`);
  await people.picture(small, "small-phone");
  const barAt = await bar(small).boundingBox();
  const sendAt = await small.getByRole("button", { name: "Send svaret" }).boundingBox();
  assert.ok(sendAt.y + sendAt.height <= barAt.y, "the bar leaves the button free on the smallest phone, too");

  // Where less motion is asked for, the projector counts instead.
  await projector.emulateMedia({ reducedMotion: "reduce" });
  await bar(small).getByRole("button", { name: "Hjerte" }).tap();
  await bar(one).getByRole("button", { name: "Applaus" }).tap();
  await eventually("both to be counted", async () => {
    return (await projector.locator(".counter").innerText()).replace(/\s/g, "") === "11";
  });
  await people.picture(projector, "counter-projector");
  await made.command({ do: "end_session" });
  await bar(one).waitFor({ state: "detached" });
});
