// What the pages promise beyond their looks: no other host, a strict policy, little to load, small screens, languages.
import { get } from "node:http";
import { assert, eventually, trip } from "./lib.mjs";

/** Most bytes of the phone's page on the line, the session's state not counted: a second on a bad network. */
const PHONE_BYTES_MAX = 24_000;
const LONG = "Hjemmetjenestekoordineringsarbeidsgruppe";
const planIn = (language) => ({
  details: { title: `${LONG} ${language}`, language, place: LONG, date: "2026-11-21" },
  items: [
    { what: LONG, who: LONG, how: LONG, content: { kind: "talk" } },
    {
      content: {
        kind: "question",
        prompt: `Hva mener ${LONG} om dette?`,
        ask: { type: "open_text", answers_max: 3, length_max: 300 },
      },
    },
    {
      content: {
        kind: "question",
        prompt: `Hva mener ${LONG} haster?`,
        ask: { type: "ranking", options: [LONG, `${LONG} og to ord til`, "Ro"], top: 3 },
      },
    },
    {
      content: {
        kind: "question",
        prompt: "Hva er viktigst?",
        ask: { type: "ranking", options: [LONG, `${LONG} og to ord til`, "Ro"], top: 1 },
      },
    },
  ],
});

trip("pages keep to themselves, are small, and speak the session's language", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(planIn("nb"));
  const secrets = ["join", "facilitate"].map((page) => new URL(session.link(page)).hash.slice(1));

  // The phone's page is one document and one socket, and small.
  const line = await trip.startProxy(server);
  const phone = await people.phone("phone", { viewport: { width: 320, height: 568 } });
  await phone.goto(session.link("join", line));
  await eventually("the phone to be connected", async () => (await session.read()).connected === 1);
  assert.deepEqual(line.requests, [`GET /${session.code}`, `GET /api/v1/sessions/${session.code}/socket`]);
  for (const path of ["/", `/${session.code}`]) {
    const { bytes, headers } = await brotli(`${server.origin}${path}`);
    assert.equal(headers["content-encoding"], "br", `${path} is compressed`);
    const plain = await (
      await fetch(`${server.origin}${path}`, { headers: { "accept-encoding": "identity" } })
    ).text();
    const state = /<script type="application\/json" id="state">(.*?)<\/script>/s.exec(plain)[1];
    const own = bytes - Buffer.byteLength(state);
    assert.ok(own <= PHONE_BYTES_MAX, `${path} is ${own} bytes and its state, more than ${PHONE_BYTES_MAX}`);
    assert.ok(path === "/" || JSON.parse(state).type === "snapshot", "the state comes with the page");
  }

  // Every page has a policy that lets in nothing from elsewhere and no script that was not built with it.
  const pages = [
    "/",
    `/${session.code}`,
    "/facilitate",
    `/facilitate/${session.code}`,
    `/present/${session.code}`,
    "/preview/phone",
    "/preview/projector",
  ];
  for (const path of pages) {
    const { headers } = await brotli(`${server.origin}${path}`);
    const policy = headers["content-security-policy"] ?? "";
    assert.match(policy, /(^|; *)default-src 'none'(;|$)/, `${path}: ${policy}`);
    const isFramed = path.startsWith("/preview/");
    assert.match(
      policy,
      isFramed ? /frame-ancestors 'self'$/ : /frame-ancestors 'none'/,
      `${path}: ${policy}`,
    );
    if (isFramed) assert.doesNotMatch(policy, /connect-src/, `${path} can ask nobody: ${policy}`);
    assert.doesNotMatch(policy, /unsafe|https?:|\*/, `${path}: ${policy}`);
    assert.equal(headers["referrer-policy"], "no-referrer", path);
    assert.equal(headers["x-content-type-options"], "nosniff", path);
    assert.equal(headers["set-cookie"], undefined, `${path} sets no cookie`);
  }

  // Nothing is wider than the smallest phone, whatever is shown and however long the words are.
  const fits = async (state) => {
    const over = await phone.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    await people.picture(phone, state);
    assert.ok(over <= 0, `${state}: ${over} px wider than the screen`);
  };
  const received = phone.getByText("Mottatt", { exact: true });
  const facilitator = await people.laptop("facilitator");
  const projector = await people.projector("projector");
  await facilitator.goto(session.link("facilitate", line));
  await projector.goto(session.link("present", line));
  await fits("waiting");
  await session.command({ do: "next" });
  await phone.getByText("Innlegg").waitFor();
  await fits("talk");
  await session.command({ do: "next" });
  await phone.getByRole("textbox", { name: "Svaret ditt" }).fill(`${LONG}${LONG}${LONG}`);
  await fits("writing");
  await phone.getByRole("button", { name: "Send svaret" }).click();
  await received.waitFor();
  await fits("received");
  await session.command({ do: "show_results", item: 2, to: "everyone" });
  await phone.getByRole("heading", { name: "Dette sier vi" }).waitFor();
  await fits("results");
  for (const item of [3, 4]) {
    await session.command({ do: "go_to", item });
    if (item === 4) await phone.getByRole("button", { name: `Velg ${LONG}`, exact: true }).click();
    await phone.getByRole("button", { name: "Send rekkefølgen" }).waitFor();
    await fits(`ranking-${item}`);
    await phone.getByRole("button", { name: "Send rekkefølgen" }).click();
    await received.waitFor();
    await session.command({ do: "show_results", item, to: "everyone" });
    await phone.getByRole("heading", { name: "Dette sier vi" }).waitFor();
    await fits(`ranked-${item}`);
  }
  await phone.getByText("Du svarer anonymt").click();
  await phone.getByText("Vi lagrer svaret, men ikke hvem som ga det.").waitFor();
  await fits("anonymous");
  await session.command({ do: "end_session" });
  await phone.getByRole("heading", { name: "Takk for i dag" }).waitFor();
  await facilitator.getByRole("heading", { name: "Samlingen er avsluttet" }).waitFor();
  await projector.getByRole("heading", { name: "Takk for i dag" }).waitFor();
  await fits("ended");
  await phone.goto(`${line.origin}/`);
  await phone.getByRole("textbox", { name: "Kode" }).fill("3885 1953");
  await fits("join");

  // Neither secret was ever in an address that the server saw, and no page kept a cookie.
  for (const asked of line.requests) {
    assert.ok(!secrets.some((secret) => asked.includes(secret)), `a secret was sent in an address: ${asked}`);
    const known =
      /^GET \/($|assets\/|\d{8}$|facilitate\/\d{8}$|present\/\d{8}$|api\/v1\/sessions\/\d{8}\/socket$)/;
    assert.match(asked, known, "nothing else is asked for");
  }
  for (const page of [phone, facilitator, projector]) {
    assert.deepEqual(await page.context().cookies(), [], "no page keeps a cookie");
  }

  // Every page speaks the session's language, whatever the browser's is, also to who comes by the code alone.
  for (const [language, words] of [
    ["nb", "Venter på at samlingen begynner"],
    ["nn", "Ventar på at samlinga tek til"],
    ["en", "Waiting for the session to begin"],
  ]) {
    const other = await server.createSession(planIn(language));
    await phone.goto(`${server.origin}/${other.code}`);
    await phone.getByText(words).waitFor();
    await facilitator.goto(other.link("facilitate"));
    await facilitator
      .getByRole("heading", { name: `${LONG} ${language}` })
      .first()
      .waitFor();
    await projector.goto(other.link("present"));
    await projector.getByText(other.spacedCode).waitFor();
    for (const page of [phone, facilitator, projector]) {
      await eventually(`${page.url().replace(/#.*/, "")} to be in ${language}`, async () => {
        return (await page.locator("html").getAttribute("lang")) === language;
      });
    }
  }
});

/** What a browser that takes brotli is sent: its headers, and the size of its body on the line. */
function brotli(address) {
  return new Promise((done, refuse) => {
    const asked = get(
      address,
      { headers: { "accept-encoding": "br", "accept-language": "nb" } },
      (answer) => {
        let bytes = 0;
        answer.on("data", (part) => (bytes += part.length));
        answer.on("end", () => done({ bytes, headers: answer.headers }));
      },
    );
    asked.on("error", refuse);
  });
}
