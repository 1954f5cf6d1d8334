// A participant without a mouse or a finger: from the code to the results, by the keyboard alone.
import { assert, eventually, Keys, trip } from "./lib.mjs";

const OPTIONS = ["Mer tid til hver bruker", "Faste team", "Nye biler"];
const PLAN = {
  details: { title: "Personalmøte", language: "nb" },
  items: [
    {
      content: { kind: "question", prompt: "Hva først?", ask: { type: "choice", options: OPTIONS, most: 1 } },
    },
    {
      content: {
        kind: "question",
        prompt: "Hva savner du?",
        ask: { type: "open_text", answers_max: 3, length_max: 200 },
      },
    },
    {
      content: {
        kind: "question",
        prompt: "Hvor enig er du?",
        ask: { type: "scales", statements: ["Jeg blir hørt"], steps: 5, low: "Uenig", high: "Enig" },
      },
    },
  ],
};

trip(
  "somebody joins, answers, changes an answer and sees the results by the keyboard alone",
  async (trip) => {
    const { people } = trip;
    const server = await trip.startServer();
    const session = await server.createSession(PLAN);
    const [choice, text, scale] = (await session.read()).items.map((item) => item.id);
    const page = await people.phone("phone");
    const keys = new Keys(page);
    const received = () => page.getByText("Mottatt", { exact: true }).first().waitFor();
    const button = (name) => page.getByRole("button", { name, exact: true });
    const counts = async (expected) =>
      eventually(`the options to have ${expected}`, async () => {
        const { tally } = await session.resultsOf(choice);
        assert.deepEqual(
          tally.options.map((option) => option.count),
          expected,
        );
        return true;
      });

    // In by the code; then the heading of each new item has the focus, so that reading begins there.
    await page.goto(`${server.origin}/`);
    await keys.fill(page.getByRole("textbox", { name: "Kode" }), session.code);
    await keys.press("Enter");
    await page.getByRole("heading", { name: PLAN.details.title }).waitFor();
    const atHeading = (name) =>
      eventually(`the heading ${name} to have the focus`, () =>
        page.getByRole("heading", { name, level: 1 }).evaluate((one) => one === document.activeElement),
      );
    await session.command({ do: "next" });
    await atHeading("Hva først?");

    // Chosen, sent, changed.
    await keys.use(page.getByRole("radio", { name: OPTIONS[0] }), "Space");
    await keys.use(button("Send svaret"));
    await received();
    await keys.kept("an answer was sent");
    await counts([1, 0, 0]);
    await keys.use(button("Endre"));
    await keys.kept("a change was begun");
    await keys.tabTo(page.getByRole("radio", { name: OPTIONS[2] }));
    await keys.use(button("Send endringen"));
    await received();
    await keys.kept("a change was sent");
    await counts([0, 0, 1]);
    await keys.use(button("Endre"));
    await keys.use(button("Avbryt"));
    await keys.kept("a change was given up");
    await people.picture(page, "chosen");

    // Written, sent twice, changed, one taken back.
    await session.command({ do: "go_to", item: text });
    await atHeading("Hva savner du?");
    await keys.fill(page.getByRole("textbox", { name: "Svaret ditt" }), "Ro");
    await keys.press("Control+Enter");
    await received();
    await keys.kept("an answer was written");
    await keys.fill(page.getByRole("textbox", { name: "Et svar til" }), "Tid");
    await keys.use(button("Send svaret"));
    await eventually("both to be received", async () => (await session.textsOf(text)).length === 2);
    await keys.kept("another answer was written");
    await keys.use(button("Endre").first());
    await keys.type(" til å lytte");
    await keys.use(button("Send endringen"));
    await eventually("the change", async () => (await session.textsOf(text)).includes("Tid til å lytte"));
    await keys.use(button("Trekk tilbake").last());
    await eventually("one to be taken back", async () => (await session.textsOf(text)).length === 1);
    await eventually("one to be left", async () => (await button("Trekk tilbake").count()) === 1);
    await keys.kept("an answer was taken back");
    await people.picture(page, "written");

    // Marked by the arrows, and taken away again.
    await session.command({ do: "go_to", item: scale });
    await atHeading("Hvor enig er du?");
    await keys.tabTo(page.getByRole("radio", { name: /4/ }));
    await keys.use(page.getByRole("button", { name: /^Ta bort merket/ }));
    await keys.kept("a mark was taken away");
    await keys.tabTo(page.getByRole("radio", { name: /5/ }));
    await keys.use(button("Send svaret"));
    await received();

    // What came of it, and the end.
    await session.command({ do: "close_question", item: scale });
    await keys.kept("the question was closed");
    await session.command({ do: "show_results", item: scale, to: "everyone" });
    await page.getByRole("heading", { name: "Dette sier vi" }).waitFor();
    await keys.kept("the results came");
    await session.command({ do: "end_session" });
    await atHeading("Takk for i dag");
    assert.equal(await people.pointedAt(page), 0, "nothing was pointed at");
    console.log(`keys-phone: ${keys.presses} keys and ${keys.letters} letters for five answers`);
  },
);
