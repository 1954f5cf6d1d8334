// Nynorsk.
import type * as nb from "./nb.ts";

/** A count with its noun. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const common: typeof nb.common = {
  tag: "nn",
  answers: (n: number) => count(n, "svar", "svar"),
  participants: (n: number) => count(n, "deltakar", "deltakarar"),
  otherThemes: "Andre tema",
  who: "Kven",
  how: "Korleis",
  what: "Kva",
  time: "Tid",
  offline: "Inga tilkopling. Koplar til igjen.",
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
