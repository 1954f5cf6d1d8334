// A facilitator's phone is a remote control: next and back, open and close, while walking about.
import { assert, eventually, sleep, STEPS_APART_MS, trip } from "./lib.mjs";

const QUESTION = "Hva savner du?";
const PLAN = {
  details: { title: "Personalmøte", language: "nb" },
  items: [
    { what: "Velkommen", content: { kind: "talk" } },
    {
      content: {
        kind: "question",
        prompt: QUESTION,
        ask: { type: "open_text", answers_max: 1, length_max: 200 },
      },
    },
    { what: "Kaffe", content: { kind: "break" } },
  ],
};

trip("a facilitator runs the session from a phone", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const remote = await people.phone("remote");
  const phone = await people.phone("phone");
  const projector = await people.projector("projector");
  await remote.goto(session.link("facilitate"));
  await phone.goto(session.link("join"));
  await projector.goto(session.link("present"));
  const shown = async (title) => {
    for (const page of [phone, projector]) await page.getByRole("heading", { name: title }).waitFor();
  };
  /** Presses one of the three buttons at the lower edge, which must be within the thumb's reach. */
  const press = async (name) => {
    const button = remote.getByRole("button", { name }).last();
    await button.waitFor();
    const box = await button.boundingBox();
    assert.ok(box.height >= 44, `«${name}» is ${box.height} px high, too low for a thumb`);
    assert.ok(box.y > 844 / 2 && box.y + box.height <= 844, `«${name}» is not in the lower half`);
    await sleep(STEPS_APART_MS);
    await button.tap();
  };

  /** Shows one of the page's three panes; the button of the answers has their count beside its name. */
  const show = (pane) =>
    remote
      .getByRole("navigation")
      .getByRole("button", { name: new RegExp(`^${pane}( \\d+)?$`) })
      .tap();

  // One pane at a time.
  for (const [pane, heading] of [
    ["Svar", "Svar og tema"],
    ["Rommet", "Rommet ser"],
    ["Program", "Program"],
  ]) {
    await show(pane);
    await remote.getByRole("heading", { name: heading, exact: true }).waitFor();
    assert.equal(
      await remote.locator("main").getByRole("heading", { level: 2 }).count(),
      1,
      "one pane is shown",
    );
    const wide = await remote.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `the pane «${pane}» is ${wide} px wider than the phone`);
  }

  await press("Start: Velkommen");
  await shown("Velkommen");
  await press(`Neste: ${QUESTION}`);
  await shown(QUESTION);
  const send = phone.getByRole("button", { name: "Send svaret" });
  await send.waitFor();
  await press("Lukk for svar");
  await phone.getByText("Spørsmålet er lukket").waitFor();
  await send.waitFor({ state: "detached" });
  await press("Åpne igjen");
  await phone.getByRole("textbox", { name: "Svaret ditt" }).fill("Lengre pauser");
  await send.click();
  await phone.getByText("Mottatt", { exact: true }).waitFor();
  await remote.getByText("1 av 1 har svart").last().waitFor();
  await people.picture(remote, "running");

  // The answer can be read and taken away here as well.
  await show("Svar");
  const answer = remote.getByRole("listitem").filter({ hasText: "Lengre pauser" });
  await answer.waitFor();
  await answer.getByRole("button", { name: "Valg for svaret" }).tap();
  await remote.getByRole("menuitem", { name: "Ta bort svaret" }).tap();
  await eventually("the answer to be gone", async () => (await session.textsOf(2)).length === 0);
  await projector.getByText("Lengre pauser").waitFor({ state: "detached" });

  await press("Neste: Kaffe");
  await shown("Kaffe");
  await press(`Tilbake til ${QUESTION}`);
  await shown(QUESTION);
  await press("Tilbake til Velkommen");
  await shown("Velkommen");
  await press("Tilbake til «bli med»");
  await phone.getByText("Venter på at samlingen begynner").waitFor();
  await projector.getByText(session.spacedCode).waitFor();
});
