// The main job: people join, answer, lose the line and come back, rank, see the results, and the minutes come out.
import { assert, eventually, textsInWord, trip } from "./lib.mjs";

const OPTIONS = ["Kortere ventetid", "Felles journal", "Tryggere overganger"];
const PLAN = {
  details: { title: "Samling om samhandling", language: "nb", place: "Kulturhuset" },
  items: [
    { starts: "09:00", ends: "09:15", what: "Velkommen", who: "Rådmannen", content: { kind: "talk" } },
    {
      content: {
        kind: "question",
        prompt: "Hva forventer du av prosessen?",
        ask: { type: "open_text", answers_max: 1, length_max: 280 },
      },
    },
    {
      content: {
        kind: "question",
        prompt: "Hva haster mest?",
        ask: { type: "ranking", options: OPTIONS, top: OPTIONS.length },
      },
    },
  ],
};
const FIRST = "At vi lytter til hverandre & blir enige";
const SECOND = "Bedre flyt mellom sykehus og hjemmetjeneste";

trip("a gathering from the join code to the minutes", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const line = await trip.startProxy(server);
  const session = await server.createSession(PLAN);
  const { items } = await session.read();
  const [, open, ranking] = items.map((item) => item.id);

  // The projector says how to join.
  const projector = await people.projector("projector");
  await projector.goto(session.link("present"));
  await projector.getByText(session.spacedCode).waitFor();
  await projector.getByRole("img", { name: /QR-kode/ }).waitFor();
  await people.picture(projector, "joining");

  // One types the code, with and without the space; the other scans the QR code.
  const typist = await people.phone("typist");
  for (const typed of [session.code, session.spacedCode]) {
    await typist.goto(`${server.origin}/`);
    await typist.getByRole("textbox", { name: "Kode" }).pressSequentially(typed);
    await typist.getByRole("button", { name: "Bli med" }).click();
    await typist.getByRole("heading", { name: PLAN.details.title }).waitFor();
  }
  const scanner = await people.phone("scanner");
  await scanner.goto(session.link("join", line));
  await scanner.getByText("Venter på at samlingen begynner").waitFor();
  await eventually("two people to be counted", async () => (await session.read()).joined === 2);

  await session.command({ do: "next" });
  for (const page of [typist, scanner, projector]) {
    await page.getByRole("heading", { name: "Velkommen" }).waitFor();
  }

  // Both are asked; one answers.
  await session.command({ do: "go_to", item: open });
  for (const page of [typist, scanner, projector]) {
    await page.getByRole("heading", { name: "Hva forventer du av prosessen?" }).waitFor();
  }
  await typist.getByRole("textbox", { name: "Svaret ditt" }).fill(FIRST);
  await typist.getByRole("button", { name: "Send svaret" }).click();
  await typist.getByText("Mottatt", { exact: true }).waitFor();
  await projector.getByText(FIRST).waitFor();
  await people.picture(typist, "received");

  // The other loses the line in the middle of an answer, and sends it all the same.
  const field = scanner.getByRole("textbox", { name: "Svaret ditt" });
  await field.fill(SECOND.slice(0, 12));
  people.expectLostLine();
  await line.cut();
  await scanner.getByText("Ingen forbindelse – kobler til igjen").waitFor();
  assert.equal(
    await field.inputValue(),
    SECOND.slice(0, 12),
    "what was written stands while the line is lost",
  );
  await field.fill(SECOND);
  await scanner.getByRole("button", { name: "Send svaret" }).click();
  await scanner.getByText("Ingen forbindelse – svaret er lagret her og sendes").waitFor();
  await scanner.getByText("Lagret her", { exact: true }).waitFor();
  await people.picture(scanner, "offline");
  assert.deepEqual(await session.textsOf(open), [FIRST], "nothing arrives over a line that is cut");
  await line.mend();
  await scanner.getByText("Mottatt", { exact: true }).waitFor();
  await projector.getByText(SECOND).waitFor();
  assert.deepEqual(await session.textsOf(open), [FIRST, SECOND].sort(), "each answer stands once");
  assert.equal((await session.read()).joined, 2, "who comes back is counted once");
  assert.equal(await projector.getByText(FIRST).count(), 1, "the projector shows the first answer once");
  assert.equal(await projector.getByText(SECOND).count(), 1, "the projector shows the second answer once");
  await people.picture(projector, "answers");

  // A ranking: one by buttons and keys, one by touch.
  await session.command({ do: "next" });
  await typist.getByRole("heading", { name: "Hva haster mest?" }).waitFor();
  await typist.getByRole("button", { name: "Flytt Tryggere overganger opp" }).click();
  await inOrder(typist, ["Kortere ventetid", "Tryggere overganger", "Felles journal"]);
  await typist.getByRole("button", { name: "Flytt Tryggere overganger opp" }).click();
  await inOrder(typist, ["Tryggere overganger", "Kortere ventetid", "Felles journal"]);
  await typist.getByRole("button", { name: /^Kortere ventetid, nummer 2 av 3/ }).press("ArrowDown");
  const first = ["Tryggere overganger", "Felles journal", "Kortere ventetid"];
  await inOrder(typist, first);
  await typist.getByText("Kortere ventetid er nå nummer 3 av 3").waitFor({ state: "attached" });
  await typist.getByRole("button", { name: "Send rekkefølgen" }).click();
  await typist.getByText("Mottatt", { exact: true }).waitFor();

  await scanner.getByRole("heading", { name: "Hva haster mest?" }).waitFor();
  await drag(scanner, "Felles journal", "Kortere ventetid");
  const second = ["Felles journal", "Kortere ventetid", "Tryggere overganger"];
  await inOrder(scanner, second);
  await people.picture(scanner, "ranking");
  await scanner.getByRole("button", { name: "Send rekkefølgen" }).click();
  await scanner.getByText("Mottatt", { exact: true }).waitFor();

  // Places 2 and 1, 1 and 3, 3 and 2; Borda's points are the number of options placed lower.
  const rows = [
    [/Felles journal/, /snitt 1,5\b/, /\b3 poeng/],
    [/Tryggere overganger/, /snitt 2,0\b/, /\b2 poeng/],
    [/Kortere ventetid/, /snitt 2,5\b/, /\b1 poeng/],
  ];
  await eventually("the projector to have the ranking in order", async () => {
    const shown = await projector.getByRole("listitem").allInnerTexts();
    const texts = shown.map((text) => text.replace(/\s+/g, " "));
    assert.equal(texts.length, rows.length, JSON.stringify(texts));
    rows.forEach((row, place) => row.forEach((part) => assert.match(texts[place], part)));
    return true;
  });
  await projector.getByText(/^\s*2\s*har svart\s*$/).waitFor();
  await people.picture(projector, "ranking");

  // Results are shared with everyone.
  await session.command({ do: "show_results", item: ranking, to: "everyone" });
  for (const phone of [typist, scanner]) {
    await phone.getByRole("heading", { name: "Dette sier vi" }).waitFor();
    await phone.getByText("2 har svart").waitFor();
    const shared = phone.locator("section", { has: phone.getByRole("heading", { name: "Dette sier vi" }) });
    const lines = await shared.getByRole("listitem").allInnerTexts();
    rows.forEach(([option], place) => assert.match(lines[place], option, "phones see the same order"));
  }
  await people.picture(scanner, "results");

  await session.command({ do: "end_session" });
  for (const page of [typist, scanner, projector]) {
    await page.getByRole("heading", { name: "Takk for i dag" }).waitFor();
  }
  await people.picture(typist, "ended");

  // The minutes have each answer once, and the ranking in its order.
  const paragraphs = textsInWord(await session.minutesInWord());
  for (const answer of [FIRST, SECOND]) {
    const found = paragraphs.filter((paragraph) => paragraph.includes(answer));
    assert.equal(found.length, 1, `«${answer}» stands once in the minutes:\n${paragraphs.join("\n")}`);
  }
  assert.ok(paragraphs.includes(PLAN.details.title), "the minutes have the title");
  const places = ["Felles journal", "Tryggere overganger", "Kortere ventetid"].map((option) =>
    paragraphs.findIndex((paragraph) => paragraph.includes(option)),
  );
  assert.ok(
    places.every((place, index) => place > (places[index - 1] ?? -1)),
    `the ranking's order: ${places}`,
  );
});

/** Waits until a phone's ranking has the options in this order. */
async function inOrder(phone, options) {
  await eventually(`the phone's order to be ${options.join(", ")}`, async () => {
    const list = phone.getByRole("region", { name: "Din rekkefølge" }).getByRole("listitem");
    const rows = await list.allInnerTexts();
    assert.deepEqual(
      rows.map((row) => OPTIONS.find((option) => row.includes(option))),
      options,
    );
    return true;
  });
}

/** Drags an option by its handle, with a finger, over another. */
async function drag(phone, option, over) {
  const handle = (name) => phone.getByRole("button", { name: new RegExp(`^${name}, nummer`) });
  await handle(option).scrollIntoViewIfNeeded();
  const middle = async (name) => {
    const box = await handle(name).boundingBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const [from, to] = [await middle(option), await middle(over)];
  const finger = await phone.context().newCDPSession(phone);
  const touch = (type, touchPoints) => finger.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", [from]);
  const steps = 8;
  for (let step = 1; step <= steps; step += 1) {
    await touch("touchMove", [{ x: from.x, y: from.y + ((to.y - from.y) * step) / steps }]);
  }
  await touch("touchEnd", []);
}
