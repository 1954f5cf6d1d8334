// English for letting the room take a stand on each other's answers.
import type * as nb from "./nb-statements.ts";

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const stands: typeof nb.stands = {
  start: "Let the room take a stand",
  startNow: "Start",
  lead: "The answers become statements. Each phone is given one at a time and says agree, disagree or pass. Nobody gets their own, and nobody can see who thought what. Then you see what unites and what divides.",
  each: "Statements per participant",
  endless: "As many as they like",
  hidden: "The results are hidden from the room. The projector then shows only how far you have come.",
  few: "Taking a stand needs at least two answers that the room may see.",
  running: "The room is taking a stand",
  stopped: "The room has taken a stand",
  stop: "Stop",
  stopDone: "No more votes are let in. The result stays.",
  resume: "Go on",
  resumed: "The room is taking a stand again.",
  again: "Change and start",
  weighed: (n, of) => `${n} of ${of} have at least five votes`,
  votes: (votes, people) =>
    `${count(votes, "vote", "votes")} from ${count(people, "participant", "participants")}`,
  nobodyYet: "Nobody has voted yet",
  asked: (each) =>
    each === null
      ? "Each participant takes a stand on as many as they like."
      : `Each participant is given ${each} statements, those with the fewest votes first.`,
  order: "Show",
  orders: { unites: "Unites", divides: "Divides", votes: "Most votes", all: "All" },
  nothing: {
    unites:
      "Nothing unites the room yet: at least 60% of those who have seen a statement must think the same.",
    divides: "Nothing divides the room yet: both sides need at least 30% of those who took one.",
    votes: "No statements",
    all: "No statements",
  },
  statement: "Statement",
  agree: "Agree",
  disagree: "Disagree",
  pass: "Passed",
  showAll: (n) => `Show all ${n}`,
};

export const rejections: typeof nb.rejections = {
  not_open_text: "Only the answers to an open question can become statements.",
  too_few_statements: "At least two answers that the room may see are needed.",
  statements_each_out_of_bounds: "Each participant can be given 3 to 30 statements, or as many as they like.",
  not_taking_stands: "The room is not taking a stand now.",
  no_such_statement: "There is no such statement any more.",
  own_statement: "Nobody votes on their own statement.",
  stands_given: "The participant has voted on as many as were asked for.",
};

export const deeds: typeof nb.deeds = {
  start_statements: "let the room take a stand",
  stop_statements: "stop the votes",
};
