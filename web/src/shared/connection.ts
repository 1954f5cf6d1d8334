// One connection of a page to its session: opens the socket, folds what comes, and comes back by itself.
import { fold, NOTHING, type PageState } from "./fold.ts";
import type { ClientMessage, Goodbye, Role, ServerMessage } from "./wire.ts";

/** The version of the messages this page speaks; the server refuses others. */
const WIRE_VERSION = 1;

/** Silence after which the page asks whether the line is alive. */
const QUIET_MS_MAX = 5_000;
/** How long the answer to that, a connection's opening, or its first message may take. */
const REPLY_MS_MAX = 4_000;
/** Longest wait between two attempts: a hall's network that is back should not wait for phones. */
const BACKOFF_MS_MAX = 10_000;
/** How old an attempt may be for a person's return not to begin another. */
const FRESH_MS_MAX = 1_000;
/** Over how long phones spread when the server restarts, so that they do not all come at once. */
const RESTART_SPREAD_MS = 3_000;
/** Wait before asking again for a place in a full session, or at a closed door. */
const FULL_MS = 10_000;

/** Whether the page hears its session. */
export type Line =
  /** The first attempt is under way. */
  | "connecting"
  /** Messages come and go. */
  | "open"
  /** The line is lost and the page tries to come back. */
  | "lost"
  /** The server said not to come back; `goodbye` says why. */
  | "closed";

/** What a page draws from. */
export interface View {
  readonly state: PageState;
  readonly line: Line;
  /** Why the server closed the connection last; gone when it is open again. */
  readonly goodbye: Goodbye | undefined;
}

/** What a connection needs of its surroundings; tests give their own. */
export interface Surroundings {
  open(url: string): WebSocket;
  /** Where `online`, `pageshow`, `pagehide` and `visibilitychange` are heard. */
  readonly events: EventTarget;
  /** From 0 to 1. */
  random(): number;
}

/** The socket of a session on the server that this page came from. */
export function socketAddress(code: string): string {
  return `${location.origin.replace(/^http/, "ws")}/api/v1/sessions/${code}/socket`;
}

export class Connection {
  #view: View;
  #socket: WebSocket | undefined;
  #attempts = 0;
  /** When something was last heard, in milliseconds of this page's clock. */
  #heard_ms = 0;
  /** Whether nothing was heard since the page asked. */
  #asked = false;
  /** When the latest attempt began. */
  #tried_ms = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawn = new Set<(view: View) => void>();
  #listening = new Set<(message: ServerMessage) => void>();
  #ended = new AbortController();

