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
  outdated: "Sida er fornya. Last ho på nytt for å halde fram.",
  reload: "Last på nytt",
  youAreIn: "Du er med",
  opensAt: (when: string) => `Spørsmåla opnar ${when}`,
  waitingForStart: "Ventar på at samlinga tek til",
  waitingForNext: "Ventar på neste spørsmål",
  secondRound: "Svar ein gong til, no som de har snakka saman.",
  seenFirst: "Prosessleiaren ser svaret før det blir vist for rommet.",
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
  pairTalk: "Samtale to og to",
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
  formMissing: "Skjemaet lét seg ikkje hente akkurat no. Vi prøver igjen.",
  resultsFetching: "Hentar resultata …",
  resultsMissing: "Resultata let seg ikkje hente akkurat no. Vi prøver igjen.",
  ended: "Takk for i dag",
  endedLead: "Samlinga er avslutta. Du kan lukke sida.",
  anonymous: "Du svarer anonymt",
  anonymousMore: `Vi lagrar svaret, men ikkje kven som gav det. Ingen namn, ingen konto, inga nettadresse.

Eit tilfeldig merke på telefonen gjer at svaret tel éin gong og kan endrast. Merket blir ikkje lagra hos oss, og når samlinga er ferdig, kan ingen knyte svara dine saman.

Skriv du namn eller noko berre du veit, kan andre likevel kjenne deg att.`,
  rejections: {
    answer_empty: "Skriv noko først.",
    too_many_words: "Skriv høgst tre ord.",
  },
  refused: "Svaret vart ikkje teke imot.",
};

export const refusals: typeof nb.refusals = {
  session_ended: "Samlinga er avslutta.",
  too_many_answers: "Samlinga tek ikkje imot fleire svar. Sei frå til den som leier.",
  no_such_item: "Spørsmålet finst ikkje lenger.",
  question_not_open: "Spørsmålet er ikkje opna enno.",
  question_closed: "Spørsmålet vart lukka før svaret kom fram.",
  answer_empty: "Skriv noko først.",
  answer_too_long: "Svaret er for langt. Kort det ned og send på nytt.",
  ranking_incomplete: "Noko manglar i rekkjefølgja. Sjå over og send på nytt.",
  choice_empty: "Vel minst eitt alternativ.",
  choice_too_many: "Det er valt for mange. Ta bort nokre og send på nytt.",
  option_unknown: "Alternativa er endra. Vel på nytt.",
  option_twice: "Alternativa er endra. Vel på nytt.",
  points_not_summed: "Poenga må bli 100 til saman.",
  number_out_of_range: "Talet er utanfor det spørsmålet tek imot.",
  too_many_decimals: "Talet har for mange desimalar.",
  not_a_number: "Skriv eit tal.",
  too_many_words: "Skriv høgst tre ord.",
  marks_mismatched: "Utsegnene er endra. Svar på nytt.",
  mark_out_of_range: "Utsegnene er endra. Svar på nytt.",
  places_mismatched: "Punkta er endra. Svar på nytt.",
  place_out_of_range: "Punkta er endra. Svar på nytt.",
  answers_full: "Du har sendt så mange svar som spørsmålet tek imot.",
  too_many_changes: "Du har endra svaret så mange gonger som det går an.",
  too_fast: "Det gjekk litt fort. Vi prøver igjen om nokre sekund.",
  try_again: "Svaret vart ikkje lagra enno. Vi prøver igjen.",
};

