// The server stops and starts again while everybody is there: all come back by themselves, and nothing is lost or doubled.
import { assert, eventually, trip } from "./lib.mjs";

const PLAN = {
  details: { title: "Fagdag", language: "nb" },
  items: [
    { what: "Velkommen", content: { kind: "talk" } },
    {
      content: {
        kind: "question",
        prompt: "Hva tar du med deg?",
        ask: { type: "open_text", answers_max: 2, length_max: 200 },
      },
    },
  ],
};

trip("everyone comes back when the server restarts", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession(PLAN);
  const question = (await session.read()).items[1].id;
  await session.command({ do: "go_to", item: question });

  const phone = await people.phone("phone");
  await phone.addInitScript(() => {
    window.buzzes = 0;
    Object.defineProperty(navigator, "vibrate", { value: () => Boolean((window.buzzes += 1)) });
  });
  const buzzes = () => phone.evaluate(() => window.buzzes);
  const reader = await people.phone("reader");
  const projector = await people.projector("projector");
  const laptop = await people.laptop("laptop");
  await Promise.all([
    phone.goto(session.link("join")),
    reader.goto(session.link("join")),
    projector.goto(session.link("present")),
    laptop.goto(session.link("facilitate")),
  ]);
  const field = phone.getByRole("textbox", { name: /^(Svaret ditt|Et svar til)$/ });
  const send = phone.getByRole("button", { name: "Send svaret" });
  const received = phone.getByText("Mottatt", { exact: true });
  await field.fill("Sendt før");
  await send.click();
  await received.waitFor();
  assert.equal(await buzzes(), 1, "the hand feels that the answer was received");
  await projector.getByText("Sendt før").waitFor();
  await laptop.getByText("Sendt før").first().waitFor();

  people.expectLostLine();
  await server.stop();
  await field.fill("Sendt imens");
  await send.click();
  await phone.getByText("Ingen forbindelse – svaret er lagret her og sendes").waitFor();
  await reader.getByText("Ingen forbindelse – kobler til igjen").waitFor();
  await projector.getByText("Ingen forbindelse. Kobler til igjen.").waitFor();
  await laptop.getByRole("alert").filter({ hasText: "Ingen forbindelse" }).waitFor();
  await projector.getByRole("heading", { name: "Hva tar du med deg?" }).waitFor();
  assert.equal(await projector.getByText("Sendt før").count(), 1, "the projector keeps what it showed");
  await people.picture(projector, "away");
  await server.start();

  // Nobody does anything: all are back where they were.
  await eventually("both answers to be received", async () => (await received.count()) === 2);
  assert.equal(await buzzes(), 2, "and not again what it was told of before");
  await projector.getByText("Sendt imens").waitFor();
  await laptop.getByText("Sendt imens").first().waitFor();
  for (const page of [phone, reader, projector, laptop]) {
    await eventually(
      "nobody to be without a line",
      async () => (await page.getByText("Ingen forbindelse").count()) === 0,
    );
  }
  await reader.getByRole("textbox", { name: "Svaret ditt" }).waitFor();
  await eventually("both to be connected", async () => (await session.read()).connected === 2);
  const { joined, stage } = await session.read();
  assert.equal(joined, 2, "who comes back is counted once");
  assert.equal(stage.item.id, question, "the session is where it was");
  assert.deepEqual(await session.textsOf(question), ["Sendt før", "Sendt imens"], "each answer stands once");
  assert.equal(await projector.getByText("Sendt før").count(), 1, "the projector shows each answer once");

  // The session goes on.
  await session.command({ do: "back" });
  for (const page of [phone, reader, projector])
    await page.getByRole("heading", { name: "Velkommen" }).waitFor();
  await session.command({ do: "next" });
  await eventually("the phone to have both answers", async () => (await received.count()) === 2);
  assert.deepEqual(
    await session.textsOf(question),
    ["Sendt før", "Sendt imens"],
    "nothing came twice afterwards",
  );
});
