// Results on a phone: fetched when they are first shared, kept without a line, and drawn anew when they change.
import { answerAs, assert, eventually, trip } from "./lib.mjs";

const PLAN = {
  details: { title: "Samling om tjenestene", language: "nn" },
  items: [
    {
      content: {
        kind: "question",
        prompt: "Kva er viktigast?",
        ask: { type: "open_text", answers_max: 3, length_max: 100 },
      },
    },
  ],
};
const ANSWERS = ["Felles mål", "God informasjon", "Nok tid"];
const HEADING = "Samhandling, informasjon og tid";

trip("results come to a phone under their headings, and stay when the line is lost", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const line = await trip.startProxy(server);
  const session = await server.createSession(PLAN);
  const [item] = (await session.read()).items.map((item) => item.id);
  await session.command({ do: "go_to", item });
  await session.command({ do: "open_question", item });

  const phone = await people.phone("phone", {
    viewport: { width: 320, height: 640 },
  });
  await phone.goto(session.link("join", line));
  await answerAs(phone, session, item, ANSWERS, ANSWERS.length);
  await eventually("the answers to arrive", async () => (await session.textsOf(item)).length === 3);
  const { answers } = await session.resultsOf(item);
  for (const { id, text } of answers)
    await session.command({
      do: "make_theme",
      item,
      label: `Tema: ${text}`,
      answers: [id],
    });
  const { themes } = await session.resultsOf(item);
  const idOf = (text) => themes.find((theme) => theme.label === `Tema: ${text}`).id;
  const under = [idOf(ANSWERS[0]), idOf(ANSWERS[1])];
  const arrange = (themes) =>
    session.command({
      do: "arrange_families",
      item,
      families: [{ label: HEADING, themes }],
    });
  await arrange(under);
  await session.command({ do: "close_question", item });

  // A phone that cannot fetch the screen says so kindly and tries again by itself.
  people.expect(/net::ERR_FAILED.*\/assets\/results/, "Chromium reports every fetch that the trip cuts off");
  const screens = () => line.requests.filter((asked) => asked.startsWith("GET /assets/"));
  assert.deepEqual(screens(), [], "nothing of it is fetched before results are shared");
  await phone.route("**/assets/results*", (route) => route.abort());
  await session.command({ do: "show_results", item, to: "everyone" });
  await phone.getByText("Dette lét seg ikkje hente akkurat no. Vi prøver igjen.").waitFor();
  await phone.getByRole("button", { name: "Last på nytt" }).waitFor();
  await people.picture(phone, "missing");
  await phone.unroute("**/assets/results*");
  await phone.getByRole("heading", { name: "Dette seier vi" }).waitFor();
  assert.equal(screens().length, 1, `${screens()}`);

  const read = () =>
    phone
      .locator(".results h3, .results li")
      .evaluateAll((all) => all.map((thing) => thing.textContent.replace(/\s+/g, " ").trim()));
  const reads = (what, expected) =>
    eventually(what, async () => {
      assert.deepEqual(await read(), expected);
      return true;
    });
  const bar = (text) => `1Tema: ${text}`;
  await reads("the heading over its themes", [
    `${HEADING} 2`,
    bar(ANSWERS[0]),
    bar(ANSWERS[1]),
    bar(ANSWERS[2]),
  ]);
  await people.picture(phone, "shared");
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px wider than the screen`);

  // They change before everyone's eyes, and the screen is not fetched again.
  await arrange([...under, idOf(ANSWERS[2])]);
  await reads("the third theme under the heading", [`${HEADING} 3`, ...ANSWERS.map(bar)]);

  // Without a line they stay, and they follow when it is back.
  people.expectLostLine();
  await line.cut();
  await phone.getByText("Inga tilkopling").first().waitFor();
  assert.deepEqual(await read(), [`${HEADING} 3`, ...ANSWERS.map(bar)]);
  await arrange([idOf(ANSWERS[2])]);
  await line.mend();
  await reads("what changed meanwhile", [`${HEADING} 1`, bar(ANSWERS[2]), bar(ANSWERS[0]), bar(ANSWERS[1])]);
  assert.equal(screens().length, 1, `${screens()}`);

  // A phone that comes later has them at once.
  const late = await people.phone("late");
  await late.goto(session.link("join"));
  await late.getByRole("heading", { name: "Dette seier vi" }).waitFor();
  assert.equal(await late.locator(".results li").count(), 3);
});
