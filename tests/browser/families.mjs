// Themes under headings: whole and legible on every projector, over pages when there are many, and on the phone.
import { answerAs, assert, eventually, trip } from "./lib.mjs";

const FAMILIES = [
  "Samhandling mot felles mål, god informasjon og ryddige strukturer",
  "Nok folk med riktig kompetanse, og tid til å bruke den",
  "Brukermedvirkning",
  "Ledere som er til stede, og medvirkning fra tillitsvalgte og verneombud gjennom hele omstillingsprosessen",
];
/** Headings with the family they stand under, from 0; none stands alone. Those of a board are the first of them. */
const THEMES = [
  ["Samhandling og felles mål", 0],
  ["Arbeids- og ansvarsfordeling", 0],
  ["Bemanning og rekruttering", 1],
  ["God informasjon underveis", 0],
  ["Kompetanseheving for helsefagarbeidere og assistenter", 1],
  ["Brukermedvirkning på ordentlig", 2],
  ["Tid og tempo"],
  ["Ledere tett på", 3],
  ["Pårørendesamarbeid", 2],
  ["Medvirkning fra tillitsvalgte", 3],
  ["Velferdsteknologi"],
  ["Heltidskultur", 1],
  ["Klare roller i lederteamet", 3],
  ["Ett journalsystem"],
  ["Hverdagsrehabilitering", 2],
  ["Tverrfaglige innsatsteam", 0],
  ["Arbeidsmiljø og sykefraværsoppfølging", 1],
  ["Felles inntak", 0],
  ["Kommunehelsesamarbeidet med spesialisthelsetjenesten", 0],
  ["Trygghet i omstillingen", 3],
];
const SAYINGS = [
  "Felles møter for alle tjenestene en gang i måneden",
  "At vi blir hørt når vi sier fra",
  "Nok sykepleiere på kveld og helg",
  "Én dør inn for pårørende, og noen som tar telefonen når det haster",
  "Tid",
  "Samhandlingsreformens intensjoner må merkes i hjemmetjenesten, ikke bare i planene",
  "Me må snakke saman før me bestemmer oss",
  "Opplæring før vi får nye oppgaver, også for vikarene og dem som bare jobber natt eller helg",
];

/** What is looked at: how many themes and answers, and how many answers belong to none. */
const BOARDS = [
  { name: "one", themes: 1, answers: 1, other: 0 },
  { name: "eight", themes: 8, answers: 40, other: 3 },
  { name: "twelve", themes: 12, answers: 500, other: 22 },
  { name: "twenty", themes: 20, answers: 500, other: 9 },
];
const PROJECTORS = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1024, height: 768 },
];
/** Answers that one of the simulated people gives. */
const EACH = 10;

const PLAN = {
  details: { title: "Samling om ny organisering", language: "nb" },
  items: [...BOARDS, { name: "none" }].map(({ name }) => ({
    what: name,
    content: {
      kind: "question",
      prompt: "Hva er viktigst for at den nye organiseringen av helse og omsorg skal lykkes?",
      ask: { type: "open_text", answers_max: EACH, length_max: 300 },
    },
  })),
};

