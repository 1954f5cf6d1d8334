// A survey: everybody answers when they will, goes back and forth, and goes on where they left off. It is opened and closed
// by hand and by the clock.
import { assert, eventually, giveAs, sleep, trip } from "./lib.mjs";

const LONG = "Hvordan opplever du samhandlingen mellom hjemmesykepleien, fastlegene og tildelingskontoret?";
const question = (prompt, ask) => ({ content: { kind: "question", prompt, ask } });

trip("a survey is answered at everybody's own pace, and opens and closes in time", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const items = [
    { what: "Velkommen", content: { kind: "talk" } },
    question(LONG, { type: "open_text", answers_max: 1, length_max: 300 }),
    question("Hvor begynner vi?", { type: "choice", options: ["Faste team", "Felles journal"], most: 1 }),
    question("Jeg får gjort jobben min", {
      type: "scales",
      statements: ["Jeg har tid", "Jeg har oversikt"],
      steps: 5,
      low: "uenig",
      high: "enig",
    }),
  ];
  const made = await server.createSession({ details: { title: "Medarbeiderpuls", language: "nb" }, items });
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));
  const projector = await people.projector("projector");
  await projector.goto(made.link("present"));
  const proxy = await trip.startProxy(server);
  const phone = await people.phone("phone");
  await phone.goto(made.link("join").replace(server.origin, proxy.origin));
  await phone.getByText("Du er med").waitFor();

  // Planned for tomorrow, which the phone is told; then opened now after all. By keyboard.
  const panel = async () => {
    await page.getByRole("button", { name: "Meny" }).press("Enter");
    await page.getByRole("menuitem", { name: "Svar i eget tempo" }).press("Enter");
    return page.getByRole("dialog");
  };
  let dialog = await panel();
  await dialog.getByRole("radiogroup", { name: "Åpner" }).getByText("på et tidspunkt").click();
  await dialog.getByLabel("Åpner: Dag og klokkeslett").fill("2020-01-01T08:00");
  await dialog.getByRole("button", { name: "Planlegg" }).click();
  await dialog.getByText("Tidspunktet har vært. Velg et senere.").waitFor();
  await people.picture(page, "panel-fault");
  const tomorrow = new Date(Date.now() + 26 * 3_600_000).toISOString().slice(0, 10);
  await dialog.getByLabel("Åpner: Dag og klokkeslett").fill(`${tomorrow}T08:00`);
  await dialog.getByRole("button", { name: "Planlegg" }).click();
  await phone.getByText(/Spørsmålene åpner .*08[:.]00/).waitFor();
  await people.picture(phone, "planned");
  dialog = await panel();
  await dialog.getByText("Undersøkelsen åpner", { exact: false }).waitFor();
  await dialog.getByRole("radiogroup", { name: "Åpner" }).getByText("når jeg trykker på knappen").click();
  await people.picture(page, "panel");
  await dialog.getByRole("button", { name: "Åpne nå" }).click();

  // The first question; back and on, and what is being written stays.
  await phone.getByText("Spørsmål 1 av 3").waitFor();
  await projector.getByRole("main").getByText("Svar i eget tempo på telefonen").waitFor();
  await people.picture(phone, "first");
  await people.picture(projector, "projector-empty");
  await phone.getByRole("textbox", { name: "Svaret ditt" }).fill("Vi venter for lenge på svar");
  await phone.getByRole("button", { name: "Hopp over" }).tap();
  await phone.getByRole("heading", { name: "Hvor begynner vi?" }).waitFor();
  assert.equal(
    await phone.evaluate(() => document.activeElement?.tagName),
    "H1",
    "reading begins at the top",
  );
  await phone.getByRole("button", { name: "Tilbake" }).tap();
  await eventually(
    "what was written to be there",
    async () =>
      (await phone.getByRole("textbox", { name: "Svaret ditt" }).inputValue()) ===
      "Vi venter for lenge på svar",
  );
  await phone.getByRole("button", { name: "Send svaret" }).tap();
  await phone.getByText("Mottatt", { exact: true }).waitFor();
  await people.picture(phone, "answered");
  await phone.getByRole("button", { name: "Neste" }).tap();

  // The line is lost: the answer waits, and one can go on meanwhile.
  people.expectLostLine();
  await proxy.cut();
  await phone.getByText("Felles journal").tap();
  await phone.getByRole("button", { name: "Send svaret" }).tap();
  await phone.getByText("Ingen forbindelse – svaret er lagret her og sendes").waitFor();
  await phone.getByRole("button", { name: "Neste" }).tap();
  await phone.getByText("Spørsmål 3 av 3").waitFor();
  await people.picture(phone, "offline");
  await proxy.mend();
  await projector.getByRole("listitem").nth(1).getByText("1", { exact: true }).waitFor();

  // Where one left off: at the first question that is not answered.
  await phone.reload();
  await phone.getByText("Spørsmål 3 av 3").waitFor();
  await phone.getByRole("button", { name: "Hopp over" }).tap();
  await phone.getByRole("heading", { name: "Du har svart på 2 av 3 spørsmål" }).waitFor();
  await people.picture(phone, "list");
  await phone.getByRole("button", { name: /Jeg får gjort jobben min/ }).tap();
  await phone.getByText("Spørsmål 3 av 3").waitFor();

  // Many others; the projector and the facilitator see how many, not what.
  const choices = Array.from({ length: 39 }, (_, n) => ({ type: "choice", chosen: [n % 2] }));
  await giveAs(page, made, 3, choices);
  await projector.getByRole("listitem").nth(1).getByText("40", { exact: true }).waitFor();
  await people.picture(projector, "projector-forty");
  await people.picture(page, "running");
  assert.ok(!(await projector.content()).includes("Felles journal"), "results are for afterwards");
  await projector.keyboard.press("ArrowRight");
  await projector.getByText("Undersøkelsen er åpen", { exact: false }).waitFor();

  // It closes by the clock, two seconds from now.
  const survey = { items: [], closes_ms: Date.now() + 2_000 };
  await made.command({ do: "plan_survey", survey });
  await phone.getByText("Undersøkelsen stenger", { exact: false }).waitFor();
  await phone.getByRole("heading", { name: "Undersøkelsen er stengt" }).waitFor();
  await projector.getByRole("main").getByText("Undersøkelsen er stengt").waitFor();
  await people.picture(phone, "closed");
  await people.picture(page, "closed-page");
  // Its answers are looked at, one question after another; nobody can answer any more.
  await projector.keyboard.press("ArrowRight");
  await projector.getByRole("heading", { name: LONG }).waitFor();
  await phone.getByText("Spørsmålet er lukket").waitFor();

  // A session that nobody visits opens its survey all the same.
  await made.command({ do: "back" });
  await made.command({
    do: "plan_survey",
    survey: { items: [3], opens_ms: Date.now() + 1_500, closes_ms: null },
  });
  await server.stop();
  await sleep(1_600);
  await server.start();
  await phone.getByRole("heading", { name: "Takk! Du har svart på alt." }).waitFor();
});
