// What unites and what divides, on the projector: nobody yet, one vote, forty statements and five hundred, on four screens.
import { answerAs, assert, eventually, standAs, trip } from "./lib.mjs";
import { faultsOf } from "./shared/whole.mjs";
import { WISHES } from "./shared/wishes.mjs";

const LONG =
  "Tid til å møtes uten at pasientene venter på oss i gangen, og uten at noen må løpe tilbake til en vakt som mangler folk. Det gjelder særlig i helgene, når grunnbemanningen er lavest og samhandlingsavtalene i kommunehelsetjenesten ikke følges opp.";
const ask = { type: "open_text", answers_max: 3, length_max: 300 };

trip("what unites and what divides stands beside each other, and nothing is cut", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const session = await server.createSession({
    details: { title: "Samling om tjenestene", language: "nb" },
    items: [{ content: { kind: "question", prompt: "Hva er viktigst når vi samarbeider?", ask } }],
  });
  const [item] = (await session.read()).items.map((item) => item.id);
  await session.command({ do: "go_to", item });
  const projector = await people.projector("projector");
  await projector.goto(session.link("present"));
  await answerAs(projector, session, item, [LONG, ...WISHES.slice(0, 39)]);
  await session.command({ do: "show_results", item, to: "everyone" });
  await session.command({ do: "start_statements", item, each: null });
  await projector.getByText("Ta stilling på telefonen").waitFor();
  await people.picture(projector, "none");

  const ids = Array.from({ length: 40 }, (_, index) => index + 1);
  await standAs(projector, session, item, [[[1, "agree"]]]);
  await votes(1);
  await people.picture(projector, "one");

  // The first eight unite, the next eight divide, and the others do neither.
  const said = (id, person) => {
    if (id <= 8) return person % 9 === id ? "disagree" : "agree";
    if (id <= 16) return person % 2 === 0 ? "agree" : "disagree";
    return person % 4 === 0 ? "agree" : "pass";
  };
  const room = Array.from({ length: 12 }, (_, person) => ids.map((id) => [id, said(id, person)]));
  await standAs(projector, session, item, room);
  await votes(1 + 12 * 40);
  const { statements } = await session.resultsOf(item);
  assert.deepEqual([statements.people, statements.statements], [13, 40]);
  await projector.getByRole("heading", { name: "Samler 8" }).waitFor();
  await projector.getByRole("heading", { name: "Deler 8" }).waitFor();
  for (const [name, width, height] of [
    ["forty", 1920, 1080],
    ["small", 1280, 720],
    ["square", 1024, 768],
    ["large", 3840, 2160],
  ]) {
    await projector.setViewportSize({ width, height });
    await whole();
    await people.picture(projector, name);
  }
  await projector.setViewportSize({ width: 1920, height: 1080 });

  // A phone sees the same when the room may, and the desk has them in order.
  await session.command({ do: "stop_statements", item });
  const phone = await people.phone("phone", { viewport: { width: 390, height: 844 } });
  await phone.goto(session.link("join"));
  await phone.getByRole("heading", { name: /^Samler/u }).waitFor();
  await people.picture(phone, "phone");
  const desk = await people.laptop("desk");
  await desk.goto(session.link("facilitate"));
  await desk.getByText("481 stemmer fra 13 deltakere").first().waitFor();
  await people.picture(desk, "desk");

  // What was removed is gone at once, and comes back with its votes.
  await session.command({ do: "remove_answer", item, answer: 2 });
  await projector.getByRole("heading", { name: "Samler 7" }).waitFor();
  await session.command({ do: "restore_answer", item, answer: 2 });
  await projector.getByRole("heading", { name: "Samler 8" }).waitFor();

  // Out of the hand of who is reading it, too.
  await session.command({ do: "start_statements", item, each: null });
  const reading = phone.locator("h2.slip");
  await reading.waitFor();
  const read = await reading.textContent();
  const held = [LONG, ...WISHES].indexOf(read) + 1;
  assert.ok(held > 0, `«${read}» is one of the statements`);
  await session.command({ do: "remove_answer", item, answer: held });
  await eventually("the next statement to be there", async () => (await reading.textContent()) !== read);
  await session.command({ do: "restore_answer", item, answer: held });

  const many = Array.from({ length: 460 }, (_, index) => `${WISHES[index % 40]}, ønske ${index + 41}`);
  await session.command({ do: "start_statements", item, each: 12 });
  await answerAs(projector, session, item, many, 3);
  const first = Array.from({ length: 120 }, (_, index) => index + 41);
  const agreed = Array.from({ length: 30 }, (_, person) =>
    first.slice((person % 10) * 12, (person % 10) * 12 + 12).map((id) => [id, "agree"]),
  );
  await standAs(projector, session, item, agreed);
  await votes(481 + 360);
  await projector.getByRole("heading", { name: "Samler 128" }).waitFor();
  await whole();
  await people.picture(projector, "five-hundred");

  function votes(count) {
    return eventually(`${count} votes to be counted`, async () => {
      const { statements } = await session.resultsOf(item);
      return statements?.votes === count;
    });
  }

  /** Nothing is cut, nothing lies over another, and the smallest text is a thirtieth of the height. */
  async function whole() {
    await projector.evaluate(() => document.fonts.ready);
    await eventually("the lists to be whole", async () => {
      assert.deepEqual(await faultsOf(projector), []);
      return (await projector.locator(".stands li").count()) > 0;
    });
  }
});
