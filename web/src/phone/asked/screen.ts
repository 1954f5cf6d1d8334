// Questions to the speaker: a button at the top of the page, and the screen it opens. A file of its own, fetched when
// people may first ask. Text from people enters it as text.
import { asked as words } from "#words";
import type { Connection, View } from "../../shared/connection.ts";
import type { AskedView } from "../../shared/wire.ts";
import { addStyle, drawing, element } from "../elements.ts";
import { AskedDesk } from "./desk.ts";
import style from "./screen.css?inline";

const CHARACTERS_MAX = 300;
/** The counter shows when so many are left. */
const NEAR_CHARACTERS = 60;

/** Draws the button into `host`; the function it gives back takes everything away. */
export function openAsked(host: HTMLElement, code: string, line: Connection): () => void {
  addStyle(style);
  let view: View = line.view;
  let byVotes = true;
  const desk = new AskedDesk(code, line, (heard) => {
    const refusals = words.rejections as Record<string, string>;
    const isGood = heard === "received" || heard === "withdrawn";
    if (!isGood) expected.clear();
    tell(isGood ? words[heard] : (refusals[heard] ?? words.refused), !isGood);
    draw();
  });

  const button = press("", () => {
    dialog.showModal();
    document.documentElement.classList.add("asks");
  });
  button.classList.add("ask");
  const dialog = element("dialog", "asked");
  dialog.setAttribute("aria-labelledby", "asked");
  dialog.addEventListener("close", () => document.documentElement.classList.remove("asks"));
  const heading = element("h2", "", words.heading);
  heading.id = "asked";
  const top = element("div", "top");
  top.append(
    heading,
    press(words.close, () => dialog.close()),
  );

  const form = element("form", "");
  const label = element("label", "quiet", words.yours);
  label.htmlFor = "ask";
  const field = element("textarea", "");
  field.id = "ask";
  field.rows = 2;
  field.value = desk.text;
  field.setAttribute("aria-describedby", "ask-told");
  const left = element("p", "quiet figures left");
  const lead = element("p", "quiet");
  const send = element("button", "button", words.send);
  form.append(label, field, left, lead, send);
  const told = element("p", "told");
  told.id = "ask-told";
  told.setAttribute("aria-live", "polite");
  const closed = element("p", "quiet", words.closed);
  const own = element("ul", "own");
  const sorts = element("div", "sorts");
  sorts.setAttribute("role", "group");
  sorts.setAttribute("aria-label", words.sort);
  const [most, newest] = [true, false].map((votes) => {
    const made = press(votes ? words.byVotes : words.byTime, () => {
      byVotes = votes;
      draw();
    });
    sorts.append(made);
    return made;
  });
  const none = element("p", "lead", words.none);
  const list = element("ol", "");
  dialog.append(top, form, closed, told, own, sorts, none, list);
  host.replaceChildren(button, dialog);

  /** The number of votes that a tap was made at and the one it leads to, until the server tells another. */
  const expected = new Map<number, readonly [at: number, to: number]>();
  /** The rows that stand, by the question's number. */
  const rows = new Map<number, ReturnType<typeof rowOf>>();

  function press(text: string, run: () => void): HTMLButtonElement {
    const made = element("button", "link", text);
    made.type = "button";
    made.addEventListener("click", run);
    return made;
  }

  function tell(text: string, isProblem = false): void {
    told.textContent = text;
    told.classList.toggle("problem", isProblem);
  }

  function lengthLeft(): number {
    return CHARACTERS_MAX - [...desk.text.trim()].length;
  }

  field.addEventListener("input", () => {
    desk.text = field.value;
    desk.keep();
    tell("");
    drawLeft();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    field.focus();
    if (desk.text.trim() === "") return tell(words.empty, true);
    if (lengthLeft() < 0) return tell(words.rejections.text_too_long, true);
    tell("");
    desk.ask();
    draw();
  });

  function drawLeft(): void {
    const more = lengthLeft();
    left.textContent = more > NEAR_CHARACTERS ? "" : more < 0 ? words.over(-more) : words.left(more);
    left.classList.toggle("problem", more < 0);
    field.setAttribute("aria-invalid", String(more < 0));
  }

  function rowOf(id: number) {
    const row = element("li", "");
    const vote = element("button", "vote");
    vote.type = "button";
    const count = element("span", "figures");
    vote.append(drawing("M4 12.500l6-6 6 6"), count);
    vote.addEventListener("click", () => {
      tell("");
      desk.vote(id);
      const at = view.state.asked?.known.get(id)?.votes ?? 0;
      if (!expected.delete(id)) expected.set(id, [at, at + (desk.hasVoted(id) ? 1 : -1)]);
      draw();
    });
    const text = element("p", "said");
    const mark = element("p", "mark");
    const said = element("div", "");
    const back = press(words.withdraw, () => {
      const mine = desk.own.find((asked) => asked.id === id);
      if (mine?.text) desk.withdraw(mine.key, mine.text);
      draw();
    });
    said.append(mark, text, back);
    row.append(vote, said);
    return { row, vote, count, text, mark, back };
  }

  function drawRow({ id, text, votes, place }: AskedView): HTMLElement {
    const drawn = rows.get(id) ?? rowOf(id);
    rows.set(id, drawn);
    const mine = desk.own.some((asked) => asked.id === id);
    const now = view.state.asked?.now === id;
    const marks = [mine && words.mine, now && words.now, place === "answered" && words.answered];
    drawn.text.textContent = text;
    drawn.back.hidden = !mine || place !== "shown";
    drawn.back.setAttribute("aria-label", `${words.withdraw}: ${text}`);
    const [at, to] = expected.get(id) ?? [votes, votes];
    if (at !== votes) expected.delete(id);
    const shown = at === votes ? to : votes;
    drawn.count.textContent = String(shown);
    drawn.mark.textContent = marks.filter((mark) => mark).join(" · ");
    drawn.row.className = now ? "now" : place;
    const canVote = place === "shown" && !mine && !!view.state.asked?.open;
    drawn.vote.disabled = !canVote;
    drawn.vote.setAttribute("aria-pressed", String(desk.hasVoted(id)));
    drawn.vote.setAttribute("aria-label", words.vote(shown, text));
    return drawn.row;
  }

  function drawOwn(): void {
    const focused = own.contains(document.activeElement);
    const sent = desk.sent.map(({ key, text, back }) => {
      const state = back ? words.withdrawing : view.line === "open" ? words.sending : words.stored;
      return ownRow(text, state, back ? undefined : () => desk.withdraw(key, text));
    });
    const gone = new Set(desk.sent.map((sent) => sent.key));
    // Those that everybody sees stand among the others.
    const hidden = desk.own.filter(
      ({ key, place }) => !gone.has(key) && (place === "awaiting" || place === "removed"),
    );
    own.replaceChildren(
      ...sent,
      ...hidden.map(({ key, text }) =>
        text === null
          ? ownRow("", words.removed)
          : ownRow(text, words.waiting, () => desk.withdraw(key, text)),
      ),
    );
    own.hidden = own.children.length === 0;
    if (focused) (own.querySelector("button") ?? field).focus();
  }

  function ownRow(text: string, state: string, withdraw?: () => void): HTMLElement {
    const row = element("li", "card");
    row.append(element("p", "said", text), element("p", "mark", state));
    if (withdraw) {
      const made = press(words.withdraw, () => {
        withdraw();
        draw();
      });
      made.setAttribute("aria-label", `${words.withdraw}: ${text}`);
      row.append(made);
    }
    return row;
  }

  function draw(): void {
    const state = view.state.asked;
    const all = [...(state?.known.values() ?? [])];
    const ranks = new Map(state?.order.map((id, rank) => [id, rank]));
    // What was answered stands last; by time the newest stands first.
    const rank = ({ id, place }: AskedView): number =>
      place === "answered" ? 1e6 - id : byVotes ? (ranks.get(id) ?? 0) : -id;
    all.sort((one, other) => rank(one) - rank(other));
    const open = all.filter((asked) => asked.place === "shown").length;
    button.textContent = open > 0 ? words.buttonOf(open) : words.button;
    // Closed again before anybody asked, there is nothing to open.
    button.hidden = !state?.open && all.length === 0;
    form.hidden = !state?.open;
    closed.hidden = !!state?.open;
    lead.textContent = state?.moderation === "all" ? words.waitsFirst : words.anonymous;
    if (field.value !== desk.text) field.value = desk.text;
    drawLeft();
    drawOwn();
    none.hidden = all.length > 0 || !own.hidden;
    sorts.hidden = all.length < 2;
    most!.setAttribute("aria-pressed", String(byVotes));
    newest!.setAttribute("aria-pressed", String(!byVotes));
    const focused = document.activeElement as HTMLElement | null;
    const next = all.map(drawRow);
    if (next.some((row, at) => list.children[at] !== row) || next.length < list.children.length) {
      list.replaceChildren(...next);
      if (focused?.isConnected) focused.focus({ preventScroll: true });
    }
  }

  const stops = [
    line.listen((message) => {
      desk.hear(message);
      if (message.type === "own_asked" || message.type === "voted") draw();
    }),
    line.subscribe((next) => {
      const before = view;
      view = next;
      if (next.line === "open" && (before.line !== "open" || before === next)) desk.arrive();
      if (next.state.asked !== before.state.asked || next.line !== before.line || before === next) draw();
    }),
  ];

  return () => {
    for (const stop of stops) stop();
    desk.end();
    dialog.close();
    host.replaceChildren();
  };
}
