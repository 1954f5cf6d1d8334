// A tired facilitator's slips, by the keyboard: what was shown, stopped or changed is taken back, and the room sees it so.
import { assert, eventually, Keys, trip } from "./lib.mjs";

const PLAN = {
  details: { title: "Personalmøte", language: "nb" },
  items: [
    {
      content: {
        kind: "question",
        prompt: "Hva bekymrer deg?",
        ask: { type: "open_text", answers_max: 3, length_max: 200 },
        moderation: "all",
      },
      timer: { stretches: [{ label: "Skriv", seconds: 300 }], starts_itself: true, closes_question: true },
    },
  ],
};

trip("what a facilitator did by a slip is taken back by the keyboard", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const [item] = (await session.read()).items.map((item) => item.id);
  await session.command({ do: "next" });
  const [phone, projector, laptop] = [
    await people.phone("phone"),
    await people.projector("projector"),
    await people.laptop("laptop"),
  ];
  await phone.goto(session.link("join"));
  await projector.goto(session.link("present"));
  await laptop.goto(session.link("facilitate"));
  const keys = new Keys(laptop);
  const button = (name) => laptop.getByRole("button", { name, exact: true });
  /** Takes the latest step back, and sees that the keyboard is still somewhere. */
  const undo = async (told) => {
    const notice = laptop.locator(".notice", { hasText: told });
    await keys.use(notice.getByRole("button", { name: "Angre" }));
    await notice.waitFor({ state: "detached" });
  };

  const said = ["Lange reiser", "For få folk", "Nye systemer"];
  for (const text of said) {
    await phone.getByRole("textbox").fill(text);
    await phone.getByRole("button", { name: "Send svaret" }).click();
    await phone.getByRole("article").filter({ hasText: text }).getByText("Mottatt").waitFor();
  }
  const waiting = laptop.getByRole("region", { name: "svar venter på deg" });
  await waiting.getByRole("listitem").nth(2).waitFor();

  // Another facilitator takes one away just before this one shows all: the others are shown all the same.
  const { awaiting } = await session.resultsOf(item);
  await keys.tabTo(waiting.getByRole("button", { name: "Vis alle" }));
  await Promise.all([
    session.command({ do: "remove_answer", item, answer: awaiting[0].id }),
    keys.press("Enter"),
  ]);
  await projector.getByText("For få folk").waitFor();
  await projector.getByText("Nye systemer").waitFor();
  assert.equal(await projector.getByText("Lange reiser").count(), 0);
  await undo("vises for rommet");
  await waiting.getByRole("listitem").nth(1).waitFor();
  for (const text of said) await projector.getByText(text).waitFor({ state: "detached" });
  await phone.getByText("Mottatt").nth(1).waitFor();

  // One, by its own button.
  await keys.use(waiting.getByRole("listitem").first().getByRole("button", { name: "Vis" }));
  await projector.getByText("For få folk").waitFor();
  await undo("Svaret vises for rommet");
  await projector.getByText("For få folk").waitFor({ state: "detached" });

  // The clock goes on from where it stood.
  const left = async () => {
    const [minutes, seconds] = (await laptop.getByRole("timer").innerText()).match(/\d+/g).map(Number);
    return minutes * 60 + seconds;
  };
  await keys.use(laptop.locator("section", { has: laptop.getByRole("timer") }).getByText("Ta bort"));
  await laptop.getByRole("timer").waitFor({ state: "detached" });
  await undo("Klokka er tatt bort");
  await laptop.getByRole("timer").waitFor();
  await phone.getByRole("timer").waitFor();
  assert.ok((await left()) > 200 && (await left()) <= 300, "nearly five minutes are left");
  await keys.use(button("+1 min"));
  await eventually("a minute to be added", async () => (await left()) > 300);
  await undo("Ett minutt er lagt til");
  await eventually("the minute to be gone", async () => (await left()) <= 300);
  await keys.use(button("Avslutt nå"));
  await projector.getByText("Tiden er ute").first().waitFor();
  await phone.getByText("Spørsmålet er lukket").waitFor();
  await undo("Klokka har gått videre");
  await eventually("the clock to go on", async () => (await left()) > 200);
  await phone.getByText("Åpent for svar").waitFor();
  await people.picture(laptop, "back");

  // A note says again what it said.
  await session.command({ do: "write_note", item, kind: "note", text: "Mange nikket" });
  await keys.use(laptop.getByRole("button", { name: "Endre notatet «Mange nikket»" }));
  await laptop.keyboard.press("ControlOrMeta+a");
  await keys.type("Noen nikket");
  await keys.press("Enter");
  await laptop.getByText("Noen nikket").waitFor();
  await undo("Notatet er endret");
  await laptop.getByText("Mange nikket").first().waitFor();

  // One that was taken away comes back to its place.
  await session.command({ do: "write_note", item, kind: "note", text: "Turid ringer" });
  await keys.use(laptop.getByRole("button", { name: "Ta bort notatet «Mange nikket»" }));
  await undo("Notatet er tatt bort");
  await laptop.locator("li[data-kind]", { hasText: "Mange nikket" }).waitFor();
  const stand = await laptop.locator("li[data-kind]").allInnerTexts();
  assert.deepEqual(
    stand.map((note) => /Mange nikket|Turid ringer/u.exec(note)?.[0]),
    ["Mange nikket", "Turid ringer"],
  );
});
