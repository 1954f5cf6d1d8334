// The forms for what is answered by choosing, marking, giving points or a number. A file of its own that shares nothing
// with the phone's page. Text from people enters it as text.
import { asks as words, common } from "#words";
import { pictureAddress } from "../../shared/picture.ts";
import type { AnswerContent, Ask, Picture } from "../../shared/wire.ts";
import { addStyle, element, said } from "../elements.ts";
import { standForm, type Draw, type Filled, type Form, type Told, type Warn } from "../form.ts";
import { readNumber } from "./number.ts";
import style from "./screen.css?inline";

/** Draws a form into `host`; the function it gives back draws what is filled in, and whether it changes an answer. */
export function openForm(host: HTMLElement, ask: Ask, told: Told): Draw {
  addStyle(style);
  return standForm(host, told, [words.send, words.sendChange], (warn) => {
    const form = formOf(ask, told, warn);
    form.body.setAttribute("aria-label", document.querySelector("h1")?.textContent ?? "");
    return form;
  });
}

function formOf(ask: Ask, told: Told, warn: Warn): Form {
  switch (ask.type) {
    case "choice":
      return choiceForm(ask, told, warn);
    case "scales":
      return scalesForm(ask, told, warn);
    case "points":
      return pointsForm(ask, told, warn);
    case "number":
      return numberForm(ask, told, warn);
    case "open_text":
    case "word_cloud":
    case "ranking":
    case "grid":
    case "quiz":
    case "dots":
      throw new Error(`${ask.type} has a form of its own`);
  }
}

type Of<Type> = Extract<Ask, { type: Type }>;

/** A picture above an option; its width and height keep what stands below it in place. */
function drawPicture(picture: Picture, code: string): HTMLElement {
  const image = element("img", "");
  image.width = picture.width;
  image.height = picture.height;
  image.alt = picture.alt;
  image.src = pictureAddress(code, picture);
  return image;
}

/** Longest text of one's own, in characters. */
const OTHER_MAX = 60;

function choiceForm(
  { options, most, pictures, other, code }: Of<"choice"> & { code?: string },
  { change }: Told,
  warn: Warn,
): Form {
  let chosen: number[] = [];
  /** What is written beside the options; nothing while something else is not chosen. */
  let written: string | undefined;
  /** What was written when something else was last chosen, so that a slip of the thumb costs nothing. */
  let kept = "";
  const body = element("div", "options");
  body.setAttribute("role", most === 1 ? "radiogroup" : "group");
  body.classList.toggle("pictured", pictures !== undefined);
  const addRow = (label: string, className: string, picked: () => void): HTMLInputElement => {
    const input = tick(most === 1 ? "radio" : "checkbox", "choice");
    const row = element("label", className);
    row.append(input, said("span", "", label));
    body.append(row);
    input.addEventListener("click", picked);
    return input;
  };
  const inputs = options.map((label, option) => {
    const input = addRow(label, "", () => choose(option));
    const picture = pictures?.[option];
    if (picture) input.parentElement!.prepend(drawPicture(picture, code!));
    return input;
  });
  const field = element("input", "other");
  field.type = "text";
  field.maxLength = OTHER_MAX;
  field.autocomplete = "off";
  field.enterKeyHint = "send";
  field.placeholder = words.otherHint;
  field.setAttribute("aria-label", `${words.other}: ${words.otherHint}`);
  field.addEventListener("input", () => {
    warn("");
    field.removeAttribute("aria-invalid");
    say(chosen, field.value);
  });
  if (other) {
    /** Whether the arrows move on through the options: then the focus stays with them. */
    let isPassing = false;
    body.addEventListener("keydown", ({ key }) => (isPassing = key.startsWith("Arrow")));
    body.addEventListener("pointerdown", () => (isPassing = false));
    inputs.push(
      addRow(words.other, "other", () => {
        if (written !== undefined && most > 1) return say(chosen, undefined);
        if (isFull()) return;
        say(most === 1 ? [] : chosen, kept);
        // At once, so that the phone takes it for a part of the tap and brings up its keys.
        field.hidden = false;
        if (!isPassing) field.focus();
      }),
    );
    body.append(field);
  }

  function say(order: number[], text: string | undefined): void {
    warn("");
    if (text !== undefined) kept = text;
    change(text === undefined ? { order } : { order, text });
  }

  /** Whether as much is chosen as may be; then it says so. */
  function isFull(): boolean {
    if (most === 1 || chosen.length + Number(written !== undefined) < most) return false;
    warn(words.chosenFull(most));
    draw({ order: chosen, text: written });
    return true;
  }

  function choose(option: number): void {
    const others = chosen.filter((other) => other !== option);
    if (most === 1) say([option], undefined);
    else if (others.length < chosen.length) say(others, written);
    else if (!isFull()) say([...chosen, option], written);
  }

  function draw({ order = [], text }: Filled): void {
    chosen = order.filter((option) => option < options.length);
    written = other ? text : undefined;
    for (const [option, input] of inputs.entries()) {
      input.checked = chosen.includes(option) || (option === options.length && written !== undefined);
      input.parentElement!.classList.toggle("chosen", input.checked);
    }
    field.hidden = written === undefined;
    if (written !== undefined && field.value !== written) field.value = kept = written;
  }

  function content(): AnswerContent | string {
    const text = written?.trim();
    if (text === "") {
      field.setAttribute("aria-invalid", "true");
      return words.otherEmpty;
    }
    if (text !== undefined) return { type: "choice", chosen, other: text };
    return chosen.length > 0 ? { type: "choice", chosen } : words.chooseOne;
  }
  const lead = most === 1 ? words.chooseOne : words.chooseUpTo(most);
  return { lead, body, draw, content };
}

