// Roles to choose from: asked for by the facilitator, said once on each phone, counted, and in the minutes.
import { assert, trip } from "./lib.mjs";

trip("people choose a role once, the facilitator sees how many, and the minutes tell", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const items = [{ what: "Velkommen", content: { kind: "talk" } }];
  const made = await server.createSession({ details: { title: "Samling 6", language: "nb" }, items });
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));
  const early = await people.phone("early");
  await early.goto(made.link("join"));
  await early.getByText("Du er med").waitFor();

  // Asked for by keyboard; one alone is no choice, and what was written stays.
  await page.getByRole("button", { name: "Meny" }).press("Enter");
  await page.getByRole("menuitem", { name: "Roller" }).press("Enter");
  const dialog = page.getByRole("dialog");
  const field = dialog.getByLabel("Én rolle på hver linje");
  await field.fill("Leder");
  await dialog.getByRole("button", { name: "Lagre" }).press("Enter");
  await dialog.getByText("Skriv to til tolv ulike roller").waitFor();
  await people.picture(page, "panel");
  await field.fill("Leder\nMedarbeider i hjemmebaserte helse- og omsorgstjenester\nTillitsvalgt");
  await dialog.getByRole("button", { name: "Lagre" }).press("Enter");

  // Who was there already is asked now; by tap, by keyboard, and not at all.
  await early.getByRole("heading", { name: "Hvem er du her?" }).waitFor();
  await people.picture(early, "choice");
  await early.getByRole("button", { name: "Tillitsvalgt" }).tap();
  await early.getByText("Du er med").waitFor();
  const second = await people.laptop("second");
  await second.goto(made.link("join"));
  await second.getByRole("button", { name: "Leder" }).press("Enter");
  await second.getByText("Du er med").waitFor();
  const third = await people.phone("third");
  await third.goto(made.link("join"));
  await third.getByRole("button", { name: "Vil ikke si" }).tap();
  await third.getByText("Du er med").waitFor();
  const counted = page.getByRole("region", { name: "Roller" });
  await counted.getByText("ikke sagt 1").waitFor();
  assert.match(await counted.innerText(), /Leder 1[^]*Tillitsvalgt 1/);
  await people.picture(page, "counted");

  // Said once: neither a reload nor what is shown next asks again, but a role that is gone does.
  await made.command({ do: "next" });
  await early.reload();
  await early.getByRole("heading", { name: "Velkommen" }).waitFor();
  await third.reload();
  await third.getByRole("heading", { name: "Velkommen" }).waitFor();
  await made.command({ do: "change_roles", roles: [{ id: 1, name: "Leder" }, { name: "Bruker" }] });
  await early.getByRole("button", { name: "Bruker" }).tap();
  await early.getByRole("heading", { name: "Velkommen" }).waitFor();
  await second.getByRole("heading", { name: "Velkommen" }).waitFor();
  assert.match(await made.minutes(), /3 deltakere: Leder 1, Bruker 1, rolle ikke oppgitt 1/);
});
