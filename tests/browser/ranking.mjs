// A ranking where points and pairs give different orders: the facilitator sees both, and how far people agree.
import { assert, eventually, rankAs, trip } from "./lib.mjs";

const OPTIONS = [
  "Faste team i hjemmetjenesten",
  "Nye biler",
  "Samhandlingsreformens kommunehelsesamarbeidsavtaler",
  "Ro",
  "Bedre turnus",
  "Velferdsteknologi for alle som vil ha det",
  "Én dør inn for pårørende",
  "Felles inntak",
  "Klart språk i alle brev",
  "Kaffe etter lunsj",
  "Parkering",
  "Lærlinger på hver avdeling",
];
const REST = OPTIONS.map((_, option) => option).slice(2);

trip("a facilitator sees how far people agree on a ranking, and what pairs say of it", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession({
    details: { title: "Personalmøte", language: "nb" },
    items: [
      {
        content: {
          kind: "question",
          prompt: "Hva gjør vi først?",
          ask: { type: "ranking", options: OPTIONS, top: OPTIONS.length },
        },
      },
    ],
  });
  const [{ id: item }] = (await session.read()).items;
  await session.command({ do: "next" });
  const page = await people.laptop("facilitator");
  await page.goto(session.link("facilitate"));
  const pairs = page.getByText("Parvise valg", { exact: true });
  await page.getByText("Ingen svar ennå").waitFor();
  assert.equal(await pairs.count(), 0, "nothing is told of pairs before there are ballots");

  // Three against two put the team first; all have the cars on their first two places.
  const team = [0, 1, ...REST];
  const cars = [1, ...REST, 0];
  await rankAs(page, session, item, [team, team, team, cars, cars]);
  const ranks = page.getByRole("table").first();
  await ranks.getByRole("columnheader", { name: "Parvis plass" }).waitFor();
  await page.getByText("Enighet: sterk (W = 0,78).").waitFor();
  const row = (table, option) => table.getByRole("row").filter({ hasText: option });
  const cells = async (table, option) =>
    (await row(table, option).getByRole("cell").allTextContents()).map((text) => text.trim());
  assert.deepEqual(await cells(ranks, "Nye biler"), ["1", "1,6", "52", "2", "2"]);
  assert.deepEqual(await cells(ranks, "Faste team"), ["5", "5,4", "33", "3", "1"]);
  await pairs.click();
  const against = page.getByRole("table").nth(1);
  assert.deepEqual((await cells(against, "Nye biler")).slice(0, 2), ["–", "5"]);
  assert.equal(await row(against, "Faste team").locator("strong").count(), 11, "the team wins every pair");
  await row(against, OPTIONS.at(-1)).scrollIntoViewIfNeeded();
  await people.picture(page, "pairs");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px wider than the screen`);
  const minutes = await session.minutes();
  assert.match(minutes, /Det er sterk enighet om rekkefølgen \(Kendalls W = 0,78/);
  assert.match(minutes, /gir en annen rekkefølge: 1\. Faste team i hjemmetjenesten; 2\. Nye biler;/);

  // As more put the cars first, the orders become the same, and one sentence is left of it.
  await rankAs(page, session, item, Array(20).fill([1, 0, ...REST]));
  await page.getByText("Parvis sammenligning gir samme rekkefølge.").waitFor();
  await eventually("the column to be gone", async () => {
    return (await ranks.getByRole("columnheader", { name: "Parvis plass" }).count()) === 0;
  });
  const ends = await page
    .locator("details")
    .evaluate((details) => details.getBoundingClientRect().right - innerWidth);
  assert.ok(ends <= 0, `the pairs end ${ends} px outside of the screen`);
  await people.picture(page, "same");
});
