// Nynorsk for notat til referatet.
import type * as nb from "./nb-notes.ts";

export const notes: typeof nb.notes = {
  heading: "Notat til referatet",
  onlyYou: "Blir ikkje vist for rommet",
  on: "Til punktet",
  kind: "Kva slags notat",
  kinds: { note: "Notat", decision: "Avgjerd", follow_up: "Oppfølging" },
  placeholders: {
    note: "Noko som er verdt å hugse",
    decision: "Kva vart bestemt?",
    follow_up: "Kva skal gjerast, av kven, til når?",
  },
  field: "Nytt notat",
  hint: "Enter legg til. Skift og Enter gir ny linje.",
  tooLong: (n: number) =>
    n === 1 ? "1 teikn for langt. Kort det ned." : `${n} teikn for langt. Kort det ned.`,
  add: "Legg til notatet",
  kept: "Notatet er lagra",
  change: "Endre",
  changeOf: (text: string) => `Endre notatet «${text}»`,
  remove: "Ta bort",
  removeOf: (text: string) => `Ta bort notatet «${text}»`,
  removed: "Notatet er teke bort",
  save: "Lagre notatet",
  list: "Notat",
  elsewhere: (n: number) => (n === 1 ? "1 notat på eit anna punkt" : `${n} notat på andre punkt`),
};
