// Sorting by hand: which answer lies before the person, under which headings, and what can be taken back.
import { untrack } from "svelte";
import type {
  AnswerId,
  AnswerView,
  FacilitatorCommand,
  ItemId,
  ThemeId,
  ThemeView,
} from "../../shared/wire.ts";
import { fetchLikeliest } from "../api.ts";
import type { Desk, Outcome } from "../desk.svelte.ts";
import { folded, withKeys } from "./headings.ts";

/** A heading to sort under; a theme that vanishes meanwhile is made again when an answer is placed there. */
export interface Heading {
  readonly id: ThemeId | undefined;
  readonly label: string;
}

/** Something done that Backspace takes back. */
interface Step {
  readonly answer: AnswerId;
  readonly did: "placed" | "skipped";
  /** The heading that was made for it. */
  readonly made?: Heading | undefined;
  /** Whether it was done in the end. */
  readonly isDone: Promise<boolean>;
}

/** So many placings teach the engine something; then it is asked again. */
const RANK_EVERY = 10;

export class Hand {
  headings = $state.raw<readonly Heading[]>([]);
  /** The latest that happened, in words. */
  told = $state.raw<{
    readonly text: string;
    readonly theme?: ThemeId | undefined;
    readonly bad?: boolean;
  }>();
  #queue = $state.raw<readonly AnswerId[]>([]);
  #placed = $state.raw<readonly AnswerId[]>([]);
  #skipped = $state.raw<readonly AnswerId[]>([]);
  #steps: Step[] = [];
  /** Every answer that was ever taken in or passed by. */
  #known = new Set<AnswerId>();
  /** Those that came while the person sorted: they wait until the others are done. */
  #late = new Set<AnswerId>();
  #likeliest = new Map<AnswerId, readonly ThemeId[]>();
  #tail: Promise<unknown> = Promise.resolve();
  #rankedAt = 0;

  constructor(
    readonly desk: Desk,
    readonly item: ItemId,
  ) {}

