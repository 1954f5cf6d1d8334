// Small screens and large text: 320 points wide, zoomed to 200 %, and text at twice its size; on every page.
import { answerAs, assert, eventually, giveAs, trip } from "./lib.mjs";

const LONG = "Samhandlingsreformens kommunehelsesamarbeidsavtaler og alt som følger med dem";
const OPTIONS = ["Mer tid til hver bruker", LONG, "Nye biler"];
const question = (prompt, ask) => ({ content: { kind: "question", prompt, ask } });
const PLAN = {
  details: { title: "Personalmøte om hjemmetjenesten", language: "nb", place: "Kulturhuset" },
  items: [
    {
      starts: "09:00",
      ends: "09:15",
      what: "Velkommen",
      who: "Rådmannen",
      how: LONG,
      content: { kind: "talk" },
    },
    question("Hva savner du i samarbeidet?", { type: "open_text", answers_max: 3, length_max: 200 }),
    question("Hva bør vi begynne med?", { type: "choice", options: OPTIONS, most: 2 }),
    question("Hvor enig er du?", {
      type: "scales",
      statements: OPTIONS,
      steps: 7,
      low: "Uenig",
      high: "Enig",
    }),
    question("Fordel midlene", { type: "points", options: OPTIONS }),
    question("Hvor mange kilometer?", { type: "number", unit: "km", decimals: 0 }),
    question("Hva haster?", { type: "ranking", options: OPTIONS, top: 3 }),
    question("Hvor hører det hjemme?", {
      type: "grid",
      x: { name: "Innsats", low: "Lav", high: "Høy" },
      y: { name: "Nytte", low: "Liten", high: "Stor" },
      items: OPTIONS,
    }),
  ],
};
const ANSWERS = {
  choice: { type: "choice", chosen: [0] },
  scales: { type: "scales", marks: [4, 5, null] },
  points: { type: "points", points: [50, 30, 20] },
  number: { type: "number", value: 12 },
  ranking: { type: "ranking", order: [2, 0, 1] },
  grid: { type: "grid", places: [{ x: 20, y: 80 }, { x: 70, y: 30 }, null] },
};

/** The smallest phone; a laptop zoomed to 200 %, which has half the points and twice the pixels each; a laptop; a phone. */
const SMALL = { width: 320, height: 568 };
const ZOOMED = { width: 720, height: 450 };
const LAPTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** What a person's finger hits (WCAG 2.5.8), and what we promise for the main action on a phone. */
const TARGET_PX_MIN = 24;
const MAIN_PX_MIN = 48;
/** The most of the window's height that the facilitator's steps may cover. */
const BAR_MAX = 0.22;

