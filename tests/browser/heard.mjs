// What somebody hears who does not see the pages: what happens, at a calm pace, and the figures behind every chart.
import { answerAs, assert, eventually, giveAs, sleep, trip } from "./lib.mjs";

/** Least time between two counts on the facilitator's page. */
const COUNTS_APART_MS = 6_000;
const STATEMENTS = ["Jeg blir hørt", "Vi har tid"];
const OPTIONS = ["Opplæring", "Nye biler"];
const question = (prompt, ask) => ({ content: { kind: "question", prompt, ask } });
const PLAN = {
  details: { title: "Personalmøte", language: "nb" },
  items: [
    question("Hva savner du?", { type: "open_text", answers_max: 1, length_max: 200 }),
    question("Hva først?", { type: "choice", options: OPTIONS, most: 1 }),
    question("Hvor enig er du?", {
      type: "scales",
      statements: STATEMENTS,
      steps: 5,
      low: "Uenig",
      high: "Enig",
    }),
    question("Fordel midlene", { type: "points", options: OPTIONS }),
    question("Hvor mange kilometer?", { type: "number", unit: "km", decimals: 0 }),
    question("Hva haster?", { type: "ranking", options: OPTIONS, top: 2 }),
    question("Hvor hører det hjemme?", {
      type: "grid",
      x: { name: "Innsats", low: "Lav", high: "Høy" },
      y: { name: "Nytte", low: "Liten", high: "Stor" },
      items: OPTIONS,
    }),
    question("Med ett ord?", { type: "word_cloud", answers_max: 1 }),
  ],
};

/** The answers of three to each question after the first, and what of them is heard on projector, facilitator's page and phone. */
const KINDS = [
  {
    contents: [0, 0, 1].map((option) => ({ type: "choice", chosen: [option] })),
    projector: [/Opplæring.*67\s%.*2/, /Nye biler.*33\s%.*1/],
    desk: [/Opplæring 2 67\s%/],
    phone: [/67\s%.*Opplæring|Opplæring.*67\s%/],
  },
  {
    contents: [4, 5, 5].map((mark) => ({ type: "scales", marks: [mark, null] })),
    projector: [/Jeg blir hørt.*Fordeling: 1: 0, 2: 0, 3: 0, 4: 1, 5: 2.*4,7/],
    desk: [/Jeg blir hørt 4,7 5,0 3/],
    phone: [/4,7.*Jeg blir hørt/],
  },
  {
    contents: [60, 60, 30].map((points) => ({ type: "points", points: [points, 100 - points] })),
    projector: [/Opplæring.*50\s%.*150/],
    desk: [/Opplæring 150 50\s%/],
    phone: [/150.*Opplæring/],
  },
  {
    contents: [10, 20, 20].map((value) => ({ type: "number", value })),
    projector: [/[Mm]edian.*20/, /10.* km: 1/, /20.* km: 2/],
    desk: [/[Mm]edian 20 km/],
    phone: [/20.*[Mm]edian/],
  },
  {
    contents: [0, 0, 1].map((first) => ({ type: "ranking", order: [first, 1 - first] })),
    projector: [/1.*Opplæring.*1,3.*2 poeng/],
    desk: [/1 Opplæring 1,3 2 2/],
    phone: [/1.*Opplæring.*1,3/],
  },
  {
    contents: [10, 20, 30].map((x) => ({ type: "grid", places: [{ x, y: 80 }, null] })),
    projector: [/1.*Opplæring.*Innsats: 20, Nytte: 80/],
    desk: [/1 Opplæring .*20\s±\s8 80\s±\s0 3/],
    phone: [/Opplæring.*Innsats: Lav, Nytte: Stor/],
  },
  {
    contents: ["håp", "håp", "tid"].map((text) => ({ type: "text", text })),
    projector: [/[Hh]åp.*2/],
    desk: [/[Hh]åp.*2/s],
    phone: [/2.*[Hh]åp/],
  },
];

