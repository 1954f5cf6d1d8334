// A choice has a picture for each option: given by the facilitator, chosen as cards on phones, small beside the bars.
import { assert, eventually, giveAs, sleep, trip } from "./lib.mjs";
import { mapFile } from "./shared/drawings.mjs";

const OPTIONS = ["Torget", "Strandpromenaden ved det gamle båthuset", "Skolebakken"];

trip("options with pictures are cards on the phone and stand beside the bars", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const made = await server.createSession({ details: { title: "Folkemøte", language: "nb" }, items: [] });
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));
  const composer = page.locator(".composer");
  await composer.getByText("Valg", { exact: true }).click();
  await composer.getByRole("textbox", { name: "Spørsmålet" }).fill("Hvor skal scenen stå?");
  await composer.getByLabel("Alternativer, ett på hver linje").fill(OPTIONS.join("\n"));
  await composer.getByText("Bilder ved alternativene").click();
  const fields = composer.locator("details .pictured");
  for (const [index, shape] of [
    [0, { width: 900, height: 600 }],
    [1, { width: 600, height: 800 }],
  ]) {
    await fields
      .nth(index)
      .locator("input[type=file]")
      .setInputFiles(await mapFile(page, shape));
    await fields
      .nth(index)
      .getByLabel("Hva viser bildet?")
      .fill(`Kart ${index + 1}`);
  }
  // An option that is rewritten keeps its picture.
  await composer
    .getByLabel("Alternativer, ett på hver linje")
    .fill(["Torget i sentrum", ...OPTIONS.slice(1)].join("\n"));
  await fields.first().getByRole("img", { name: "Kart 1" }).waitFor();
  await people.picture(page, "composer");
  await composer.getByRole("button", { name: "Legg til" }).click();
  await page.locator(".programme").getByText("Hvor skal scenen stå?").waitFor();
  const [item] = (await made.read()).items.map((one) => one.id);

  const projector = await people.projector("projector");
  await projector.goto(made.link("present"));
  const phone = await people.phone("phone");
  await phone.goto(made.link("join"));
  await made.command({ do: "next" });
  for (const on of [phone, projector])
    await eventually("the pictures to be seen", () =>
      on.getByRole("img", { name: "Kart 2" }).evaluate((image) => image.complete && image.naturalWidth > 0),
    );
  await people.picture(phone, "phone-0");
  await people.picture(projector, "projector-0");
  await phone.getByRole("img", { name: "Kart 2" }).tap();
  assert.ok(await phone.getByRole("radio", { name: OPTIONS[1] }).isChecked(), "a tap on the picture chooses");
  await people.picture(phone, "phone-chosen");
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px wider than the page`);
  await phone.getByRole("button", { name: "Send svaret" }).tap();
  await phone.getByText("Mottatt", { exact: true }).waitFor();
  await giveAs(
    projector,
    made,
    item,
    Array.from({ length: 40 }, (_, number) => ({
      type: "choice",
      chosen: [number % 4 === 0 ? 2 : number % 2],
    })),
  );
  await sleep(700);
  await people.picture(projector, "projector-40");
});
