// What the phone's page weighs, and how soon it can be used on a bad line with a slow phone.
//
// The line and the phone are those that Lighthouse calls slow 4G and a mid-range phone: 150 ms a round trip, 1.6 Mbit/s
// down and 0.75 up, a processor four times slower. Chromium delays and slows down itself, so the figures hold the
// server, the page and the browser of this machine, and no network.
//
// Weight and requests must hold anywhere. Milliseconds are told, but depend on what else the machine does; so the bound
// is another page, fetched in turn with ours: as heavy as ours may be, and at work for as long as ours may be.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { brotliCompressSync } from "node:zlib";
import { assert, eventually, trip } from "./lib.mjs";

/** Most bytes of the first response: the page, compressed, and the session's state in it. */
const BYTES_MAX = 25_000;
/** What the page that is the bound does: on a machine at rest its field can be used after a second. */
const BOUND_PARAGRAPHS = 900;
/** Each a person who was never there; the middle one is told, the best ones are compared. */
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

  const bound = await boundPage();
  people.allow(new URL(bound.address).origin);
  const visited = { bound: [], writing: [], choosing: [] };
  for (let visit = 0; visit < VISITS; visit += 1) {
    visited.bound.push(await comeTo(bound.address, "textarea"));
    await session.command({ do: "go_to", item: open });
    visited.writing.push(await comeTo(session.link("join"), "textarea:not([disabled])"));
    // A question whose form is a file of its own, fetched beside the page.
    await session.command({ do: "go_to", item: choice });
    visited.choosing.push(await comeTo(session.link("join"), "input[type=radio]:not([disabled])"));
  }
  bound.close();
  tell("the bound", visited.bound);
  tell("an open question", visited.writing);
  tell("a choice", visited.choosing);

  for (const { bytes, requests } of visited.writing) {
    assert.ok(
      bytes > 0 && bytes <= BYTES_MAX,
      `the first response is ${bytes} bytes, more than ${BYTES_MAX}`,
    );
    assert.equal(requests, 1, "the form needs nothing but the page itself");
  }
  for (const { requests } of visited.choosing) assert.ok(requests <= 2, "a choice needs one file more");
  const least = (all) => Math.min(...all.map(({ usable }) => usable));
  for (const what of ["writing", "choosing"]) {
    const [ours, bound] = [least(visited[what]), least(visited.bound)];
    assert.ok(
      ours <= bound,
      `${what} is possible after ${ours} ms at best, and after ${bound} ms on the page that is the bound`,
    );
  }

  /** One person following the link; in milliseconds from there, in bytes on the line. */
  async function comeTo(address, field) {
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
    await phone.goto(address);
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

/**
 * Serves a page that weighs what ours may, lays out one paragraph after the other and ends in a field. It is filled up with
 * chance, which compresses badly.
 */
async function boundPage() {
  const page = (filling) =>
    `<!doctype html><html lang="nb"><meta name="viewport" content="width=device-width"><title>Felt</title>` +
    `<link rel="icon" href="data:,"><body><!--${filling}--><script>
      for (let made = 0; made < ${BOUND_PARAGRAPHS}; made += 1) {
        const paragraph = document.createElement("p");
        paragraph.textContent = "Hva er viktigst for at vi skal lykkes sammen? ".repeat(3);
        document.body.replaceChildren(paragraph);
        paragraph.getBoundingClientRect();
      }
      document.body.replaceChildren(document.createElement("textarea"));
    </script></body></html>`;
  const chance = randomBytes(2 * BYTES_MAX).toString("base64");
  let [least, most] = [0, chance.length];
  while (most - least > 1) {
    const middle = (least + most) >> 1;
    if (brotliCompressSync(page(chance.slice(0, middle))).length > BYTES_MAX) most = middle;
    else least = middle;
  }
  const body = brotliCompressSync(page(chance.slice(0, least)));
  const server = createServer((request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "br" });
    response.end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
