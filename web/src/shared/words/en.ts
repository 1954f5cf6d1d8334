// English.
import type * as nb from "./nb.ts";

/** A count with its noun. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const common: typeof nb.common = {
  tag: "en",
  answers: (n: number) => count(n, "answer", "answers"),
  participants: (n: number) => count(n, "participant", "participants"),
  otherThemes: "Other",
  who: "Who",
  how: "How",
  what: "What",
  time: "Time",
  offline: "No connection. Reconnecting.",
};

export const phone: typeof nb.phone = {
  title: "Plenum",
};

export const presenter: typeof nb.presenter = {
  title: "Plenum",
};

export const facilitator: typeof nb.facilitator = {
  title: "Plenum",
};
