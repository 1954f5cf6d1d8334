// What a facilitator writes is shown as the phone and the projector will show it: for every kind, while it is typed, and
// with nothing of it leaving the page.
import { assert, eventually, trip } from "./lib.mjs";
import { mapFile } from "./shared/drawings.mjs";

const LONG = "Samhandlingsreformens kommunehelsesamarbeidsavtaler og alt som følger med dem";
const MANY = Array.from({ length: 12 }, (_, index) =>
  index % 3 === 0 ? `${index + 1} ${LONG}` : `Utsagn ${index + 1}`,
);
const OPTIONS = ["Ved elva", "I sentrum", "På Moen"];
const question = (prompt, ask) => ({ content: { kind: "question", prompt, ask } });
const PLAN = {
  details: { title: "Folkemøte om ny skole", language: "nb" },
  items: [
    question("Hva er viktigst for deg?", { type: "open_text", answers_max: 2, length_max: 280 }),
    question("Med ett ord?", { type: "word_cloud", answers_max: 1 }),
    question(`Hvor skal den ligge? ${LONG}`, { type: "choice", options: MANY, most: 3, correct: [1] }),
    question("Hva haster mest?", { type: "ranking", options: OPTIONS, top: 2 }),
    question("Fordel midlene", { type: "points", options: OPTIONS }),
    question("Hvor enig er du?", {
      type: "scales",
      statements: MANY,
      steps: 5,
      low: "Helt uenig",
      high: "Helt enig",
    }),
    question("Hvor langt kjører du?", { type: "number", unit: "km", decimals: 1, least: 0, most: 80 }),
    question("Hvor hører dette hjemme?", {
      type: "grid",
      x: { name: "Innsats", low: "Liten", high: "Stor" },
      y: { name: "Nytte", low: "Lav", high: "Høy" },
      items: OPTIONS,
    }),
    question("Hva heter elva?", {
      type: "quiz",
      options: OPTIONS,
      correct: [2],
      accepted: [],
      seconds: 60,
      points: 1000,
    }),
    { what: "Velkommen", who: "Ordføreren", how: "Sett deg ned", content: { kind: "talk" } },
    {
      what: "Snakk med naboen",
      content: { kind: "pair_talk" },
      timer: {
        stretches: [
          { label: "Den ene", seconds: 120 },
          { label: "Den andre", seconds: 120 },
        ],
        starts_itself: true,
        closes_question: false,
      },
    },
  ],
};
/** Kinds that are kept as pictures. */
const PICTURED = new Set([2, 5, 7, 10, 11]);

