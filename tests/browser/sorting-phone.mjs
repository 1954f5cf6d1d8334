// The room sorts: phones are given one answer at a time and put it under a heading, by tap or by key.
import { assert, eventually, trip } from "./lib.mjs";

const PLAN = {
  details: { title: "Samling om tjenestene", language: "nb" },
  items: [
    {
      content: {
        kind: "question",
        prompt: "Hva er viktigst når vi skal samarbeide på tvers av tjenestene?",
        ask: { type: "open_text", answers_max: 2, length_max: 300 },
      },
    },
  ],
};
const HEADINGS = [
  "Tillit og trygghet",
  "Ansvars- og oppgavefordeling",
  "Kompetanseutvikling",
  "Tid nok til oppgavene",
];
const MINE = { tapper: "Vi må stole på hverandre", typist: "Klart hvem som gjør hva" };
const OTHERS = [
  "Kurs sammen på tvers av tjenestene",
  "Tid til å møtes uten at pasientene venter på oss i gangen, og uten at noen må løpe tilbake til en vakt som mangler folk",
  "En felles kalender",
];

trip("phones sort the room's answers by tap and by key, and come back after a lost line", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const [item] = (await session.read()).items.map((item) => item.id);
  await session.command({ do: "go_to", item });
  await session.command({ do: "open_question", item });

  // Two phones that stay, and others who leave their answers.
  const line = await trip.startProxy(server);
  const tapper = await people.phone("tapper", { viewport: { width: 320, height: 640 } });
  const typist = await people.phone("typist", { colorScheme: "dark", reducedMotion: "reduce" });
  const give = async (phone, text, at) => {
    await phone.goto(session.link("join", at));
    await phone.getByRole("textbox").fill(text);
    await phone.getByRole("button", { name: "Send svaret" }).click();
    await phone.getByText("Mottatt", { exact: true }).waitFor();
  };
  await give(tapper, MINE.tapper, line);
  await give(typist, MINE.typist);
  for (const text of OTHERS) {
    const other = await people.phone("other");
    await give(other, text);
    await other.context().close();
  }
  const themes = [];
  for (const label of HEADINGS) {
    await session.command({ do: "make_theme", item, label, answers: [] });
    const made = (await session.resultsOf(item)).themes.find((theme) => theme.label === label);
    themes.push(made.id);
  }
  // What presenters are told of it.
  const projector = await people.laptop("told");
  await projector.goto(`${server.origin}/`);
  await projector.evaluate(listen, {
    code: session.code,
    key: new URL(session.link("present")).hash.slice(1),
  });
  const told = () => projector.evaluate(() => window.sorting);
  const isTold = (what, expected) =>
    eventually(`the presenter to be told of ${what}`, async () => {
      assert.deepEqual({ ...(await told()), ...expected }, await told());
      return true;
    });
  const slip = (phone) => phone.getByRole("heading", { level: 2 });
  const choices = (phone) => phone.getByRole("group", { name: "Hvor hører svaret hjemme?" });
  /** A tap or key right after an answer came is passed over, since it was meant for the one before. */
  const ready = (phone) => choices(phone).getByRole("button", { disabled: false }).first().waitFor();
  const progress = (phone, words) => phone.getByText(words, { exact: true }).waitFor();
  const heard = (phone, words) =>
    eventually(`"${words}" to be heard`, async () =>
      (await phone.locator("[aria-live=polite].only-heard").innerText()).includes(words),
    );
  /** What each was given, so that nothing is given twice. */
  const given = [];
  const look = async (phone, name) => {
    const text = await slip(phone).innerText();
    assert.notEqual(text, MINE[name], "nobody is given an answer of their own");
    assert.ok(!given.includes(`${name} ${text}`), "nobody is given an answer twice");
    given.push(`${name} ${text}`);
    return text;
  };

  // Nothing of it is fetched before it is needed, and it is one file.
  const screens = () => line.requests.filter((asked) => asked.startsWith("GET /assets/"));
  assert.deepEqual(screens(), []);
  await session.command({ do: "start_sorting", item, themes, each: 3 });
  await progress(tapper, "1 av 3");
  await progress(typist, "1 av 3");
  assert.equal(screens().length, 1, `${screens()}`);

  // What was a form is a quiet link while the room sorts, and the way there and back is open.
  assert.equal(await tapper.getByRole("textbox").count(), 0, "no form is in the way");
  await tapper.getByRole("button", { name: "Skriv et svar" }).click();
  await tapper.getByRole("textbox", { name: "Et svar til" }).waitFor();
  await tapper.getByRole("button", { name: "Tilbake til svarene" }).click();
  await progress(tapper, "1 av 3");

  // By tap, on the smallest phone.
  for (const button of await choices(tapper).getByRole("button").all()) {
    const { height, width } = await button.boundingBox();
    assert.ok(height >= 48 && width >= 48, `a button is ${width} × ${height}`);
  }
  assert.equal(await choices(tapper).getByRole("button").count(), HEADINGS.length + 1);
  const wide = await tapper.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px wider than the screen`);
  await people.picture(tapper, "first");
  await ready(tapper);
  await people.picture(typist, "first-dark");
  await look(tapper, "tapper");
  await choices(tapper).getByRole("button", { name: HEADINGS[1] }).tap();
  await tapper.locator(".chosen").waitFor();
  await progress(tapper, "2 av 3");
  await heard(tapper, `Svar 2 av 3: ${await slip(tapper).innerText()}`);
  await isTold("the first tap", { running: true, each: 3, people: 1, taps: 1, sorted: 1, answers: 5 });

  // By key: a number, nought for none, and Tab with Enter.
  await look(typist, "typist");
  await ready(typist);
  await typist.keyboard.press("1");
  await progress(typist, "2 av 3");
  await look(typist, "typist");
  await ready(typist);
  await typist.keyboard.press("0");
  await progress(typist, "3 av 3");
  await look(typist, "typist");
  await ready(typist);
  await choices(typist).getByRole("button").first().focus();
  await typist.keyboard.press("Tab");
  await typist.keyboard.press("Enter");
  await typist.getByRole("heading", { name: "Takk! Du har plassert 3 svar" }).waitFor();
  await heard(typist, "Takk! Du har plassert 3 svar");
  await isTold("both phones", { people: 2, taps: 4 });
  await people.picture(typist, "done");
  await typist.reload();
  await typist.getByRole("heading", { name: "Takk! Du har plassert 3 svar" }).waitFor();

  // A choice on a lost line waits; when the line is back the phone is where it was or one further.
  people.expectLostLine();
  await line.cut();
  await ready(tapper);
  await look(tapper, "tapper");
  await choices(tapper).getByRole("button", { name: "Ingen av disse" }).tap();
  await tapper.locator(".chosen").waitFor();
  await tapper.getByText("Ingen forbindelse – kobler til igjen").waitFor();
  assert.equal(await choices(tapper).locator(".chosen").count(), 1, "the choice is seen meanwhile");
  await people.picture(tapper, "lost");
  await line.mend();
  const status = tapper.getByText("Ingen forbindelse");
  await status.waitFor({ state: "detached" });
  await tapper.locator(".placed").waitFor({ state: "detached" });
  const before = await tapper.locator(".asked .figures").innerText();
  assert.match(before, /^[23] av 3$/);

  // The server restarts, and the phone goes on to the end.
  await server.stop();
  await server.start();
  await eventually("the phone to have placed them all", async () => {
    const button = choices(tapper).getByRole("button", { name: HEADINGS[0] });
    if (await button.isVisible()) await button.tap({ timeout: 1_000 }).catch(() => {});
    return tapper.getByRole("heading", { name: "Takk! Du har plassert 3 svar" }).isVisible();
  });
  await projector.evaluate(listen, {
    code: session.code,
    key: new URL(session.link("present")).hash.slice(1),
  });
  await isTold("all taps, each counted once", { people: 2, taps: 6 });
  const after = (await session.resultsOf(item)).themes.filter((theme) => HEADINGS.includes(theme.label));
  assert.equal(after.length, HEADINGS.length, "every heading stands");
  assert.ok(
    after.some((theme) => theme.answers.length > 0),
    "answers are under headings",
  );

  // An answer that comes late finds who has nothing to place; then the sorting ends.
  const late = await people.phone("late");
  await session.command({ do: "start_sorting", item, themes, each: 9 });
  await late.goto(session.link("join"));
  await progress(late, "1 av 9");
  for (const next of ["2 av 9", "3 av 9", "4 av 9", "5 av 9"]) {
    await ready(late);
    await late.keyboard.press("3");
    await progress(late, next);
  }
  await ready(late);
  await late.keyboard.press("2");
  await late.getByRole("heading", { name: "Ingen flere svar akkurat nå" }).waitFor();
  await people.picture(late, "waiting");
  const latest = await people.phone("latest");
  await latest.goto(session.link("join"));
  await latest.getByRole("button", { name: "Skriv et svar" }).click();
  await latest.getByRole("textbox").fill("Ledere som svarer");
  await latest.getByRole("button", { name: "Send svaret" }).click();
  await progress(late, "6 av 9");
  assert.equal(await slip(late).innerText(), "Ledere som svarer");

  // A phone that cannot fetch the screen says so kindly and tries again by itself.
  people.expect(/net::ERR_FAILED.*\/assets\/sorting/, "Chromium reports every fetch that the trip cuts off");
  const unlucky = await people.phone("unlucky");
  await unlucky.route("**/assets/sorting*", (route) => route.abort());
  await unlucky.goto(session.link("join"));
  await unlucky.getByText("Dette lot seg ikke hente akkurat nå. Vi prøver igjen.").waitFor();
  await unlucky.getByRole("button", { name: "Last på nytt" }).waitFor();
  await people.picture(unlucky, "missing");
  await unlucky.unroute("**/assets/sorting*");
  await progress(unlucky, "1 av 9");
  assert.equal(await unlucky.getByText("Dette lot seg ikke hente").count(), 0);

  // When it is over the form is back while the question is open, and thanks when it is closed; then results.
  await session.command({ do: "stop_sorting", item });
  await late.getByRole("textbox", { name: "Svaret ditt" }).waitFor();
  await session.command({ do: "close_question", item });
  await late.getByText("Takk! Svarene er sortert. Venter på neste spørsmål.").waitFor();
  await session.command({ do: "show_results", item, to: "everyone" });
  await late.getByRole("heading", { name: "Dette sier vi" }).waitFor();
});

/** In a page: hears the session as a presenter does and keeps what is told of the sorting. */
function listen({ code, key }) {
  const socket = new WebSocket(`${location.origin.replace("http", "ws")}/api/v1/sessions/${code}/socket`);
  socket.onopen = () =>
    socket.send(JSON.stringify({ type: "hello", version: 1, as: { role: "presenter", key }, cursor: null }));
  socket.onmessage = ({ data }) => {
    for (const change of JSON.parse(data).changes ?? [])
      if (change.part === "sorting") window.sorting = change.sorting;
  };
}
