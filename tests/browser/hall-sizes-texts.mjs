// What people write, clocks and talks on four screens and with text twice as large: nothing is cut, nothing lies over
// another, all can be read.
import { answerAs, askAs, assert, standAs, trip, voteAs } from "./lib.mjs";
import { atAllSizes, show } from "./shared/sizes.mjs";
import { WISHES } from "./shared/wishes.mjs";

const LONG =
  "Tid til å møtes uten at pasientene venter på oss i gangen, og uten at noen må løpe tilbake til en vakt som mangler folk. Det gjelder særlig i helgene, når grunnbemanningen er lavest og samhandlingsavtalene i kommunehelsetjenesten ikke følges opp.";
const PROMPT =
  "Tenk på en dag i sommer da samarbeidet mellom hjemmesykepleien, fastlegene og tildelingskontoret virket slik det skal. Hva var det som gjorde at det gikk bra, og hva skal til for at det blir slik også på en vanlig tirsdag i november?";
const open = { type: "open_text", answers_max: 3, length_max: 300 };
const question = (prompt, ask) => ({ content: { kind: "question", prompt, ask } });
const clock = (...stretches) => ({
  stretches: stretches.map(([seconds, label]) => ({ seconds, label })),
  starts_itself: true,
  closes_question: false,
});
const PLAN = {
  details: { title: "Samling om samhandling i kommunehelsetjenesten", language: "nb", place: "Kulturhuset" },
  items: [
    {
      starts: "09:00",
      ends: "09:45",
      what: "Veien videre for samhandlingen mellom sykehuset, fastlegene og hjemmetjenesten",
      who: "Ane Vik, kommunalsjef for helse og mestring, og Tor Nes, tillitsvalgt",
      how: "Innlegg i plenum med tid til spørsmål. Skriv gjerne underveis, så tar vi det opp på slutten.",
      content: { kind: "talk" },
    },
    { what: "Pause", ends: "10:45", timer: clock([900, ""]), content: { kind: "break" } },
    {
      what: "Hva har vi lyktes med?",
      how: "Snakk sammen to og to",
      timer: clock([400, "Den første forteller"], [120, "Den andre forteller"]),
      content: { kind: "pair_talk" },
    },
    { ...question(PROMPT, open), timer: clock([600, "Skriv hver for dere"]) },
    question("Hva er viktigst når vi samarbeider?", open),
    question("Hva vil du ta med deg videre?", open),
    question("Hvordan var dagen, med ett ord?", { type: "word_cloud", answers_max: 1 }),
  ],
};
const ASKED = [
  "Når får vi vite hvem som blir leder?",
  "Blir det flere faste stillinger, eller flyttes folk bare rundt mellom avdelingene som i dag?",
  "Kor blir det av opplæringa?",
  "Hva skjer med kjøretøyene i hjemmetjenesten når kontrakten på leasingavtalene går ut til sommeren?",
];
const DAY = ["lærerik", "håp", "samhandlingskompetanse", "tillit", "travel", "kommunikasjonsutfordringer"];

trip("every text is whole on every screen, and when it is twice as large", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const [talk, rest, pair, long, forty, many, cloud] = (await session.read()).items.map(({ id }) => id);
  const projector = await people.projector("projector");
  await projector.goto(session.link("present"));
  const faults = [];
  const look = async (view) => faults.push(...(await atAllSizes(people, projector, view)));
  const headed = (item, heading) => show(projector, session, item, heading);

  await headed(talk, PLAN.items[0].what);
  await look("talk");
  await headed(rest, "Pause");
  await projector.getByText("Vi fortsetter kl. 10:45").waitFor();
  await look("break");
  await headed(pair, "Hva har vi lyktes med?");
  await look("pair-talk");
  await headed(long, PROMPT);
  await look("invitation");
  await answerAs(projector, session, long, [LONG, ...WISHES.slice(0, 5)]);
  await projector.getByText(WISHES[4]).waitFor();
  await look("long-question");

  await headed(forty, "Hva er viktigst når vi samarbeider?");
  await answerAs(projector, session, forty, [LONG, ...WISHES]);
  await projector.getByText("Kaffe").waitFor();
  await look("answers");
  await session.command({ do: "close_question", item: forty });
  await projector
    .getByRole("button", { name: /Vis svarene/ })
    .first()
    .waitFor();
  await look("themes");
  await projector.keyboard.press("1");
  await projector.getByRole("button", { name: "Alle tema" }).waitFor();
  await look("theme");

  await headed(many, "Hva vil du ta med deg videre?");
  const texts = Array.from({ length: 500 }, (_, n) =>
    n % 17 === 0 ? `${LONG.slice(0, 290)} ${n}` : `${WISHES[n % 40]}, ønske ${n}`,
  );
  await answerAs(projector, session, many, texts, 3);
  await projector.getByText("500", { exact: true }).first().waitFor();
  await look("five-hundred");
  await session.command({ do: "start_statements", item: many, each: null });
  await projector.getByText("Ta stilling på telefonen").waitFor();
  await look("stands-none");
  const said = (id, person) => (id % 2 ? "agree" : person % 2 ? "agree" : id % 3 ? "disagree" : "pass");
  const ids = (await session.resultsOf(many)).answers.map(({ id }) => id);
  const room = Array.from({ length: 24 }, (_, person) =>
    ids.slice((person % 4) * 40, (person % 4) * 40 + 40).map((id) => [id, said(id, Math.floor(person / 4))]),
  );
  await standAs(projector, session, many, room);
  await projector.getByRole("heading", { name: /^Samler/ }).waitFor();
  await look("stands");
  await session.command({ do: "stop_statements", item: many });

  await headed(cloud, "Hvordan var dagen, med ett ord?");
  const words = Array.from({ length: 120 }, (_, n) =>
    n % 3 === 0 ? DAY[(n / 3) % DAY.length] : `ord${String.fromCharCode(97 + (n % 26))}${n}`,
  );
  await answerAs(projector, session, cloud, words);
  await projector.getByText("120", { exact: true }).first().waitFor();
  await look("cloud");

  await session.command({ do: "allow_asking", open: true, moderation: "off" });
  const asked = await askAs(
    projector,
    session,
    Array.from({ length: 40 }, (_, n) => `${ASKED[n % 4].slice(0, -1)} (${n + 1})?`),
  );
  await voteAs(
    projector,
    session,
    Array.from({ length: 24 }, (_, who) => asked.filter((_, at) => (at * 7 + who * 5) % 24 < 24 - at / 2)),
  );
  await session.command({ do: "take_up_asked", asked: asked[3] });
  await session.command({ do: "show_asked", on_projector: true });
  await projector.getByText("Besvares nå").waitFor();
  await look("asked");
  await session.command({ do: "show_asked", on_projector: false });
  await session.command({ do: "end_session" });
  await projector.getByRole("heading", { name: "Takk for i dag" }).waitFor();
  await look("ended");

  // A survey over many questions.
  const survey = await server.createSession({
    details: { title: "Medarbeiderpuls for hjemmetjenesten", language: "nb" },
    items: [PROMPT.slice(0, 140), ...WISHES.slice(0, 9)].map((prompt) => question(prompt, open)),
  });
  await survey.command({ do: "plan_survey", survey: { items: [], opens_ms: null, closes_ms: null } });
  await survey.command({ do: "start_survey" });
  await projector.goto(survey.link("present"));
  await projector.getByRole("main").getByText("Svar i eget tempo på telefonen").waitFor();
  await look("survey");
  assert.deepEqual(faults, []);
});
