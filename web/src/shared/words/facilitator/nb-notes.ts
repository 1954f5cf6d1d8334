// Bokmål for notater til referatet.

export const notes = {
  heading: "Notater til referatet",
  onlyYou: "Vises ikke for rommet",
  on: "Til punktet",
  kind: "Hva slags notat",
  kinds: { note: "Notat", decision: "Beslutning", follow_up: "Oppfølging" },
  placeholders: {
    note: "Noe som er verdt å huske",
    decision: "Hva ble bestemt?",
    follow_up: "Hva skal gjøres, av hvem, til når?",
  },
  field: "Nytt notat",
  hint: "Enter legger til. Skift og Enter gir ny linje.",
  tooLong: (n: number) =>
    n === 1 ? "1 tegn for langt. Kort det ned." : `${n} tegn for langt. Kort det ned.`,
  add: "Legg til notatet",
  kept: "Notatet er lagret",
  change: "Endre",
  changeOf: (text: string) => `Endre notatet «${text}»`,
  remove: "Ta bort",
  removeOf: (text: string) => `Ta bort notatet «${text}»`,
  removed: "Notatet er tatt bort",
  save: "Lagre notatet",
  list: "Notater",
  elsewhere: (n: number) => (n === 1 ? "1 notat på et annet punkt" : `${n} notater på andre punkter`),
};