export const asks: typeof nb.asks = {
  send: "Send svaret",
  sendChange: "Send endringa",
  chooseOne: "Vel eitt.",
  chooseUpTo: (n: number) => `Vel opptil ${n}.`,
  chosenFull: (n: number) => `Du har valt ${n}. Ta bort eitt for å velje eit anna.`,
  scale: "Trykk der du står.",
  scales: "Trykk der du står. Du kan hoppe over.",
  clear: "Ta bort merket",
  clearOf: (statement: string) => `Ta bort merket ved ${statement}`,
  markOne: "Set minst eitt merke.",
  points: "Fordel 100 poeng.",
  fewer: (option: string) => `Færre poeng til ${option}`,
  more: (option: string) => `Fleire poeng til ${option}`,
  allPoints: "Alle 100 poeng er fordelte.",
  pointsLeft: (n: number) => `${n} poeng igjen å fordele.`,
  pointsOver: (n: number) => `${n} poeng for mykje. Ta bort nokre.`,
  number: "Talet ditt",
  between: (least: string, most: string) => `Skriv eit tal frå ${least} til ${most}.`,
  atLeast: (least: string) => `Skriv eit tal frå ${least} og oppover.`,
  atMost: (most: string) => `Skriv eit tal opp til ${most}.`,
  numberEmpty: "Skriv eit tal først.",
  notANumber: "Skriv berre talet, med siffer.",
  wholeOnly: "Skriv eit heilt tal, utan desimalar.",
  decimalsMost: (n: number) => (n === 1 ? "Skriv høgst éin desimal." : `Skriv høgst ${n} desimalar.`),
  tooLarge: "Talet er for stort.",
};

export const signals: typeof nb.signals = {
  heading: "Sei det utan ord",
  reactions: "Reaksjonar",
  kinds: { applause: "Applaus", heart: "Hjarte", thumbs_up: "Tommel opp", idea: "God idé" },
  hand: "Hand opp",
  pace: "Tempo",
  tooSlow: "For sakte",
  tooFast: "For fort",
  lowered: "Handa di er teken ned",
};

export const ranking: typeof nb.ranking = {
  all: "Set i rekkjefølgje, det viktigaste øvst.",
  top: (n: number) => `Vel ${n}, det viktigaste først.`,
  yourOrder: "Rekkjefølgja di",
  chosenOf: (n: number, of: number) => `${n} av ${of} valde`,
  chosenFull: (n: number) => `Du har valt ${n}. Ta bort eitt for å velje eit anna.`,
  chooseMore: (n: number) => `Vel ${n} til før du sender.`,
  add: (option: string) => `Vel ${option}`,
  remove: (option: string) => `Ta bort ${option}`,
  moveUp: (option: string) => `Flytt ${option} opp`,
  moveDown: (option: string) => `Flytt ${option} ned`,
  handle: (option: string, place: number, of: number) =>
    `${option}, nummer ${place} av ${of}. Flytt med pil opp og pil ned`,
  moved: (option: string, place: number, of: number) => `${option} er no nummer ${place} av ${of}`,
  added: (option: string, place: number) => `${option} er valt som nummer ${place}`,
  takenAway: (option: string) => `${option} er teken bort`,
  send: "Send rekkjefølgja",
  sendChange: "Send endringa",
};

export const grid: typeof nb.grid = {
  send: "Send svaret",
  sendChange: "Send endringa",
  lead: "Trykk der det høyrer heime.",
  leadMany: "Trykk der kvart punkt høyrer heime. Du kan hoppe over.",
  items: "Punkt",
  unplaced: "ikkje plassert",
  takeAway: "Ta bort",
  takeAwayOf: (item: string) => `Ta bort ${item} frå feltet`,
  placeOne: "Plasser minst eitt punkt.",
  heading: "Dette seier vi",
  ofPeople: (n: number) => `${n} har svart`,
  none: "Ingen svar enno",
  middle: "på midten",
};

