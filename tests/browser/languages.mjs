// A person reads the phone's page in a language of their own, whatever the session's is.
import { assert, eventually, trip } from "./lib.mjs";

const PROMPT = "Hva er viktigst for deg?";
const PLAN = {
  details: { title: "Folkemøte", language: "nb", place: "Samfunnshuset", date: "2026-11-21" },
  items: [
    {
      content: {
        kind: "question",
        prompt: PROMPT,
        ask: { type: "open_text", answers_max: 3, length_max: 200 },
      },
    },
  ],
};

trip("a phone keeps the language that was chosen on it", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const line = await trip.startProxy(server);
  const phone = await people.phone("phone");
  const language = () => phone.locator("html").getAttribute("lang");
  const pages = () => line.requests.filter((asked) => asked.startsWith(`GET /${session.code}`));

  // Who chooses nothing has the session's, with one request.
  await phone.goto(session.link("join", line));
  await phone.getByText("Venter på at samlingen begynner").waitFor();
  assert.equal(await language(), "nb");
  assert.deepEqual(pages(), [`GET /${session.code}`]);
  await people.picture(phone, "bokmal");

  // The interface is in the chosen one; what the session says is marked as the session's.
  await phone.getByRole("link", { name: "English" }).click();
  await phone.getByText("Waiting for the session to begin").waitFor();
  assert.equal(await language(), "en");
  await phone.getByText("Saturday 21 November").waitFor();
  assert.equal(await phone.getByRole("heading", { name: "Folkemøte" }).getAttribute("lang"), "nb");
  assert.equal(await phone.getByRole("link", { name: "Nynorsk" }).getAttribute("lang"), "nn");
  await people.picture(phone, "english");
  await session.command({ do: "next" });
  await phone.getByRole("button", { name: "Send answer" }).waitFor();
  assert.equal(await phone.getByRole("heading", { name: PROMPT }).getAttribute("lang"), "nb");
  await people.picture(phone, "english-question");

  // It is still the same person, whose answer counts once.
  await phone.getByRole("textbox").fill("Færre møter");
  await phone.getByRole("button", { name: "Send answer" }).click();
  await phone.getByText("Received", { exact: true }).waitFor();
  await phone.getByRole("link", { name: "Nynorsk" }).click();
  await phone.getByText("Motteke", { exact: true }).waitFor();
  assert.equal(await language(), "nn");
  assert.equal((await session.read()).joined, 1);

  // A reload asks once and keeps it.
  const before = pages().length;
  await phone.reload();
  await phone.getByText("Motteke", { exact: true }).waitFor();
  assert.deepEqual(pages().slice(before), [`GET /${session.code}?lang=nn`]);

  // So does who scans the code again, or comes to the front page; no page keeps a cookie.
  await phone.goto("about:blank");
  await phone.goto(session.link("join", line));
  await phone.getByText("Motteke", { exact: true }).waitFor();
  assert.equal(await language(), "nn");
  assert.deepEqual(await phone.context().cookies(), []);

  // What the server refuses is told in it, too.
  await phone.getByRole("textbox").fill("Meir tid");
  people.expectLostLine();
  await line.cut();
  await phone.getByRole("button", { name: "Send svaret" }).click();
  await phone.getByText("Lagra her").waitFor();
  await session.command({ do: "close_question", item: 1 });
  await line.mend();
  await phone.getByText("Spørsmålet vart lukka før svaret kom fram.").waitFor();
  await people.picture(phone, "nynorsk-refused");

  await phone.goto(`${line.origin}/`);
  await phone.getByText("Skriv koden som står på skjermen.").waitFor();
  await eventually("the front page to be in Nynorsk", async () => (await language()) === "nn");
  await people.picture(phone, "front");
});
