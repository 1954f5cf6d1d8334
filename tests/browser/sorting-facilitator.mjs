// A facilitator lets the room sort and sees how far it has come, and sorts by hand with the keyboard alone.
import { assert, eventually, trip } from "./lib.mjs";

const PLAN = {
  details: { title: "Fagdag om hjemmetjenesten", language: "nb" },
  items: [
    {
      content: {
        kind: "question",
        prompt: "Hva skal vi bli bedre på?",
        ask: { type: "open_text", answers_max: 6, length_max: 280 },
      },
    },
  ],
};
/** Headings that the engine does not find by itself. */
const [TIME, THINGS, MEANWHILE] = ["Tida vår", "Tingene vi bruker", "Rytmen i dagen"];
/** Each answer with the heading it is placed under in the end; none for "none of these". */
const PLACES = {
  Kaffe: undefined,
  "Mer tid til hver bruker": TIME,
  "Nye nettbrett i bilene": THINGS,
  "Kortere møter": TIME,
  "Telefoner som virker": THINGS,
};
const LATE = "Hansker på lager";
const NEW_HEADING = "Lagerrommet";

trip("a facilitator lets the room sort, and sorts by hand with the keyboard alone", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const [{ id: item }] = (await session.read()).items;
  await session.command({ do: "next" });
  const voter = await people.phone("voter");
  await voter.goto(`${server.origin}/${session.code}`);
  const [alone, ...others] = Object.keys(PLACES);
  await answer(voter, session.code, item, [alone]);

  // Without themes there is nothing to sort under, and the page says so.
  const page = await people.laptop("facilitator");
  await page.goto(session.link("facilitate"));
  const projector = await people.projector("projector");
  await projector.goto(session.link("present"));
  const start = page.getByRole("button", { name: "La rommet sortere" });
  await page.getByText("Rommet kan sortere når det er minst to tema.", { exact: false }).waitFor();
  assert.equal(await start.getAttribute("aria-disabled"), "true");
  await answer(voter, session.code, item, others);
  for (const label of [TIME, THINGS]) {
    await session.command({ do: "make_theme", item, label, answers: [] });
    await page.getByRole("article", { name: label }).waitFor();
  }

  // The room sorts while everyone sees how far it has come.
  await start.click();
  const dialog = page.getByRole("dialog", { name: "La rommet sortere" });
  for (const box of await dialog.getByRole("checkbox").all()) await box.uncheck();
  await dialog.getByText("Velg minst to.").waitFor();
  for (const label of [TIME, THINGS]) await dialog.getByRole("checkbox", { name: label }).check();
  await dialog.getByText("2 valgt", { exact: false }).waitFor();
  await dialog.getByRole("button", { name: "Start sorteringen" }).click();
  const panel = page.getByRole("region", { name: "La rommet sortere" });
  await panel.getByText("0 av 5 svar plassert").waitFor();
  await projector.getByText("Sorter på telefonen").waitFor();
  await projector.getByText("0 av 5 svar plassert").waitFor();
  await projector.getByRole("region", { name: new RegExp(`^${THINGS} \\(`) }).waitFor();
  await sort(voter, session.code, item, PLACES, 3);
  await panel.getByText("3 av 5 svar plassert").waitFor();
  await panel.getByText("3 trykk fra 1 deltaker").waitFor();
  await projector.getByText("3 av 5 svar plassert").waitFor();
  await panel.getByText("5 svar er usikre").waitFor();
  await people.picture(page, "running");
  await people.picture(projector, "projector");

  // A heading that is made meanwhile stands on the projector at once.
  await panel.getByRole("button", { name: "+ Ny overskrift" }).click();
  const making = page.getByRole("dialog", { name: "Nytt tema" });
  await making.getByLabel("Navn på temaet").fill(MEANWHILE);
  await making.getByRole("button", { name: "Nytt tema" }).click();
  await projector.getByRole("region", { name: new RegExp(`^${MEANWHILE} \\(`) }).waitFor();

  // It is stopped, and the themes stand; it is discarded, and the answers go back.
  await panel.getByRole("button", { name: "Stopp" }).click();
  await panel.getByText("Rommet har sortert").waitFor();
  await projector.getByText("Sorter på telefonen").waitFor({ state: "detached" });
  const placed = (await session.resultsOf(item)).themes.flatMap((theme) => theme.answers);
  assert.ok(placed.length >= 1, "what the room sorted stands after it was stopped");
  await panel.getByRole("button", { name: "Forkast …" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Forkast sorteringen" }).click();
  await panel.waitFor({ state: "detached" });

  // By hand: the headings that are there stand ready, and are written over.
  await page.getByRole("button", { name: "Sorter selv" }).press("Enter");
  const screen = page.getByRole("dialog", { name: "Sorter selv" });
  const headings = screen.getByRole("textbox", {
    name: "Overskrifter, én på hver linje",
  });
  const known = (await headings.inputValue()).split("\n");
  for (const label of [TIME, THINGS, MEANWHILE]) assert.ok(known.includes(label), `${label} in ${known}`);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(`- ${TIME}\n- ${THINGS}\n`);
  await page.keyboard.press("Control+Enter");
  await progress(screen, "0 av 5");

  // A slip is taken back, and the answer lies there again.
  const first = await shown(screen);
  await page.keyboard.press("0");
  await progress(screen, "1 av 5");
  await page.keyboard.press("Backspace");
  await progress(screen, "0 av 5");
  assert.equal(await shown(screen), first, "what was taken back lies there again");

  // One is left for later, one comes late and is asked for last, the others are placed.
  await page.keyboard.press("ArrowRight");
  const second = await shown(screen);
  assert.notEqual(second, first, "what is skipped gives way to the next");
  await answer(voter, session.code, item, [LATE]);
  await progress(screen, "0 av 6");
  assert.equal(await shown(screen), second, "what comes late does not disturb");
  for (let count = 1; count <= 4; count += 1) {
    await place(page, screen, PLACES[await shown(screen)]);
    await progress(screen, `${count} av 6`);
  }
  assert.equal(await shown(screen), LATE);
  await page.keyboard.press("+");
  await page.keyboard.type(NEW_HEADING);
  await page.keyboard.press("Enter");
  await progress(screen, "5 av 6");
  await screen.getByRole("heading", { name: "1 svar står igjen" }).waitFor();
  await people.picture(page, "skipped");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await shown(screen), first);
  await place(page, screen, PLACES[first]);
  await screen.getByRole("heading", { name: "Ferdig sortert" }).waitFor();
  await page.keyboard.press("Escape");
  await screen.waitFor({ state: "detached" });

  await eventually("every answer to stand where it was placed", async () => {
    const { answers, themes } = await session.resultsOf(item);
    const holding = (id) => themes.find((theme) => theme.answers.includes(id))?.label;
    const seen = Object.fromEntries(answers.map(({ id, text }) => [text, holding(id)]));
    assert.deepEqual(seen, { ...PLACES, [LATE]: NEW_HEADING });
    return true;
  });
});

