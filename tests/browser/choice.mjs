// A choice is asked, answered by thumb and by keyboard alone, counted on the projector, shared, and written in the minutes.
import { assert, eventually, trip } from "./lib.mjs";

const LONG = "Samhandlingsreformens kommunehelsesamarbeidsavtaler og alt som følger med dem";
const OPTIONS = ["Mer tid til hver bruker", "Faste team", LONG, "Nye biler"];

trip("a choice of up to two is asked, answered, counted and shared", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const made = await server.createSession({ details: { title: "Personalmøte", language: "nb" }, items: [] });
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));

  // Written as a facilitator would.
  const composer = page.locator(".composer");
  await composer.getByText("Valg", { exact: true }).click();
  await composer.getByRole("textbox", { name: "Spørsmålet" }).fill("Hva bør vi begynne med?");
  await composer.getByLabel("Alternativer, ett på hver linje").fill(OPTIONS.join("\n"));
  await composer.getByLabel("Hvor mange kan velges").selectOption({ label: "Opptil 2" });
  await people.picture(page, "composer");
  await composer.getByRole("button", { name: "Legg til" }).click();
  await page.locator(".programme").getByText("Hva bør vi begynne med?").waitFor();
  const [{ id: item }] = (await made.read()).items;
  await made.command({ do: "next" });
  const projector = await people.projector("projector");
  await projector.goto(made.link("present"));
  await projector.getByText("Velg på telefonen").waitFor();
  await people.picture(projector, "none");

  // By thumb on a small phone: nothing chosen is told, two fit, a third does not.
  const phone = await people.phone("phone", { viewport: { width: 320, height: 640 } });
  await phone.goto(made.link("join"));
  await phone.getByText("Velg opptil 2.").waitFor();
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px wider than the phone`);
  const send = phone.getByRole("button", { name: "Send svaret" });
  await send.tap();
  await phone.getByText("Velg ett.", { exact: false }).waitFor();
  const option = (on, label) => on.getByRole("checkbox", { name: label });
  await option(phone, OPTIONS[0]).tap();
  await option(phone, LONG).tap();
  await option(phone, OPTIONS[3]).tap();
  await phone.getByText("Du har valgt 2.", { exact: false }).waitFor();
  assert.equal(await option(phone, OPTIONS[3]).isChecked(), false);
  await people.picture(phone, "chosen");
  await send.tap();
  await phone.getByText("Mottatt", { exact: true }).waitFor();
  await projector
    .locator(".choice")
    .getByText(/^\s*(50|100)\s%/)
    .first()
    .waitFor();

  // By the keyboard alone, changed once.
  const other = await people.laptop("other");
  await other.goto(made.link("join"));
  await option(other, OPTIONS[1]).press("Space");
  await other.getByRole("button", { name: "Send svaret" }).press("Enter");
  await other.getByText("Mottatt", { exact: true }).waitFor();
  await other.getByRole("button", { name: "Endre" }).press("Enter");
  await option(other, OPTIONS[0]).press("Space");
  await other.getByRole("button", { name: "Send endringen" }).press("Enter");
  const counts = async () => (await made.resultsOf(item)).tally.options.map((option) => option.count);
  await eventually("both to be counted as they stand", async () => {
    assert.deepEqual(await counts(), [2, 1, 1, 0]);
    return true;
  });
  await people.picture(projector, "counted");
  await page.getByRole("cell", { name: "100" }).first().waitFor();
  await people.picture(page, "facilitator");

  // Hidden, it is gone from the projector; shared, it is on the phones; and the minutes have it.
  await made.command({ do: "show_results", item, to: "facilitator" });
  await projector.locator(".choice").getByText("100 %").waitFor({ state: "detached" });
  await made.command({ do: "close_question", item });
  await made.command({ do: "show_results", item, to: "everyone" });
  await phone.getByRole("heading", { name: "Dette sier vi" }).waitFor();
  await phone.getByText("100 %").waitFor();
  await people.picture(phone, "results");
  const minutes = await made.minutes();
  assert.ok(minutes.includes(`| ${OPTIONS[0]} | 2 | 100 % |`), minutes);
});
