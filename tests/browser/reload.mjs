// A phone that sleeps or reloads is where it was, with what it had written and what it had sent.
import { assert, eventually, trip } from "./lib.mjs";

const PLAN = {
  details: { title: "Kveldsmøte", language: "nb" },
  items: [
    {
      content: {
        kind: "question",
        prompt: "Hva er du opptatt av?",
        ask: { type: "open_text", answers_max: 2, length_max: 200 },
      },
    },
    {
      content: {
        kind: "question",
        prompt: "Hva kommer først?",
        ask: { type: "ranking", options: ["Ro", "Fart", "Samhold"], top: 3 },
      },
    },
  ],
};

trip("a phone that reloads keeps its draft and its answers", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const [open, ranking] = (await session.read()).items.map((item) => item.id);
  await session.command({ do: "go_to", item: open });

  const phone = await people.phone("phone");
  await phone.goto(session.link("join"));
  const field = (name) => phone.getByRole("textbox", { name, exact: true });
  const button = (name) => phone.getByRole("button", { name, exact: true });
  const received = phone.getByText("Mottatt", { exact: true });
  const stands = (texts) =>
    eventually(`the server to have ${JSON.stringify(texts)}`, async () => {
      assert.deepEqual(await session.textsOf(open), [...texts].sort());
      return true;
    });

  // A draft survives a reload, a page that is put away, and an item that passes by.
  await field("Svaret ditt").fill("Halvveis i en tan");
  await phone.reload();
  assert.equal(await field("Svaret ditt").inputValue(), "Halvveis i en tan", "the draft after a reload");
  await phone.goto("about:blank");
  await phone.goBack();
  assert.equal(
    await field("Svaret ditt").inputValue(),
    "Halvveis i en tan",
    "the draft after going away and back",
  );
  await session.command({ do: "next" });
  await phone.getByRole("heading", { name: "Hva kommer først?" }).waitFor();
  await session.command({ do: "back" });
  await phone.getByRole("heading", { name: "Hva er du opptatt av?" }).waitFor();
  assert.equal(await field("Svaret ditt").inputValue(), "Halvveis i en tan", "the draft after another item");
  assert.deepEqual(await session.textsOf(open), [], "a draft is nobody else's");

  // An answer is shown as received after a reload, and counts once.
  await field("Svaret ditt").fill("Halvveis i en tanke");
  await button("Send svaret").click();
  await received.waitFor();
  await phone.reload();
  await received.waitFor();
  await phone.getByText("Halvveis i en tanke").waitFor();
  assert.equal(await field("Et svar til").inputValue(), "", "what was sent is no draft any more");
  await stands(["Halvveis i en tanke"]);
  assert.equal((await session.read()).joined, 1, "a reload is not another person");

  // It can be changed, also when the phone reloads in the middle of the change.
  await button("Endre").click();
  await field("Endre").fill("En hel tanke");
  await phone.reload();
  assert.equal(await field("Endre").inputValue(), "En hel tanke", "the change after a reload");
  await button("Send endringen").click();
  await received.waitFor();
  await stands(["En hel tanke"]);

  // Two answers are all there is room for; one is withdrawn and stays so.
  await field("Et svar til").fill("Enda en");
  await button("Send svaret").click();
  await phone.getByText("Du har sendt alle 2 svarene").waitFor();
  await stands(["En hel tanke", "Enda en"]);
  const second = phone.getByRole("article").filter({ hasText: "Enda en" });
  await second.getByRole("button", { name: "Trekk tilbake" }).click();
  await stands(["En hel tanke"]);
  await second.waitFor({ state: "detached" });
  await phone.reload();
  await phone.getByText("En hel tanke").waitFor();
  await received.waitFor();
  assert.equal(await phone.getByText("Enda en").count(), 0, "what was withdrawn is gone after a reload");
  await people.picture(phone, "withdrawn");

  // An order that was begun is kept too.
  await session.command({ do: "go_to", item: ranking });
  await phone.getByRole("button", { name: "Flytt Samhold opp" }).click();
  const first = () => phone.getByRole("region", { name: "Din rekkefølge" }).getByRole("listitem").nth(1);
  await eventually("Samhold to be second", async () => (await first().innerText()).includes("Samhold"));
  await phone.reload();
  await eventually("Samhold to be second still", async () => (await first().innerText()).includes("Samhold"));

  // Another phone has nothing of this one's.
  const stranger = await people.phone("stranger");
  await session.command({ do: "go_to", item: open });
  await stranger.goto(session.link("join"));
  await stranger.getByRole("textbox", { name: "Svaret ditt" }).waitFor();
  assert.equal(await stranger.getByText("En hel tanke").count(), 0, "answers are not shown to another phone");
});