function scalesForm({ statements, steps, low, high }: Of<"scales">, { change }: Told, warn: Warn): Form {
  /** 0 where a statement is skipped. */
  let marks: number[] = statements.map(() => 0);
  const body = element("div", "scales");
  body.setAttribute("role", "group");
  const rows = statements.map((label, statement) => {
    const row = element("fieldset", "");
    const scale = element("div", "steps");
    scale.style.gridTemplateColumns = `repeat(${steps}, minmax(0, 1fr))`;
    const inputs = Array.from({ length: steps }, (_, index) => {
      const step = index + 1;
      const input = tick("radio", `scale-${statement}`);
      const meaning = step === 1 ? low : step === steps ? high : "";
      input.setAttribute("aria-label", meaning ? `${step}, ${meaning}` : String(step));
      input.addEventListener("click", () => mark(statement, step));
      const place = element("label", "");
      place.append(input, element("span", "figures", String(step)));
      scale.append(place);
      return input;
    });
    const skip = element("button", "link", words.clear);
    skip.type = "button";
    skip.setAttribute("aria-label", words.clearOf(label));
    skip.addEventListener("click", () => {
      mark(statement, 0);
      inputs[0]!.focus();
    });
    const ends = element("p", "ends quiet");
    ends.setAttribute("aria-hidden", "true");
    ends.append(element("span", "", low), element("span", "", high));
    row.append(said("legend", "", label), scale, ...(low || high ? [ends] : []), skip);
    body.append(row);
    return { inputs, skip };
  });

  function mark(statement: number, step: number): void {
    warn("");
    change({ order: marks.map((before, index) => (index === statement ? step : before)) });
  }

  function draw({ order }: Filled): void {
    marks = statements.map((_, statement) => {
      const step = order?.[statement] ?? 0;
      return step <= steps ? step : 0;
    });
    for (const [statement, { inputs, skip }] of rows.entries()) {
      for (const [index, input] of inputs.entries()) {
        input.checked = marks[statement] === index + 1;
        input.parentElement!.classList.toggle("chosen", input.checked);
      }
      // It keeps its place, so that nothing moves under the thumb.
      skip.style.visibility = marks[statement] === 0 ? "hidden" : "visible";
    }
  }
  const content = (): AnswerContent | string =>
    marks.some((mark) => mark > 0)
      ? { type: "scales", marks: marks.map((mark) => (mark > 0 ? mark : null)) }
      : words.markOne;
  return { lead: statements.length > 1 ? words.scales : words.scale, body, draw, content };
}

/** How many points are given out, and how many a press adds. */
const POINTS = 100;
const POINTS_STEP = 5;

