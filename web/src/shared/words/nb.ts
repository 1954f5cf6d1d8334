// Bokmål: the words that decide which words there are; the other languages take this file's types.

/** A count with its noun. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const common = {
  tag: "nb",
  answers: (n: number) => count(n, "svar", "svar"),
  participants: (n: number) => count(n, "deltaker", "deltakere"),
  otherThemes: "Andre tema",
  who: "Hvem",
  how: "Hvordan",
  what: "Hva",
  time: "Tid",
  offline: "Ingen forbindelse. Kobler til igjen.",
};

export const phone = {
  title: "Plenum",
};

export const presenter = {
  title: "Plenum",
};

export const facilitator = {
  title: "Plenum",
};
