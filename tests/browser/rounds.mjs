// What the room sees and when: answers that wait for the facilitator, results that wait for people, and a second round
// after the room has talked.
import { assert, eventually, trip } from "./lib.mjs";
import { giveAs } from "./shared/hall.mjs";

const question = (prompt, ask, more = {}) => ({ content: { kind: "question", prompt, ask, ...more } });

trip(
  "answers wait for the facilitator, results for people, and a second round stands beside the first",
  async (trip) => {
    const { people } = trip;
    const server = await trip.startServer();
    const made = await server.createSession({
      details: { title: "Personalmøte", language: "nb" },
      items: [],
    });
    const page = await people.laptop("facilitator");
    await page.goto(made.link("facilitate"));

    // Planned as a facilitator would.
    const composer = page.locator(".composer");
    await composer.getByText("Åpent spørsmål", { exact: true }).click();
    await composer.getByRole("textbox", { name: "Spørsmålet" }).fill("Hva bekymrer deg mest?");
    await composer.getByText("Flere valg").click();
    await composer.getByLabel("Svarene").selectOption({ label: "venter på meg" });
    await composer.getByLabel("Når så mange har svart", { exact: false }).fill("mange");
    await composer.getByRole("button", { name: "Legg til" }).click();
    await composer.getByText("Skriv et helt tall, eller la det stå tomt.").waitFor();
    await composer.getByLabel("Når så mange har svart", { exact: false }).fill("2");
    await people.picture(page, "composer");
    await composer.getByRole("button", { name: "Legg til" }).click();
    await page.locator(".programme").getByText("Hva bekymrer deg mest?").waitFor();
    await made.command({ do: "next" });

    const projector = await people.projector("projector");
    await projector.goto(made.link("present"));
    await projector.getByText("Resultatene vises når 2 har svart").waitFor();
    const phone = await people.phone("phone");
    await phone.goto(made.link("join"));
    await phone.getByText("Prosesslederen ser svaret før det vises for rommet.").waitFor();
    await phone.getByRole("textbox").fill("At dagsenteret legges ned");
    await people.picture(phone, "moderated");
    await phone.getByRole("button", { name: "Send svaret" }).tap();
    await phone.getByText("Mottatt", { exact: true }).waitFor();
    const [{ id: open }] = (await made.read()).items;
    await giveAs(phone, made, open, [
      { type: "text", text: "Lange reiser til legevakta" },
      { type: "text", text: "Nå holder det, jævla dritt" },
    ]);

    // Three wait; the room sees none, though enough have answered.
    await page.getByRole("heading", { name: "3 svar venter på deg" }).waitFor();
    await projector.getByText("Resultatene vises når 2 har svart").waitFor({ state: "detached" });
    assert.equal(await projector.getByText("dagsenteret").count(), 0);
    await people.picture(page, "waiting");
    const waiting = page.getByRole("region", { name: "svar venter på deg" });
    await waiting
      .getByRole("listitem")
      .filter({ hasText: "dritt" })
      .getByRole("button", { name: "Ta bort" })
      .click();
    await waiting.getByRole("button", { name: "Vis alle" }).click();
    await waiting.waitFor({ state: "detached" });
    await projector.getByText("At dagsenteret legges ned").waitFor();
    await projector.getByText("Lange reiser til legevakta").waitFor();
    assert.equal(await projector.getByText("dritt").count(), 0);
    await people.picture(projector, "approved");

    // A choice, answered, talked about, and answered once more.
    const options = ["Behold dagens ordning", "Slå sammen de to avdelingene", "Prøv ut i ett år"];
    const choice = { type: "choice", options, most: 1 };
    await made.command({ do: "add_item", plan: question("Hva bør vi gjøre?", choice) });
    await made.command({ do: "next" });
    const item = (await made.read()).stage.item.id;
    await phone.getByText(options[0]).tap();
    await phone.getByRole("button", { name: "Send svaret" }).tap();
    await phone.getByText("Mottatt", { exact: true }).waitFor();
    await giveAs(
      phone,
      made,
      item,
      [0, 0, 0, 1, 1, 2].map((chosen) => ({ type: "choice", chosen: [chosen] })),
    );
    await page.getByRole("button", { name: "Ny runde etter samtale" }).click();
    await phone.getByText("Svar en gang til, nå som dere har snakket sammen.").waitFor();
    await people.picture(phone, "second-round");
    await phone.getByText(options[2]).tap();
    await phone.getByRole("button", { name: "Send svaret" }).tap();
    await phone.getByText("Mottatt", { exact: true }).waitFor();
    await giveAs(
      phone,
      made,
      item,
      [2, 2, 2, 1].map((chosen) => ({ type: "choice", chosen: [chosen] })),
    );
    await projector.getByText("før 57 %").waitFor();
    await projector.getByText("1 av 1 som svarte begge gangene, svarte annerledes nå").waitFor();
    await people.picture(projector, "two-rounds");
    await page.getByRole("heading", { name: "Første runde" }).waitFor();
    await people.picture(page, "two-rounds-desk");
    await made.command({ do: "show_results", item, to: "everyone" });
    await phone.getByText("før 57 %", { exact: false }).waitFor();
    await people.picture(phone, "two-rounds-phone");
    const minutes = await made.minutes();
    for (const words of [
      "Første runde",
      "Andre runde",
      "svarte annerledes den andre gangen",
      "| Behold dagens ordning | 4 | 57 % |",
    ])
      assert.ok(minutes.includes(words), `${words} is not in\n${minutes}`);
    assert.ok(!minutes.includes("dritt"));

    // The other kinds beside their first round.
    const scales = {
      type: "scales",
      statements: ["Vi får til god samhandling", "Jeg er trygg på veien videre"],
      steps: 5,
      low: "Uenig",
      high: "Enig",
    };
    const kinds = [
      [
        { type: "ranking", options, top: 3 },
        [
          [0, 1, 2],
          [0, 2, 1],
        ].map((order) => ({ type: "ranking", order })),
        [
          [2, 0, 1],
          [2, 1, 0],
        ].map((order) => ({ type: "ranking", order })),
      ],
      [
        scales,
        [
          [2, 2],
          [3, 1],
        ].map((marks) => ({ type: "scales", marks })),
        [
          [4, 3],
          [5, 3],
        ].map((marks) => ({ type: "scales", marks })),
      ],
      [
        { type: "points", options },
        [{ type: "points", points: [60, 40, 0] }],
        [{ type: "points", points: [10, 20, 70] }],
      ],
      [
        { type: "number", unit: "dager", least: 0, most: 100, decimals: 0 },
        [
          { type: "number", value: 10 },
          { type: "number", value: 30 },
        ],
        [
          { type: "number", value: 20 },
          { type: "number", value: 22 },
        ],
      ],
    ];
    const axis = (name, low, high) => ({ name, low, high });
    const place = (...places) => ({ type: "grid", places: places.map(([x, y]) => ({ x, y })) });
    kinds.push([
      { type: "grid", x: axis("Innsats", "liten", "stor"), y: axis("Nytte", "lav", "høy"), items: options },
      [place([20, 20], [60, 40], [80, 80])],
      [place([30, 70], [70, 20], [50, 90])],
    ]);
    for (const [ask, before, after] of kinds) {
      await made.command({ do: "add_item", plan: question("Hva sier vi nå?", ask) });
      await made.command({ do: "next" });
      const shown = (await made.read()).stage.item.id;
      await giveAs(phone, made, shown, before);
      await made.command({ do: "start_second_round", item: shown });
      await giveAs(phone, made, shown, after);
      await projector.getByText("Andre runde").waitFor();
      await people.picture(projector, `two-rounds-${ask.type}`);
    }
    // What cannot be taken back asks first, in the same place, and a second press there does nothing.
    const drop = page.getByRole("button", { name: "Tilbake til første runde" });
    await drop.click();
    await page.getByText("Svarene i den nye runden blir borte.").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("Svarene i den nye runden blir borte.").waitFor({ state: "detached" });
    assert.ok((await made.read()).items.at(-1).status.second_round, "the new round stands");
    await drop.click();
    await drop.click();
    await eventually("the first answers to count again", async () => {
      const { items } = await made.read();
      return !items.at(-1).status.second_round;
    });
  },
);
