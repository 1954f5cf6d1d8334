// Scales, points, a number and a word cloud are written, answered by thumb and by keyboard, shown and shared.
import { assert, eventually, trip } from "./lib.mjs";

const LONG = "Samhandlingsreformens kommunehelsesamarbeidsavtaler og alt som følger med dem";
const STATEMENTS = ["Jeg blir hørt når jeg sier fra", LONG, "Vi har tid til å lære det nye"];
const OPTIONS = ["Opplæring", LONG, "Nye biler"];

/** Whether a page is no wider than its window. */
async function fits(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px wider than the page`);
}

trip("a facilitator asks in four more ways, and people answer them", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const made = await server.createSession({ details: { title: "Personalmøte", language: "nb" }, items: [] });
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));
  const composer = page.locator(".composer");
  const add = async (kind, prompt, fill) => {
    await composer.getByText(kind, { exact: true }).click();
    await composer.getByRole("textbox", { name: "Spørsmålet" }).fill(prompt);
    await fill();
    await people.picture(page, `composer-${kind}`);
    await composer.getByRole("button", { name: "Legg til" }).click();
    await page.locator(".programme").getByText(prompt).waitFor();
  };
  await add("Skala", "Hvor enig er du?", async () => {
    await composer.getByLabel("Utsagn, ett på hver linje").fill(STATEMENTS.join("\n"));
    await composer.getByLabel("1 betyr").fill("Helt uenig");
    await composer.getByLabel("5 betyr").fill("Helt enig");
  });
  await add("100 poeng", "Hva skal pengene brukes til?", () =>
    composer.getByLabel("Alternativer, ett på hver linje").fill(OPTIONS.join("\n")),
  );
  await add("Tall", "Hvor mange minutter tar det?", async () => {
    await composer.getByLabel("Enhet").fill("minutter");
    await composer.getByLabel("Minste tall").fill("0");
    await composer.getByLabel("Største tall").fill("åtti");
    await composer.getByRole("button", { name: "Legg til" }).click();
    await composer.getByText("Skriv et tall med sifre", { exact: false }).waitFor();
    await composer.getByLabel("Største tall").fill("120");
    await composer.getByLabel("Riktig tall").fill("34");
  });
  await add("Ordsky", "Hvordan var dagen?", () => composer.getByLabel("Ord per person").fill("2"));
  const items = (await made.read()).items.map((item) => item.id);
  const projector = await people.projector("projector");
  await projector.goto(made.link("present"));
  const phone = await people.phone("phone", { viewport: { width: 320, height: 640 } });
  await phone.goto(made.link("join"));
  const other = await people.laptop("other");
  await other.goto(made.link("join"));
  const received = (on) => on.getByText("Mottatt", { exact: true }).last().waitFor();
  const send = (on) => on.getByRole("button", { name: "Send svaret" });
  const tallied = async (item) => (await made.resultsOf(item)).tally;

  // A scale: nothing marked is told; a mark can be taken away; the keyboard's arrows mark, too.
  await made.command({ do: "next" });
  await projector.getByText("Sett merke på telefonen").waitFor();
  await people.picture(projector, "scales-none");
  await send(phone).tap();
  await phone.getByText("Sett minst ett merke.").waitFor();
  const statement = (on, name) => on.getByRole("group", { name, exact: true });
  const step = (on, name, mark) => statement(on, name).getByRole("radio", { name: mark });
  await step(phone, STATEMENTS[0], /^4/).tap();
  await step(phone, LONG, /^2/).tap();
  await phone.getByRole("button", { name: `Ta bort merket ved ${LONG}` }).tap();
  assert.equal(await step(phone, LONG, /^2/).isChecked(), false);
  await fits(phone);
  await people.picture(phone, "scales-marked");
  await send(phone).tap();
  await received(phone);
  await step(other, STATEMENTS[0], /^1/).press("ArrowRight");
  await step(other, LONG, /^5/).press("Space");
  await send(other).press("Enter");
  await received(other);
  await other.getByRole("button", { name: "Endre" }).press("Enter");
  assert.ok(await step(other, STATEMENTS[0], /^2/).isChecked(), "what was marked stands there");
  await other.getByRole("button", { name: "Avbryt" }).press("Enter");
  await eventually("both to be counted", async () => {
    const { statements } = await tallied(items[0]);
    assert.deepEqual(
      statements.map(({ mean, marked }) => [mean, marked]),
      [
        [3, 2],
        [5, 1],
        [0, 0],
      ],
    );
    return true;
  });
  await projector.getByText("3,0").waitFor();
  await people.picture(projector, "scales");
  await page.getByRole("cell", { name: "3,0" }).first().waitFor();
  await people.picture(page, "facilitator-scales");

  // Points: what is left is told, and a sum that is wrong is not sent.
  await made.command({ do: "next" });
  await projector.getByText("Fordel 100 poeng på telefonen").waitFor();
  const points = (on, option) => on.getByRole("textbox", { name: option, exact: true });
  await phone.getByRole("button", { name: "Flere poeng til Opplæring" }).tap();
  await phone.getByText("95 poeng igjen å fordele.").waitFor();
  await points(phone, LONG).fill("70");
  await send(phone).tap();
  await phone.getByText("25 poeng igjen å fordele.").first().waitFor();
  await points(phone, "Nye biler").fill("25");
  await phone.getByText("Alle 100 poeng er fordelt.").waitFor();
  await fits(phone);
  await people.picture(phone, "points");
  await send(phone).tap();
  await received(phone);
  await points(other, "Opplæring").fill("100");
  await points(other, "Opplæring").press("Enter");
  await received(other);
  await projector.getByText("105").waitFor();
  await people.picture(projector, "points");

  // A number: what is none is told beside the field with what was typed; what is right comes when all have answered.
  await made.command({ do: "next" });
  await projector.getByText("Skriv et tall på telefonen").waitFor();
  const number = (on) => on.getByRole("textbox", { name: "Tallet ditt (minutter)" });
  await number(phone).fill("tretti");
  await send(phone).tap();
  await phone.getByText("Skriv bare tallet, med sifre.").waitFor();
  assert.equal(await number(phone).inputValue(), "tretti");
  await people.picture(phone, "number-wrong");
  await number(phone).fill("30");
  await send(phone).tap();
  await received(phone);
  await number(other).fill("50");
  await number(other).press("Enter");
  await received(other);
  await projector.getByText("40", { exact: false }).first().waitFor();
  assert.equal(await projector.getByText("Riktig svar").count(), 0, "it is not told yet");
  await people.picture(projector, "number");
  await made.command({ do: "close_question", item: items[2] });
  await projector.getByText("Riktig svar").waitFor();
  await people.picture(projector, "number-closed");
  await made.command({ do: "show_results", item: items[2], to: "everyone" });
  await phone.getByText("34 minutter").waitFor();
  await people.picture(phone, "number-results");

  // A word cloud: forms of a word stand together, and everything that was typed is on the facilitator's list.
  await made.command({ do: "next" });
  await projector.getByRole("heading", { name: "Hvordan var dagen?" }).waitFor();
  const word = async (on, text) => {
    await on.getByRole("textbox").fill(text);
    await send(on).click();
    await received(on);
  };
  await phone.getByRole("textbox").fill("alt for mange ord");
  await send(phone).tap();
  await phone.getByText("Skriv høyst tre ord.").waitFor();
  await word(phone, "informasjonen");
  await word(phone, "Håp");
  await word(other, "informasjon");
  await word(other, "informasjon");
  await projector.locator(".cloud").getByText("informasjon", { exact: true }).waitFor();
  await people.picture(projector, "cloud");
  await page.getByRole("article", { name: "informasjon", exact: true }).waitFor();
  await people.picture(page, "facilitator-cloud");
  await made.command({ do: "show_results", item: items[3], to: "everyone" });
  await phone.getByRole("heading", { name: "Dette sier vi" }).waitFor();
  await people.picture(phone, "cloud-results");
  const minutes = await made.minutes();
  for (const part of [
    `| ${STATEMENTS[0]} | 3,0 | 3,0 | 2 |`,
    "| Opplæring | 105 | 52,5 | 2 |",
    "Riktig svar: 34 minutter. Nærmest: 30",
    "| informasjon | 3 | informasjon, informasjonen |",
  ])
    assert.ok(minutes.includes(part), `${part} is not in ${minutes}`);
});
