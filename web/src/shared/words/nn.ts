// Nynorsk.
import type * as nb from "./nb.ts";

/** A count with its noun. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const common: typeof nb.common = {
  tag: "nn",
  otherThemes: "Andre tema",
};

export const phone: typeof nb.phone = {
  joinHeading: "Bli med",
  joinLead: "Skriv koden som står på skjermen.",
  code: "Kode",
  join: "Bli med",
  joining: "Koplar til …",
  codeShort: (digits: number) =>
    digits === 0 ? "Skriv dei åtte sifra." : `Koden har åtte siffer. Du har skrive ${digits}.`,
  noSuchSession: "Det er inga samling med den koden. Sjå på skjermen og prøv igjen.",
  createSession: "Skal du leie? Lag ei samling",
  offlineAnswer: "Inga tilkopling – svaret er lagra her og blir sendt",
  offline: "Inga tilkopling – koplar til igjen",
  full: "Samlinga er full",
  fullWait: "Vi prøver igjen av oss sjølve så lenge sida er open.",
  outdated: "Sida er fornya. Last ho på nytt for å halde fram.",
  reload: "Last på nytt",
  youAreIn: "Du er med",
  waitingForStart: "Ventar på at samlinga tek til",
  waitingForNext: "Ventar på neste spørsmål",
  waitingForQuestion: "Spørsmålet opnar snart",
  keepOpen: "Du kan leggje bort telefonen. Sida finn attende sjølv.",
  now: "No",
  open: "Ope for svar",
  closed: "Spørsmålet er lukka",
  thanksForAnswer: "Takk for svaret. Ventar på neste spørsmål.",
  closedUnanswered: "Svara er samla inn. Ventar på neste spørsmål.",
  closedUnsent: "Dette rakk ikkje å bli sendt:",
  sorting: "Vi sorterer svara saman",
  sortingMissing: "Svara let seg ikkje hente akkurat no. Vi prøver igjen.",
  sortingWrite: "Skriv eit svar",
  sortingBack: "Tilbake til sorteringa",
  sorted: "Takk! Svara er sorterte. Ventar på neste spørsmål.",
  break: "Pause",
  backAt: (time: string) => `Vi held fram kl. ${time}`,
  talk: "Innlegg",
  groupWork: "Gruppearbeid",
  yourAnswer: "Svaret ditt",
  anotherAnswer: "Eit svar til",
  answersLeft: (n: number) => (n === 1 ? "Du kan sende eitt svar til" : `Du kan sende ${n} svar til`),
  severalAnswers: (n: number) => `Du kan sende opptil ${n} svar, eitt om gongen`,
  allGiven: (n: number) => `Du har sendt alle ${n} svara`,
  charactersLeft: (n: number) => count(n, "teikn igjen", "teikn igjen"),
  charactersOver: (n: number) => `${n} teikn for langt. Kort det ned.`,
  send: "Send svaret",
  sendChange: "Send endringa",
  cancel: "Avbryt",
  sending: "Blir sendt …",
  stored: "Lagra her",
  received: "Motteke",
  receivedHeard: "Svaret er motteke",
  change: "Endre",
  withdraw: "Trekk tilbake",
  withdrawHeard: "Svaret er trekt tilbake",
  withdrawing: "Blir trekt tilbake …",
  yourAnswers: "Svara dine",
  removed: "Prosessleiaren har teke bort dette svaret frå samlinga.",
  removedAgain: "Du kan skrive det på ein annan måte og sende på nytt.",
  hide: "Skjul",
  chooseMore: (n: number) => `Vel ${n} til før du sender.`,
  rankAll: "Set i rekkjefølgje, det viktigaste øvst.",
  rankTop: (n: number) => `Vel ${n}, det viktigaste først.`,
  yourOrder: "Rekkjefølgja di",
  chosenOf: (n: number, of: number) => `${n} av ${of} valde`,
  chosenFull: (n: number) => `Du har valt ${n}. Ta bort eitt for å velje eit anna.`,
  add: (option: string) => `Vel ${option}`,
  remove: (option: string) => `Ta bort ${option}`,
  moveUp: (option: string) => `Flytt ${option} opp`,
  moveDown: (option: string) => `Flytt ${option} ned`,
  handle: (option: string, place: number, of: number) =>
    `${option}, nummer ${place} av ${of}. Flytt med pil opp og pil ned`,
  moved: (option: string, place: number, of: number) => `${option} er no nummer ${place} av ${of}`,
  added: (option: string, place: number) => `${option} er valt som nummer ${place}`,
  takenAway: (option: string) => `${option} er teken bort`,
  sendOrder: "Send rekkjefølgja",
  resultsFetching: "Hentar resultata …",
  resultsMissing: "Resultata let seg ikkje hente akkurat no. Vi prøver igjen.",
  ended: "Takk for i dag",
  endedLead: "Samlinga er avslutta. Du kan lukke sida.",
  anonymous: "Du svarer anonymt",
  anonymousMore: `Vi lagrar svaret, men ikkje kven som gav det. Ingen namn, ingen konto, inga nettadresse.

Eit tilfeldig merke på telefonen gjer at svaret tel éin gong og kan endrast. Merket blir ikkje lagra hos oss, og når samlinga er ferdig, kan ingen knyte svara dine saman.

Skriv du namn eller noko berre du veit, kan andre likevel kjenne deg att.`,
  rejections: {
    session_ended: "Samlinga er avslutta.",
    session_full: "Samlinga er full. Sei frå til den som leier, så kan det bli plass.",
    too_many_answers: "Samlinga tek ikkje imot fleire svar. Sei frå til den som leier.",
    no_such_item: "Spørsmålet finst ikkje lenger.",
    question_not_open: "Spørsmålet er ikkje opna enno.",
    question_closed: "Spørsmålet vart lukka før svaret kom fram.",
    answer_empty: "Skriv noko først.",
    answer_too_long: "Svaret er for langt. Kort det ned og send på nytt.",
    ranking_incomplete: "Noko manglar i rekkjefølgja. Sjå over og send på nytt.",
    answers_full: "Du har sendt så mange svar som spørsmålet tek imot.",
    too_many_changes: "Du har endra svaret så mange gonger som det går an.",
    too_fast: "Det gjekk litt fort. Vi prøver igjen om nokre sekund.",
    try_again: "Svaret vart ikkje lagra enno. Vi prøver igjen.",
  },
  refused: "Svaret vart ikkje teke imot.",
};

export const results: typeof nb.results = {
  heading: "Dette seier vi",
  ofPeople: (n: number) => `${n} har svart`,
  none: "Ingen svar enno",
  meanPlace: (place: string) => `snitt ${place}`,
};

export const sorting: typeof nb.sorting = {
  fetching: "Hentar eit svar …",
  ask: "Kvar høyrer svaret heime?",
  none: "Ingen av desse",
  progress: (n: number, of: number | null) => (of === null ? `Svar ${n}` : `${n} av ${of}`),
  next: (n: number, of: number | null, text: string) =>
    of === null ? `Svar ${n}: ${text}` : `Svar ${n} av ${of}: ${text}`,
  thanks: (n: number) => `Takk! Du har plassert ${n === 1 ? "eitt" : n} svar`,
  thanksMore: "Følg med på skjermen: der samlar svara seg.",
  waiting: "Ingen fleire svar akkurat no",
  waitingMore: (n: number) =>
    n === 0
      ? "Sida hentar det neste av seg sjølv."
      : `Takk, du har plassert ${n}. Sida hentar det neste av seg sjølv.`,
  askPiles: "Kva høyrer saman?",
  pilesHow: "Trykk på svar som høyrer saman. Det som står åleine, lèt du liggje.",
  progressPiles: (n, of) => (of === null ? `Runde ${n}` : `${n} av ${of}`),
  dealt: (n, of, answers) =>
    `${of === null ? `Runde ${n}` : `Runde ${n} av ${of}`}: ${answers} svar. Kva høyrer saman?`,
  join: (n) => (n < 2 ? "Legg saman" : `Legg saman ${n}`),
  joined: (n) => `${n} svar er lagde saman`,
  pile: (n, answers) => `Bunke ${n} (${answers})`,
  apart: "Løys opp",
  noPiles: "Ingen høyrer saman",
  donePiles: "Ferdig",
  thanksPiles: (n) => `Takk! Du har lagt bunkar ${n === 1 ? "éin gong" : `${n} gonger`}`,
};
