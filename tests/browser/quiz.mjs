// A quiz from the plan to the list of points: three phones with nicknames, one right, one wrong and one that does not
// answer. The marks, and one of the phones, are used by keyboard alone.
import { assert, eventually, sleep, trip } from "./lib.mjs";

const OPTIONS = ["Kommunestyret", "Statsforvalteren", "Fylkestinget", "Helsetilsynet"];
const LONG = "Kommunesamarbeidsråd";

/** Whether a page is no wider than its window. */
async function fits(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px wider than the page`);
}

/** Presses Tab until what is looked for has the focus. */
async function tabTo(page, target) {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await target.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not lead there");
}

trip("a quiz is written, played against the clock, and its points are listed", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const made = await server.createSession({
    details: { title: "Quizkveld", language: "nb" },
    items: [{ what: "Resultatliste", content: { kind: "leaderboard" } }],
  });
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));
  const composer = page.locator(".composer");
  await page.getByRole("button", { name: "Nytt punkt" }).click();

  // A question without a right answer is told so; the marks are set by keyboard.
  await composer.getByText("Quiz", { exact: true }).click();
  await composer.getByRole("textbox", { name: "Spørsmålet" }).fill("Hvem vedtar kommunens budsjett?");
  await composer.getByLabel("Alternativer, ett på hver linje").fill(OPTIONS.join("\n"));
  await composer.getByRole("button", { name: "Legg til" }).click();
  await composer.getByText("Kryss av minst ett riktig svar.").waitFor();
  const mark = composer.getByRole("checkbox", { name: OPTIONS[0] });
  await tabTo(page, mark);
  await page.keyboard.press("Space");
  await composer.getByLabel("Sekunder å svare på").fill("20");
  await people.picture(page, "composer");
  await composer.getByRole("button", { name: "Legg til" }).press("Enter");
  await page.locator(".programme").getByText("Hvem vedtar kommunens budsjett?").waitFor();
  await composer.getByText("Quiz", { exact: true }).click();
  await composer.getByRole("textbox", { name: "Spørsmålet" }).fill("Hva heter Norges lengste elv?");
  await composer.getByRole("radio", { name: "De skriver svaret" }).check();
  await composer.getByLabel("Riktig svar", { exact: true }).fill("Glomma");
  await people.picture(page, "composer-typed");
  await composer.getByRole("button", { name: "Legg til" }).click();
  await page.locator(".programme").getByText("Hva heter Norges lengste elv?").waitFor();
  await composer.getByText("Resultatliste", { exact: true }).click();
  await composer.getByRole("button", { name: "Legg til" }).click();
  await eventually(
    "the list of points to stand there, too",
    async () => (await made.read()).items.length === 4,
  );
  const [board, picked, typed] = (await made.read()).items.map((one) => one.id);

  const projector = await people.projector("projector");
  await projector.goto(made.link("present"));
  await made.command({ do: "next" });
  await projector.getByText("Ingen har valgt kallenavn ennå").waitFor();
  await people.picture(projector, "projector-board-0");

  // Nicknames, before the first question: a kind word on what is not taken, and another can be typed.
  const [right, wrong, late] = await Promise.all(
    ["right", "wrong", "late"].map((name) => people.phone(name, { viewport: { width: 390, height: 844 } })),
  );
  for (const phone of [right, wrong]) await phone.goto(made.link("join"));
  await late.goto(made.link("join"));
  const name = (phone) => phone.getByLabel("Velg et kallenavn");
  await name(right).waitFor();
  await people.picture(right, "phone-name");
  await right.locator("main").getByText("Andre svar gjør det ikke").waitFor();
  await name(right).fill("fitte");
  await right.getByRole("button", { name: "Bli med" }).tap();
  await right.locator("main").getByText("Velg et hyggeligere").waitFor();
  assert.equal(await name(right).inputValue(), "fitte", "what was typed is kept");
  await people.picture(right, "phone-name-refused");
  await name(right).fill(LONG);
  await right.getByRole("button", { name: "Bli med" }).tap();
  await right.locator("main").getByText(`Du er med som ${LONG}`).waitFor();
  await name(wrong).fill(LONG.toUpperCase());
  await wrong.keyboard.press("Enter");
  await wrong.locator("main").getByText("Noen andre har det kallenavnet").waitFor();
  await name(wrong).fill("Elgen");
  await wrong.keyboard.press("Enter");
  await wrong.locator("main").getByText("Du er med som Elgen").waitFor();
  await name(late).fill("Sent ute");
  await late.keyboard.press("Enter");
  await late.locator("main").getByText("Du er med som Sent ute").waitFor();
  await projector.getByText(LONG).waitFor();
  await people.picture(projector, "projector-lobby-3");
  await people.picture(right, "phone-board-before");

  // The question: its clock starts by itself; nothing of what is answered shows before the end.
  await made.command({ do: "next" });
  await right.getByRole("button", { name: OPTIONS[0] }).waitFor();
  await right.getByRole("timer").waitFor();
  await people.picture(right, "phone-ask");
  await fits(right);
  await right.getByRole("button", { name: OPTIONS[0] }).tap();
  await right.locator("main").getByText("Svaret er mottatt").first().waitFor();
  await people.picture(right, "phone-given");
  const option = wrong.getByRole("button", { name: OPTIONS[3] });
  await tabTo(wrong, option);
  await wrong.keyboard.press("Enter");
  await wrong.locator("main").getByText("Svaret er mottatt").first().waitFor();
  await projector.getByText("Svar på telefonen før tiden er ute").waitFor();
  await people.picture(projector, "projector-open");
  assert.equal(
    await projector.getByText("riktig", { exact: false }).count(),
    0,
    "what is right is not shown yet",
  );
  await page.getByText("Rommet ser svarene når tiden er ute").waitFor();
  await page.getByText("1 av 2 svarte riktig (50").waitFor();
  await people.picture(page, "facilitator-open");
  await right.reload();
  await right.locator("main").getByText("Svaret er mottatt").first().waitFor();
  await made.command({ do: "close_question", item: picked });
  await right.getByRole("heading", { name: "Riktig!" }).waitFor();
  await right
    .locator("main")
    .getByText(/^\+[\d\s]+ poeng$/)
    .waitFor();
  await right.locator("main").getByText("Du er nummer 1 av 3").waitFor();
  await people.picture(right, "phone-right");
  await wrong.locator("main").getByText(`Riktig svar er ${OPTIONS[0]}`).waitFor();
  await people.picture(wrong, "phone-wrong");
  await late.locator("main").getByText("Du svarte ikke").waitFor();
  await projector.getByText("1 av 2 svarte riktig").waitFor();
  await sleep(600);
  await people.picture(projector, "projector-closed");

  // Typed, by keyboard; another spelling is accepted afterwards.
  await made.command({ do: "next" });
  const field = wrong.getByLabel("Svaret ditt");
  await field.waitFor();
  await tabTo(wrong, field);
  await wrong.keyboard.type("Glåma");
  await people.picture(wrong, "phone-typed");
  await wrong.keyboard.press("Enter");
  await wrong.locator("main").getByText("Svaret er mottatt").first().waitFor();
  await right.getByLabel("Svaret ditt").fill("Lågen");
  await right.getByRole("button", { name: "Send svaret" }).tap();
  await right.locator("main").getByText("Svaret er mottatt").first().waitFor();
  await projector.getByText("har svart").first().waitFor();
  await people.picture(projector, "projector-typed-open");
  // Without a line the answer waits on the phone, and comes too late.
  await late.getByLabel("Svaret ditt").fill("Glomma");
  await late.context().setOffline(true);
  await made.command({ do: "close_question", item: typed });
  await late.context().setOffline(false);
  await right.locator("main").getByText("Riktig svar er Glomma").waitFor();
  await wrong.getByRole("heading", { name: "Feil" }).waitFor();
  await page.getByRole("button", { name: "Godta «Glåma» som riktig" }).press("Enter");
  await wrong.getByRole("heading", { name: "Riktig!" }).waitFor();
  await wrong.locator("main").getByText("Du er nummer").waitFor();
  await sleep(600);
  await people.picture(projector, "projector-typed-closed");
  await people.picture(page, "facilitator-closed");

  await made.command({ do: "go_to", item: board });
  await projector.getByText(/2 av 2 spørsmål/).waitFor();
  await sleep(2_500);
  await people.picture(projector, "projector-board-3");
  await right.locator("main").getByText("Du er nummer").waitFor();
  await people.picture(right, "phone-board");
  await fits(right);

  // A nickname is taken off all screens, and comes back.
  await page.getByRole("button", { name: "Ta bort kallenavnet Elgen" }).press("Enter");
  await projector.getByText("Elgen").waitFor({ state: "detached" });
  await wrong.locator("main").getByText("Prosesslederen har tatt bort kallenavnet ditt").waitFor();
  await people.picture(wrong, "phone-name-removed");
  await page.getByRole("button", { name: "Angre" }).last().press("Enter");
  await projector.getByText("Elgen").waitFor();

  const minutes = await made.minutes();
  for (const part of ["Riktig: Kommunestyret. 1 deltaker svarte riktig (50 %).", "Riktig: Glomma, Glåma."])
    assert.ok(minutes.includes(part), `${part} is not in ${minutes}`);
  for (const nickname of [LONG, "Elgen", "Sent ute"])
    assert.ok(!minutes.includes(nickname), "nicknames are not in the minutes");
});