/** The quiz, which is a file of its own. */
export const quiz: typeof nb.quiz = {
  name: "Vel eit kallenamn",
  join: "Bli med",
  without: "Spel utan kallenamn",
  withoutHint: "Då ser berre du poenga dine. Quizsvara dine heng saman, men ikkje med deg.",
  privacy:
    "Quizsvara dine blir knytte til kallenamnet. Andre svar blir det ikkje. Kallenamnet blir sletta når samlinga er ferdig.",
  removed: "Prosessleiaren har teke bort kallenamnet ditt. Vel eit anna.",
  offline: "Ikkje samband. Prøv igjen om litt.",
  pick: "Trykk på eitt svar. Det første tel.",
  type: "Svaret ditt",
  send: "Send svaret",
  empty: "Skriv noko først.",
  received: "Svaret er motteke",
  sending: "Blir sendt …",
  kept: "Lagra her – blir sendt når sambandet er tilbake",
  refused: "Det vart ikkje teke imot.",
  again: "Prøv igjen",
  right: "Rett!",
  wrong: "Feil",
  unanswered: "Du svara ikkje",
  won: (points) => `+${points} poeng`,
  yours: (answer) => `Du svara: ${answer}`,
  solution: (answer) => `Rett svar er ${answer}`,
  place: (place, of, points) => `Du er nummer ${place} av ${of} med ${points} poeng`,
  points: (points) => `Du har ${points} poeng`,
  as: (name) => `Du spelar som ${name}`,
  joined: (name) => `Du er med som ${name}`,
  refusals: {
    question_closed: "Tida var ute før svaret kom fram",
    answer_is_final: "Du har svara før. Det første svaret tel.",
    answer_empty: "Skriv noko først.",
    nickname_out_of_bounds: "Eit kallenamn har 2 til 20 teikn.",
    nickname_taken: "Nokon andre har det kallenamnet. Vel eit anna.",
    nickname_listed: "Det kallenamnet vil vi ikkje vise på skjermen. Vel eit hyggelegare.",
    nickname_stands: "Du har alt eit kallenamn.",
    text_unprintable: "Kallenamnet har teikn som ikkje kan visast.",
    too_fast: "Det gjekk litt fort. Vent litt og prøv igjen.",
    session_ended: "Samlinga er avslutta.",
  },
};

export const results: typeof nb.results = {
  heading: "Dette seier vi",
  ofPeople: (n: number) => `${n} har svart`,
  before: (s: string) => `før ${s}`,
  moved: (moved: number, both: number) => `${moved} av ${both} som svara begge gongene, svara annleis no`,
  none: "Ingen svar enno",
  each: (points: string) => `${points} per person`,
  median: "Median",
  mean: "Snitt",
  range: "Frå–til",
  solution: "Rett svar",
  correct: "rett",
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

export const timer: typeof nb.timer = {
  swap: "Byt!",
  next: "Neste del",
  over: "Tida er ute",
};

export const survey: typeof nb.survey = {
  place: (n: number, of: number) => `Spørsmål ${n} av ${of}`,
  answeredOf: (n: number, of: number) => `Du har svart på ${n} av ${of} spørsmål`,
  back: "Tilbake",
  next: "Neste",
  skip: "Hopp over",
  finish: "Ferdig",
  all: "Sjå alle spørsmåla",
  begin: "Vel eit spørsmål for å begynne.",
  thanks: "Takk! Du har svart på alt.",
  change: "Du kan gå tilbake og endre svara dine.",
  closes: (when: string) => `Undersøkinga stengjer ${when}.`,
  closed: "Undersøkinga er stengd",
  closedLead: (n: number): string =>
    n === 0 ? "Ho tek ikkje imot fleire svar." : "Takk for svara. Ho tek ikkje imot fleire.",
  answered: "Svart på",
  unanswered: "Ikkje svart på",
};

export const roles: typeof nb.roles = {
  heading: "Kven er du her?",
  lead: "Rollene blir talde for referatet. Rolla di blir ikkje knytt til svara dine.",
  unsaid: "Vil ikkje seie",
};

export const password: typeof nb.password = {
  heading: "Samlinga har eit passord",
  lead: "Den som leier samlinga, kan seie deg det.",
  label: "Passord",
  enter: "Bli med",
  checking: "Sjekkar …",
  empty: "Skriv passordet.",
  wrong: "Passordet er ikkje rett. Prøv igjen.",
};

export const out: typeof nb.out = {
  full: "Samlinga er full",
  fullLead: "Samlinga er full. Sei frå til den som leier, så kan det bli plass.",
  closed: "Døra er stengd",
  closedLead: "Den som leier, slepper ikkje inn fleire no.",
  wait: "Vi prøver igjen av oss sjølve så lenge sida er open.",
};