/** The answer that lies before the facilitator. */
async function shown(screen) {
  return (await screen.locator(".answer").innerText()).trim();
}

function progress(screen, text) {
  return screen.getByText(text, { exact: true }).waitFor();
}

/** Places the answer by the key that stands for a heading, or for none of them. */
async function place(page, screen, label) {
  const button = screen.getByRole("button", {
    name: label ?? "Ingen av disse",
  });
  await page.keyboard.press(await button.getAttribute("aria-keyshortcuts"));
}

/** Gives answers over a phone's line, as a phone that has its own connection. */
function answer(page, code, item, texts) {
  const messages = texts.map((text, index) => ({
    type: "answer",
    item,
    key: keyOf(`${text}${index}`),
    version: 1,
    content: { type: "text", text },
  }));
  return page.evaluate(talk, {
    code,
    token: keyOf("writer"),
    messages,
    replies: "accepted",
    count: texts.length,
  });
}

/** Places so many answers under headings, as another phone. */
function sort(page, code, item, places, count) {
  const messages = [{ type: "next_task", item }];
  return page.evaluate(talk, {
    code,
    token: keyOf("sorter"),
    messages,
    replies: "task",
    count,
    places,
  });
}

/** 128 bits that follow from a text, as phones name things. */
function keyOf(text) {
  return Buffer.from(text.padEnd(16, ".").slice(-16)).subarray(0, 16).toString("base64url");
}

/** In a page: says hello and these messages, and hears until so many replies of a kind have come; tasks are placed. */
function talk({ code, token, messages, replies, count, places }) {
  return new Promise((done, failed) => {
    const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/api/v1/sessions/${code}/socket`);
    const say = (message) => socket.send(JSON.stringify(message));
    let heard = 0;
    socket.onerror = () => failed(new Error("the line was refused"));
    socket.onopen = () => {
      say({
        type: "hello",
        version: 1,
        as: { role: "phone", token, secret: null },
        cursor: null,
      });
      messages.forEach(say);
    };
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === "refused") failed(new Error(data));
      if (message.type === "no_task" && heard === count) done();
      if (message.type !== replies) return;
      heard += 1;
      if (message.type === "task") {
        const heading = message.headings.find(({ label }) => label === places[message.text]);
        say({
          type: "sort",
          item: message.item,
          answer: message.answer,
          theme: heading?.id ?? null,
        });
      } else if (heard === count) {
        done();
      }
    };
  });
}