  readonly #question = $derived.by(() => this.desk.of(this.item));
  readonly #texts = $derived.by(() => new Map(this.#question.answers.map((answer) => [answer.id, answer])));
  /** The answer to place now. */
  readonly current: AnswerView | undefined = $derived.by(() => this.#standing(this.#queue)[0]);
  readonly placed: number = $derived.by(() => this.#standing(this.#placed).length);
  readonly skipped: number = $derived.by(() => this.#standing(this.#skipped).length);
  readonly total: number = $derived.by(() => this.placed + this.skipped + this.#standing(this.#queue).length);

  /** The headings with their keys; they keep still for as long as an answer lies there. */
  readonly choices = $derived.by(() => {
    const { current, headings } = this;
    return untrack(() => {
      const here = current && this.#themeHolding(current.id);
      const ranked = current ? (this.#likeliest.get(current.id) ?? []) : [];
      const ids = here ? [here.id, ...ranked] : ranked;
      const likeliest = ids.flatMap(
        (id) => headings.find((heading) => this.themeOf(heading)?.id === id) ?? [],
      );
      return { ...withKeys(headings, likeliest), here: here?.id };
    });
  });

  /** The theme a heading stands for now. */
  themeOf(heading: Heading): ThemeView | undefined {
    const { themes } = this.#question;
    const label = folded(heading.label);
    return (
      themes.find((theme) => theme.id === heading.id) ?? themes.find((theme) => folded(theme.label) === label)
    );
  }

  /** Takes these headings, makes those that are missing, and takes in the answers: least certain first. */
  async begin(
    labels: readonly string[],
    answers: readonly AnswerId[] | "unplaced" | "all",
  ): Promise<boolean> {
    for (const label of labels) {
      if (this.themeOf({ id: undefined, label })) continue;
      const command: FacilitatorCommand = { do: "make_theme", item: this.item, label, answers: [] };
      const outcome = await this.#ask(() => command);
      if (outcome !== "done" && outcome !== "theme_name_taken") {
        this.#tellFault(command, outcome);
        return false;
      }
    }
    this.headings = labels.map((label) => {
      const theme = this.themeOf({ id: undefined, label });
      return { id: theme?.id, label };
    });
    const unplaced = await this.#rank();
    const all = this.#question.answers.map((answer) => answer.id);
    this.#known = new Set(all);
    this.#late.clear();
    const rest = all.filter((answer) => !unplaced.includes(answer));
    this.#queue =
      answers === "unplaced" ? unplaced : answers === "all" ? [...unplaced, ...rest] : [...answers];
    return true;
  }

  /** Puts answers that have come meanwhile last. */
  takeIn(): void {
    const fresh = this.#question.answers.map((answer) => answer.id).filter((id) => !this.#known.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) {
      this.#known.add(id);
      this.#late.add(id);
    }
    this.#queue = [...this.#queue, ...fresh];
    void this.#rankAgain();
  }

  /** Places the answer under a heading, or under none. */
  async place(heading: Heading | undefined, made?: Heading): Promise<void> {
    const answer = this.current;
    if (!answer) return;
    const label = heading?.label ?? this.desk.words.answers.other;
    const command = (): FacilitatorCommand => {
      const theme = heading && this.themeOf(heading);
      const [item, answers] = [this.item, [answer.id]];
      if (heading && !theme) return { do: "make_theme", item, label: heading.label, answers };
      return { do: "move_answers", item, answers, to: theme?.id ?? null };
    };
    this.#queue = this.#queue.filter((id) => id !== answer.id);
    this.#placed = [...this.#placed, answer.id];
    this.told = {
      text: this.desk.words.hand.placed(label),
      theme: heading && this.themeOf(heading)?.id,
    };
    const outcome = this.#ask(command);
    const step: Step = {
      answer: answer.id,
      did: "placed",
      made,
      isDone: outcome.then((it) => it === "done"),
    };
    this.#steps.push(step);
    const became = await outcome;
    if (became === "done") {
      if (this.#placed.length - this.#rankedAt >= RANK_EVERY) void this.#rankAgain();
    } else if (became !== "no_such_answer") {
      this.#steps = this.#steps.filter((other) => other !== step);
      this.#putBack(step);
      this.#tellFault(command(), became);
    }
  }

  /** Makes a heading of one's own for the answer, and places it there. */
  add(label: string): void {
    const known = this.headings.find((heading) => folded(heading.label) === folded(label));
    if (known) return void this.place(known);
    const heading: Heading = { id: this.themeOf({ id: undefined, label })?.id, label: label.trim() };
    this.headings = [...this.headings, heading];
    void this.place(heading, heading).then(() => this.#rankAgain());
  }

  /** Leaves the answer for later. */
  skip(): void {
    const answer = this.current?.id;
    if (answer === undefined) return;
    this.#queue = this.#queue.filter((id) => id !== answer);
    this.#skipped = [...this.#skipped, answer];
    this.told = undefined;
    this.#steps.push({ answer, did: "skipped", isDone: Promise.resolve(true) });
  }

  /** Takes up what was left for later. */
  takeSkipped(): void {
    this.#queue = [...this.#queue, ...this.#skipped];
    this.#skipped = [];
    this.#steps = this.#steps.filter((step) => step.did === "placed");
  }

  /** Takes the latest step back. */
  async undo(): Promise<void> {
    const said = this.desk.words.hand;
    const step = this.#steps.pop();
    if (!step) {
      this.told = { text: said.nothingToUndo };
      return;
    }
    this.#putBack(step);
    const text = this.#texts.get(step.answer)?.text ?? "";
    this.told = { text: said.undone(text.length > 40 ? `${text.slice(0, 40)} …` : text) };
    if (step.did === "skipped" || !(await step.isDone)) return;
    const command = { do: "undo_themes", item: this.item } as const;
    const outcome = await this.#ask(() => command);
    if (outcome === "done") return;
    this.#queue = this.#queue.filter((id) => id !== step.answer);
    this.#placed = [...this.#placed, step.answer];
    if (step.made) this.headings = [...this.headings, step.made];
    this.#tellFault(command, outcome);
  }

  #putBack(step: Step): void {
    this.#placed = this.#placed.filter((id) => id !== step.answer);
    this.#skipped = this.#skipped.filter((id) => id !== step.answer);
    this.#queue = [step.answer, ...this.#queue.filter((id) => id !== step.answer)];
    if (step.made) this.headings = this.headings.filter((heading) => heading !== step.made);
  }

  /** Asks the engine where answers may belong; gives those that no person has placed, least certain first. */
  async #rank(): Promise<readonly AnswerId[]> {
    this.#rankedAt = this.#placed.length;
    try {
      const likeliest = await fetchLikeliest(this.desk.code, this.desk.key, this.item);
      for (const { answer, themes } of likeliest) this.#likeliest.set(answer, themes);
      return likeliest.map(({ answer }) => answer);
    } catch {
      // Without the engine's view the answers come in their own order.
      const decided = this.#question.themes.filter((theme) => theme.decided);
      const placed = new Set(decided.flatMap((theme) => theme.answers));
      return this.#question.answers.map((answer) => answer.id).filter((id) => !placed.has(id));
    }
  }

  /** Asks again and puts what waits in the new order; what lies before the person stays. */
  async #rankAgain(): Promise<void> {
    const order = new Map((await this.#rank()).map((answer, index) => [answer, index]));
    const [first, ...rest] = this.#queue;
    if (first === undefined) return;
    const last = order.size;
    const place = (answer: AnswerId): number =>
      (order.get(answer) ?? last) + (this.#late.has(answer) ? last + 1 : 0);
    this.#queue = [first, ...rest.sort((a, b) => place(a) - place(b))];
  }

  /** One command after the other, so that undo takes back what the person means. */
  #ask(command: () => FacilitatorCommand): Promise<Outcome> {
    const outcome = this.#tail.then(() => this.desk.ask(command()));
    this.#tail = outcome;
    return outcome;
  }

  #tellFault(command: FacilitatorCommand, outcome: Outcome): void {
    if (outcome !== "done") this.told = { text: this.desk.refusal(command, outcome), bad: true };
  }

  #themeHolding(answer: AnswerId): ThemeView | undefined {
    return this.#question.themes.find((theme) => theme.answers.includes(answer));
  }

  #standing(answers: readonly AnswerId[]): AnswerView[] {
    return answers.flatMap((answer) => this.#texts.get(answer) ?? []);
  }
}
