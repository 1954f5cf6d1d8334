// Scales, points, numbers, a word cloud and a plane with as much in them as they take, on projectors of two sizes and on a phone.
import { assert, eventually, giveAs, sleep, trip } from "./lib.mjs";
import { faultsOf } from "./shared/whole.mjs";

const LONG = "Samhandlingsreformens kommunehelsesamarbeidsavtaler og alt som følger med dem";
const STATEMENTS = Array.from({ length: 12 }, (_, index) =>
  index % 3 === 0 ? `${index + 1} ${LONG}` : `Utsagn ${index + 1}`,
);
const OPTIONS = STATEMENTS.slice(0, 5);
/** Until what glides and grows has come to rest. */
const SETTLED_MS = 600;
const PROJECTORS = [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
];
const WORDS = [
  "håp",
  "samarbeid",
  "tillit",
  "trygghet",
  "nysgjerrig",
  "fellesskap",
  "medvirkning",
  "åpenhet",
];

const question = (prompt, ask) => ({ content: { kind: "question", prompt, ask } });
const PLAN = {
  details: { title: "Stor samling", language: "nb" },
  items: [
    question("Hvor enig er du i alt dette?", {
      type: "scales",
      statements: STATEMENTS,
      steps: 11,
      low: "Helt uenig",
      high: "Helt enig",
    }),
    question("Fordel midlene", { type: "points", options: OPTIONS }),
    question("Hvor mange kilometer kjører du?", { type: "number", unit: "km", decimals: 1, solution: 17.5 }),
    question("Med ett ord?", { type: "word_cloud", answers_max: 1 }),
    question("Hvor hører alt dette hjemme?", {
      type: "grid",
      x: { name: "Ressursinnsatsbehov", low: "Nesten ingenting", high: "Større enn vi har" },
      y: { name: "Nytte for brukerne", low: "Lav", high: "Gjennomgripende" },
      items: STATEMENTS,
      quadrants: {
        top_left: "Gjør først",
        top_right: "Planlegg og søk om tilleggsbevilgning",
        bottom_left: "Fyll inn",
        bottom_right: "La ligge",
      },
    }),
  ],
};

/** The answer of one of many to each question. */
const ANSWERS = [
  (n) => ({
    type: "scales",
    marks: STATEMENTS.map((_, index) => ((n + index) % 7 === 0 ? null : 1 + ((n * (index + 3)) % 11))),
  }),
  (n) => ({
    type: "points",
    points: OPTIONS.map((_, index) => (index === n % 5 ? 60 : index === (n + 2) % 5 ? 40 : 0)),
  }),
  (n) => ({ type: "number", value: Math.round(((n * 37) % 113) * 2.5) / 10 }),
  // Few say the same as many; most say something of their own.
  (n) => ({
    type: "text",
    text: n % 3 === 0 ? WORDS[(n / 3) % WORDS.length] : `ord${String.fromCharCode(97 + (n % 26))}${n}`,
  }),
  // Each item around a place of its own, some of them close to one another.
  (n) => ({
    type: "grid",
    places: STATEMENTS.map((_, index) => {
      const near = (middle, by) => Math.max(0, Math.min(100, middle + ((n * by) % 41) - 20));
      const place = { x: near((index * 29) % 90, 7 + index), y: near((index * 47) % 95, 11 + index) };
      return (n + index) % 9 === 0 ? null : place;
    }),
  }),
];

trip("much is shown of each kind, and nothing is cut", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const items = (await session.read()).items.map((item) => item.id);
  const projector = await people.projector("projector");
  await projector.goto(session.link("present"));
  const phone = await people.phone("phone", { viewport: { width: 390, height: 844 } });
  await phone.goto(session.link("join"));
  for (const [index, item] of items.entries()) {
    await session.command({ do: "next" });
    await phone.getByRole("button", { name: "Send svaret" }).waitFor();
    await people.picture(phone, `phone-${index}`);
    const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px wider than the phone`);
    let given = 0;
    for (const count of index >= 2 ? [40, 500] : [40]) {
      const contents = Array.from({ length: count - given }, (_, more) => ANSWERS[index](given + more));
      await giveAs(projector, session, item, contents);
      given = count;
      await projector.getByText(`${count}`, { exact: true }).first().waitFor();
      for (const size of PROJECTORS) {
        await projector.setViewportSize(size);
        await eventually(`question ${index} at ${size.width} px with ${count} to be whole`, async () => {
          assert.deepEqual(await faultsOf(projector), []);
          return true;
        });
        await sleep(SETTLED_MS);
        assert.deepEqual(await faultsOf(projector), [], "it stays whole");
        await people.picture(projector, `projector-${index}-${count}-${size.width}`);
      }
    }
    await session.command({ do: "show_results", item, to: "everyone" });
    await phone.getByRole("heading", { name: "Dette sier vi" }).waitFor();
    await phone.locator(".results").evaluate((results) => results.scrollIntoView());
    await people.picture(phone, `results-${index}`);
  }
});
