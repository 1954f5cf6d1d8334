// Something else than the options of a choice: offered by the facilitator, written by thumb and by keyboard alone, kept over
// a reload, hidden, taken away and brought back, at everybody's own pace too, and written in the minutes.
import { assert, eventually, trip } from "./lib.mjs";
import { giveAs } from "./shared/hall.mjs";

/** Sixty characters without a space. */
const LONG = "Samhandlingsreformkommunehelsesamarbeidsavtalekoordineringen";

trip("something else is offered, written, hidden, taken away and told", async (trip) => {
  const { people } = trip;
  assert.equal(LONG.length, 60);
  const server = await trip.startServer();
  const made = await server.createSession({ details: { title: "Personalmøte", language: "nb" }, items: [] });
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));

  // Offered as a facilitator would; it is one of the options, and leaves no right answer.
  const composer = page.locator(".composer");
  await composer.getByText("Valg", { exact: true }).click();
  await composer.getByRole("textbox", { name: "Spørsmålet" }).fill("Hva serverer vi?");
  await composer.getByLabel("Alternativer, ett på hver linje").fill("Te\nVann\nBrus");
  await composer.getByLabel("Riktig svar").waitFor();
  await composer.getByRole("checkbox", { name: "Deltakerne kan skrive noe annet" }).check();
  await composer.getByLabel("Riktig svar").waitFor({ state: "detached" });
  await composer.getByLabel("Hvor mange kan velges").selectOption({ label: "Opptil 2" });
  await people.picture(page, "composer");
  await composer.getByRole("button", { name: "Legg til" }).click();
  await page.locator(".programme").getByText("med «Annet»").waitFor();
  const [{ id: item, plan }] = (await made.read()).items;
  assert.deepEqual([plan.content.ask.other, plan.content.moderation], [true, "words"]);
  await made.command({ do: "next" });
  await made.command({ do: "show_results", item, to: "everyone" });

  // By thumb on a small phone: the field comes under it and has the focus; nothing written is told.
  const phone = await people.phone("phone", { viewport: { width: 320, height: 640 } });
  await phone.goto(made.link("join"));
  const send = phone.getByRole("button", { name: "Send svaret" });
  const own = phone.getByRole("textbox", { name: "Annet: Skriv det kort" });
  await phone.getByRole("checkbox", { name: "Te" }).tap();
  await phone.getByRole("checkbox", { name: "Annet" }).tap();
  assert.ok(await own.evaluate((field) => field === document.activeElement));
  await send.tap();
  await phone.getByText("Skriv hva du mener med «Annet».").waitFor();
  assert.ok(await own.evaluate((field) => field === document.activeElement));
  await own.fill(LONG);
  await phone.getByRole("checkbox", { name: "Vann" }).tap();
  await phone.getByText("Du har valgt 2.", { exact: false }).waitFor();
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px wider than the phone`);
  await people.picture(phone, "phone-written");
  await phone.reload();
  await own.waitFor();
  assert.equal(await own.inputValue(), LONG);
  assert.ok(await phone.getByRole("checkbox", { name: "Te" }).isChecked());
  await send.tap();
  await phone.getByText("Mottatt", { exact: true }).waitFor();
  await phone.getByText(`Te, ${LONG}`).waitFor();
  await people.picture(phone, "phone-sent");

  // By the keyboard alone: written, sent by Enter, changed.
  const other = await people.laptop("other");
  await other.goto(made.link("join"));
  await other.getByRole("checkbox", { name: "Annet" }).press("Space");
  await other.keyboard.type("Kaffe");
  await other.keyboard.press("Enter");
  await other.getByText("Mottatt", { exact: true }).waitFor();
  await other.getByRole("button", { name: "Endre" }).press("Enter");
  const again = other.getByRole("textbox", { name: "Annet: Skriv det kort" });
  assert.equal(await again.inputValue(), "Kaffe");
  await again.fill("kaffe");
  await again.press("Enter");
  await other.getByText("Mottatt", { exact: true }).waitFor();
  const says = (text) => ({ type: "choice", chosen: [], other: text });
  await giveAs(page, made, item, [says("Kaffe"), says("Kaffe"), says("Faen, øl")]);

  // The facilitator sees what waits, hides, takes away and brings back; the bar keeps its count of what is hidden.
  const texts = async () => {
    const { other } = (await made.resultsOf(item)).tally;
    return [other.count, other.texts.map(({ text, count }) => `${text} ${count}`)];
  };
  const waiting = page.getByRole("region", { name: "Rommet ser ikke" });
  await waiting.getByText("Faen, øl").waitFor();
  assert.deepEqual(await texts(), [5, ["Kaffe 3", `${LONG} 1`]]);
  await page.getByRole("button", { name: "Skjul «Kaffe» for rommet" }).click();
  await waiting.getByText("Kaffe", { exact: true }).waitFor();
  await people.picture(page, "facilitator-hidden");
  await phone.getByText("Kaffe", { exact: true }).waitFor({ state: "detached" });
  assert.deepEqual(await texts(), [5, [`${LONG} 1`]]);
  await page.getByRole("button", { name: "Vis «Kaffe» for rommet" }).click();
  await phone.getByRole("heading", { name: "Dette sier vi" }).waitFor();
  await phone.locator(".results").getByText("Kaffe", { exact: true }).waitFor();
  await people.picture(phone, "phone-results");
  await page.getByRole("button", { name: "Ta bort «Kaffe», og svarene det står i" }).press("Enter");
  await other.getByText("tatt bort", { exact: false }).first().waitFor();
  assert.deepEqual(await texts(), [2, [`${LONG} 1`]]);
  await page.getByText("Tatt bort (1)").click();
  await page.getByRole("button", { name: "Hent «Kaffe» tilbake" }).click();
  await eventually("the text to be back", async () => (await texts())[0] === 5);
  await page.getByRole("cell", { name: "5", exact: true }).first().waitFor();
  await people.picture(page, "facilitator");

  // At everybody's own pace, with one option or something else: the arrows pass it without losing the focus.
  await made.command({
    do: "add_item",
    plan: {
      content: {
        kind: "question",
        prompt: "Når møtes vi?",
        ask: { type: "choice", options: ["Mandag", "Tirsdag"], most: 1, other: true },
      },
    },
  });
  const later = (await made.read()).items.at(-1).id;
  await made.command({ do: "plan_survey", survey: { items: [later], opens_ms: null, closes_ms: null } });
  await made.command({ do: "start_survey" });
  const radio = (name) => other.getByRole("radio", { name });
  await radio("Tirsdag").press("Space");
  await other.keyboard.press("ArrowDown");
  assert.ok(await radio("Annet").isChecked());
  assert.ok(await radio("Annet").evaluate((input) => input === document.activeElement));
  await other.keyboard.press("Tab");
  await other.keyboard.type("Lørdag");
  await people.picture(other, "survey");
  await other.keyboard.press("Enter");
  await eventually("it to be counted", async () => (await made.resultsOf(later)).tally.other?.count === 1);

  const minutes = await made.minutes();
  assert.ok(minutes.includes("| Annet (skrev selv) | 5 | 100 % |"), minutes);
  assert.ok(minutes.includes("| Kaffe | 3 |") && !minutes.includes("Faen"), minutes);
});