trip("themes stand under their headings on projectors and phones, and nothing is cut", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const items = (await session.read()).items.map((item) => item.id);
  const hall = await people.laptop("hall");
  await hall.goto(`${server.origin}/`);
  const projector = await people.projector("projector");
  await projector.emulateMedia({ reducedMotion: "reduce" });
  await projector.goto(session.link("present"));
  const phone = await people.phone("phone");

  for (const [index, board] of BOARDS.entries()) {
    const item = items[index];
    await session.command({ do: "go_to", item });
    const texts = Array.from({ length: board.answers }, (_, at) => {
      const round = Math.floor(at / SAYINGS.length);
      return round === 0 ? SAYINGS[at] : `${SAYINGS[at % SAYINGS.length]} (${round})`;
    });
    await answerAs(hall, session, item, texts, EACH);
    const labels = await arrange(session, item, board);
    if (index === 0) await phone.goto(session.link("join"));

    // While answers come in, the themes or what stands over them grow beside them.
    await projector.locator(".answers").waitFor();
    await projector.setViewportSize(PROJECTORS[1]);
    if (board.themes > 1) await eventually("the rail to be whole", () => whole(projector, ".rail"));
    await people.picture(projector, `${board.name}-open`);

    await session.command({ do: "close_question", item });
    await projector.locator(".board").waitFor();
    for (const size of PROJECTORS) {
      await projector.setViewportSize(size);
      const seen = [];
      const pages = await settledPages(projector);
      if (pages > 1) await toFirst(projector);
      for (let page = 0; page < pages; page += 1) {
        await eventually(`${board.name} at ${size.width} x ${size.height} to be whole`, () =>
          whole(projector, ".board"),
        );
        const named = projector.locator(".theme");
        seen.push(...(await named.evaluateAll((themes) => themes.map((theme) => theme.ariaLabel))));
        await people.picture(projector, `${board.name}-${size.width}${page > 0 ? `-${page + 1}` : ""}`);
        if (pages === 1) continue;
        await projector.keyboard.press("Shift+ArrowRight");
        await eventually("the next page", async () => {
          return (await pageOf(projector)) === ((page + 1) % pages) + 1;
        });
      }
      // Where it takes pages the first one may hold all headings, and the others have the answers to them.
      const named = pages === 1 ? seen : [...new Set(seen)];
      assert.deepEqual(
        named.sort(),
        labels.sort(),
        `${board.name} at ${size.width}: every theme with its count`,
      );
    }

    await session.command({ do: "show_results", item, to: "everyone" });
    await phone.getByRole("heading", { name: "Dette sier vi" }).waitFor();
    const counts = labels.map((label) => label.replace(/ \((\d+)\)$/, "\n$1"));
    await eventually("the phone to have every theme once", async () => {
      const rows = await phone
        .locator(".results li")
        .evaluateAll((all) =>
          all.map(
            (row) => `${row.querySelector(".name").textContent}\n${row.querySelector(".figure").textContent}`,
          ),
        );
      assert.deepEqual(rows.sort(), counts.sort());
      return true;
    });
    await people.picture(phone, `${board.name}-phone`);
    const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px wider than the phone`);
  }

  await session.command({ do: "go_to", item: items.at(-1) });
  await projector.locator(".question").waitFor();
  await people.picture(projector, "none");
});

/** Makes a board's themes, all with answers, puts them under their headings, and gives each with its count. */
async function arrange(session, item, { themes, other }) {
  const { answers } = await session.resultsOf(item);
  const ids = answers.map((answer) => answer.id);
  if (other > 0)
    await session.command({
      do: "move_answers",
      item,
      answers: ids.slice(0, other),
      to: null,
    });
  const themed = ids.slice(other);
  // Some themes are large and many small, as in any hall.
  const shares = Array.from({ length: themes }, (_, index) => 1 / (index + 1.5));
  const all = shares.reduce((sum, share) => sum + share, 0);
  let from = 0;
  for (const [index, [label]] of THEMES.slice(0, themes).entries()) {
    const left = themes - index - 1;
    const until =
      left === 0
        ? themed.length
        : Math.min(
            themed.length - left,
            from + Math.max(1, Math.round((shares[index] / all) * themed.length)),
          );
    await session.command({
      do: "make_theme",
      item,
      label,
      answers: themed.slice(from, until),
    });
    from = until;
  }
  const made = (await session.resultsOf(item)).themes;
  const families = FAMILIES.map((label, index) => ({
    label,
    themes: THEMES.filter(([, family]) => family === index).flatMap(
      ([name]) => made.find((theme) => theme.label === name)?.id ?? [],
    ),
  })).filter((family) => family.themes.length > 0);
  await session.command({ do: "arrange_families", item, families });
  const labels = made.map((theme) => `${theme.label} (${theme.answers.length})`);
  return other > 0 ? [...labels, `Andre tema (${other})`] : labels;
}

async function pagesOf(projector) {
  return eventually("the board to be set", async () => {
    if ((await projector.locator(".board .theme").count()) === 0) return 0;
    const pager = projector.locator(".pager .figures");
    return (await pager.count()) === 0 ? 1 : Number((await pager.innerText()).split("/")[1]);
  });
}

/** Which page stands there, from 1. */
async function pageOf(projector) {
  return Number((await projector.locator(".pager .figures").innerText()).split("/")[0]);
}

/** How many pages there are once the board has taken its size: the same at two looks, with time to set it between. */
async function settledPages(projector) {
  let last;
  await eventually("the number of pages to settle", async () => {
    const now = await pagesOf(projector);
    if (now === last) return true;
    last = now;
    await projector.waitForTimeout(300);
    return false;
  });
  return last;
}

/** Turns to the first page by hand, after which nothing turns by itself; it may have done so already. */
async function toFirst(projector) {
  await projector.keyboard.press("Shift+ArrowRight");
  await eventually("the first page", async () => {
    if ((await pageOf(projector)) === 1) return true;
    await projector.keyboard.press("Shift+ArrowLeft");
    return false;
  });
}

/** Whether nothing on the projector is cut, covered, or too small to be read. */
async function whole(projector, place) {
  const problems = await projector.evaluate(look, place);
  assert.deepEqual(problems, []);
  return true;
}

/** In a page: what is wrong with how texts stand. */
function look(place) {
  const problems = [];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) problems.push("the page scrolls");
  const frame = document.querySelector(place).getBoundingClientRect();
  const name = (thing) => `${thing.className} "${thing.textContent.trim().slice(0, 40)}"`;
  const kinds = [".theme", "header", "li", ".theme-heading", ".count", ".more"];
  const texts = document.querySelectorAll(kinds.map((kind) => `${place} ${kind}`).join(", "));
  if (texts.length === 0) problems.push("there is nothing to see");
  for (const thing of texts) {
    const box = thing.getBoundingClientRect();
    if (box.left < frame.left - 2 || box.right > frame.right + 2)
      problems.push(`${name(thing)} is wider than its place`);
    if (box.top < frame.top - 2 || box.bottom > frame.bottom + 2) problems.push(`${name(thing)} is cut`);
    if (!thing.matches(".count") && thing.scrollWidth > thing.clientWidth + 1)
      problems.push(`${name(thing)} runs out`);
    const size = Number.parseFloat(getComputedStyle(thing).fontSize);
    if (size < innerHeight / 30 - 0.1) problems.push(`${name(thing)} is only ${size} px`);
  }
  const parts = [...document.querySelectorAll(`${place} .theme, ${place} header`)];
  const boxes = parts.map((part) => part.getBoundingClientRect());
  for (const [index, one] of boxes.entries()) {
    for (const [after, other] of boxes.slice(index + 1).entries()) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 1 && down > 1)
        problems.push(`${name(parts[index])} covers ${name(parts[index + 1 + after])}`);
    }
  }
  return problems;
}
