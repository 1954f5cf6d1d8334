// Five hundred answers, what unites and divides, a word cloud and questions to the speaker on four screens and with text
// twice as large: nothing is cut, nothing lies over another, all can be read.
import { answerAs, askAs, assert, standAs, trip, voteAs } from "./lib.mjs";
import { atAllSizes, show } from "./shared/sizes.mjs";
import { WISHES } from "./shared/wishes.mjs";

const LONG =
  "Tid til å møtes uten at pasientene venter på oss i gangen, og uten at noen må løpe tilbake til en vakt som mangler folk. Det gjelder særlig i helgene, når grunnbemanningen er lavest og samhandlingsavtalene i kommunehelsetjenesten ikke følges opp.";
const ASKED = [
  "Når får vi vite hvem som blir leder?",
  "Blir det flere faste stillinger, eller flyttes folk bare rundt mellom avdelingene som i dag?",
  "Kor blir det av opplæringa?",
  "Hva skjer med kjøretøyene i hjemmetjenesten når kontrakten på leasingavtalene går ut til sommeren?",
];
const DAY = ["lærerik", "håp", "samhandlingskompetanse", "tillit", "travel", "kommunikasjonsutfordringer"];
const open = { type: "open_text", answers_max: 3, length_max: 300 };
const question = (prompt, ask) => ({ content: { kind: "question", prompt, ask } });

trip("what a crowd writes is whole on every screen, and when it is twice as large", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession({
    details: { title: "Stor samling", language: "nb" },
    items: [
      question("Hva vil du ta med deg videre?", open),
      question("Hvordan var dagen, med ett ord?", { type: "word_cloud", answers_max: 1 }),
    ],
  });
  const [many, cloud] = (await session.read()).items.map(({ id }) => id);
  const projector = await people.projector("projector");
  await projector.goto(session.link("present"));
  const faults = [];
  const look = async (view) => faults.push(...(await atAllSizes(people, projector, view)));
  const headed = (item, heading) => show(projector, session, item, heading);

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
  assert.deepEqual(faults, []);
});
