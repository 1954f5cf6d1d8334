// Questions to the speaker: asked by phones whatever is shown, kept where there is no network, approved, voted on, taken
// up, answered, put away and taken away; on the projector over the item shown; with none, one and forty of them.
import { askAs, assert, eventually, trip, voteAs } from "./lib.mjs";

const FORTY = Array.from({ length: 40 }, (_, number) => {
  const about = [
    "Når får vi vite hvem som blir leder?",
    "Blir det flere faste stillinger, eller flyttes folk bare rundt mellom avdelingene som i dag?",
    "Kor blir det av opplæringa?",
    "Hva skjer med kjøretøyene i hjemmetjenesten når kontrakten på leasingavtalene går ut til sommeren?",
    "Må vi bytte arbeidssted?",
  ][number % 5];
  return `${about.slice(0, -1)} (${number + 1})?`;
});

const opener = (phone) => phone.getByRole("button", { name: /^(Spør|Spørsmål \(\d+\))$/ });
const field = (phone) => phone.getByLabel("Spørsmålet ditt");

trip("people ask the speaker and vote, and what is answered is seen by all", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const proxy = await trip.startProxy(server);
  const ask = { type: "open_text", answers_max: 3, length_max: 300 };
  const made = await server.createSession({
    details: { title: "Allmøte for helse og omsorg", language: "nb" },
    items: [
      { what: "Veien videre", who: "Ane Vik", content: { kind: "talk" } },
      { content: { kind: "question", prompt: "Hva bør vi ta med oss videre?", ask } },
    ],
  });
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));
  const projector = await people.projector("projector");
  await projector.goto(made.link("present"));
  const [one, other] = [await people.phone("one"), await people.phone("other")];
  await one.goto(made.link("join", proxy));
  await other.goto(made.link("join"));
  await made.command({ do: "next" });
  await one.getByRole("heading", { name: "Veien videre" }).waitFor();
  assert.equal(await opener(one).count(), 0, "nobody asks before it is allowed");

  // Allowed by keyboard, and each waits.
  const section = page.getByRole("region", { name: "Spørsmål fra salen" });
  await page.locator("body").press("q");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await section.getByLabel("Spørsmålene", { exact: true }).selectOption("all");
  await opener(one).waitFor();
  await people.picture(one, "button-phone");
  await people.picture(page, "none-page");
  await opener(one).tap();
  await one.getByText("Ingen spørsmål ennå").waitFor();
  await people.picture(one, "none-phone");

  await projector.locator("body").press("q");
  await projector.getByText("Ingen spørsmål ennå").waitFor();
  await people.picture(projector, "none-projector");
  await projector.locator("body").press("q");
  await projector.getByRole("heading", { name: "Veien videre" }).waitFor();

  // An empty one is told; what is written without a network is kept over a reload, and sent once.
  const send = (phone) => phone.getByRole("button", { name: "Send spørsmålet" });
  await send(one).tap();
  await one.getByText("Skriv spørsmålet først.").waitFor();
  people.expectLostLine();
  await proxy.cut();
  await field(one).fill("Når får vi nye biler?");
  await send(one).tap();
  await field(one).fill("Et utkast");
  await one.getByText("Lagret her, sendes når du har nett igjen").waitFor({ timeout: 20_000 });
  await people.picture(one, "offline-phone");
  await proxy.mend();
  await one.getByText("Venter på prosesslederen").waitFor({ timeout: 20_000 });
  await one.reload();
  await opener(one).tap();
  await one.getByText("Venter på prosesslederen").waitFor();
  assert.equal(await field(one).inputValue(), "Et utkast", "what is being written is kept");
  await field(one).fill("");
  await people.picture(one, "waiting-phone");

  // The facilitator alone sees it until it is shown, by keyboard.
  await section.getByText("1 spørsmål venter på deg").waitFor();
  await people.picture(page, "waiting-page");
  await opener(other).tap();
  await other.getByText("Ingen spørsmål ennå").waitFor();
  await section.getByRole("button", { name: "Vis", exact: true }).focus();
  await page.keyboard.press("Enter");
  const vote = other.getByRole("button", { name: /stemme(r)? på: Når får vi nye biler/ });
  await vote.waitFor();
  await one.getByText("Ditt", { exact: true }).waitFor();
  await vote.tap();
  await other.getByRole("button", { name: "1 stemme på: Når får vi nye biler?", pressed: true }).waitFor();
  await one.getByRole("button", { name: "1 stemme på: Når får vi nye biler?", disabled: true }).waitFor();
  await other.getByRole("button", { name: /Når får vi nye biler/, pressed: true }).tap();
  await other.getByRole("button", { name: "0 stemmer på: Når får vi nye biler?", pressed: false }).waitFor();
  await other.getByRole("button", { name: /Når får vi nye biler/ }).tap();
  await people.picture(other, "one-phone");

  // On the projector, over the talk.
  await projector.locator("body").press("q");
  await projector.getByRole("heading", { name: "Spørsmål fra salen" }).waitFor();
  await projector.getByText("Når får vi nye biler?").waitFor();
  await people.picture(projector, "one-projector");
  await section.getByRole("button", { name: "Besvar nå" }).focus();
  await page.keyboard.press("Enter");
  await projector.getByText("Besvares nå").waitFor();
  await other.getByText("Besvares nå").waitFor();

  // Forty of them, with votes.
  await made.command({ do: "allow_asking", open: true, moderation: "off" });
  const ids = await askAs(page, made, FORTY);
  await voteAs(
    page,
    made,
    Array.from({ length: 24 }, (_, who) =>
      ids.filter((_, at) => (at * 7 + who * 5) % 24 < 24 - at / 2 && at % 3 !== who % 5),
    ),
  );
  await eventually("the projector to show those with votes", async () => {
    const votes = await projector.locator("li .votes [aria-hidden]").allTextContents();
    return votes.length >= 3 && Number(votes[0]) > 5;
  });
  await people.picture(projector, "forty-projector");
  await people.picture(page, "forty-page");
  await people.picture(other, "forty-phone");
  await other.getByRole("button", { name: "Nyeste" }).tap();
  await eventually("the newest to stand first", async () => {
    const first = await other.locator("dialog ol > li").first().textContent();
    return first.includes("(40)");
  });
  await projector.emulateMedia({ colorScheme: "dark" });
  await people.picture(projector, "dark-projector");
  await projector.emulateMedia({ colorScheme: "light" });
  await other.emulateMedia({ colorScheme: "dark" });
  await people.picture(other, "dark-phone");

  // Answered, put away, taken away and back, each with a way back.
  const row = section.locator(`[data-asked="1"]`);
  await row.getByRole("button", { name: "Besvart" }).click();
  await one.locator("dialog ol").getByText("Besvart").waitFor();
  await projector.getByText("Besvares nå").waitFor({ state: "detached" });
  await people.picture(projector, "forty-list-projector");
  const second = section.locator(`[data-asked="${ids[0]}"]`);
  await second.getByRole("button", { name: /^Valg for/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Ta bort" }).click();
  await page.getByText("Spørsmålet er tatt bort fra alle skjermer").waitFor();
  await other.locator("dialog ol").getByText(FORTY[0]).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Angre" }).last().click();
  await other.locator("dialog ol").getByText(FORTY[0]).waitFor();

  // What comes next is seen at once.
  await made.command({ do: "next" });
  await projector.getByRole("heading", { name: "Hva bør vi ta med oss videre?" }).waitFor();
  assert.equal(await projector.getByText("Spørsmål fra salen").count(), 0);

  // A person takes the own question back; closed, the list can still be read.
  await field(one).fill("Denne angrer jeg på");
  await send(one).tap();
  const regret = one.getByRole("button", { name: "Trekk tilbake: Denne angrer jeg på" });
  await regret.waitFor();
  await regret.tap();
  await one.getByText("Spørsmålet er trukket tilbake.").waitFor();
  await made.command({ do: "allow_asking", open: false, moderation: "off" });
  await one.getByText("Det er stengt for nye spørsmål og stemmer.").waitFor();
  await one.getByRole("button", { name: "Lukk" }).tap();
  await one.getByRole("heading", { name: "Hva bør vi ta med oss videre?" }).waitFor();
  await people.picture(one, "question-phone");

  // The smallest phone, with large words, needs no room beside it.
  const small = await people.phone("small", { viewport: { width: 320, height: 568 } });
  await small.goto(made.link("join"));
  await opener(small).tap();
  await small.getByText(FORTY[39]).waitFor();
  assert.ok(await small.evaluate(() => document.querySelector("dialog").scrollWidth <= 320));
  await people.picture(small, "small-phone");

  const minutes = await made.minutes();
  assert.ok(minutes.includes("## Spørsmål underveis"), minutes.slice(-800));
  assert.ok(!minutes.includes("Denne angrer jeg på"));
});
