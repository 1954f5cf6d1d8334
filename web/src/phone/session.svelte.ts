// The phone in one session: its connection, its answers, and what is being written.
import { phone as words } from "#words";
import { Connection, socketAddress, type View } from "../shared/connection.ts";
import { questionOf, type QuestionState } from "../shared/fold.ts";
import { Outbox, type Entry, type Shown } from "../shared/outbox.ts";
import type { AnswerContent, ServerMessage } from "../shared/wire.ts";
import { buzz } from "./buzz.ts";
import { keepPocket, openPocket, type Draft, type Pocket } from "./pocket.ts";
import { say } from "./say.svelte.ts";

export class PhoneSession {
  #view = $state.raw<View>()!;
  #entries = $state.raw<readonly Entry[]>([]);
  /** Whether the server has let this phone in since the page was loaded. */
  #isIn = false;
  /** The role that was said, as in the pocket; told by the server before it is asked for. */
  #role = $state.raw<number | null | undefined>();
  #isRoleTold = $state.raw(false);
  #drafts = $state.raw<Readonly<Record<number, Draft>>>({});
  readonly #pocket: Pocket;
  readonly connection: Connection;
  readonly #outbox: Outbox;

  /** `first` is the snapshot that came with the page, if one did. */
  constructor(
    readonly code: string,
    secret: string | undefined,
    first: ServerMessage | undefined,
  ) {
    this.#pocket = openPocket(code, secret);
    this.#entries = this.#pocket.entries;
    this.#drafts = this.#pocket.drafts;
    this.#role = this.#pocket.role;
    this.connection = new Connection(socketAddress(code), this.#who, first);
    this.#outbox = new Outbox(
      this.#pocket.entries,
      (message) => this.connection.send(message),
      (entries) => {
        this.#entries = this.#pocket.entries = entries;
        this.#keep();
      },
    );
    let line = "";
    this.connection.subscribe((view) => {
      this.#isIn ||= view.line === "open";
      this.#view = view;
      this.#enter();
      if (view.line === "open" && line !== "open") this.#outbox.flush();
      line = view.line;
    });
    this.connection.listen((message) => this.#hear(message));
    this.#keep();
  }

  get view(): View {
    return this.#view;
  }

  /** This phone's answers to a question, in the order they were given. */
  entriesOf(item: number): Entry[] {
    return this.#entries.filter((entry) => entry.item === item);
  }

  /** Whether this phone was not let in; the state that came with the page does not mean that it is in. */
  get isOut(): boolean {
    const { goodbye } = this.#view;
    return (goodbye === "session_full" || goodbye === "door_closed") && !this.#isIn;
  }

  /** Comes again with the password of the room, which is kept nowhere. */
  unlock(password: string): void {
    this.connection.again({ ...this.#who, password });
  }

  get #who() {
    const { token, secret } = this.#pocket;
    return { role: "phone", token, secret: secret ?? null } as const;
  }

  /** Whether this person is still to say a role. */
  get asksRole(): boolean {
    const { roles } = this.#view.state;
    const isSaid = this.#role === null || roles.some(({ id }) => id === this.#role);
    return this.#isRoleTold && roles.length > 0 && !isSaid;
  }

  /** Whether something is asked before the session is shown. */
  get isAtDoor(): boolean {
    return this.#view.goodbye?.startsWith("password") || this.isOut || this.asksRole;
  }

  /** Says a role, or null to rather not say; kept until the server has heard it. */
  chooseRole(role: number | null): void {
    this.#role = this.#pocket.role = role;
    this.#keep();
    this.connection.send({ type: "choose_role", role });
  }

  /** Whether something waits for the line. */
  get hasUnsent(): boolean {
    return this.#entries.some((entry) => entry.state === "unsent");
  }

  questionOf(item: number): QuestionState {
    return questionOf(this.#view.state, item);
  }

  draftOf(item: number): Draft | undefined {
    return this.#drafts[item];
  }

  /** Keeps what is being written; without it, nothing is. */
  draft(item: number, draft: Omit<Draft, "round"> | undefined): void {
    const drafts = { ...this.#drafts };
    if (draft) drafts[item] = { ...draft, round: this.#roundOf(item) };
    else delete drafts[item];
    this.#drafts = this.#pocket.drafts = drafts;
    this.#keep();
  }

  /** Sends an answer, new or in place of the one under a key; what was being written is done. */
  give(item: number, content: AnswerContent, key?: string): void {
    if (key === undefined) this.#outbox.give(item, this.#roundOf(item), content);
    else this.#outbox.change(key, content);
    this.draft(item, undefined);
  }

  withdraw(key: string): void {
    this.#outbox.change(key, null);
  }

  dismiss(key: string): void {
    this.#outbox.dismiss(key);
  }

  end(): void {
    this.connection.end();
  }

  /** The questions on stage: one, or those of a survey. */
  get #shown(): Shown[] {
    const { stage } = this.#view.state;
    const items = stage?.item ? [stage.item] : (stage?.survey?.items ?? []);
    return items.flatMap(({ id, status }) => (status ? [{ item: id, round: status.round }] : []));
  }

  #roundOf(item: number): number {
    return this.#shown.find((shown) => shown.item === item)?.round ?? 0;
  }

  /** A reset question begins anew: what did not arrive becomes a draft again. */
  #enter(): void {
    for (const { item, round } of this.#shown) {
      const lost = this.#outbox.enter(item, round).at(-1)?.content;
      if (lost?.type === "text") this.draft(item, { text: lost.text });
      const draft = this.#drafts[item];
      if (draft?.key !== undefined && draft.round !== round) {
        const { key: _gone, ...rest } = draft;
        this.draft(item, rest);
      }
    }
  }

  #hear(message: ServerMessage): void {
    if (message.type === "own_role") {
      this.#isRoleTold = true;
      if (message.said) this.#role = this.#pocket.role = message.role;
      else if (this.#role !== undefined && !this.asksRole) this.chooseRole(this.#role);
    }
    const before = this.#entries;
    this.#outbox.hear(message, this.#shown);
    if (message.type !== "accepted") return;
    buzz();
    // A question to the speaker is confirmed the same way, and is none of these.
    const entry = before.find((entry) => entry.key === message.key);
    if (entry) say(entry.content ? words.receivedHeard : words.withdrawHeard);
  }

  #keep(): void {
    keepPocket(this.code, this.#pocket);
  }
}
