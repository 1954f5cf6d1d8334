// What is done with a running session's plan: saved as a file or a template, or made into a session of its own.
import { ApiFault, downloadPlan, duplicateSession, fetchPlanText, fetchTemplates, readPlan } from "../api.ts";
import type { ItemPlan } from "../../shared/wire.ts";
import { today } from "../clock.ts";
import type { Desk } from "../desk.svelte.ts";
import { remember } from "../recent.ts";
import { dropTemplate, keepTemplate } from "./templates.ts";

/** Downloads the plan. */
export async function savePlan(desk: Desk, format: "txt" | "json"): Promise<void> {
  const said = desk.words.plans;
  await attempt(desk, said.saveFailed, async () => {
    const name = await downloadPlan(desk.code, desk.key, format);
    desk.notices.tell({ text: said.saved(name), tone: "plain" });
  });
}

/** Keeps the plan as a template in this browser. */
export async function saveTemplate(desk: Desk): Promise<void> {
  const said = desk.words.plans;
  await attempt(desk, said.saveFailed, async () => {
    const text = await fetchPlanText(desk.code, desk.key);
    const name = desk.state.details?.title ?? desk.code;
    const template = keepTemplate(name, text, today());
    if (!template) return desk.notices.tell({ text: said.keptFull, tone: "danger" });
    const action = { label: desk.words.session.undo, run: () => dropTemplate(template.id) };
    desk.notices.tell({ text: said.kept(name), tone: "plain", action });
  });
}

/** Makes a session with the same plan and goes to it. */
export async function duplicate(desk: Desk, go: (code: string, key: string) => void): Promise<void> {
  await attempt(desk, desk.words.plans.duplicateFailed, async () => {
    const { code, key } = await duplicateSession(desk.code, desk.key);
    const { title = code, date = null } = desk.state.details ?? {};
    remember({ code, key, title, date, linkSaved: false });
    go(code, key);
  });
}

/** Adds an evaluation of the gathering at the end of the programme. */
export async function addEvaluation(desk: Desk): Promise<void> {
  await attempt(desk, desk.words.plans.addFailed, async () => {
    const templates = await fetchTemplates();
    const found = templates.find(({ name, language }) => name === "evaluation" && language === desk.language);
    if (found) await addItems(desk, (await readPlan(found.text, "free")).items);
  });
}

/** Adds items one after the other until one is refused, and says so; gives how many were added. */
export async function addItems(
  desk: Desk,
  items: readonly ItemPlan[],
  reached: (number: number) => void = () => {},
): Promise<number> {
  let added = 0;
  for (const item of items) {
    reached(added + 1);
    if (!(await desk.do({ do: "add_item", plan: item, index: null }))) break;
    added += 1;
  }
  if (added > 0) tellAdded(desk, added);
  return added;
}

function tellAdded(desk: Desk, added: number): void {
  const undo = async (): Promise<void> => {
    for (let left = added; left > 0; left--) if (!(await desk.do({ do: "undo_programme" }))) return;
  };
  const action = { label: desk.words.session.undo, run: () => void undo() };
  desk.notices.tell({ text: desk.words.plans.added(added), tone: "plain", action, scope: "programme" });
}

async function attempt(desk: Desk, failed: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (fault) {
    if (!(fault instanceof ApiFault)) throw fault;
    desk.notices.tell({ text: failed, tone: "danger" });
  }
}