trip("drafts are seen as the phone and the projector will show them", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const page = await people.laptop("facilitator");
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url())));
  page.on("websocket", (socket) => asked.push(new URL(socket.url())));
  await page.goto(session.link("facilitate"));

  // A draft that says little yet, and one that says something twice, is drawn without a fault.
  await page.getByRole("button", { name: "+ Nytt punkt" }).click();
  const composer = page.locator(".composer");
  const frames = (around) => ({
    phone: around.locator("iframe[title*=telefonen]").contentFrame(),
    projector: around.locator("iframe[title*=lerretet]").contentFrame(),
  });
  const drawn = frames(composer);
  await composer.getByText("Valg", { exact: true }).click();
  await drawn.phone.getByRole("heading", { name: "Spørsmålet ditt kommer her" }).waitFor();
  await drawn.projector.getByText("Alternativ 2").waitFor();
  await people.picture(page, "empty");
  const options = composer.getByLabel("Alternativer, ett på hver linje");
  await options.fill("Te\nTe");
  await drawn.projector.getByText("Te", { exact: true }).nth(1).waitFor();

  // It follows what is typed, the focus stays in the field, and no frame takes it.
  const prompt = composer.getByRole("textbox", { name: "Spørsmålet" });
  await prompt.click();
  await page.keyboard.type("Hva serverer vi?");
  for (const screen of [drawn.phone, drawn.projector])
    await screen.getByRole("heading", { name: "Hva serverer vi?" }).waitFor();
  assert.equal(await prompt.inputValue(), "Hva serverer vi?");
  assert.ok(await prompt.evaluate((field) => field === document.activeElement));
  await options.fill("Te\nVann\nBrus");
  await drawn.phone.getByText("Brus").waitFor();
  await drawn.projector.getByText("Brus").waitFor();

  // Samples are said to be samples, and never reach the phone or the server.
  await composer.getByLabel("Med eksempelsvar").check();
  await composer.getByText("Eksempelsvar", { exact: true }).waitFor();
  await eventually("the bars to have figures", async () =>
    /24\s+har svart/.test(await drawn.projector.locator("footer").innerText()),
  );
  await people.picture(page, "samples");
  await page.setViewportSize({ width: 1920, height: 1080 });
  await people.picture(page, "samples-1920");
  await page.setViewportSize({ width: 1440, height: 900 });

  // The keyboard passes over both screens, and reaches the button that shows them larger; Escape leads back to it.
  const larger = composer.getByRole("button", { name: "Vis større" });
  await composer.getByRole("button", { name: "Forhåndsvisning" }).focus();
  await page.keyboard.press("Tab");
  assert.ok(await larger.evaluate((button) => button === document.activeElement));
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "INPUT");
  await larger.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Forhåndsvisning" });
  await frames(dialog).phone.getByText("Brus").waitFor();
  await frames(dialog).projector.getByText("Brus").waitFor();
  await people.picture(page, "large");
  await page.emulateMedia({ colorScheme: "dark" });
  await people.picture(page, "large-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await eventually("the focus to be back", () =>
    larger.evaluate((button) => button === document.activeElement),
  );

  // What is closed stays closed, and opens again.
  await composer.getByRole("button", { name: "Forhåndsvisning" }).click();
  await composer.locator("iframe").first().waitFor({ state: "detached" });
  await page.reload();
  await page.getByRole("button", { name: "+ Nytt punkt" }).click();
  await composer.getByRole("button", { name: "Forhåndsvisning", expanded: false }).click();

  // A picture to put dots on is stored first; then the draft shows it.
  await composer.getByText("Prikk på bilde", { exact: true }).click();
  await prompt.fill("Hvor bør møteplassen ligge?");
  await drawn.projector.getByRole("heading", { name: "Hvor bør møteplassen ligge?" }).waitFor();
  await composer.locator("input[type=file]").setInputFiles(await mapFile(page));
  await composer.getByLabel("Hva viser bildet?").fill("Kart over bygda");
  await drawn.phone.getByAltText("Kart over bygda").waitFor();
  await composer.getByRole("button", { name: "Legg til", exact: true }).click();
  await page.locator(".programme").getByText("Hvor bør møteplassen ligge?").waitFor();
  await composer.getByRole("button", { name: "Lukk" }).click();

  // Every kind: the same words as the room and the phones then have.
  const { items } = await session.read();
  assert.equal(items.length, PLAN.items.length + 1);
  const seen = [];
  for (const [index, { id }] of items.entries()) {
    const row = page.locator(`[data-item="${id}"]`);
    await row.locator(".face").click();
    const { phone, projector } = frames(row);
    const heading = index === 9 || index === 10 ? items[index].plan.what : items[index].plan.content.prompt;
    for (const screen of [phone, projector]) await screen.getByRole("heading", { name: heading }).waitFor();
    seen.push({ id, phone: phone.locator("main"), projector: projector.locator(".item"), row });
    seen.at(-1).words = {
      phone: await settled(phone.locator("main")),
      projector: await settled(projector.locator(".item")),
    };
    if (index === 9 || index === 10) {
      assert.equal(await row.getByLabel("Med eksempelsvar").count(), 0, "nobody answers a talk");
    } else {
      await row.getByLabel("Med eksempelsvar").check();
      await eventually(`samples of item ${index}`, async () =>
        /[1-9]\d*\s+har svart/.test(await projector.locator("footer").innerText()),
      );
    }
    if (PICTURED.has(index)) await people.picture(page, `kind-${index}-samples`);
    await row.locator(".face").click();
  }
  const phone = await people.phone("phone");
  await phone.goto(session.link("join"));
  const projector = await people.projector("projector");
  await projector.goto(session.link("present"));
  for (const [index, { id, words }] of seen.entries()) {
    await session.command({ do: "go_to", item: id });
    // The quiz asks for a nickname first.
    if (index === 8) await phone.getByRole("button", { name: "Spill uten kallenavn" }).click();
    await eventually(`item ${index} to be on the phone as it was previewed`, async () =>
      same(await textOf(phone.locator("main")), words.phone),
    );
    await eventually(`item ${index} to be on the projector as it was previewed`, async () =>
      same(await textOf(projector.locator(".item")), words.projector),
    );
  }

  // Nothing was asked for but the pages' own files, the session's pictures and the facilitator's one line.
  for (const { pathname } of asked) {
    assert.match(
      pathname,
      /^\/(facilitate\/\d{8}|assets\/[\w.-]+|preview\/(phone|projector)|api\/v1\/sessions\/\d{8}\/(socket|pictures.*))$/,
    );
  }
  assert.equal(asked.filter(({ pathname }) => pathname.endsWith("/socket")).length, 2, "one for each load");

  // On a small screen it is behind a button.
  const small = await people.phone("small");
  await small.goto(session.link("facilitate"));
  await small.locator("#tab-programme").click();
  await small.locator(`[data-item="${items[3].id}"] .face`).click();
  assert.equal(await small.locator("iframe").count(), 0);
  await small.getByRole("button", { name: "Forhåndsvis" }).click();
  const shown = frames(small.getByRole("dialog", { name: "Forhåndsvisning" }));
  await shown.phone.getByText("I sentrum").first().waitFor();
  await shown.projector.getByText("I sentrum").first().waitFor();
  await people.picture(small, "small");
});

/** The words on a screen, without clocks and what they say when nobody has pressed a key. */
async function textOf(place) {
  const text = await place.innerText();
  return (
    text
      .replace(/\u00ad/g, "")
      .replace(/\d+:\d\d/g, "")
      .replace(/Trykk på en tast for å få lyd ved bytte/, "")
      // Nothing moves in a preview, its pages neither.
      .replace(/Står stille/, "")
      .split(/\s+/)
      .filter((word) => word !== "")
      .join(" ")
  );
}

/** The words once they no longer change. */
async function settled(place) {
  let before;
  return eventually("a preview to have come to rest", async () => {
    const now = await textOf(place);
    const isSame = now === before && now !== "";
    before = now;
    return isSame && now;
  });
}

function same(now, before) {
  if (now === before) return true;
  differing = { now, before };
  return false;
}

let differing;
process.on("exit", (code) => code !== 0 && differing && console.error(differing));