  /** Connects at once. `first` is a message that came with the page, so that it draws before the socket opens. */
  constructor(
    readonly url: string,
    public role: Role,
    first?: ServerMessage,
    readonly around: Surroundings = {
      open: (url) => new WebSocket(url),
      events: window,
      random: Math.random,
    },
  ) {
    this.#view = { state: first ? fold(NOTHING, first) : NOTHING, line: "connecting", goodbye: undefined };
    const { signal } = this.#ended;
    for (const event of ["online", "pageshow", "visibilitychange"]) {
      around.events.addEventListener(event, () => this.#wake(), { signal });
    }
    // A page that is put away with an open socket could not be brought back as it was.
    around.events.addEventListener("pagehide", () => this.#away(), { signal });
    this.#connect();
  }

  get view(): View {
    return this.#view;
  }

  /** Calls with the view now and at every change, until the function it gives back is called. */
  subscribe(draw: (view: View) => void): () => void {
    this.#drawn.add(draw);
    draw(this.#view);
    return () => this.#drawn.delete(draw);
  }

  /** Calls with every message after it was folded, until the function it gives back is called. */
  listen(hear: (message: ServerMessage) => void): () => void {
    this.#listening.add(hear);
    return () => this.#listening.delete(hear);
  }

  /** Sends a message if the line is open; gives whether it was. */
  send(message: ClientMessage): boolean {
    if (this.#view.line !== "open" || !this.#socket) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /** Tries again in another way, after the server said not to come back like that. */
  again(role: Role): void {
    this.role = role;
    this.#show({ line: "connecting" });
    this.#connect();
  }

  /** Ends it for good. */
  end(): void {
    this.#ended.abort();
    this.#drop();
    this.#show({ line: "closed" });
  }

  #connect(): void {
    this.#drop();
    this.#tried_ms = Date.now();
    const socket = this.around.open(this.url);
    this.#socket = socket;
    const mine = (run: (event: MessageEvent & CloseEvent) => void) => (event: Event) => {
      if (this.#socket === socket) run(event as MessageEvent & CloseEvent);
    };
    socket.addEventListener(
      "open",
      mine(() => this.#hello(socket)),
    );
    socket.addEventListener(
      "message",
      mine((event) => this.#hear(event.data)),
    );
    socket.addEventListener(
      "close",
      mine((event) => this.#lost(...(GOODBYES[event.code] ?? []))),
    );
    this.#after(2 * REPLY_MS_MAX, () => this.#lost());
  }

  #hello(socket: WebSocket): void {
    const { cursor } = this.#view.state;
    const hello: ClientMessage = {
      type: "hello",
      version: WIRE_VERSION,
      as: this.role,
      cursor: cursor ?? null,
    };
    socket.send(JSON.stringify(hello));
    this.#after(REPLY_MS_MAX, () => this.#lost());
  }

  #hear(data: string): void {
    const message = JSON.parse(data) as ServerMessage;
    this.#heard_ms = Date.now();
    this.#asked = false;
    if (message.type === "goodbye") return this.#lost(message.reason, message.come_back);
    const state = fold(this.#view.state, message);
    if (this.#view.line !== "open") {
      this.#attempts = 0;
      this.#show({ state, line: "open", goodbye: undefined });
      this.#watch();
    } else if (state !== this.#view.state) {
      this.#show({ state });
    }
    for (const hear of this.#listening) hear(message);
  }

  /** Waits for silence, asks whether the line is alive, and gives it up when no reply comes. */
  #watch(): void {
    const quiet_ms = Date.now() - this.#heard_ms;
    if (quiet_ms < QUIET_MS_MAX) this.#after(QUIET_MS_MAX - quiet_ms, () => this.#watch());
    else this.#ask();
  }

  #ask(): void {
    this.#asked = true;
    this.send({ type: "ping" });
    this.#after(REPLY_MS_MAX, () => {
      if (this.#asked) this.#lost();
      else this.#watch();
    });
  }

  /** The network or the person is back: try at once, and make sure of a line that only seems open. */
  #wake(): void {
    if (this.#view.line === "closed") return;
    if (this.#view.line === "open") this.#ask();
    else if (Date.now() - this.#tried_ms > FRESH_MS_MAX) this.#connect();
  }

  #away(): void {
    if (this.#view.line === "closed") return;
    this.#drop();
    this.#tried_ms = 0;
    this.#show({ line: "lost" });
  }

  #lost(goodbye?: Goodbye, comeBack = true): void {
    this.#drop();
    if (!comeBack) return this.#show({ line: "closed", goodbye });
    this.#show({ line: "lost", goodbye });
    this.#after(this.#pause_ms(goodbye), () => this.#connect());
    this.#attempts += 1;
  }

  #pause_ms(goodbye: Goodbye | undefined): number {
    const spread = this.around.random();
    if (goodbye === "session_full" || goodbye === "door_closed") return FULL_MS * (0.5 + spread);
    if (goodbye === "restarting" && this.#attempts === 0) return 200 + RESTART_SPREAD_MS * spread;
    const pause_ms = Math.min(500 * 2 ** this.#attempts, BACKOFF_MS_MAX);
    return pause_ms * (0.5 + spread / 2);
  }

  /** Lets go of the socket; what it still says is not heard. */
  #drop(): void {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  #after(ms: number, run: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(run, ms);
  }

  #show(news: Partial<View>): void {
    this.#view = { ...this.#view, ...news };
    for (const draw of this.#drawn) draw(this.#view);
  }
}

/** The reasons by their close codes, for when the last message did not arrive, and whether to come back. */
const GOODBYES: Record<number, [reason?: Goodbye, comeBack?: boolean]> = {
  1012: ["restarting", true],
  4001: ["other_version", false],
  4003: ["wrong_key", false],
  4004: ["no_such_session", false],
  4008: ["silent", true],
  4009: ["session_full", true],
  4010: ["session_ended", false],
  4011: ["door_closed", true],
  4012: ["password_needed", false],
  4013: ["password_wrong", false],
  4029: ["too_fast", true],
};