trip("every page is whole on small screens and with large text", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer("--contact", "uu@kommune.example");
  const line = await trip.startProxy(server);
  const session = await server.createSession(PLAN);
  const items = (await session.read()).items;
  const phone = await people.phone("phone");
  let pictures = 0;

  /** A page in each of the sizes, with the text as it is and at twice its size. */
  const everyWay = async (page, name, sizes) => {
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const text of [100, 200]) {
        await setText(page, text);
        const what = `${name} at ${size.width} px with text at ${text} %`;
        await eventually(`${what} not to scroll sideways`, async () => {
          const wide = await page.evaluate(widest);
          return wide === "" || Promise.reject(new Error(wide));
        });
        const small = await page.evaluate(smallTargets, { TARGET_PX_MIN, MAIN_PX_MIN });
        assert.deepEqual(small, [], what);
        const bar = await page.evaluate(barHeight);
        assert.ok(bar <= BAR_MAX, `${what}: the steps take ${Math.round(100 * bar)} % of the height`);
      }
      pictures += 1;
      await people.picture(page, `${name}-${size.width}`);
      await setText(page, 100);
    }
  };
  const onPhone = (name) => everyWay(phone, name, [SMALL, PHONE]);

  // The way in, with a code that is too short; the statement; and the session as it goes on.
  await phone.goto(`${server.origin}/`);
  await phone.getByRole("textbox", { name: "Kode" }).fill("1234");
  await phone.getByRole("button", { name: "Bli med" }).click();
  await phone.getByText("Koden har åtte sifre", { exact: false }).waitFor();
  await onPhone("join");
  await phone.getByRole("link", { name: "Tilgjengelighet" }).click();
  await phone.getByRole("link", { name: "uu@kommune.example" }).waitFor();
  for (const language of ["nb", "nn", "en"]) {
    await phone.goto(`${server.origin}/tilgjengelighet?lang=${language}`);
    assert.equal(await phone.locator("html").getAttribute("lang"), language);
    await everyWay(phone, `statement-${language}`, [SMALL]);
  }
  await phone.goto(session.link("join", line));
  await phone.getByText("Venter på at samlingen begynner").waitFor();
  await phone.getByText("Du svarer anonymt").click();
  await onPhone("waiting");
  const heading = (text) => phone.getByRole("heading", { name: text, level: 1 }).waitFor();
  await session.command({ do: "next" });
  await heading("Velkommen");
  await onPhone("talk");

  await session.command({ do: "next" });
  await phone.getByRole("textbox", { name: "Svaret ditt" }).fill(`${LONG} ${LONG}`);
  await phone.getByRole("button", { name: "Send svaret" }).click();
  await phone.getByText("Mottatt", { exact: true }).waitFor();
  await onPhone("answered");
  people.expectLostLine();
  await line.cut();
  await phone.getByText("Ingen forbindelse – kobler til igjen").waitFor();
  await onPhone("offline");
  await line.mend();
  await phone.getByText("Ingen forbindelse", { exact: false }).waitFor({ state: "detached" });

  for (const { id, plan } of items.slice(2)) {
    await session.command({ do: "next" });
    await heading(plan.content.prompt);
    await phone.getByRole("button", { name: /^Send / }).waitFor();
    await onPhone(`${plan.content.ask.type}-form`);
    await giveAs(phone, session, id, [ANSWERS[plan.content.ask.type]]);
    await session.command({ do: "show_results", item: id, to: "everyone" });
    await session.command({ do: "close_question", item: id });
    await phone.getByRole("heading", { name: "Dette sier vi" }).waitFor();
    await everyWay(phone, `${plan.content.ask.type}-results`, [SMALL]);
  }

  // The facilitator's pages, zoomed on a laptop and as the remote in a hand.
  const page = await people.laptop("facilitator");
  await page.goto(`${server.origin}/facilitate`);
  await page.getByRole("button", { name: "Lag samlingen" }).click();
  await everyWay(page, "start", [ZOOMED, SMALL]);
  await page.goto(session.link("facilitate"));
  await session.command({ do: "go_to", item: items[1].id });
  await answerAs(page, session, items[1].id, OPTIONS);
  for (const tab of ["Program", "Rommet", "Svar"]) {
    await page.setViewportSize(ZOOMED);
    await page.getByRole("navigation").getByRole("button", { name: tab }).click();
    await everyWay(page, `facilitator-${tab}`, [ZOOMED, SMALL]);
  }
  await everyWay(page, "facilitator", [LAPTOP]);
  await session.command({ do: "end_session" });
  await heading("Takk for i dag");
  await onPhone("ended");
  console.log(`reach: ${pictures} states in ${2 * pictures} ways`);
});

/** The size of text that somebody chose in the browser's settings, in per cent of 16 px. */
async function setText(page, percent) {
  const px = (16 * percent) / 100;
  const browser = await page.context().newCDPSession(page);
  await browser.send("Page.setFontSizes", { fontSizes: { standard: px, fixed: px } });
  await browser.detach();
  await eventually(`text to have ${px} px`, () =>
    page.evaluate((px) => getComputedStyle(document.documentElement).fontSize === `${px}px`, px),
  );
}

/** In a page: what reaches beyond the right edge so that the page scrolls sideways; nothing when it does not. */
function widest() {
  const by = document.documentElement.scrollWidth - innerWidth;
  if (by <= 0) return "";
  const beyond = [...document.querySelectorAll("body *")].filter(
    (one) => one.getBoundingClientRect().right > innerWidth + 1,
  );
  const names = beyond
    .slice(-5)
    .map((one) => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 30)}`);
  return `${by} px too wide: ${names.join(" | ")}`;
}

/** In a page: how much of the window's height the facilitator's steps cover. */
function barHeight() {
  const bar = document.querySelector(".remote")?.getBoundingClientRect();
  return (bar?.height ?? 0) / innerHeight;
}

/** In a page: what can be pressed and is too small, but for links in running text. */
function smallTargets({ TARGET_PX_MIN, MAIN_PX_MIN }) {
  const targets = document.querySelectorAll(
    "button, input, select, textarea, summary, a[href], [role=button]",
  );
  const isPhone = document.querySelector(".page") !== null;
  return [...targets].flatMap((target) => {
    const drawn = target.matches("input") ? (target.closest("label") ?? target) : target;
    const { width, height } = drawn.getBoundingClientRect();
    if (!drawn.checkVisibility({ visibilityProperty: true }) || width === 0) return [];
    // A field that is heard only belongs to a label that is drawn.
    if (width <= 1 && height <= 1) return [];
    if (target.matches("main p a, main li a")) return [];
    const least = isPhone && target.matches(".button") ? MAIN_PX_MIN : TARGET_PX_MIN;
    const isSmall = width < least || height < least;
    return isSmall ? [`${target.outerHTML.slice(0, 120)} is ${width} × ${height} px`] : [];
  });
}
