// A picture is put beside a question by button, drop and paste, refused where it is none, and seen by everyone.
import { assert, eventually, sleep, trip } from "./lib.mjs";
import { mapFile } from "./shared/drawings.mjs";

/** Whether an image has arrived, and is no wider than its window. */
const arrived = (page, alt) =>
  eventually(`the picture to be seen on ${page.url()}`, () =>
    page.getByRole("img", { name: alt }).evaluate((image) => image.complete && image.naturalWidth > 0),
  );

const focused = (field, what) =>
  eventually(what, () => field.evaluate((one) => one === document.activeElement));

trip("a picture stands beside a question on every screen", async (trip) => {
  const { people } = trip;
  people.expect(/status of 415/, "Chromium reports a refused file, which the page tells in words");
  const server = await trip.startServer();
  const made = await server.createSession({ details: { title: "Folkemøte", language: "nb" }, items: [] });
  const page = await people.laptop("facilitator");
  // The browser hands choosers over only from a moment after somebody first listens for them.
  page.on("filechooser", () => {});
  await page.goto(made.link("facilitate"));
  const composer = page.locator(".composer");
  const file = await mapFile(page);
  await composer.getByText("Åpent spørsmål", { exact: true }).click();
  await composer.getByRole("textbox", { name: "Spørsmålet" }).fill("Hva savner du her?");
  const choose = composer.getByRole("button", { name: "Velg bilde" });
  const input = composer.locator("input[type=file]");
  await composer.getByText("Flere valg").click();

  // What is no picture is told so, and what was typed stays.
  const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>");
  await input.setInputFiles({ name: "kart.png", mimeType: "image/png", buffer: svg });
  await composer.getByText("Fila er ikke et bilde vi kan bruke.").waitFor();
  await people.picture(page, "refused");
  await input.setInputFiles({
    name: "stort.png",
    mimeType: "image/png",
    buffer: Buffer.alloc(10 * 1024 * 1024 + 1),
  });
  await composer.getByText("Bildet er større enn 10 MB.").waitFor();
  assert.equal(
    await composer.getByRole("textbox", { name: "Spørsmålet" }).inputValue(),
    "Hva savner du her?",
  );

  // The button opens the chooser of files by keyboard, too; then the words are asked for.
  await choose.focus();
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(file);
  const alt = composer.getByLabel("Hva viser bildet?");
  await alt.waitFor();
  await focused(alt, "the words to be asked for next");
  await page.keyboard.type("Kart over bygda ved fjorden");
  await arrived(page, "Kart over bygda ved fjorden");
  await people.picture(page, "composer");

  // It can be taken away, and another dropped or pasted in its place.
  await composer.getByRole("button", { name: "Ta bort" }).click();
  await focused(choose, "the focus to be kept");
  const bytes = file.buffer.toString("base64");
  const transfer = (kind) =>
    page.evaluateHandle(
      ([bytes, kind]) => {
        const data = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([data], "kart.png", { type: "image/png" }));
        return kind === "drop" ? { dataTransfer: transfer } : transfer;
      },
      [bytes, kind],
    );
  await composer.locator(".pictured").dispatchEvent("drop", await transfer("drop"));
  await alt.waitFor();
  await composer.getByRole("button", { name: "Ta bort" }).click();
  await choose.evaluate(
    (button, transfer) => {
      button.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }),
      );
    },
    await transfer("paste"),
  );
  await alt.fill("Kart over bygda ved fjorden");
  await composer.getByRole("button", { name: "Legg til" }).click();
  await page.locator(".programme").getByText("Hva savner du her?").waitFor();

  const projector = await people.projector("projector");
  await projector.goto(made.link("present"));
  const phone = await people.phone("phone");
  await phone.goto(made.link("join"));
  await made.command({ do: "next" });
  await arrived(phone, "Kart over bygda ved fjorden");
  await arrived(projector, "Kart over bygda ved fjorden");
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px wider than the page`);
  await people.picture(phone, "phone");
  await people.picture(projector, "projector-0");
  await phone.getByRole("textbox").fill("En benk ved vannet");
  await phone.getByRole("button", { name: "Send svaret" }).tap();
  await projector.getByText("En benk ved vannet").waitFor();
  await sleep(600);
  await people.picture(projector, "projector-1");
  await people.picture(page, "running");
});
