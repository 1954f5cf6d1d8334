// Colours of one's own, dark, and no motion: what is chosen stays apart from what is not, and charts stay charts.
import { answerAs, assert, eventually, giveAs, trip } from "./lib.mjs";

const OPTIONS = ["Opplæring", "Utstyr", "Nye biler"];
const question = (prompt, ask) => ({ content: { kind: "question", prompt, ask } });
const PLAN = {
  details: { title: "Personalmøte", language: "nb" },
  signals: { reactions: true, hands: true, pace: true },
  items: [
    question("Hvor enig er du?", {
      type: "scales",
      statements: ["Jeg blir hørt"],
      steps: 5,
      low: "Uenig",
      high: "Enig",
    }),
    question("Hva først?", { type: "choice", options: OPTIONS, most: 1 }),
    question("Hva savner du?", { type: "open_text", answers_max: 3, length_max: 200 }),
  ],
};
/** Least share of a control's pixels in which chosen and not chosen differ. */
const APART_SHARE_MIN = 0.04;

trip("pages keep their meaning in colours of one's own, in the dark, and without motion", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const [scale, choice, text] = (await session.read()).items.map((item) => item.id);
  const phone = await people.phone("phone");
  const projector = await people.projector("projector");
  const page = await people.laptop("facilitator");
  const everyone = [phone, projector, page];
  const easel = await people.laptop("easel");
  await easel.goto(`${server.origin}/`);

  /** The share of pixels in which two pictures of the same size differ. */
  const apart = async (one, other) => {
    const addresses = [one, other].map((png) => `data:image/png;base64,${png.toString("base64")}`);
    return easel.evaluate(differing, addresses);
  };
  /** What is chosen looks different from how it looked before, the focus apart. */
  const toldApart = async (what, drawn, choose) => {
    const look = async () => {
      await drawn.page().evaluate(() => document.activeElement.blur());
      return drawn.screenshot({ animations: "disabled" });
    };
    const before = await look();
    await choose();
    await eventually(`${what} to be told apart`, async () => {
      const share = await apart(before, await look()).catch(() => 1);
      return share >= APART_SHARE_MIN || Promise.reject(new Error(`${share} of its pixels differ`));
    });
  };

  await phone.goto(session.link("join"));
  await projector.goto(session.link("present"));
  await page.goto(session.link("facilitate"));
  await session.command({ do: "next" });
  await phone.getByRole("button", { name: "Send svaret" }).waitFor();
  for (const one of everyone) await one.emulateMedia({ forcedColors: "active" });

  // On a phone: a mark, an option, a hand.
  const label = (name) => phone.locator("label").filter({ has: phone.getByRole("radio", { name }) });
  await toldApart("a mark", label(/4/), () => label(/4/).click());
  await people.picture(phone, "forced-scales");
  const hand = phone.getByRole("button", { name: "Hånd opp" });
  await toldApart("a raised hand", hand, () => hand.click());
  await phone.getByRole("button", { name: "Send svaret" }).click();
  await phone.getByText("Mottatt", { exact: true }).waitFor();
  await session.command({ do: "show_results", item: scale, to: "everyone" });
  await projector.getByText("4,0").waitFor();
  await people.picture(projector, "forced-scales-projector");
  await session.command({ do: "next" });
  await phone.getByRole("radio", { name: "Utstyr" }).waitFor();
  await toldApart("an option", label("Utstyr"), () => label("Utstyr").click());
  await people.picture(phone, "forced-choice");
  for (const button of await phone.locator("button.button").all())
    assert.ok(
      await button.evaluate((one) => parseFloat(getComputedStyle(one).borderTopWidth) >= 1),
      "a button has an edge where backgrounds are gone",
    );

  // At the desk: who sees the results; on the projector the bars.
  await giveAs(
    projector,
    session,
    choice,
    [0, 0, 1].map((option) => ({ type: "choice", chosen: [option] })),
  );
  const audience = page.getByRole("radiogroup", { name: "Hvem ser resultatene" }).locator("label").last();
  await toldApart("who sees the results", audience, () => audience.click());
  await people.picture(page, "forced-facilitator");
  await projector.getByText("67 %").waitFor();
  const [long, short] = [0, 2].map((index) => projector.locator(".track").nth(index));
  assert.ok(
    (await apart(await long.screenshot(), await short.screenshot())) > 0.3,
    "a long bar differs from an empty one",
  );
  await people.picture(projector, "forced-projector");
  await phone.getByRole("heading", { name: "Dette sier vi" }).waitFor();
  await people.picture(phone, "forced-results");

  // In the dark, in colours of one's own as well.
  for (const one of everyone) await one.emulateMedia({ colorScheme: "dark" });
  await people.picture(phone, "forced-dark-results");
  await people.picture(projector, "forced-dark-projector");
  for (const one of everyone) await one.emulateMedia({ forcedColors: "none" });
  await people.picture(phone, "dark-results");
  await people.picture(projector, "dark-projector");
  await people.picture(page, "dark-facilitator");

  // Without motion nothing moves while answers arrive, themes are made and results change places.
  for (const one of everyone) await one.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  for (const one of everyone) await one.evaluate(watchMotion);
  await session.command({ do: "next" });
  await phone.getByRole("textbox", { name: "Svaret ditt" }).fill("Ro");
  await phone.getByRole("button", { name: "Send svaret" }).click();
  await answerAs(
    page,
    session,
    text,
    Array.from({ length: 24 }, (_, n) => `Mer tid til bruker ${n}`),
  );
  await projector.getByText("Mer tid til bruker 23").first().waitFor();
  await session.command({ do: "close_question", item: text });
  await session.command({ do: "show_results", item: text, to: "everyone" });
  await phone.getByRole("heading", { name: "Dette sier vi" }).waitFor();
  for (const one of everyone) assert.deepEqual(await one.evaluate(() => window.moved), [], "nothing moves");
});

/** In a page: the share of pixels in which two pictures differ. */
async function differing([one, other]) {
  const pixelsOf = async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), {
      width: image.width,
      height: image.height,
    });
    const brush = canvas.getContext("2d");
    brush.drawImage(image, 0, 0);
    return brush.getImageData(0, 0, image.width, image.height).data;
  };
  const [a, b] = [await pixelsOf(one), await pixelsOf(other)];
  if (a.length !== b.length) return 1;
  let count = 0;
  for (let at = 0; at < a.length; at += 4)
    if (Math.abs(a[at] - b[at]) + Math.abs(a[at + 1] - b[at + 1]) + Math.abs(a[at + 2] - b[at + 2]) > 60)
      count += 1;
  return (4 * count) / a.length;
}

/** In a page: notes every animation that takes time, from now on; what changes at one stroke does not move. */
function watchMotion() {
  window.moved = [];
  const look = () => {
    for (const animation of document.getAnimations()) {
      const { duration } = animation.effect.getComputedTiming();
      if (animation.effect.getKeyframes().every(({ easing }) => easing.startsWith("step"))) continue;
      const name = animation.animationName ?? animation.transitionProperty ?? "a script";
      if (animation.playState === "running" && duration > 1)
        window.moved.push(`${name} on ${animation.effect.target?.className} for ${duration} ms`);
    }
    requestAnimationFrame(look);
  };
  look();
}
