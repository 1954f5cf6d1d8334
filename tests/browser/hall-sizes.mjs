// Every chart on four screens and with text twice as large: nothing is cut, nothing lies over another, all can be read.
import { assert, giveAs, trip } from "./lib.mjs";
import { atAllSizes, show } from "./shared/sizes.mjs";
import { WISHES } from "./shared/wishes.mjs";

const LONG = "Samhandlingsreformens kommunehelsesamarbeidsavtaler og alt som følger med dem";
const question = (prompt, ask, more = {}) => ({ content: { kind: "question", prompt, ask, ...more } });
const OPTIONS = [
  "Mer tid til hver bruker",
  "Faste team på tvers av tjenestene",
  LONG,
  "Kompetanseutviklingsprogrammet",
  "Nye biler",
  "Ett journalsystem",
  "Kurs for vikarer og helgeansatte",
  "Ledere som er til stede",
];
const near = (middle, by, n) => Math.max(0, Math.min(100, middle + ((n * by) % 41) - 20));

/** Each question with how one of many answers it. */
const KINDS = [
  {
    view: "choice",
    item: question("Hva bør vi begynne med?", { type: "choice", options: OPTIONS, most: 2, other: true }),
    people: 70,
    answer: (n) =>
      n % 3 === 0
        ? { type: "choice", chosen: [], other: WISHES[n % WISHES.length].slice(0, 60).trim() }
        : { type: "choice", chosen: [...new Set([n % 8, (n * 3) % 5])] },
  },
  {
    view: "ranking",
    item: question("Hva haster mest for tjenestene våre?", { type: "ranking", options: OPTIONS, top: 8 }),
    people: 40,
    answer: (n) => ({
      type: "ranking",
      order: OPTIONS.map((_, index) => (index + n * (1 + (n % 2))) % OPTIONS.length),
    }),
  },
  {
    view: "points",
    item: question("Fordel utviklingsmidlene", { type: "points", options: OPTIONS.slice(0, 6) }),
    people: 40,
    answer: (n) => ({
      type: "points",
      points: OPTIONS.slice(0, 6).map((_, index) => (index === n % 6 ? 60 : index === (n + 2) % 6 ? 40 : 0)),
    }),
  },
  {
    view: "scales",
    item: question("Hvor enig er du i alt dette?", {
      type: "scales",
      statements: [...OPTIONS, "Jeg blir hørt når jeg sier fra"],
      steps: 7,
      low: "Helt uenig",
      high: "Helt enig",
    }),
    people: 40,
    answer: (n) => ({
      type: "scales",
      marks: Array.from({ length: 9 }, (_, index) => 1 + ((n * (index + 3)) % 7)),
    }),
  },
  {
    view: "number",
    item: question("Hvor mange kilometer kjører du til jobb?", {
      type: "number",
      unit: "kilometer",
      decimals: 1,
      solution: 17.5,
    }),
    people: 120,
    answer: (n) => ({ type: "number", value: Math.round(((n * 37) % 113) * 25) / 10 }),
  },
  {
    view: "grid",
    item: question("Hvor hører tiltakene hjemme?", {
      type: "grid",
      x: { name: "Ressursinnsatsbehov", low: "Nesten ingenting", high: "Større enn vi har" },
      y: { name: "Nytte for brukerne", low: "Lav", high: "Gjennomgripende" },
      items: OPTIONS,
      quadrants: {
        top_left: "Gjør først",
        top_right: "Planlegg og søk om tilleggsbevilgning",
        bottom_left: "Fyll inn",
        bottom_right: "La ligge",
      },
    }),
    people: 40,
    answer: (n) => ({
      type: "grid",
      places: OPTIONS.map((_, index) => ({
        x: near((index * 29) % 90, 7 + index, n),
        y: near((index * 47) % 95, 11 + index, n),
      })),
    }),
  },
];

trip("every chart is whole on every screen, and with text twice as large", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession({
    details: { title: "Stor samling", language: "nb" },
    items: KINDS.map(({ item }) => item),
  });
  const projector = await people.projector("projector");
  const ids = (await session.read()).items.map(({ id }) => id);
  await projector.goto(session.link("present"));
  const faults = [];
  const look = async (view) => faults.push(...(await atAllSizes(people, projector, view)));
  await projector.getByText(session.spacedCode).waitFor();
  await look("joining");
  for (const [index, { view, item, people: count, answer }] of KINDS.entries()) {
    await show(projector, session, ids[index], item.content.prompt);
    await giveAs(
      projector,
      session,
      ids[index],
      Array.from({ length: count }, (_, n) => answer(n)),
    );
    if (view === "number") await session.command({ do: "close_question", item: ids[index] });
    await projector.getByText(`${count}`, { exact: true }).first().waitFor();
    await look(view);
  }
  assert.deepEqual(faults, []);
});
