// People in front of pages: each in a browser of their own, watched for anything a page should not do.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { barriers } from "./axe.mjs";
import { LIST_ENDING, pageAt } from "./contact-sheet.mjs";
import { WAIT_MS_MAX } from "./wait.mjs";

const { chromium } = createRequire(new URL("../../../web/package.json", import.meta.url))("playwright-core");

/**
 * What Chromium is not to do: what playwright-core turns off, whose list this one takes the place of, and the browser's own
 * panels, which are drawn ahead for each window though nobody sees them.
 */
const OFF = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "PreloadTopChromeWebUI",
];

const SWITCHES = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${OFF.join(",")}`,
];

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const PROJECTOR = { viewport: { width: 1920, height: 1080 } };
const LAPTOP = { viewport: { width: 1440, height: 900 } };

/** What Chromium itself says of a line that is down; let through only while a trip has it down. */
const LINE_IS_DOWN =
  /WebSocket connection to .* failed|net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/;

/** Everyone in a trip. */
export class Audience {
  #browser;
  #origins = new Set();
  #people = [];
  #output;
  #complaints = [];
  #expected = [];
  #pictures = [];

  constructor(output) {
    this.#output = output;
  }

  /** Pages may ask this origin. */
  allow(origin) {
    this.#origins.add(origin);
  }

  /** Lets one kind of complaint through from now on: a regular expression with the reason it cannot be avoided. */
  expect(complaint, reason) {
    assert.ok(reason, "an expected complaint has a reason");
    this.#expected.push(complaint);
  }

  /** The line is about to be down: what Chromium says of that is let through. */
  expectLostLine() {
    this.expect(LINE_IS_DOWN, "Chromium reports every refused connection and pages cannot keep it from that");
  }

  phone(name, options = {}) {
    return this.#open(name, { ...PHONE, ...options });
  }

  projector(name) {
    return this.#open(name, PROJECTOR);
  }

  laptop(name) {
    return this.#open(name, LAPTOP);
  }

  /** Fails when any page has complained so far. */
  check() {
    assert.deepEqual(this.#complaints, [], "pages ran without a complaint");
  }

  /**
   * Keeps a picture of a page beside the trips; what moves has come to rest in it, unless it is `"allow"`ed to. What
   * stands in somebody's way on the page is a complaint.
   */
  async picture(page, name, animations = "disabled") {
    await this.glance(page, name, animations);
    await this.reach(page, name);
  }

  /** Only keeps a picture, of what is looked at for barriers elsewhere. */
  async glance(page, name, animations = "disabled") {
    const path = `${this.#output}-${name}.png`;
    await page.screenshot({ path, animations });
    this.#pictures.push({ file: basename(path), page: pageAt(page.url()), name });
  }

  /** How often something on a page was pressed by mouse or finger since it was loaded. */
  pointedAt(page) {
    return page.evaluate(() => window.pointedAt);
  }

  /** Complains of what stands in somebody's way on the page as it stands; `expect` lets a known barrier through. */
  async reach(page, name) {
    for (const barrier of await barriers(page)) this.#complain(name, barrier);
  }

  /** Each open page in words, with a picture kept. */
  async tell() {
    const told = [...this.#complaints.map((complaint) => `--- complaint: ${complaint}`)];
    for (const { name, page } of this.#people) {
      if (page.isClosed()) continue;
      try {
        await page.screenshot({ path: `${this.#output}-failed-${name}.png`, timeout: 5_000 });
        const seen = await page.locator("body").ariaSnapshot({ timeout: 5_000 });
        told.push(`--- ${name} at ${page.url().replace(/#.*/, "#…")}\n${seen}`);
      } catch (failure) {
        told.push(`--- ${name}: not to be seen (${failure.message})`);
      }
    }
    return told;
  }

  async end() {
    writeFileSync(`${this.#output}${LIST_ENDING}`, JSON.stringify(this.#pictures));
    await this.#browser?.close().catch(() => {});
  }

  async #open(name, options) {
    this.#browser ??= await chromium.launch({
      executablePath: process.env.PLENUM_CHROMIUM,
      args: SWITCHES,
      timeout: 60_000,
    });
    const context = await this.#browser.newContext({ locale: "nb-NO", acceptDownloads: true, ...options });
    context.setDefaultTimeout(WAIT_MS_MAX);
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        console.error(`against the security policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
      window.pointedAt = 0;
      addEventListener("pointerdown", () => (window.pointedAt += 1), true);
    });
    context.on("page", (page) => this.#watch(name, page));
    return context.newPage();
  }

  #watch(name, page) {
    this.#people.push({ name, page });
    page.on("console", (message) => {
      if (message.type() === "error")
        this.#complain(name, `console: ${message.text()} ${message.location().url}`);
    });
    page.on("pageerror", (problem) => this.#complain(name, `page: ${problem.stack ?? problem}`));
    page.on("request", (request) => this.#ask(name, request.url()));
    page.on("websocket", (socket) => this.#ask(name, socket.url()));
  }

  #ask(name, address) {
    const { protocol, origin } = new URL(address.replace(/^ws/, "http"));
    if (protocol === "data:" || protocol === "blob:" || this.#origins.has(origin)) return;
    this.#complain(name, `asked another host: ${address}`);
  }

  #complain(name, complaint) {
    if (!this.#expected.some((expected) => expected.test(complaint)))
      this.#complaints.push(`${name}: ${complaint}`);
  }
}
