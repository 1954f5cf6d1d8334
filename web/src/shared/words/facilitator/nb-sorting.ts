// Bokmål where answers are sorted: by the room, and by the facilitator's hand.

/** A count with its noun. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const sorting = {
  start: "La rommet sortere",
  startNow: "Start sorteringen",
  again: "Sorter på nytt",
  resume: "Fortsett der rommet slapp",
  resumed: "Rommet sorterer videre.",
  fewThemes:
    "Rommet kan sortere når det er minst to tema. Lag dem med «Nytt tema», eller la rommet lage bunker.",
  notRunning: "Rommet kan sortere når samlingen er i gang.",
  lead: "Hver telefon får ett svar om gangen og trykker på overskriften som passer, eller «ingen av disse». Ingen får sitt eget svar, og ingen ser hvem som trykket hva.",
  headings: "Overskrifter på telefonene",
  headingsCount: (n: number) => `${n} valgt, 2–12`,
  headingsFew: "Velg minst to.",
  headingsMany: "Det er plass til 12. Ta bort noen.",
  each: "Svar per telefon",
  endless: "Så lenge det varer",
  elsewhere: "Telefonene viser et annet punkt nå. De får svar å sortere når dette spørsmålet vises.",
  hidden: "Resultatene er skjult for rommet. Telefonene får likevel svarene de skal sortere.",
  showOnScreen: "Vis sorteringen på lerretet",
  replaces: "Det rommet sorterte sist, blir erstattet.",
  running: "Rommet sorterer",
  stopped: "Rommet har sortert",
  progress: (sorted: number, of: number) => `${sorted} av ${of} svar plassert`,
  taps: (taps: number, people: number) =>
    `${count(taps, "trykk", "trykk")} fra ${count(people, "deltaker", "deltakere")}`,
  nobodyYet: "Ingen har trykket ennå",
  asked: (each: number | null) =>
    each === null ? "Telefonene får svar så lenge det varer." : `Hver telefon får ${each} svar.`,
  stop: "Stopp",
  stopDone: "Sorteringen er stoppet. Temaene står slik rommet la dem.",
  discard: "Forkast …",
  discardAsk: "Forkaste det rommet har sortert?",
  discardLead:
    "Trykkene blir borte, og svarene går tilbake dit de lå. Det du selv har plassert, blir stående. Dette kan ikke angres.",
  discardNow: "Forkast sorteringen",
  discarded: "Det rommet sorterte, er forkastet",
  newHeading: "+ Ny overskrift",
  newHeadingHint: "Et nytt tema blir en overskrift på telefonene med en gang.",
  headingsFull: "Telefonene har 12 overskrifter. Flere er det ikke plass til.",
  uncertain: (n: number) => count(n, "svar er usikkert", "svar er usikre"),
  uncertainLead: "Rommet er delt, eller for få har trykket. Plasser dem selv; det står fast.",
  sortUncertain: "Plasser dem én og én",
  showAll: (n: number) => `Vis alle ${n}`,
  stands: (label: string) => `Ligger under ${label}`,
  right: "Riktig",
  rightOf: (text: string) => `Riktig plassert: ${text}`,
  move: "Flytt …",
  moveOf: (text: string) => `Flytt svaret: ${text}`,
};

export const piling = {
  start: "Lag bunker",
  startNow: "Start",
  lead: "Når ingen har overskrifter ennå: Hver telefon får seks svar om gangen og legger sammen dem som hører sammen. Plenum gjør bunkene om til tema, og du gir dem navn. Ingen får sitt eget svar.",
  each: "Runder per telefon",
  resume: "Fortsett",
  resumed: "Rommet lager flere bunker.",
  running: "Rommet lager bunker",
  stopped: "Rommet har laget bunker",
  progress: (seen: number, of: number) => `${seen} av ${of} svar er lest`,
  taps: (hands: number, people: number) =>
    `${count(hands, "runde", "runder")} fra ${count(people, "deltaker", "deltakere")}`,
  nobodyYet: "Ingen har lagt noe sammen ennå",
  asked: (each: number | null) =>
    each === null
      ? "Telefonene får nye svar så lenge det varer."
      : `Hver telefon får ${count(each, "runde", "runder")} med seks svar.`,
  hint: "Gi temaene navn når bunkene er samlet.",
  stopDone: "Bunkene er samlet i tema. Gi dem navn, eller la rommet sortere resten.",
  discardAsk: "Forkaste bunkene?",
  discardLead:
    "Bunkene blir borte, og svarene grupperes som om ingen hadde lagt dem sammen. Det du selv har bestemt, blir stående. Dette kan ikke angres.",
  discardNow: "Forkast bunkene",
  discarded: "Bunkene er forkastet",
};

export const regroup = {
  open: "Grupper på nytt",
  looking: "Ser på svarene …",
  nothing: "Ingenting ville endret seg.",
  moves: (n: number) =>
    n === 0 ? "Ingen svar bytter tema." : n === 1 ? "Ett svar bytter tema." : `${n} svar bytter tema.`,
  lead: "Det du har bestemt, står. Ingenting endres før du sier ja.",
  to: "til",
  renamed: "får ny overskrift",
  use: "Grupper slik",
  keep: "La det stå",
  done: (n: number) => `Gruppert på nytt. ${n} svar byttet tema.`,
  undone: "Temaene er som før.",
  offer: (n: number) =>
    n === 1
      ? "Spørsmålet er lukket. Gruppert på nytt ville ett svar byttet tema."
      : `Spørsmålet er lukket. Gruppert på nytt ville ${n} svar byttet tema.`,
  see: "Se endringene",
  again: "Prøv igjen",
  offline: "Ingen forbindelse. Prøv igjen når du er på nett.",
  failed: "Det gikk ikke å gruppere nå. Prøv igjen.",
};

export const hand = {
  open: "Sorter selv",
  heading: "Sorter selv",
  headingUncertain: "Usikre svar",
  close: "Lukk",
  lead: "Skriv eller lim inn overskriftene du vil sortere under. Temaene som finnes, står her alt.",
  headings: "Overskrifter, én på hver linje",
  headingsCount: (n: number) => count(n, "overskrift", "overskrifter"),
  headingsNone: "Skriv minst én overskrift.",
  headingsMany: (max: number) => `Det er plass til ${max} overskrifter. Ta bort noen.`,
  headingLong: (heading: string) => `«${heading}» er for langt. Det er plass til 120 tegn.`,
  begin: (n: number) => (n === 0 ? "Gå videre" : n === 1 ? "Sorter ett svar" : `Sorter ${n} svar`),
  preparing: "Lager overskriftene …",
  progress: (n: number, of: number) => `${n} av ${of}`,
  progressLabel: "Plassert",
  top: "Likner mest",
  rest: "Andre overskrifter",
  none: "Ingen av disse",
  here: "ligger her",
  undo: "Angre",
  skip: "Hopp over",
  add: "Ny overskrift",
  addName: "Ny overskrift",
  addNow: "Legg til",
  keys: { undo: "⌫", skip: "→", add: "+" },
  keysOff: "Taster med ett tegn er slått av under Hurtigtaster.",
  undone: (text: string) => `Angret: ${text}`,
  placed: (label: string) => `Lagt under ${label}`,
  nothingToUndo: "Det er ingenting å angre her.",
  skippedHeading: (n: number) => count(n, "svar står igjen", "svar står igjen"),
  skippedLead: "Du hoppet over dem.",
  takeSkipped: "Ta dem nå",
  doneHeading: "Ferdig sortert",
  doneLead: (n: number) => count(n, "svar er plassert", "svar er plassert"),
  nothingHeading: "Alle svar er plassert",
  nothingLead: "Du kan gå gjennom dem på nytt. Det som ligger riktig, er ett trykk.",
  reviewAll: (n: number) => `Gå gjennom alle ${n}`,
  toThemes: "Til temaene",
};

export const rejections = {
  headings_out_of_bounds: "Velg 2–12 ulike overskrifter.",
  not_sorting: "Rommet sorterer ikke nå.",
  not_yours_to_sort: "Dette svaret kan ikke sorteres herfra.",
};

/** What was being done, to be read after «Ikke gjort: ». */
export const deeds = {
  start_sorting: "la rommet sortere",
  stop_sorting: "stoppe sorteringen",
  resume_sorting: "fortsette sorteringen",
  discard_sorting: "forkaste sorteringen",
  start_piling: "la rommet lage bunker",
  stop_piling: "stoppe bunkene",
  discard_piling: "forkaste bunkene",
};
