// What can go wrong for a person is told in a clear sentence that says what to do.
import { assert, eventually, trip } from "./lib.mjs";

const NO_KEY = "A".repeat(43);
const QUESTION = { prompt: "Hva mener du?", ask: { type: "open_text", answers_max: 1, length_max: 40 } };
const PLAN = {
  details: { title: "Folkemøte", language: "nb" },
  items: [{ content: { kind: "question", ...QUESTION } }],
};

/** What only programmers say: names of codes and of states, numbers of HTTP, marks of data. */
const RAW = /error|invalid|ugyldig|undefined|\bnull\b|NaN|[a-z]+_[a-z]+|\b[45]\d\d\b|[{}]/i;

trip("whatever goes wrong is told in a clear sentence", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer("--participants-max", "2");
  const session = await server.createSession(PLAN);
  const { origin } = server;
  const told = async (page, ...sentences) => {
    for (const sentence of sentences) await page.getByText(sentence, { exact: true }).first().waitFor();
    const text = await page.locator("body").innerText();
    assert.ok(!RAW.test(text), `«${RAW.exec(text)}» is not for people:\n${text}`);
  };

  // A wrong code.
  const phone = await people.phone("phone");
  const code = phone.getByRole("textbox", { name: "Kode" });
  const join = phone.getByRole("button", { name: "Bli med" });
  await phone.goto(`${origin}/`);
  await join.click();
  await told(phone, "Skriv de åtte sifrene.");
  await code.pressSequentially("388");
  await join.click();
  await told(phone, "Koden har åtte sifre. Du har skrevet 3.");
  await code.fill(session.code === "00000001" ? "00000002" : "00000001");
  await join.click();
  await told(phone, "Det er ingen samling med den koden. Se på skjermen og prøv igjen.");
  await people.picture(phone, "code");
  assert.match(await code.inputValue(), /^0000 000[12]$/, "the code can be corrected where it stands");
  await phone.goto(`${origin}/3885`);
  await told(phone, "Skriv koden som står på skjermen.");
  await code.fill(session.code);
  await join.click();
  await phone.getByRole("heading", { name: "Folkemøte" }).waitFor();

  // A wrong key, no key, and no such session, for the facilitator and on the projector.
  const laptop = await people.laptop("laptop");
  const goto = async (path) => {
    // Only the fragment differs between some of these, which alone would not load the page anew.
    await laptop.goto("about:blank");
    await laptop.goto(`${origin}${path}`);
  };
  for (const page of ["facilitate", "present"]) {
    await goto(`/${page}/${session.code}`);
    await told(laptop, "Lenken mangler nøkkelen");
  }
  await goto(`/facilitate/${session.code}#${NO_KEY}`);
  await told(laptop, "Denne lenken åpner ikke samlingen");
  await people.picture(laptop, "key");
  await laptop.getByRole("textbox").fill("https://plenum.example.no/38851953");
  await laptop.getByRole("button", { name: "Åpne" }).click();
  await told(
    laptop,
    "Dette ser ikke ut som en lenke for prosessleder. Den slutter på # og en lang rekke tegn.",
  );
  await laptop.getByRole("textbox").fill(session.link("facilitate"));
  await laptop.getByRole("button", { name: "Åpne" }).click();
  await laptop.getByRole("heading", { name: "Folkemøte" }).waitFor();
  await goto(`/facilitate/00000001#${NO_KEY}`);
  await told(laptop, "Det er ingen samling med denne koden");
  await goto(`/present/${session.code}#${NO_KEY}`);
  await told(laptop, "Nøkkelen passer ikke til denne samlingen");
  await goto(`/present/00000001#${NO_KEY}`);
  await told(laptop, "Det finnes ingen samling med denne koden");

  // An answer that is empty or too long is not sent, and nothing of it is lost.
  await session.command({ do: "next" });
  const field = phone.getByRole("textbox", { name: "Svaret ditt" });
  const send = phone.getByRole("button", { name: "Send svaret" });
  await send.click();
  await told(phone, "Skriv noe først.");
  await field.fill("x".repeat(43));
  await told(phone, "3 tegn for langt. Kort det ned.");
  await send.click();
  await told(phone, "3 tegn for langt. Kort det ned.");
  await people.picture(phone, "too-long");
  assert.equal((await field.inputValue()).length, 43, "nothing is cut away");
  assert.deepEqual(await session.textsOf(1), [], "nothing was sent");
  await field.fill("x".repeat(40));
  await told(phone, "0 tegn igjen");
  await send.click();
  await told(phone, "Mottatt");

  // A full session: who is in stays in, and may reload; who comes is told what to do.
  const second = await people.phone("second");
  await second.goto(session.link("join"));
  await second.getByRole("textbox", { name: "Svaret ditt" }).waitFor();
  const third = await people.phone("third");
  await third.goto(session.link("join"));
  await told(
    third,
    "Samlingen er full",
    "Samlingen er full. Si fra til den som leder, så kan det bli plass.",
    "Vi prøver igjen av oss selv så lenge siden er åpen.",
  );
  assert.equal(await third.getByRole("textbox").count(), 0, "who is not in cannot write an answer");
  await people.picture(third, "full");
  await phone.reload();
  await told(phone, "Mottatt");
  assert.equal((await session.read()).joined, 2, "no more are in than there is room for");

  // An ended session, for those who were there and for one who comes late.
  await session.command({ do: "end_session" });
  await told(phone, "Takk for i dag", "Samlingen er avsluttet. Du kan lukke siden.");
  await second.goto("about:blank");
  const late = await people.phone("late");
  await late.goto(session.link("join"));
  await told(late, "Takk for i dag", "Samlingen er avsluttet. Du kan lukke siden.");
  await people.picture(late, "ended");
  await phone.reload();
  await told(phone, "Takk for i dag", "Samlingen er avsluttet. Du kan lukke siden.");
  const projector = await people.projector("projector");
  await projector.goto(session.link("present"));
  await told(projector, "Takk for i dag");
  await eventually("the answer to stand alone", async () => (await session.textsOf(1)).length === 1);
});
