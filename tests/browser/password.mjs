// The password of a room: asked for at the door, wrong and right, not of those who were there before; changed and removed.
import { assert, trip } from "./lib.mjs";

trip("a room with a password lets in who knows it", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const ask = { type: "open_text", answers_max: 1, length_max: 200 };
  const items = [{ content: { kind: "question", prompt: "Hva skjer i høst?", ask } }];
  const made = await server.createSession({ details: { title: "Lukket samling", language: "nb" }, items });
  await made.command({ do: "next" });
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));
  const early = await people.phone("early");
  await early.goto(made.link("join"));
  await early.getByRole("heading", { name: "Hva skjer i høst?" }).waitFor();

  const panel = async () => {
    await page.getByRole("button", { name: "Meny" }).press("Enter");
    await page.getByRole("menuitem", { name: "Passord på rommet" }).press("Enter");
    return page.getByRole("dialog");
  };
  let dialog = await panel();
  await dialog.getByLabel("Passord", { exact: true }).fill("abc");
  await dialog.getByRole("button", { name: "Sett passord" }).press("Enter");
  await dialog.getByText("Et passord har 4–100 tegn.").waitFor();
  await people.picture(page, "panel");
  await dialog.getByLabel("Passord", { exact: true }).fill("blåbærtur");
  await page.keyboard.press("Enter");
  await page.getByText("Passordet er satt.", { exact: false }).waitFor();

  // At the door nothing is told but the title; a wrong one leaves what was written, selected.
  const late = await people.phone("late");
  await late.goto(made.link("join"));
  await late.getByRole("heading", { name: "Samlingen har et passord" }).waitFor();
  assert.ok(!(await late.content()).includes("Hva skjer i høst?"), "the question is not told at the door");
  await late.getByRole("button", { name: "Bli med" }).tap();
  await late.getByText("Skriv passordet.").waitFor();
  await late.getByLabel("Passord").fill("tyttebærtur");
  await late.keyboard.press("Enter");
  await late.getByText("Passordet er ikke riktig. Prøv igjen.").waitFor();
  assert.equal(await late.getByLabel("Passord").inputValue(), "tyttebærtur");
  await people.picture(late, "wrong");
  await late.getByLabel("Passord").fill("blåbærtur ");
  await late.keyboard.press("Enter");
  await late.getByRole("heading", { name: "Hva skjer i høst?" }).waitFor();
  await late.getByRole("textbox", { name: "Svaret ditt" }).fill("Vi slår oss sammen");
  await late.getByRole("button", { name: "Send svaret" }).tap();
  await late.getByText("Mottatt", { exact: true }).waitFor();

  // Both come back without it; a new password asks only those who come new, and none asks nobody.
  dialog = await panel();
  await dialog.getByText("Rommet har et passord.", { exact: false }).waitFor();
  await dialog.getByLabel("Passord", { exact: true }).fill("tyttebærtur");
  await dialog.getByRole("button", { name: "Bytt passord" }).click();
  await dialog.waitFor({ state: "hidden" });
  for (const phone of [early, late]) {
    await phone.reload();
    await phone.getByRole("heading", { name: "Hva skjer i høst?" }).waitFor();
  }
  const third = await people.phone("third");
  await third.goto(made.link("join"));
  await third.getByRole("heading", { name: "Samlingen har et passord" }).waitFor();
  dialog = await panel();
  await dialog.getByRole("button", { name: "Ta bort passordet" }).click();
  await dialog.getByText("passordet kan ikke hentes tilbake").waitFor();
  await dialog.getByRole("button", { name: "Ta bort passordet" }).click();
  await page.getByText("Passordet er tatt bort.").waitFor();
  await third.reload();
  await third.getByRole("heading", { name: "Hva skjer i høst?" }).waitFor();
});
