// What the facilitator's page works on: the session's state, what is chosen, and the one way to ask for something.
import { createContext } from "svelte";
import { CommandNotDone, Commands } from "../shared/commands.ts";
import { Connection, socketAddress, type View } from "../shared/connection.ts";
import { ServerClock } from "../shared/server-clock.ts";
import { questionOf, type QuestionState } from "../shared/fold.ts";
import { browserLanguage, commonWords } from "../shared/words/index.ts";
import { wordsOf, type FacilitatorWords } from "../shared/words/facilitator/index.ts";
import type { FacilitatorCommand, ItemView, Language, Rejection } from "../shared/wire.ts";
import { Notices, type Scope } from "./notices.svelte.ts";
import { isKeyKept } from "./recent.ts";

/** What became of a command; after `unknown` the line was lost before the answer, and it may have been done. */
export type Outcome = "done" | Rejection | "offline" | "unknown";

/** A sentence with a way back, shown when a command is done. */
export interface Told {
  readonly text: string;
  /** What takes it back, one after the other. */
  readonly undo?: FacilitatorCommand | readonly FacilitatorCommand[] | undefined;
}

export const [getDesk, setDesk] = createContext<Desk>();

export class Desk {
  readonly notices = new Notices();
  /** The item whose fields are open. */
  opened = $state<number | undefined>();
  /** The question looked at when it is not the one the room sees. */
  looked = $state<number | undefined>();
  /** What stands beside the room's picture: the answers, or the questions to the speaker. */
  side = $state<"answers" | "asked">("answers");
  /** Where the latest step was, so that undo takes back what a person means. */
  scope = $state<Scope>("programme");
  /** The item that is being written and could be added as it stands; what it is called, and how to add it. */
  written = $state.raw<{ readonly title: string; readonly add: () => Promise<boolean> } | undefined>();
  /** Whether the person has kept the link that leads back here, or wants to be reminded. */
  keyCare = $state<"asked" | "later" | "kept">("kept");
  /** The clock, in milliseconds since 1970; moves every few seconds. */
  now = $state(Date.now());
  readonly #connection: Connection;
  #view = $state.raw<View>()!;
  readonly #commands: Commands;
  readonly time: ServerClock;
  #clock = setInterval(() => (this.now = Date.now()), 5_000);

  constructor(
    readonly code: string,
    readonly key: string,
  ) {
    if (!isKeyKept(code)) this.keyCare = "asked";
    this.#connection = new Connection(socketAddress(code), { role: "facilitator", key });
    this.#connection.subscribe((view) => (this.#view = view));
    this.#commands = new Commands(this.#connection);
    this.time = new ServerClock(this.#connection);
  }

  readonly view = $derived.by(() => this.#view);
  readonly state = $derived(this.view.state);
  readonly language: Language = $derived(this.state.details?.language ?? browserLanguage());
  /** How numbers and dates are written. */
  readonly locales: string[] = $derived(commonWords[this.language].locales);
  readonly words: FacilitatorWords = $derived(wordsOf[this.language]);
  readonly items: readonly ItemView[] = $derived(this.state.programme.items);
  readonly stage = $derived(this.state.stage);
  readonly online = $derived(this.view.line === "open");
  readonly ended = $derived(this.stage?.phase === "ended");
  /** Whether there is time to speak of the key: before the start, and again after the end. */
  readonly asksForKey = $derived.by(() => {
    if (this.stage?.phase === "waiting_room") return this.keyCare === "asked";
    return this.ended && this.keyCare !== "kept";
  });
  /** The index of what the room sees; -1 when it is none. */
  readonly currentIndex = $derived(this.items.findIndex((item) => item.id === this.stage?.item?.id));
  readonly current = $derived(this.items[this.currentIndex]);
  readonly questions = $derived(this.items.filter((item) => item.plan.content.kind === "question"));
  /** The question whose answers are on the desk: the one looked at, else the room's, else the latest that was asked. */
  readonly question = $derived.by(() => {
    const looked = this.questions.find((item) => item.id === this.looked);
    if (looked) return looked;
    const now = this.questions.find((item) => item.id === this.current?.id);
    return now ?? this.questions.findLast((item) => item.from_ms !== null);
  });

  /** What is known of a question. */
  of(item: number): QuestionState {
    return questionOf(this.state, item);
  }

  /** Asks for something and says so when it could not be done; gives whether it was. */
  async do(command: FacilitatorCommand, told?: Told): Promise<boolean> {
    const outcome = await this.ask(command);
    if (outcome !== "done") {
      this.notices.tell({ text: this.refusal(command, outcome), tone: "danger" });
      return false;
    }
    if (told) this.tell(told, scopeOf(command));
    return true;
  }

  /** Says what was done, with the way back. */
  tell({ text, undo = [] }: Told, scope?: Scope): void {
    const back = [undo].flat();
    const run = async (): Promise<void> => {
      for (const command of back) if (!(await this.do(command))) return;
    };
    const action = back.length > 0 ? { label: this.words.session.undo, run: () => void run() } : undefined;
    this.notices.tell({ text, tone: "plain", action, scope });
  }

  /** Asks for something; what is asked without a connection is not kept for later. */
  async ask(command: FacilitatorCommand): Promise<Outcome> {
    const scope = scopeOf(command);
    if (scope) {
      this.scope = scope;
      this.notices.drop(scope);
    }
    if (!this.online) return "offline";
    try {
      await this.#commands.do(command);
      return "done";
    } catch (fault) {
      if (!(fault instanceof CommandNotDone)) throw fault;
      return fault.code === "no_connection" ? "unknown" : fault.code;
    }
  }

  /** One sentence on what was not done and why. */
  refusal(command: FacilitatorCommand, outcome: Exclude<Outcome, "done">): string {
    const { session, deeds, rejections } = this.words;
    const what = deeds[command.do];
    if (outcome === "offline") return session.notDone(what);
    if (outcome === "unknown") return session.unknown(what);
    return session.refusedOf(what, rejections[outcome]);
  }

  /** Lets go of the connection. */
  end(): void {
    clearInterval(this.#clock);
    this.#connection.end();
  }
}

/** Which history a command belongs to. */
function scopeOf(command: FacilitatorCommand): Scope | undefined {
  if (command.do.endsWith("_item") || command.do.endsWith("_programme")) return "programme";
  if (/_themes?$|^move_answers$|^arrange_families$/.test(command.do)) return "themes";
  return undefined;
}
