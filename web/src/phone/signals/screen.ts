// The bar at the lower edge: reactions, a hand, and the pace. A file of its own, fetched when they are first allowed.
// The server alone knows what stands: it says so after each step, and when the facilitator or time takes it back.
import { signals as words } from "#words";
import type { Connection, Line } from "../../shared/connection.ts";
import { HAND_LINES, REACTION_LINES, REACTIONS } from "../../shared/icons.ts";
import { calmMs } from "../../shared/motion.ts";
import type { Pace, Reaction, ServerMessage, SignalsPlan } from "../../shared/wire.ts";
import { addStyle, drawing, element } from "../elements.ts";
import { Often } from "./often.ts";
import style from "./screen.css?inline";

/** How long a tap is seen to have been felt. */
const FELT_MS = 700;

export interface Bar {
  /** What is allowed now. */
  tell(allowed: SignalsPlan): void;
  end(): void;
}

/** Draws the bar into `host`; `say` tells screen readers. */
export function openSignals(host: HTMLElement, line: Connection, say: (sentence: string) => void): Bar {
  addStyle(style);
  const often = new Often();
  let hand = false;
  let pace: Pace | null = null;
  /** Steps that the server has not answered: what it said before the last of them is out of date. */
  let waiting = 0;

  const bar = element("div", "bar");
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", words.heading);
  const reactions = group("reactions", words.reactions);
  reactions.append(...REACTIONS.map(reactionButton));
  const hands = group("hands");
  const handButton = toggle(words.hand, () => {
    if (line.send({ type: "raise_hand", up: !hand })) step(!hand, pace);
  });
  handButton.prepend(drawing(HAND_LINES));
  hands.append(handButton);
  const paces = group("pace", words.pace);
  const slow = toggle(words.tooSlow, () => judge("too_slow"));
  const fast = toggle(words.tooFast, () => judge("too_fast"));
  paces.append(slow, fast);
  bar.append(reactions, hands, paces);
  host.replaceChildren(bar);

  function group(name: string, label = ""): HTMLElement {
    const made = element("div", name);
    if (label) {
      made.setAttribute("role", "group");
      made.setAttribute("aria-label", label);
    }
    return made;
  }

  function reactionButton(reaction: Reaction): HTMLElement {
    const button = element("button", "");
    const icon = drawing(REACTION_LINES[reaction]);
    button.type = "button";
    button.title = words.kinds[reaction];
    button.setAttribute("aria-label", words.kinds[reaction]);
    button.append(icon);
    button.addEventListener("click", () => {
      felt(button, icon);
      if (often.may(performance.now())) line.send({ type: "react", reaction });
    });
    return button;
  }

  function felt(button: HTMLElement, icon: SVGElement): void {
    if (calmMs() === 0) {
      button.classList.add("felt");
      setTimeout(() => button.classList.remove("felt"), FELT_MS);
      return;
    }
    const rising = icon.cloneNode(true) as SVGElement;
    rising.classList.add("rising");
    button.append(rising);
    const up = [{ opacity: 1 }, { opacity: 0, transform: "translateY(-3rem)" }];
    rising.animate(up, { duration: FELT_MS, easing: "ease-out" }).finished.finally(() => rising.remove());
  }

  function toggle(label: string, press: () => void): HTMLButtonElement {
    const button = element("button", "", label);
    button.type = "button";
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", press);
    return button;
  }

  function judge(judged: Pace): void {
    const next = pace === judged ? null : judged;
    if (line.send({ type: "judge_pace", pace: next })) step(hand, next);
  }

  function step(nextHand: boolean, nextPace: Pace | null): void {
    waiting += 1;
    stand(nextHand, nextPace);
  }

  function stand(nextHand: boolean, nextPace: Pace | null): void {
    [hand, pace] = [nextHand, nextPace];
    handButton.setAttribute("aria-pressed", String(hand));
    slow.setAttribute("aria-pressed", String(pace === "too_slow"));
    fast.setAttribute("aria-pressed", String(pace === "too_fast"));
  }

  function hear(message: ServerMessage): void {
    if (message.type === "refused" && !message.of) waiting = Math.max(0, waiting - 1);
    if (message.type !== "own_signals") return;
    waiting = Math.max(0, waiting - 1);
    if (waiting > 0) return;
    if (hand && !message.hand) say(words.lowered);
    stand(message.hand, message.pace);
  }

  let before: Line | undefined;
  const stops = [
    line.listen(hear),
    // After a reload, or when the line was lost, only the server knows what stands.
    line.subscribe((view) => {
      if (view.line === "open" && before !== "open") {
        waiting = 0;
        line.send({ type: "recall_signals" });
      }
      before = view.line;
    }),
  ];

  return {
    tell(allowed) {
      reactions.hidden = !allowed.reactions;
      hands.hidden = !allowed.hands;
      paces.hidden = !allowed.pace;
      stand(hand && allowed.hands, allowed.pace ? pace : null);
    },
    end() {
      for (const stop of stops) stop();
      host.replaceChildren();
    },
  };
}
