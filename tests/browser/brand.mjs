// A municipality's own look: a yellow that nobody can read on white, and a logo drawn in dark.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert, eventually, trip } from "./lib.mjs";
import { tooFaint } from "./shared/contrast.mjs";

const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 152 60" width="152" height="60">
  <script>document.documentElement.remove()</script>
  <path d="M4 4h44v30c0 12-14 18-22 22C18 52 4 46 4 34z" fill="#1b2a41"/>
  <path d="M4 38l11-13 8 8 9-15 16 20c-2 9-14 14-22 18-7-4-20-9-22-18z" fill="#ffee00"/>
  <text x="60" y="28" font-family="sans-serif" font-size="21" font-weight="700" fill="#1b2a41">Fjordvik</text>
  <text x="60" y="50" font-family="sans-serif" font-size="17" fill="#1b2a41">kommune</text>
</svg>`;
const NAME = "Fjordvik kommune";
const TEXT = "h1, h2, p, a, b, button, label, summary, span, dt, dd, li, small";
const PLAN = {
  details: { title: "Folkemøte om ny skole", language: "nb", place: "Samfunnshuset", date: "2026-11-21" },
  items: [
    { content: { kind: "talk" }, what: "Velkommen", who: "Ordføreren" },
    {
      content: {
        kind: "question",
        prompt: "Hva er viktigst for den nye skolen?",
        ask: { type: "open_text", answers_max: 3, length_max: 200 },
      },
    },
    {
      content: {
        kind: "question",
        prompt: "Hvor skal den ligge?",
        ask: { type: "choice", options: ["Ved elva", "I sentrum", "På Moen"], most: 1 },
      },
    },
  ],
};

trip("a municipality's logo and colours are on every page, and everything can be read", async (trip) => {
  const { people } = trip;
  const folder = mkdtempSync(join(tmpdir(), "plenum-logo-"));
  try {
    const file = join(folder, "logo.svg");
    writeFileSync(file, LOGO);
    const colours = ["--main-colour", "#ffee00", "--accent-colour", "#8a1538"];
    const server = await trip.startServer("--organisation", NAME, "--logo", file, ...colours);
    await eventually("the server to say what it did with the yellow", () =>
      /The main colour #ffee00 is used darker, as #[0-9a-f]{6}, so that text can be read\./.test(server.log),
    );
    assert.ok(!server.log.includes("The accent"), "the accent is used as it is");

    const session = await server.createSession(PLAN);
    const [phone, projector, laptop] = [
      await people.phone("phone"),
      await people.projector("projector"),
      await people.laptop("laptop"),
    ];
    const look = async (state, pages) => {
      for (const [name, page, least] of pages) {
        for (const colorScheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          const shot = `${name}-${state}-${colorScheme}`;
          await people.picture(page, shot);
          assert.deepEqual(await tooFaint(page, TEXT, least), [], shot);
        }
        await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      }
    };
    const logo = (page) => page.getByRole("img", { name: NAME });
    const all = [
      ["phone", phone, 4.5],
      ["projector", projector, 7],
      ["laptop", laptop, 4.5],
    ];

    // The way in, and the page on which sessions are made.
    await phone.goto(`${server.origin}/`);
    await logo(phone).waitFor();
    assert.ok(await logo(phone).evaluate((image) => image.naturalWidth > 0), "the logo is there");
    await laptop.goto(`${server.origin}/facilitate`);
    await logo(laptop).waitFor();
    await look("start", [all[0], all[2]]);

    // Before it begins.
    await phone.goto(session.link("join"));
    await phone.getByText("Venter på at samlingen begynner").waitFor();
    await projector.goto(session.link("present"));
    await laptop.goto(session.link("facilitate"));
    for (const page of [phone, projector, laptop]) await logo(page).waitFor();
    await look("waiting", all);

    // An open question: the phone's room is the question's, the others keep the logo in their bars.
    await session.command({ do: "next" });
    await session.command({ do: "next" });
    await phone.getByRole("textbox", { name: "Svaret ditt" }).fill("Lys og plass til alle");
    await logo(phone).waitFor({ state: "hidden" });
    for (const page of [projector, laptop]) await logo(page).waitFor();
    await look("question", all);
    await phone.getByRole("button", { name: "Send svaret" }).click();
    await phone.getByText("Mottatt", { exact: true }).waitFor();
    await projector.getByText("Lys og plass til alle").waitFor();
    await laptop.getByText("Lys og plass til alle").first().waitFor();
    await look("answered", all);

    // What is chosen, and bars.
    await session.command({ do: "next" });
    await phone.getByText("I sentrum").click();
    await look("choosing", [all[0]]);
    await phone.getByRole("button", { name: "Send svaret" }).click();
    await session.command({ do: "show_results", item: 3, to: "everyone" });
    await phone.getByRole("heading", { name: "Dette sier vi" }).waitFor();
    await look("chosen", all);

    // The address of the logo gives the logo and lets it do nothing.
    const sent = await fetch(`${server.origin}/logo`);
    assert.equal(sent.headers.get("content-type"), "image/svg+xml");
    assert.match(sent.headers.get("content-security-policy"), /default-src 'none'.*sandbox/);
    const again = { headers: { "if-none-match": sent.headers.get("etag") } };
    assert.equal((await fetch(`${server.origin}/logo`, again)).status, 304);
    assert.equal((await fetch(`${server.origin}/logo/dark`)).status, 404);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