function pointsForm({ options }: Of<"points">, { change }: Told, warn: Warn): Form {
  let points: number[] = options.map(() => 0);
  const body = element("div", "points");
  body.setAttribute("role", "group");
  const left = element("p", "left figures");
  left.setAttribute("aria-live", "polite");
  const rows = options.map((label, option) => {
    const row = element("div", "row");
    const id = `points-${option}`;
    const name = element("label", "", label);
    name.htmlFor = id;
    const field = element("input", "figures");
    field.id = id;
    field.type = "text";
    field.inputMode = "numeric";
    field.autocomplete = "off";
    field.addEventListener("input", () => set(option, Number(field.value.replace(/\D/g, ""))));
    field.addEventListener("focus", () => field.select());
    const fewer = press("−", words.fewer(label), () => set(option, points[option]! - POINTS_STEP));
    const more = press("+", words.more(label), () => {
      // The last press takes what is left.
      const rest = POINTS - sum();
      set(option, points[option]! + (rest > 0 ? Math.min(POINTS_STEP, rest) : POINTS_STEP));
    });
    row.append(name, fewer, field, more);
    body.append(row);
    return { field, fewer };
  });
  body.append(left);
  const sum = (): number => points.reduce((all, given) => all + given, 0);

  function set(option: number, given: number): void {
    warn("");
    const fits = Math.max(0, Math.min(POINTS, given));
    change({ order: points.map((before, index) => (index === option ? fits : before)) });
  }

  function draw({ order }: Filled): void {
    points = options.map((_, option) => order?.[option] ?? 0);
    for (const [option, { field, fewer }] of rows.entries()) {
      const shown = String(points[option]);
      if (field.value !== shown) field.value = shown;
      fewer.ariaDisabled = String(points[option] === 0);
    }
    left.textContent = status();
    left.classList.toggle("problem", sum() > POINTS);
  }
  const status = (): string => {
    const rest = POINTS - sum();
    return rest === 0 ? words.allPoints : rest > 0 ? words.pointsLeft(rest) : words.pointsOver(-rest);
  };
  return {
    lead: words.points,
    body,
    draw,
    content: () => (sum() === POINTS ? { type: "points", points } : status()),
  };
}

function numberForm(ask: Of<"number">, { change }: Told, warn: Warn): Form {
  const { unit, least, most, decimals } = ask;
  const body = element("div", "number");
  body.setAttribute("role", "group");
  const field = element("input", "figures");
  field.type = "text";
  // Some phones' keypads for numbers lack the minus sign.
  field.inputMode = (least ?? -1) < 0 ? "text" : decimals > 0 ? "decimal" : "numeric";
  field.autocomplete = "off";
  field.setAttribute("aria-label", unit ? `${words.number} (${unit})` : words.number);
  field.addEventListener("input", () => {
    warn("");
    field.removeAttribute("aria-invalid");
    change({ text: field.value });
  });
  body.append(field, element("span", "quiet", unit));
  const shown = (value: number): string =>
    new Intl.NumberFormat(common.locales, { maximumFractionDigits: 3 }).format(value);
  const range =
    least !== null && most !== null
      ? words.between(shown(least), shown(most))
      : least !== null
        ? words.atLeast(shown(least))
        : most !== null
          ? words.atMost(shown(most))
          : "";
  const problems = {
    empty: words.numberEmpty,
    none: words.notANumber,
    decimals: decimals === 0 ? words.wholeOnly : words.decimalsMost(decimals),
    range: range || words.tooLarge,
  };
  return {
    lead: range,
    body,
    draw: ({ text = "" }) => {
      if (field.value !== text) field.value = text;
    },
    content: () => {
      const value = readNumber(field.value, ask);
      if (typeof value === "number") return { type: "number", value };
      field.setAttribute("aria-invalid", "true");
      return problems[value];
    },
  };
}

function tick(type: "radio" | "checkbox", name: string): HTMLInputElement {
  const input = element("input", "");
  input.type = type;
  input.name = name;
  return input;
}

function press(sign: string, label: string, act: () => void): HTMLButtonElement {
  const button = element("button", "", sign);
  button.type = "button";
  button.setAttribute("aria-label", label);
  button.addEventListener("click", act);
  return button;
}
