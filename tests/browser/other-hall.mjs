// What people write beside the options of a choice, on the projector: none, one, forty and five hundred.
import { assert, eventually, trip } from "./lib.mjs";
import { giveAs } from "./shared/hall.mjs";
import { WISHES } from "./shared/wishes.mjs";

const LONG = "Samhandlingsreformkommunehelsesamarbeidsavtalekoordineringen";
const question = (prompt, options) => ({
  content: { kind: "question", prompt, ask: { type: "choice", options, most: 1, other: true } },
});
const MANY = [
  "Mer tid til hver bruker",
  "Faste team",
  "Nye biler",
  "Ett journalsystem",
  "Flere faste stillinger",
  "Opplæring før vi får nye oppgaver",
  "Kurs for vikarer og helgeansatte",
  "Ledere som er til stede",
  "Felles mål for alle tjenestene",
  "Tid til opplæring",
  "Informasjon i god tid",
];

trip("the texts stand beside the bars however many they are, and nothing is cut", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const items = [
    question("Hva bør vi begynne med?", ["Mer tid til hver bruker", "Faste team", "Nye biler"]),
    question("Hva av alt dette bør vi begynne med?", MANY),
  ];
  const made = await server.createSession({ details: { title: "Personalmøte", language: "nb" }, items });
  const [few, many] = (await made.read()).items.map((item) => item.id);
  await made.command({ do: "next" });
  const projector = await people.projector("projector");
  await projector.goto(made.link("present"));
  await projector.getByText("Annet", { exact: true }).waitFor();
  await people.picture(projector, "none");

  const says = (text) => ({ type: "choice", chosen: [], other: text });
  const chose = (option) => ({ type: "choice", chosen: [option] });
  const settled = (count) =>
    eventually(`${count} to be on the projector`, () =>
      projector.evaluate(
        (count) =>
          [...document.querySelectorAll(".choice li .count")].some((row) => row.textContent.includes(count)),
        String(count),
      ),
    );
  const fits = async () => {
    const cut = await projector.evaluate(() => {
      const room = document.querySelector(".choice").getBoundingClientRect();
      const texts = [...document.querySelectorAll(".choice aside .text, .choice .theme-heading")];
      return texts.filter(
        (text) =>
          text.scrollWidth > text.clientWidth + 1 || text.getBoundingClientRect().height > room.height,
      );
    });
    assert.equal(cut.length, 0, "a text is cut");
    const size = await projector.evaluate(() => {
      const text = document.querySelector(".choice aside .text");
      return text ? parseFloat(getComputedStyle(text).fontSize) / innerHeight : 1;
    });
    assert.ok(size >= 1 / 30, `the texts are ${size} of the height`);
  };
  await giveAs(projector, made, few, [says(LONG)]);
  await settled(1);
  await projector.getByRole("complementary", { name: "Annet" }).waitFor();
  await fits();
  await people.picture(projector, "one");

  const short = (text) => text.slice(0, 60).trim();
  const forty = WISHES.flatMap((wish, index) => [
    says(short(wish)),
    ...(index % 4 ? [] : [says(short(wish).toLowerCase())]),
  ]);
  await giveAs(projector, made, few, [...forty.slice(0, 40), ...[0, 1, 1, 2, 0].map(chose)]);
  await settled(41);
  await fits();
  await people.picture(projector, "forty");
  await projector.emulateMedia({ colorScheme: "dark" });
  await people.picture(projector, "forty-dark");
  await projector.emulateMedia({ colorScheme: "light" });
  await projector.getByRole("button", { name: "Neste side" }).click();
  await people.picture(projector, "forty-next");

  // Eleven options and the twelfth, with five hundred who all wrote something of their own.
  await made.command({ do: "go_to", item: many });
  const all = Array.from({ length: 500 }, (_, index) =>
    index % 3 ? says(`${short(WISHES[index % WISHES.length]).slice(0, 52)} ${index}`) : says(LONG),
  );
  for (const part of [0, 1, 2, 3, 4])
    await giveAs(projector, made, many, all.slice(part * 100, part * 100 + 100));
  await settled(500);
  await fits();
  await people.picture(projector, "many");
  const pages = await projector.locator(".pager .figures").textContent();
  for (let page = 1; page < Number(pages.split("/")[1]); page += 1)
    await projector.getByRole("button", { name: "Neste side" }).click();
  await projector.getByText("og 294 til").waitFor();
  await people.picture(projector, "many-last");
});
