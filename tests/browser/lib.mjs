// What every trip shares: `trip` runs one with a server, people in a browser, a limit in time, and cleaning up.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Audience } from "./shared/people.mjs";
import { Proxy } from "./shared/proxy.mjs";
import { Server } from "./shared/server.mjs";

export { assert };
export { answerAs, askAs, giveAs, playAs, rankAs, standAs, tokenOf, voteAs } from "./shared/hall.mjs";
export { Keys } from "./shared/keys.mjs";
export { eventually, sleep } from "./shared/wait.mjs";
export { filesInZip, textsInWord } from "./shared/word.mjs";

/** Longest a whole trip may take, browser and server included; an idle machine needs a fourth of it. */
const TRIP_MS_MAX = 300_000;

/** Steps of a session that come closer than this are taken for one double click by the facilitator's page. */
export const STEPS_APART_MS = 500;

/** Where screenshots go. */
const OUTPUT = fileURLToPath(new URL("output", import.meta.url));

/**
 * Runs a trip told by a sentence. `run` is given a `Trip`; whatever it starts is stopped at the end. The process
 * ends with 1, and says why, when `run` throws or a page complained.
 */
export async function trip(sentence, run) {
  const name = basename(process.argv[1], ".mjs");
  const started = new Trip(name);
  let limit;
  const over = new Promise((_, refuse) => {
    limit = setTimeout(() => refuse(new Error(`not done after ${TRIP_MS_MAX / 1000} s`)), TRIP_MS_MAX);
  });
  try {
    await Promise.race([run(started), over]);
    started.people.check();
  } catch (failure) {
    console.error(`${name}: ${sentence}: FAILED\n${failure.stack ?? failure}`);
    console.error(await started.tell());
    process.exitCode = 1;
  } finally {
    clearTimeout(limit);
    await started.end();
  }
  // What a failed trip left waiting must not hold the process.
  process.exit();
}

class Trip {
  #servers = [];
  #proxies = [];

  constructor(name) {
    this.name = name;
    mkdirSync(OUTPUT, { recursive: true });
    this.people = new Audience(join(OUTPUT, name));
  }

  /** Starts a server with an empty data folder; `extra` are further arguments of the program. */
  async startServer(...extra) {
    const server = new Server(extra);
    this.#servers.push(server);
    await server.start();
    this.people.allow(server.origin);
    return server;
  }

  /** A line to the server that can be cut and mended; pages opened at `proxy.origin` go through it. */
  async startProxy(server) {
    const proxy = new Proxy(server.port);
    this.#proxies.push(proxy);
    await proxy.mend();
    this.people.allow(proxy.origin);
    return proxy;
  }

  /** What may explain a failure: the pages as they stand, and what the server wrote. */
  async tell() {
    const pages = await this.people.tell();
    const logs = this.#servers.map((server) => `--- server\n${server.log.slice(-4_000)}`);
    return [...pages, ...logs].join("\n");
  }

  async end() {
    await this.people.end();
    await Promise.all(this.#proxies.map((proxy) => proxy.cut()));
    await Promise.all(this.#servers.map((server) => server.end()));
  }
}
