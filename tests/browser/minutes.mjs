// The minutes are looked at before they are taken home: what they hold is chosen, the look follows, and so does the file.
import { readFileSync } from "node:fs";
import { answerAs, assert, trip } from "./lib.mjs";

const QUESTIONS = ["Hva skal vi bli bedre på?", "Hva tar vi med oss videre?"];
const ANSWERS = ["Mer tid til hver bruker", "<b>Felles</b> kalender", "Samhandlingsarenaer på tvers"];

trip("the minutes are chosen, looked at and taken home as one HTML file", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const ask = { type: "open_text", answers_max: 1, length_max: 200 };
  const made = await server.createSession({
    details: { title: "Fagdag om hjemmetjenesten", language: "nb" },
    items: QUESTIONS.map((prompt) => ({ content: { kind: "question", prompt, ask } })),
  });
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));
  await page.getByRole("button", { name: `Start: ${QUESTIONS[0]}` }).click();
  await answerAs(page, made, (await made.read()).items[0].id, ANSWERS);
  await made.command({ do: "end_session" });
  await page.getByRole("heading", { name: "Samlingen er avsluttet" }).waitFor();

  // By the keyboard: look, leave single answers out, read it in English.
  const look = page.getByRole("button", { name: "Se referatet" });
  await look.press("Enter");
  const minutes = page.frameLocator('iframe[title="Referatet slik det er nå"]');
  await minutes.getByRole("heading", { name: "Fagdag om hjemmetjenesten" }).waitFor();
  for (const text of ANSWERS) await minutes.getByText(text, { exact: true }).waitFor();
  const ground = () => minutes.locator("body").evaluate((body) => getComputedStyle(body).maxWidth);
  assert.equal(await ground(), "736px", "the look of the file is there");
  await people.picture(page, "whole");
  await page.getByText("Tilpass referatet").press("Enter");
  await page.getByRole("checkbox", { name: "Alle svar, ord for ord" }).press("Space");
  await minutes.getByText(ANSWERS[0], { exact: true }).waitFor({ state: "detached" });
  await minutes.getByText("3 deltakere svarte.").waitFor();
  await page.getByRole("combobox", { name: "Språk" }).selectOption("English");
  await minutes.getByRole("heading", { name: "Questions and answers" }).waitFor();
  assert.equal(await minutes.locator("html").getAttribute("lang"), "en");
  await people.picture(page, "english");

  // What was chosen goes into the file, which stands by itself in a browser.
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Last ned referat (nettside)" }).press("Enter");
  const file = await coming;
  assert.match(file.suggestedFilename(), /^minutes-[\w-]+\.html$/u);
  const alone = await people.laptop("alone");
  await alone.setContent(readFileSync(await file.path(), "utf8"));
  await alone.getByRole("heading", { name: "Programme" }).waitFor();
  assert.equal(await alone.getByText(ANSWERS[0]).count(), 0);
  await people.picture(alone, "alone");

  // A server that does not answer is told in place; trying again is one press.
  people.expect(/net::ERR_FAILED|ERR_INTERNET_DISCONNECTED/u, "the trip cuts the line");
  await page.route("**/minutes.html*", (route) => route.abort());
  await page.getByRole("combobox", { name: "Språk" }).selectOption("Nynorsk");
  await page.getByText("Serveren svarte ikke. Sjekk nettet, og prøv igjen.").waitFor();
  await people.picture(page, "offline");
  await page.unroute("**/minutes.html*");
  await page.getByRole("button", { name: "Prøv igjen" }).press("Enter");
  await minutes.getByRole("heading", { name: "Spørsmål og svar" }).waitFor();

  const phone = await people.phone("phone");
  await phone.goto(made.link("facilitate"));
  await phone.getByRole("button", { name: "Se referatet" }).tap();
  await phone.getByRole("button", { name: "Skriv ut eller lagre som PDF" }).waitFor();
  await people.picture(phone, "phone");
});
