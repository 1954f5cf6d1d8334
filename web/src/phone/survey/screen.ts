// What leads through questions at one's own pace: how far one has come, back and on, and the list of them at the end. A
// file of its own, fetched when a survey is first open.
import { common, survey as words } from "#words";
import { inWords } from "../../shared/moment.ts";
import type { StageItem, SurveyView } from "../../shared/wire.ts";
import { check, addStyle, element } from "../elements.ts";
import style from "./screen.css?inline";

/** A survey as this phone has it. */
export interface Way {
  /** Draws how it stands: which questions are answered, and which one is looked at; none for the list. */
  tell(view: SurveyView, answered: readonly boolean[], at: number | undefined): void;
  end(): void;
}

/**
 * Draws above and below the question that is looked at. `choose` is called with the question to look at, by its id, or
 * with nothing for the list of them; the first time without a step of the person's.
 */
export function openSurvey(
  above: HTMLElement,
  below: HTMLElement,
  choose: (item: number | undefined, isFirst: boolean) => void,
): Way {
  addStyle(style);
  let begun = false;
  let drawn = "";

  function tell(view: SurveyView, answered: readonly boolean[], at: number | undefined): void {
    const { items, closed } = view;
    const index = closed ? -1 : items.findIndex((item) => item.id === at);
    if (!begun) {
      begun = true;
      // Where one left off: at the first that is not answered.
      choose(closed ? undefined : items[answered.indexOf(false)]?.id, true);
      return;
    }
    // A button that has the focus keeps it as long as nothing it leads to has changed.
    const next = JSON.stringify([items, answered, index, view.closes_ms, closed]);
    if (next === drawn) return;
    drawn = next;
    if (index >= 0) drawQuestion(items, answered, index, view);
    else drawList(items, answered, view);
  }

  function drawQuestion(
    items: readonly StageItem[],
    answered: readonly boolean[],
    index: number,
    view: SurveyView,
  ) {
    const place = words.place(index + 1, items.length);
    const line = element("p", "way", place);
    const bar = element("progress", "");
    bar.max = items.length;
    bar.value = answered.filter(Boolean).length;
    bar.setAttribute("aria-label", words.answeredOf(bar.value, items.length));
    above.replaceChildren(line, bar);

    const isLast = index === items.length - 1;
    const back = button("button back", words.back, () => choose(items[index - 1]?.id, false));
    back.disabled = index === 0;
    const label = answered[index] ? (isLast ? words.finish : words.next) : words.skip;
    const on = button("button", label, () => choose(items[index + 1]?.id, false));
    on.classList.toggle("plain", !answered[index]);
    const steps = element("div", "steps");
    steps.append(back, on);
    const all = button("link", words.all, () => choose(undefined, false));
    const ends = closing(view);
    below.replaceChildren(steps, all, ...(ends ? [element("p", "quiet", ends)] : []));
  }

  function drawList(items: readonly StageItem[], answered: readonly boolean[], view: SurveyView) {
    const said = answered.filter(Boolean).length;
    const heading = element(
      "h1",
      "",
      view.closed
        ? words.closed
        : said === items.length
          ? words.thanks
          : words.answeredOf(said, items.length),
    );
    heading.tabIndex = -1;
    const ends = closing(view);
    const lead = view.closed
      ? words.closedLead(said)
      : said === 0
        ? words.begin
        : [words.change, ends].join(" ");
    above.replaceChildren(heading, element("p", "lead", lead.trim()));
    if (view.closed) return below.replaceChildren();

    const list = element("ol", "ways");
    items.forEach((item, index) => {
      const title = item.content.kind === "question" ? item.content.prompt : item.what;
      const open = button("way", "", () => choose(item.id, false));
      open.append(element("span", "", title));
      open.append(answered[index] ? tick() : element("span", "quiet", words.unanswered));
      const row = element("li", "");
      row.append(open);
      list.append(row);
    });
    below.replaceChildren(list);
  }

  return {
    tell,
    end() {
      above.replaceChildren();
      below.replaceChildren();
    },
  };
}

/** When it closes by itself, as a sentence; empty where it does not. */
function closing({ closes_ms }: SurveyView): string {
  return closes_ms === null ? "" : words.closes(inWords(new Date(closes_ms), common.locales));
}

function button(className: string, label: string, press: () => void): HTMLButtonElement {
  const made = element("button", className, label);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

function tick(): HTMLElement {
  const made = element("span", "done");
  made.append(check(), words.answered);
  return made;
}
