// The real program on a free port with a data folder of its own, and its API.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import assert from "node:assert/strict";
import { eventually, WAIT_MS_MAX } from "./wait.mjs";

export class Server {
  #extra;
  #folder = mkdtempSync(join(tmpdir(), "plenum-trip-"));
  #process;
  port = 0;
  /** All it has written, but for the QR code. */
  log = "";

  constructor(extra) {
    this.#extra = extra;
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it, on the port and with the data it had before. */
  async start() {
    assert.ok(
      process.env.PLENUM_BINARY,
      "PLENUM_BINARY names the program; cargo test --test browser sets it",
    );
    const before = this.log.length;
    const where = ["--listen", `127.0.0.1:${this.port}`, "--data", this.#folder];
    const settings = ["serve", ...where, "--time-zone", "Europe/Oslo", ...this.#extra];
    this.#process = spawn(process.env.PLENUM_BINARY, settings, { stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.on("data", (text) => (this.log += text.toString().replace(/^[█▀▄ ]+\n/gm, "")));
    }
    const listening = await eventually("the server to say where it listens", () => {
      if (this.#process.exitCode !== null) throw new Error(`it ended at once:\n${this.log}`);
      return /Listening on\s+(?:http:\/\/)?127\.0\.0\.1:(\d+)/.exec(this.log.slice(before));
    });
    this.port = Number(listening[1]);
    await eventually("the server to be ready", async () => (await fetch(`${this.origin}/readyz`)).ok);
  }

  /** Stops it as an operator does, and waits until it has stored everything. */
  async stop() {
    const stopping = this.#process;
    if (!stopping || stopping.exitCode !== null || stopping.signalCode !== null) return;
    const stopped = new Promise((done) => stopping.once("exit", (code, signal) => done({ code, signal })));
    stopping.kill("SIGTERM");
    const late = setTimeout(() => stopping.kill("SIGKILL"), WAIT_MS_MAX);
    const how = await stopped;
    clearTimeout(late);
    assert.deepEqual(how, { code: 0, signal: null }, "the server stops cleanly on SIGTERM");
  }

  /** Stops it and erases its data. */
  async end() {
    await this.stop().catch((failure) => {
      console.error(failure.message);
      process.exitCode = 1;
    });
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Creates a session from a plan. */
  async createSession(plan) {
    const made = await fetch(`${this.origin}/api/v1/sessions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(plan),
    });
    assert.equal(made.status, 201, `creating a session: ${await made.clone().text()}`);
    return new Session(this, await made.json());
  }

  /** The session that a facilitator's page is at. */
  sessionAt(link) {
    const { pathname, hash } = new URL(link);
    return new Session(this, {
      code: pathname.split("/").at(-1),
      key: hash.slice(1),
      links: { facilitate: link },
    });
  }
}

/** A session, steered over the API as by a script. */
export class Session {
  #server;
  #key;

  constructor(server, { code, key, links }) {
    this.#server = server;
    this.#key = key;
    this.code = code;
    this.links = links;
  }

  /** The code as people see it: `3885 1953`. */
  get spacedCode() {
    return `${this.code.slice(0, 4)} ${this.code.slice(4)}`;
  }

  /** The link of a page, `join`, `facilitate` or `present`, at the server's own address or a proxy's. */
  link(page, at = this.#server) {
    const { pathname, hash } = new URL(this.links[page]);
    return `${at.origin}${pathname}${hash}`;
  }

  /** Does a facilitator's command such as `{ do: "next" }`. */
  async command(command) {
    const done = await this.#fetch("/commands", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(command),
    });
    return done.json();
  }

  async read() {
    return (await this.#fetch("")).json();
  }

  /** Has the session keep a picture; gives its number and size. */
  async keepPicture(bytes) {
    return (await this.#fetch("/pictures", { method: "POST", body: bytes })).json();
  }

  /** What the server has of a question: answers, themes, ranking. */
  async resultsOf(item) {
    const { questions } = await (await this.#fetch("/results")).json();
    return questions.find((question) => question.item === item);
  }

  /** The texts of a question's answers, sorted. */
  async textsOf(item) {
    return (await this.resultsOf(item)).answers.map((answer) => answer.text).sort();
  }

  /** The minutes in Word. */
  async minutesInWord() {
    const sent = await this.#fetch("/minutes.docx");
    return Buffer.from(await sent.arrayBuffer());
  }

  /** The minutes in Markdown. */
  async minutes() {
    return (await this.#fetch("/minutes.md")).text();
  }

  async #fetch(path, options = {}) {
    const headers = { ...options.headers, authorization: `Bearer ${this.#key}` };
    const address = `${this.#server.origin}/api/v1/sessions/${this.code}${path}`;
    const got = await fetch(address, { ...options, headers });
    if (!got.ok)
      throw new Error(`${options.method ?? "GET"} ${path || "/"}: ${got.status} ${await got.text()}`);
    return got;
  }
}
