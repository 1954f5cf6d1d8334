// Pictures and the quiz on four screens and with text twice as large: nothing is cut, nothing lies over another, all can
// be read.
import { assert, giveAs, playAs, tokenOf, trip } from "./lib.mjs";
import { mapFile } from "./shared/drawings.mjs";
import { atAllSizes, show } from "./shared/sizes.mjs";

const LONG = "Samhandlingsreformens kommunehelsesamarbeidsavtaler og alt som følger med dem";
const question = (prompt, ask, more = {}) => ({ content: { kind: "question", prompt, ask, ...more } });

trip("pictures and the quiz are whole on every screen, and with text twice as large", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession({ details: { title: "Folkemøte", language: "nb" }, items: [] });
  const projector = await people.projector("projector");
  await projector.goto(session.link("present"));
  const faults = [];
  const look = async (view) => faults.push(...(await atAllSizes(people, projector, view)));

  // Pictures: beside options, and under dots.
  const map = (await mapFile(projector)).buffer;
  const picture = { ...(await session.keepPicture(map)), alt: "Kart over bygda ved fjorden" };
  const add = async (plan) => {
    await session.command({ do: "add_item", plan, index: null });
    return (await session.read()).items.at(-1).id;
  };
  const pictured = await add(
    question("Hvor skal scenen stå?", {
      type: "choice",
      options: ["Torget", "Strandpromenaden ved det gamle båthuset", LONG, "Skolebakken", "Kaia"],
      pictures: [picture, null, picture, picture, null],
      most: 1,
    }),
  );
  await show(projector, session, pictured, "Hvor skal scenen stå?");
  await giveAs(
    projector,
    session,
    pictured,
    Array.from({ length: 40 }, (_, n) => ({ type: "choice", chosen: [(n * n) % 5] })),
  );
  await look("pictures");
  const dots = await add(question("Hvor bør møteplassen ligge?", { type: "dots", dots_max: 3 }, { picture }));
  await show(projector, session, dots, "Hvor bør møteplassen ligge?");
  await giveAs(
    projector,
    session,
    dots,
    Array.from({ length: 60 }, (_, n) => ({
      type: "dots",
      dots: [{ x: 200 + ((n * 71) % 300), y: 300 + ((n * 37) % 250) }],
    })),
  );
  await look("dots");

  // The quiz: while it runs with its clock, when what is right is told, and who leads.
  const quiz = await add(
    question("Hvor ligger Ishavskatedralen?", {
      type: "quiz",
      options: ["Bodø, ved Saltstraumen", "Tromsø", LONG.slice(0, 60), "Narvik"],
      correct: [1],
      seconds: 300,
      points: 1000,
    }),
  );
  const board = await add({ what: "Resultatliste etter første del", content: { kind: "leaderboard" } });
  const names = ["Kommunesamarbeidsråd", "Wwwwwwwwwwwwwwwwwwww", "Ål", "Bestemor på nett"];
  const players = Array.from({ length: 40 }, (_, n) => ({
    token: tokenOf(n),
    nickname: names[n] ?? `Spiller ${n}`,
    content: { type: "quiz_choice", option: n % 4 },
  }));
  await show(projector, session, board, "Resultatliste etter første del");
  await playAs(
    projector,
    session,
    quiz,
    players.map(({ token, nickname }) => ({ token, nickname })),
  );
  await projector.getByText("Kommunesamarbeidsråd").waitFor();
  await look("lobby");
  await show(projector, session, quiz, "Hvor ligger Ishavskatedralen?");
  await playAs(
    projector,
    session,
    quiz,
    players.map(({ token, content }) => ({ token, content })),
  );
  await look("quiz");
  await session.command({ do: "close_question", item: quiz });
  await projector.getByText("10 av 40 svarte riktig").waitFor();
  await look("quiz-closed");
  await show(projector, session, board, "Resultatliste etter første del");
  await projector.locator(".board.final").waitFor();
  await look("leaderboard");
  assert.deepEqual(faults, []);
});
