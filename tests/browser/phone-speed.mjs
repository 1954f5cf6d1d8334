// What the phone's page weighs, and how soon it can be used on a bad line with a slow phone.
//
// The line and the phone are those that Lighthouse calls slow 4G and a mid-range phone: 150 ms a round trip, 1.6 Mbit/s
// down and 0.75 up, a processor four times slower. Chromium delays and slows down itself, so the figures hold the
// server, the page and the browser of this machine, and no network.
import { assert, eventually, trip } from "./lib.mjs";

/** Most bytes of the first response: the page, compressed, and the session's state in it. */
const BYTES_MAX = 25_000;
/** Longest until the field can be written in, from the address being followed. */
const USABLE_MS_MAX = 1_000;
/** Each a person who was never there; the middle one is told, and the best one must hold, whatever else the machine does. */
const VISITS = 5;

const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
const SLOWER = 4;

const PLAN = {
  details: { title: "Helsetjenesten på nytt", language: "nb", place: "Samfunnshuset", date: "2026-11-21" },
  items: [
    {
      content: {
        kind: "question",
        prompt: "Hva er viktigst for at vi skal lykkes sammen?",
        ask: { type: "open_text", answers_max: 3, length_max: 300 },
      },
    },
    {
      content: {
        kind: "question",
        prompt: "Hva skal vi begynne med?",
        ask: { type: "choice", options: ["Felles vaktplan", "Faste team", "Én vei inn"], most: 1 },
      },
    },
  ],
};

trip("the phone's page is light and soon there on a bad line", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const [open, choice] = (await session.read()).items.map((item) => item.id);

  await session.command({ do: "go_to", item: open });
  const writing = await visits("textarea:not([disabled])");
  tell("an open question", writing);

  // A question whose form is a file of its own: one more round trip.
  await session.command({ do: "go_to", item: choice });
  const choosing = await visits("input[type=radio]:not([disabled])");
  tell("a choice", choosing);

  for (const { bytes, requests } of writing) {
    assert.ok(
      bytes > 0 && bytes <= BYTES_MAX,
      `the first response is ${bytes} bytes, more than ${BYTES_MAX}`,
    );
    assert.equal(requests, 1, "the form needs nothing but the page itself");
  }
  for (const { requests } of choosing) assert.ok(requests <= 2, "a choice needs one file more");
  for (const [what, all] of [
    ["an open question", writing],
    ["a choice", choosing],
  ]) {
    const best = Math.min(...all.map(({ usable }) => usable));
    assert.ok(
      best <= USABLE_MS_MAX,
      `${what} can be answered after ${best} ms at best, not ${USABLE_MS_MAX}`,
    );
  }

  async function visits(field) {
    const made = [];
    for (let visit = 0; visit < VISITS; visit += 1) made.push(await comeTo(field));
    return made;
  }

  /** One person following the link; in milliseconds from there, in bytes on the line. */
  async function comeTo(field) {
    const phone = await people.phone("phone");
    const wire = await phone.context().newCDPSession(phone);
    await wire.send("Network.emulateNetworkConditions", LINE);
    await wire.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    // Looked for before each picture that the browser draws, so that a field counts once it is drawn.
    await phone.addInitScript((field) => {
      const look = () => {
        const found = document.querySelector(field);
        if (found?.getClientRects().length > 0) {
          window.usableAfter = performance.now();
          window.requestsBefore = 1 + performance.getEntriesByType("resource").length;
        } else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, field);
    await phone.goto(session.link("join"));
    const told = await eventually("the field to be there", () =>
      phone.evaluate(
        () =>
          window.usableAfter && {
            usable: Math.round(window.usableAfter),
            painted: Math.round(performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0),
            requests: window.requestsBefore,
            bytes: performance.getEntriesByType("navigation")[0].encodedBodySize,
          },
      ),
    );
    await phone.context().close();
    return told;
  }

  function tell(what, all) {
    const middle = (of) => all.map(of).sort((a, b) => a - b)[Math.floor(all.length / 2)];
    console.log(
      `phone-speed: ${what}: ${middle(({ bytes }) => bytes)} B in ${middle(({ requests }) => requests)} request(s); ` +
        `drawn after ${middle(({ painted }) => painted)} ms, to be used after ${middle(({ usable }) => usable)} ms ` +
        `(${all.map(({ usable }) => usable).join(", ")})`,
    );
  }
});
