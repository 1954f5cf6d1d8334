// The clock beside the item: what is done now, how much is left, and a whole screen when that is over. A file of its
// own, fetched when a clock first runs.
import { timer as words } from "#words";
import type { Connection } from "../../shared/connection.ts";
import { ServerClock } from "../../shared/server-clock.ts";
import { followTimer, readTime, type Follower, type Standing } from "../../shared/timer.ts";
import { buzz } from "../buzz.ts";
import { addStyle, element } from "../elements.ts";
import style from "./screen.css?inline";

/** How long the signal fills the screen. */
const SIGNAL_MS = 3_500;

/** What the clock needs of the page. */
export interface Page {
  /** What tells the server's time. */
  readonly line: Connection;
  /** Tells screen readers. */
  say(sentence: string): void;
  /** Whether two talk, and the second one's turn comes at the signal. */
  readonly swaps: boolean;
}

/** Draws a clock into `host` from what is told of it. */
export function openTimer(host: HTMLElement, page: Page): Follower {
  addStyle(style);
  const label = element("span", "");
  const left = element("b", "figures");
  left.setAttribute("role", "timer");
  const clock = element("p", "timer");
  clock.append(label, left);
  host.replaceChildren(clock);

  const signal = element("button", "signal");
  signal.type = "button";
  signal.tabIndex = -1;
  signal.setAttribute("aria-hidden", "true");
  const server = new ServerClock(page.line);
  let wait: ReturnType<typeof setTimeout> | undefined;
  const done = () => {
    clearTimeout(wait);
    signal.remove();
  };
  signal.addEventListener("click", done);

  function show(at: Standing): void {
    label.textContent = at.stretch?.label ?? "";
    left.textContent = at.isOver ? words.over : readTime(at.left_ms);
    clock.classList.toggle("over", at.isOver);
  }

  function ring(at: Standing): void {
    const text = at.isOver ? words.over : at.stretch?.label || (page.swaps ? words.swap : words.next);
    signal.textContent = text;
    document.body.append(signal);
    page.say(text);
    buzz(at.isOver ? [400, 150, 400, 150, 400] : [300, 120, 300]);
    clearTimeout(wait);
    wait = setTimeout(done, SIGNAL_MS);
  }

  const follower = followTimer(server, show, ring);
  return {
    tell: follower.tell,
    end() {
      follower.end();
      server.end();
      done();
      host.replaceChildren();
    },
  };
}
