// A text that becomes a plan: read at once when it is put here, and again when somebody pauses in changing it.
import type { Plan, PlanProblem, Rejection } from "../../shared/wire.ts";
import type { FacilitatorWords } from "../../shared/words/facilitator/index.ts";
import { ApiFault, isJson, readPlan } from "../api.ts";

/** How long a person pauses before the text is read again. */
const PAUSE_MS = 600;
/** As large a text as the server reads. */
const FILE_BYTES_MAX = 1 << 20;

export class Reading {
  text = $state("");
  /** The plan that the text is, when it is one. */
  plan = $state.raw<Plan | undefined>();
  problems = $state.raw<readonly PlanProblem[]>([]);
  /** What is wrong with the text as a whole. */
  fault = $state<"offline" | "notJson" | "fileLarge" | "fileNoText" | Rejection | undefined>();
  isReading = $state(false);
  #read: string | undefined;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly title: "needed" | "free") {}

  /** Takes in another text and reads it. */
  put(text: string): Promise<Plan | undefined> {
    this.text = text;
    return this.settle();
  }

  /** Reads a file. */
  async open(file: File): Promise<Plan | undefined> {
    if (file.size > FILE_BYTES_MAX) return this.#refuse("fileLarge");
    try {
      return await this.put(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()));
    } catch {
      return this.#refuse("fileNoText");
    }
  }

  /** The text was changed by hand. */
  changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle(), PAUSE_MS);
  }

  /** Reads the text if it was not read yet; gives the plan if it is one. */
  async settle(): Promise<Plan | undefined> {
    clearTimeout(this.#timer);
    const { text } = this;
    if (this.#read === text && !this.isReading) return this.plan;
    const turn = ++this.#turn;
    if (text.trim() === "") {
      this.#become(text, undefined, []);
      return undefined;
    }
    this.isReading = true;
    try {
      const plan = await readPlan(text, this.title);
      if (turn === this.#turn) this.#become(text, plan, []);
    } catch (fault) {
      if (!(fault instanceof ApiFault)) throw fault;
      if (turn === this.#turn) this.#fail(text, fault);
    }
    return turn === this.#turn ? this.plan : this.settle();
  }

  #become(text: string, plan: Plan | undefined, problems: readonly PlanProblem[]): void {
    this.#read = text;
    this.plan = plan;
    this.problems = problems;
    this.fault = undefined;
    this.isReading = false;
  }

  #fail(text: string, fault: ApiFault): void {
    this.#become(text, undefined, fault.problems ?? []);
    if (fault.problems) return;
    if (fault.kind === "offline" || fault.code === undefined) {
      this.#read = undefined;
      this.fault = "offline";
    } else if (fault.code === "unreadable") {
      this.fault = isJson(text) ? "notJson" : "fileNoText";
    } else {
      this.fault = fault.code as Rejection;
    }
  }

  #refuse(fault: "fileLarge" | "fileNoText"): undefined {
    this.#become(this.text, undefined, []);
    this.fault = fault;
    return undefined;
  }
}

/** A sentence on what is wrong with the text as a whole. */
export function faultOf(reading: Reading, words: FacilitatorWords): string | undefined {
  const { fault } = reading;
  if (fault === undefined) return undefined;
  const said = words.plans;
  if (fault === "offline" || fault === "notJson" || fault === "fileLarge" || fault === "fileNoText") {
    return said[fault];
  }
  return words.rejections[fault];
}
