// A hall plays the quiz: an answer that comes after the end is refused by the server's clock, and forty share the list.
import { assert, eventually, playAs, sleep, tokenOf, trip } from "./lib.mjs";

const NAMES = ["Kommunesamarbeidsråd", "Wwwwwwwwwwwwwwwwwwww", "Ål", "Bestemor på nett"];

trip("forty people play, and who is too late is told so", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const quiz = (prompt, seconds) => ({
    content: {
      kind: "question",
      prompt,
      ask: { type: "quiz", options: ["Bodø", "Tromsø", "Narvik"], correct: [1], seconds, points: 1000 },
    },
  });
  const made = await server.createSession({
    details: { title: "Quizkveld", language: "nb" },
    items: [
      quiz("Hvor ligger Ishavskatedralen?", 9),
      quiz("Hvor er Nordnorsk kunstmuseum?", 60),
      { what: "Resultatliste", content: { kind: "leaderboard" } },
      quiz("Hvor ligger Polarmuseet?", 60),
    ],
  });
  const [first, second, board] = (await made.read()).items.map((one) => one.id);
  const projector = await people.projector("projector");
  await projector.goto(made.link("present"));
  const phone = await people.phone("phone", { viewport: { width: 390, height: 844 } });
  await phone.goto(made.link("join"));
  const players = Array.from({ length: 40 }, (_, number) => ({
    token: tokenOf(number),
    nickname: NAMES[number] ?? `Spiller ${number}`,
    content: { type: "quiz_choice", option: number % 3 },
  }));

  // They choose their names before the clock runs.
  await made.command({ do: "go_to", item: board });
  await playAs(
    projector,
    made,
    first,
    players.map(({ token, nickname }) => ({ token, nickname })),
  );
  await projector.getByText(NAMES[0]).waitFor();
  await sleep(1_000);
  await people.picture(projector, "projector-lobby");
  // One of them loses the line just before, taps all the same, and is back when it is over.
  const proxy = await trip.startProxy(server);
  const late = await people.phone("late", { viewport: { width: 320, height: 640 } });
  await late.goto(made.link("join", proxy));
  await late.getByLabel("Velg et kallenavn").fill("Uten nett");
  await late.keyboard.press("Enter");
  await late.locator("main").getByText("Du er med som Uten nett").waitFor();
  await made.command({ do: "go_to", item: first });
  await late.getByRole("button", { name: "Tromsø" }).waitFor();
  people.expectLostLine();
  await proxy.cut();
  await late.getByRole("button", { name: "Tromsø" }).tap();
  await late.locator("main").getByText("Lagret her").waitFor();
  await people.picture(late, "phone-offline");
  await phone.getByRole("button", { name: "Spill uten kallenavn" }).tap();
  await phone.getByRole("button", { name: "Tromsø" }).waitFor();
  await playAs(
    projector,
    made,
    first,
    players.map(({ token, content }) => ({ token, content })),
  );
  // The clock is the server's: it closes the question by itself, and nothing comes in after.
  await phone.locator("main").getByText("Du svarte ikke").waitFor();
  await proxy.mend();
  await late.locator("main").getByText("Tiden var ute før svaret kom fram").waitFor();
  await late.locator("main").getByText("Riktig svar er Tromsø").waitFor();
  await people.picture(late, "phone-late");
  const token = tokenOf(99);
  const refusal = playAs(projector, made, first, [{ token, content: { type: "quiz_choice", option: 1 } }]);
  await assert.rejects(refusal, /question_closed/);
  await projector.getByText("13 av 40 svarte riktig").waitFor();
  await sleep(600);
  await people.picture(projector, "projector-closed");

  await made.command({ do: "next" });
  await phone.getByRole("button", { name: "Tromsø" }).tap();
  await phone.locator("main").getByText("Svaret er mottatt").first().waitFor();
  const next = players.map(({ token }, number) => ({
    token,
    content: { type: "quiz_choice", option: number < 8 ? 1 : number % 3 },
  }));
  await playAs(projector, made, second, next);
  await made.command({ do: "close_question", item: second });
  await phone.getByRole("heading", { name: "Riktig!" }).waitFor();
  await phone
    .locator("main")
    .getByText(/^Du har [\d\s]+ poeng$/)
    .waitFor();
  await people.picture(phone, "phone-unnamed");
  await made.command({ do: "next" });
  await projector.getByText("2 av 3 spørsmål").waitFor();
  await people.picture(projector, "projector-board-before");
  await sleep(2_500);
  await people.picture(projector, "projector-board");
  await eventually(
    "ten rows to stand there",
    async () => (await projector.locator("ol > li").count()) === 10,
  );
  await projector.evaluate(() => (document.documentElement.dataset.theme = "dark"));
  await people.picture(projector, "projector-board-dark");
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));
  await page.getByRole("heading", { name: "Kallenavn og poeng" }).waitFor();
  await people.picture(page, "facilitator");
});
