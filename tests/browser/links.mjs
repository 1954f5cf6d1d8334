// Further links: a second facilitator and a projector that only shows, each with a key of its own that can be withdrawn.
import { assert, trip } from "./lib.mjs";

trip("a link for a second facilitator and one that only shows are made, used and withdrawn", async (trip) => {
  const { people } = trip;
  const server = await trip.startServer();
  const items = ["Velkommen", "Veien videre"].map((what) => ({ what, content: { kind: "talk" } }));
  const made = await server.createSession({ details: { title: "Samling 4", language: "nb" }, items });
  const page = await people.laptop("facilitator");
  await page.goto(made.link("facilitate"));

  /** Makes a link in the dialog, by the keyboard alone, and gives its address. */
  async function make(kind, name) {
    await page.getByRole("button", { name: "Meny" }).press("Enter");
    await page.getByRole("menuitem", { name: "Flere lenker" }).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: kind }).press("Space");
    await dialog.getByLabel("Hvem eller hva den er til", { exact: false }).fill(name);
    await dialog.getByRole("button", { name: "Lag lenken" }).press("Enter");
    const address = await dialog.getByRole("textbox", { name: "Kopier lenken" }).inputValue();
    await dialog.getByRole("img", { name: "QR-kode med lenken" }).waitFor();
    return address;
  }

  const watching = await make("Lerret, bare til å se på", "Skjermen i gangen");
  await people.picture(page, "made");
  await page.keyboard.press("Escape");
  const screen = await people.projector("screen");
  await screen.goto(watching);
  await screen.getByText("Samling 4").first().waitFor();
  await screen.keyboard.press("ArrowRight");
  await screen.getByText("Denne lenken viser lerretet, men styrer det ikke.").waitFor();
  await people.picture(screen, "only-shows");

  const leading = await make("Prosessleder", "Turid");
  await page.keyboard.press("Escape");
  const second = await people.phone("second");
  await second.goto(leading);
  await second.getByRole("button", { name: /Start/ }).tap();
  await screen.getByRole("heading", { name: "Velkommen" }).waitFor();
  await people.picture(second, "remote");

  // Withdrawn, both are shown out; the session goes on.
  await page.getByRole("button", { name: "Meny" }).click();
  await page.getByRole("menuitem", { name: "Flere lenker" }).click();
  await people.picture(page, "list");
  for (const name of ["Skjermen i gangen", "Turid"]) {
    const row = page.getByRole("listitem").filter({ hasText: name });
    await row.getByRole("button", { name: "Trekk tilbake" }).click();
    await row.getByText("Den som bruker lenken, kastes ut.").waitFor();
    await row.getByRole("button", { name: "Trekk tilbake" }).click();
  }
  await screen.getByText("Nøkkelen passer ikke til denne samlingen").waitFor();
  await second.getByText("Denne lenken åpner ikke samlingen").waitFor();
  await people.picture(second, "shown-out");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /Neste: Veien videre/ }).click();
  assert.equal((await made.read()).stage.number, 2);
});
