// What the next step of a running session is, told once for the middle of the page, the remote and the keys.
import type { FacilitatorCommand } from "../../shared/wire.ts";
import type { Desk } from "../desk.svelte.ts";
import { titleOf } from "../programme/draft.ts";

/** A button of the bar that runs the session. */
export interface Step {
  readonly label: string;
  /** Short enough for a phone. */
  readonly short: string;
  /** One word, for a phone with very large text; the short words where there are none. */
  readonly word?: string;
  /** Nothing when it cannot be done now. */
  readonly run: (() => void) | undefined;
  /** Whether this is what one would usually do now. */
  readonly isNext: boolean;
}

/** Back, opening or closing the question, and on. */
export interface Steps {
  readonly back: Step;
  readonly question: Step | undefined;
  readonly next: Step;
}

/** Whether a question of the quiz is over: what is right has been seen, so that it cannot open any more. */
function isPlayed(desk: Desk): boolean {
  const { current } = desk;
  const content = current?.plan.content;
  const isQuiz = content?.kind === "question" && content.ask.type === "quiz";
  return isQuiz && current?.status?.phase === "closed" && desk.of(current.id).people > 0;
}

/** The three steps as they stand. */
export function stepsOf(desk: Desk, askToEnd: () => void): Steps {
  const { room: said, session } = desk.words;
  const { items, currentIndex: at, stage } = desk;
  const send = (command: FacilitatorCommand) => () => void desk.do(command);
  const title = (index: number): string => titleOf(items[index]!.plan);
  const isRunning = stage?.phase === "running";
  const isWaiting = stage?.phase === "waiting_room";
  const following = items[at + 1];
  const { written } = desk;
  const status = desk.current?.status;
  const isOpen = status?.phase === "open";

  const back: Step = {
    label: !isRunning ? said.back : at > 0 ? said.backTo(title(at - 1)) : said.backToJoin,
    short: said.back,
    run: isRunning ? send({ do: "back" }) : undefined,
    isNext: false,
  };
  const next: Step =
    isRunning && !following
      ? { label: session.end, short: session.end, run: askToEnd, isNext: false }
      : {
          label: following
            ? isWaiting
              ? said.first(title(0))
              : said.next(title(at + 1))
            : isWaiting && written
              ? said.first(written.title)
              : said.start,
          short: isWaiting ? said.start : said.nextShort,
          run:
            following && (isWaiting || isRunning)
              ? send({ do: "next" })
              : isWaiting && written
                ? () => void written.add().then((isAdded) => isAdded && desk.do({ do: "next" }))
                : undefined,
          isNext: !isOpen && status?.phase !== "waiting",
        };
  if (stage?.phase === "survey") {
    const isClosed = stage.survey?.closed === true;
    const { survey } = desk.words;
    const command = { do: isClosed ? "start_survey" : "close_survey" } as const;
    const turn = isClosed ? survey.openAgain : survey.close;
    const end = { label: session.end, short: session.end, run: askToEnd, isNext: false };
    // A step that is soon pressed by mistake does not close what people are in the midst of.
    const leave = { ...back, label: said.backToJoin, run: isClosed ? send({ do: "back" }) : undefined };
    return {
      back: leave,
      question: { label: turn, short: turn, run: send(command), isNext: false },
      next: end,
    };
  }
  if (!status || !desk.current || isPlayed(desk)) return { back, question: undefined, next };
  const { id: item } = desk.current;
  const openLabel = status.phase === "waiting" ? said.open : said.openAgain;
  const label = isOpen ? said.closeQuestion : openLabel;
  const run = send(isOpen ? { do: "close_question", item } : { do: "open_question", item });
  const word = isOpen ? said.closeWord : said.openWord;
  const question: Step = { label, short: label, word, run, isNext: status.phase !== "closed" };
  return { back, question, next };
}
