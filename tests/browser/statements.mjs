// People take a stand on each other's answers: by tap and by key, without a line and after; the room sees what comes of it.
import { answerAs, assert, eventually, trip } from "./lib.mjs";

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
const STATEMENTS = [
  "Vi må stole på hverandre",
  "Én felles kalender for alle tjenestene",
  "Tid til å møtes uten at pasientene venter på oss i gangen, og uten at noen må løpe tilbake til en vakt som mangler folk. Det gjelder særlig i helgene, når grunnbemanningen er lavest og de fleste vikarene er nye på stedet.",
];
const OWN = "Klart hvem som gjør hva";

trip("phones take a stand on each other's answers, and the room sees what unites", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const [item] = (await session.read()).items.map((item) => item.id);
  await session.command({ do: "go_to", item });

  const line = await trip.startProxy(server);
  const tapper = await people.phone("tapper", { viewport: { width: 320, height: 640 } });
  const typist = await people.phone("typist", { colorScheme: "dark", reducedMotion: "reduce" });
  const third = await people.phone("third", { viewport: { width: 390, height: 844 } });
  await tapper.goto(session.link("join", line));
  await typist.goto(session.link("join"));
  await third.goto(session.link("join"));
  await third.getByRole("textbox").fill(OWN);
  await third.getByRole("button", { name: "Send svaret" }).click();
  await third.getByText("Mottatt", { exact: true }).waitFor();
  await answerAs(third, session, item, STATEMENTS);

  const desk = await people.laptop("desk");
  await desk.goto(session.link("facilitate"));
  await desk.getByRole("button", { name: "La rommet ta stilling" }).click();
  await desk.getByRole("dialog").getByText("Så mange de vil").click();
  await desk.getByRole("dialog").getByRole("button", { name: "Start" }).click();

  const projector = await people.projector("projector");
  await projector.goto(session.link("present"));

  // By tap; nobody gets the own statement, and the last can be changed.
  await third.getByText("1 av 3", { exact: true }).waitFor();
  for (const phone of [third, tapper, typist]) {
    await phone.getByRole("button", { name: "Uenig", exact: true }).waitFor();
    for (const button of await phone.locator(".stands button").all())
      assert.ok((await button.boundingBox()).height >= 48);
  }
  await people.picture(third, "phone");
  await people.picture(tapper, "narrow");
  await people.picture(typist, "dark");
  for (let number = 1; number <= 3; number += 1) {
    await third.getByText(`${number} av 3`, { exact: true }).waitFor();
    assert.equal(await third.getByText(OWN, { exact: true }).count(), 0);
    await third.waitForTimeout(350);
    await third.getByRole("button", { name: "Enig", exact: true }).click();
  }
  await third.getByRole("heading", { name: "Du har svart på alle." }).waitFor();
  await third.getByRole("button", { name: "Endre forrige" }).click();
  await third.getByText("Du svarte enig.").waitFor();
  await third.waitForTimeout(350);
  await third.getByRole("button", { name: "Hopp over" }).click();
  await third.getByRole("heading", { name: "Du har svart på alle." }).waitFor();

  // By key.
  for (let number = 1; number <= 4; number += 1) {
    await typist.getByText(`${number} av 4`, { exact: true }).waitFor();
    await typist.waitForTimeout(350);
    await typist.keyboard.press("1");
  }
  await typist.getByRole("heading", { name: "Du har svart på alle." }).waitFor();

  // Without a line what is said is kept, and goes when it is back.
  await tapper.getByText("1 av 4", { exact: true }).waitFor();
  people.expectLostLine();
  await line.cut();
  await tapper.waitForTimeout(350);
  await tapper.getByRole("button", { name: "Enig", exact: true }).click();
  await tapper.getByText("2 av 4", { exact: true }).waitFor();

  await line.mend();
  await eventually("all votes to be counted", async () => {
    const { statements } = await session.resultsOf(item);
    return statements.votes === 8;
  });
  await projector.getByText("Ta stilling på telefonen").waitFor();
  // As large figures, or in a line where three have voted on the same one, which is chance.
  await projector
    .getByRole("main")
    .getByText(/stemmer/)
    .first()
    .waitFor();
  await people.picture(projector, "projector");
  await desk.getByText("8 stemmer fra 3 deltakere").first().waitFor();
  await people.picture(desk, "desk");
  await desk.getByRole("button", { name: "Stopp", exact: true }).click();
  await third.getByText("Ta stilling til svarene").waitFor({ state: "detached" });
});