trip("what happens is heard at a calm pace, and every chart has its figures in words", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const items = (await session.read()).items.map((item) => item.id);
  const phone = await people.phone("phone");
  await phone.goto(session.link("join"));
  const page = await people.laptop("facilitator");
  await page.goto(session.link("facilitate"));
  await page.getByRole("button", { name: /^Start: / }).waitFor();
  const onPhone = await listen(phone);
  const onPage = await listen(page);

  // A question opens, closes and opens again; an answer arrives. A new question is read with how it stands.
  await session.command({ do: "next" });
  await eventually("the new question to be read with how it stands", () =>
    phone.evaluate(read, "Hva savner du?"),
  );
  assert.equal(await phone.evaluate(read, "Hva savner du?"), "Åpent for svar");
  await onPage.hears("Hva savner du?. Åpent for svar");
  await session.command({ do: "close_question", item: items[0] });
  await onPhone.hears("Spørsmålet er lukket");
  await onPage.hears("Hva savner du?. Lukket");
  await session.command({ do: "open_question", item: items[0] });
  await onPhone.hears("Åpent for svar");
  await phone.getByRole("textbox", { name: "Svaret ditt" }).fill("Ro");
  await phone.getByRole("button", { name: "Send svaret" }).click();
  await onPhone.hears("Svaret er mottatt");
  await onPage.hears("1 av 1 har svart");

  // Forty answers in a few seconds are told of in calm steps, the last of which is right.
  for (let tens = 0; tens < 4; tens += 1) {
    await answerAs(
      page,
      session,
      items[0],
      Array.from({ length: 10 }, (_, n) => `Svar ${tens} ${n}`),
    );
    await sleep(700);
  }
  await onPage.hears("41 av 41 har svart");
  const counts = (await onPage.all()).filter(({ text }) => text.endsWith("har svart"));
  assert.ok(counts.length <= 4, `${counts.length} counts were said: ${counts.map(({ text }) => text)}`);
  for (const [index, { at_ms }] of counts.entries())
    if (index > 0)
      assert.ok(at_ms - counts[index - 1].at_ms >= COUNTS_APART_MS - 100, "counts are said calmly");

  // Every kind of chart has its figures in words.
  const projector = await people.projector("projector");
  await projector.goto(session.link("present"));
  for (const [index, { contents, ...wanted }] of KINDS.entries()) {
    const item = items[index + 1];
    await session.command({ do: "next" });
    await giveAs(projector, session, item, contents);
    await session.command({ do: "show_results", item, to: "everyone" });
    await phone.getByRole("heading", { name: "Dette sier vi" }).waitFor();
    const rows = {
      projector: projector.locator(".question .body :is(li, dl > div)"),
      desk: page.locator("[data-home=answers] :is(tr, article)"),
      phone: phone.locator(".results li"),
    };
    for (const [screen, patterns] of Object.entries(wanted))
      for (const pattern of patterns)
        await eventually(`${pattern} to be heard on the ${screen}`, async () => {
          const heard = (await rows[screen].evaluateAll(spoken)).join("\n");
          return pattern.test(heard) || Promise.reject(new Error(heard));
        });
  }
});

/** What live regions of a page say from now on. */
async function listen(page) {
  await page.evaluate(() => {
    window.heard = [];
    const all = () => {
      const regions = document.querySelectorAll("[aria-live], [role=status], [role=alert]");
      return new Map([...regions].map((region) => [region, region.textContent.trim()]));
    };
    let before = all();
    new MutationObserver(() => {
      const now = all();
      for (const [region, text] of now)
        // What comes together with its region is not heard.
        if (text && before.has(region) && text !== before.get(region))
          window.heard.push({ text, at_ms: performance.now() });
      before = now;
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  const all = () => page.evaluate(() => window.heard);
  const hears = (text) =>
    eventually(`${text} to be heard`, async () => {
      const heard = await all();
      const isHeard = heard.some((one) => one.text.replaceAll("\u00a0", " ").trim() === text);
      return isHeard || Promise.reject(new Error(JSON.stringify(heard)));
    });
  return { all, hears };
}

/** In a page: what is read after the heading that has the focus, if it is this one. */
function read(name) {
  const at = document.activeElement;
  return (
    at.textContent === name && document.getElementById(at.getAttribute("aria-describedby")).textContent.trim()
  );
}

/** In a page: the text of each element as it is read, without what is hidden from those who hear. */
function spoken(elements) {
  return elements.map((element) => {
    const copy = element.cloneNode(true);
    for (const hidden of copy.querySelectorAll("[aria-hidden=true]")) hidden.remove();
    const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    let said = "";
    while (texts.nextNode()) said += ` ${texts.currentNode.data}`;
    return said.replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
  });
}
