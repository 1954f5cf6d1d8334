// Nynorsk where answers are sorted: by the room, and by the facilitator's hand.
import type * as nb from "./nb-sorting.ts";

/** A count with its noun. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const sorting: typeof nb.sorting = {
  start: "La rommet sortere",
  startNow: "Start sorteringa",
  again: "Sorter på nytt",
  resume: "Hald fram der rommet slapp",
  resumed: "Rommet sorterer vidare.",
  fewThemes:
    "Rommet kan sortere når det er minst to tema. Lag dei med «Nytt tema», eller la rommet lage bunkar.",
  notRunning: "Rommet kan sortere når samlinga er i gang.",
  lead: "Kvar telefon får eitt svar om gongen og trykkjer på overskrifta som passar, eller «ingen av desse». Ingen får sitt eige svar, og ingen ser kven som trykte kva.",
  headings: "Overskrifter på telefonane",
  headingsCount: (n: number) => `${n} valde, 2–12`,
  headingsFew: "Vel minst to.",
  headingsMany: "Det er plass til 12. Ta bort nokre.",
  each: "Svar per telefon",
  endless: "Så lenge det varer",
  elsewhere: "Telefonane viser eit anna punkt no. Dei får svar å sortere når dette spørsmålet blir vist.",
  hidden: "Resultata er skjulte for rommet. Telefonane får likevel svara dei skal sortere.",
  showOnScreen: "Vis sorteringa på lerretet",
  replaces: "Det rommet sorterte sist, blir erstatta.",
  running: "Rommet sorterer",
  stopped: "Rommet har sortert",
  progress: (sorted: number, of: number) => `${sorted} av ${of} svar plasserte`,
  taps: (taps: number, people: number) =>
    `${count(taps, "trykk", "trykk")} frå ${count(people, "deltakar", "deltakarar")}`,
  nobodyYet: "Ingen har trykt enno",
  asked: (each: number | null) =>
    each === null ? "Telefonane får svar så lenge det varer." : `Kvar telefon får ${each} svar.`,
  stop: "Stopp",
  stopDone: "Sorteringa er stoppa. Temaa står slik rommet la dei.",
  discard: "Forkast …",
  discardAsk: "Forkaste det rommet har sortert?",
  discardLead:
    "Trykka blir borte, og svara går tilbake dit dei låg. Det du sjølv har plassert, blir ståande. Dette kan ikkje angrast.",
  discardNow: "Forkast sorteringa",
  discarded: "Det rommet sorterte, er forkasta",
  newHeading: "+ Ny overskrift",
  newHeadingHint: "Eit nytt tema blir ei overskrift på telefonane med ein gong.",
  headingsFull: "Telefonane har 12 overskrifter. Fleire er det ikkje plass til.",
  uncertain: (n: number) => count(n, "svar er usikkert", "svar er usikre"),
  uncertainLead: "Rommet er delt, eller for få har trykt. Plasser dei sjølv; det står fast.",
  sortUncertain: "Plasser dei eitt og eitt",
  showAll: (n: number) => `Vis alle ${n}`,
  stands: (label: string) => `Ligg under ${label}`,
  right: "Rett",
  rightOf: (text: string) => `Rett plassert: ${text}`,
  move: "Flytt …",
  moveOf: (text: string) => `Flytt svaret: ${text}`,
};

export const piling: typeof nb.piling = {
  start: "Lag bunkar",
  startNow: "Start",
  lead: "Når ingen har overskrifter enno: Kvar telefon får seks svar om gongen og legg saman dei som høyrer saman. Plenum gjer bunkane om til tema, og du gir dei namn. Ingen får sitt eige svar.",
  each: "Rundar per telefon",
  resume: "Hald fram",
  resumed: "Rommet lagar fleire bunkar.",
  running: "Rommet lagar bunkar",
  stopped: "Rommet har laga bunkar",
  progress: (seen, of) => `${seen} av ${of} svar er lesne`,
  taps: (hands, people) =>
    `${count(hands, "runde", "rundar")} frå ${count(people, "deltakar", "deltakarar")}`,
  nobodyYet: "Ingen har lagt noko saman enno",
  asked: (each) =>
    each === null
      ? "Telefonane får nye svar så lenge det varer."
      : `Kvar telefon får ${count(each, "runde", "rundar")} med seks svar.`,
  hint: "Gi temaa namn når bunkane er samla.",
  stopDone: "Bunkane er samla i tema. Gi dei namn, eller la rommet sortere resten.",
  discardAsk: "Forkaste bunkane?",
  discardLead:
    "Bunkane blir borte, og svara blir grupperte som om ingen hadde lagt dei saman. Det du sjølv har bestemt, blir ståande. Dette kan ikkje angrast.",
  discardNow: "Forkast bunkane",
  discarded: "Bunkane er forkasta",
};

export const regroup: typeof nb.regroup = {
  open: "Grupper på nytt",
  looking: "Ser på svara …",
  nothing: "Ingenting ville endra seg.",
  moves: (n: number) =>
    n === 0 ? "Ingen svar byter tema." : n === 1 ? "Eitt svar byter tema." : `${n} svar byter tema.`,
  lead: "Det du har bestemt, står. Ingenting blir endra før du seier ja.",
  to: "til",
  renamed: "får ny overskrift",
  use: "Grupper slik",
  keep: "Lat det stå",
  done: (n: number) => `Gruppert på nytt. ${n} svar bytte tema.`,
  undone: "Temaa er som før.",
  offer: (n: number) =>
    n === 1
      ? "Spørsmålet er lukka. Gruppert på nytt ville eitt svar bytt tema."
      : `Spørsmålet er lukka. Gruppert på nytt ville ${n} svar bytt tema.`,
  see: "Sjå endringane",
  again: "Prøv igjen",
  offline: "Inga forbinding. Prøv igjen når du er på nett.",
  failed: "Det gjekk ikkje å gruppere no. Prøv igjen.",
};

export const hand: typeof nb.hand = {
  open: "Sorter sjølv",
  heading: "Sorter sjølv",
  headingUncertain: "Usikre svar",
  close: "Lukk",
  lead: "Skriv eller lim inn overskriftene du vil sortere under. Temaa som finst, står her alt.",
  headings: "Overskrifter, éi på kvar linje",
  headingsCount: (n: number) => count(n, "overskrift", "overskrifter"),
  headingsNone: "Skriv minst éi overskrift.",
  headingsMany: (max: number) => `Det er plass til ${max} overskrifter. Ta bort nokre.`,
  headingLong: (heading: string) => `«${heading}» er for langt. Det er plass til 120 teikn.`,
  begin: (n: number) => (n === 0 ? "Gå vidare" : n === 1 ? "Sorter eitt svar" : `Sorter ${n} svar`),
  preparing: "Lagar overskriftene …",
  progress: (n: number, of: number) => `${n} av ${of}`,
  progressLabel: "Plassert",
  top: "Liknar mest",
  rest: "Andre overskrifter",
  none: "Ingen av desse",
  here: "ligg her",
  undo: "Angre",
  skip: "Hopp over",
  add: "Ny overskrift",
  addName: "Ny overskrift",
  addNow: "Legg til",
  keys: { undo: "⌫", skip: "→", add: "+" },
  keysOff: "Tastar med eitt teikn er slått av under Hurtigtastar.",
  undone: (text: string) => `Angra: ${text}`,
  placed: (label: string) => `Lagt under ${label}`,
  nothingToUndo: "Det er ingenting å angre her.",
  skippedHeading: (n: number) => count(n, "svar står att", "svar står att"),
  skippedLead: "Du hoppa over dei.",
  takeSkipped: "Ta dei no",
  doneHeading: "Ferdig sortert",
  doneLead: (n: number) => count(n, "svar er plassert", "svar er plasserte"),
  nothingHeading: "Alle svar er plasserte",
  nothingLead: "Du kan gå gjennom dei på nytt. Det som ligg rett, er eitt trykk.",
  reviewAll: (n: number) => `Gå gjennom alle ${n}`,
  toThemes: "Til temaa",
};

export const rejections: typeof nb.rejections = {
  headings_out_of_bounds: "Vel 2–12 ulike overskrifter.",
  not_sorting: "Rommet sorterer ikkje no.",
  not_yours_to_sort: "Dette svaret kan ikkje sorterast herifrå.",
};

/** What was being done, to be read after «Ikkje gjort: ». */
export const deeds: typeof nb.deeds = {
  start_sorting: "la rommet sortere",
  stop_sorting: "stoppe sorteringa",
  resume_sorting: "halde fram med sorteringa",
  discard_sorting: "forkaste sorteringa",
  start_piling: "la rommet lage bunkar",
  stop_piling: "stoppe bunkane",
  discard_piling: "forkaste bunkane",
};
