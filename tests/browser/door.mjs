// The door: closed, it lets in those who have joined and nobody more; opened again, who waited comes in by itself.
import { trip } from "./lib.mjs";

trip(
  "a closed door keeps those who have joined, and who waits outside comes in when it opens",
  async (trip) => {
    const { people } = trip;
    const server = await trip.startServer();
    const items = [{ what: "Velkommen", content: { kind: "talk" } }];
    const made = await server.createSession({ details: { title: "Samling 5", language: "nb" }, items });
    const page = await people.laptop("facilitator");
    await page.goto(made.link("facilitate"));
    const projector = await people.projector("projector");
    await projector.goto(made.link("present"));
    const early = await people.phone("early");
    await early.goto(made.link("join"));
    await early.getByText("Du er med").waitFor();

    await page.getByRole("button", { name: "Lukk døren" }).click();
    await projector.getByText("Ingen flere slippes inn nå").waitFor();
    await people.picture(projector, "closed");
    await people.picture(page, "closed-page");
    const late = await people.phone("late");
    await late.goto(made.link("join"));
    await late.getByRole("heading", { name: "Døren er lukket" }).waitFor();
    await people.picture(late, "outside");
    await early.reload();
    await early.getByText("Du er med").waitFor();

    await page.getByRole("button", { name: "Åpne døren" }).click();
    await projector.getByText("eller skann med kameraet").waitFor();
    await late.getByText("Du er med").waitFor();
  },
);
