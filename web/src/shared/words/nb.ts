// Bokmål: the words that decide which words there are; the other languages take this file's types.

/** A count with its noun. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const common = {
  tag: "nb",
  otherThemes: "Andre tema",
};

export const phone = {
  joinHeading: "Bli med",
  joinLead: "Skriv koden som står på skjermen.",
  code: "Kode",
  join: "Bli med",
  joining: "Kobler til …",
  codeShort: (digits: number) =>
    digits === 0 ? "Skriv de åtte sifrene." : `Koden har åtte sifre. Du har skrevet ${digits}.`,
  noSuchSession: "Det er ingen samling med den koden. Se på skjermen og prøv igjen.",
  createSession: "Skal du lede? Lag en samling",
  offlineAnswer: "Ingen forbindelse – svaret er lagret her og sendes",
  offline: "Ingen forbindelse – kobler til igjen",
  full: "Samlingen er full",
  doorClosed: "Døren er lukket",
  doorLead: "Den som leder, slipper ikke inn flere nå.",
  fullWait: "Vi prøver igjen av oss selv så lenge siden er åpen.",
  outdated: "Siden er fornyet. Last den på nytt for å fortsette.",
  reload: "Last på nytt",
  youAreIn: "Du er med",
  waitingForStart: "Venter på at samlingen begynner",
  waitingForNext: "Venter på neste spørsmål",
  secondRound: "Svar en gang til, nå som dere har snakket sammen.",
  seenFirst: "Prosesslederen ser svaret før det vises for rommet.",
  waitingForQuestion: "Spørsmålet åpner snart",
  keepOpen: "Du kan legge bort telefonen. Siden finner tilbake selv.",
  now: "Nå",
  open: "Åpent for svar",
  closed: "Spørsmålet er lukket",
  thanksForAnswer: "Takk for svaret. Venter på neste spørsmål.",
  closedUnanswered: "Svarene er samlet inn. Venter på neste spørsmål.",
  closedUnsent: "Dette rakk ikke å bli sendt:",
  sorting: "Vi sorterer svarene sammen",
  sortingMissing: "Svarene lot seg ikke hente akkurat nå. Vi prøver igjen.",
  sortingWrite: "Skriv et svar",
  sortingBack: "Tilbake til sorteringen",
  sorted: "Takk! Svarene er sortert. Venter på neste spørsmål.",
  break: "Pause",
  backAt: (time: string) => `Vi fortsetter kl. ${time}`,
  talk: "Innlegg",
  groupWork: "Gruppearbeid",
  pairTalk: "Samtale to og to",
  yourAnswer: "Svaret ditt",
  anotherAnswer: "Et svar til",
  answersLeft: (n: number) => (n === 1 ? "Du kan sende ett svar til" : `Du kan sende ${n} svar til`),
  severalAnswers: (n: number) => `Du kan sende opptil ${n} svar, ett om gangen`,
  allGiven: (n: number) => `Du har sendt alle ${n} svarene`,
  charactersLeft: (n: number) => count(n, "tegn igjen", "tegn igjen"),
  charactersOver: (n: number) => `${n} tegn for langt. Kort det ned.`,
  send: "Send svaret",
  sendChange: "Send endringen",
  cancel: "Avbryt",
  sending: "Sendes …",
  stored: "Lagret her",
  received: "Mottatt",
  receivedHeard: "Svaret er mottatt",
  change: "Endre",
  withdraw: "Trekk tilbake",
  withdrawHeard: "Svaret er trukket tilbake",
  withdrawing: "Trekkes tilbake …",
  yourAnswers: "Dine svar",
  removed: "Prosesslederen har tatt bort dette svaret fra samlingen.",
  removedAgain: "Du kan skrive det på en annen måte og sende på nytt.",
  hide: "Skjul",
  formMissing: "Skjemaet lot seg ikke hente akkurat nå. Vi prøver igjen.",
  resultsFetching: "Henter resultatene …",
  resultsMissing: "Resultatene lot seg ikke hente akkurat nå. Vi prøver igjen.",
  ended: "Takk for i dag",
  endedLead: "Samlingen er avsluttet. Du kan lukke siden.",
  anonymous: "Du svarer anonymt",
  anonymousMore: `Vi lagrer svaret, men ikke hvem som ga det. Ingen navn, ingen konto, ingen nettadresse.

Et tilfeldig merke på telefonen gjør at svaret teller én gang og kan endres. Merket lagres ikke hos oss, og når samlingen er ferdig, kan ingen knytte svarene dine sammen.

Skriver du navn eller noe bare du vet, kan andre likevel kjenne deg igjen.`,
  dotsOf: (n: number) => (n === 1 ? "1 prikk på bildet" : `${n} prikker på bildet`),
  rejections: {
    session_ended: "Samlingen er avsluttet.",
    session_full: "Samlingen er full. Si fra til den som leder, så kan det bli plass.",
    too_many_answers: "Samlingen tar ikke imot flere svar. Si fra til den som leder.",
    no_such_item: "Spørsmålet finnes ikke lenger.",
    question_not_open: "Spørsmålet er ikke åpnet ennå.",
    question_closed: "Spørsmålet ble lukket før svaret kom fram.",
    answer_empty: "Skriv noe først.",
    answer_too_long: "Svaret er for langt. Kort det ned og send på nytt.",
    ranking_incomplete: "Noe mangler i rekkefølgen. Se over og send på nytt.",
    choice_empty: "Velg minst ett alternativ.",
    choice_too_many: "Det er for mange valgt. Ta bort noen og send på nytt.",
    option_unknown: "Alternativene er endret. Velg på nytt.",
    option_twice: "Alternativene er endret. Velg på nytt.",
    points_not_summed: "Poengene må bli 100 til sammen.",
    number_out_of_range: "Tallet er utenfor det spørsmålet tar imot.",
    too_many_decimals: "Tallet har for mange desimaler.",
    not_a_number: "Skriv et tall.",
    too_many_words: "Skriv høyst tre ord.",
    marks_mismatched: "Utsagnene er endret. Svar på nytt.",
    mark_out_of_range: "Utsagnene er endret. Svar på nytt.",
    places_mismatched: "Punktene er endret. Svar på nytt.",
    place_out_of_range: "Punktene er endret. Svar på nytt.",
    answers_full: "Du har sendt så mange svar som spørsmålet tar imot.",
    too_many_changes: "Du har endret svaret så mange ganger som det går an.",
    too_fast: "Det gikk litt fort. Vi prøver igjen om noen sekunder.",
    try_again: "Svaret ble ikke lagret ennå. Vi prøver igjen.",
  },
  refused: "Svaret ble ikke tatt imot.",
};

/** The forms for choosing, marking and counting, which are a file of their own. */
export const asks = {
  send: "Send svaret",
  sendChange: "Send endringen",
  chooseOne: "Velg ett.",
  chooseUpTo: (n: number) => `Velg opptil ${n}.`,
  chosenFull: (n: number) => `Du har valgt ${n}. Ta bort ett for å velge et annet.`,
  scale: "Trykk der du står.",
  scales: "Trykk der du står. Du kan hoppe over.",
  clear: "Ta bort merket",
  clearOf: (statement: string) => `Ta bort merket ved ${statement}`,
  markOne: "Sett minst ett merke.",
  points: "Fordel 100 poeng.",
  fewer: (option: string) => `Færre poeng til ${option}`,
  more: (option: string) => `Flere poeng til ${option}`,
  allPoints: "Alle 100 poeng er fordelt.",
  pointsLeft: (n: number) => `${n} poeng igjen å fordele.`,
  pointsOver: (n: number) => `${n} poeng for mye. Ta bort noen.`,
  number: "Tallet ditt",
  between: (least: string, most: string) => `Skriv et tall fra ${least} til ${most}.`,
  atLeast: (least: string) => `Skriv et tall fra ${least} og oppover.`,
  atMost: (most: string) => `Skriv et tall opp til ${most}.`,
  numberEmpty: "Skriv et tall først.",
  notANumber: "Skriv bare tallet, med sifre.",
  wholeOnly: "Skriv et helt tall, uten desimaler.",
  decimalsMost: (n: number) => (n === 1 ? "Skriv høyst én desimal." : `Skriv høyst ${n} desimaler.`),
  tooLarge: "Tallet er for stort.",
};

/** The clock, which is a file of its own. */
export const timer = {
  swap: "Bytt!",
  next: "Neste del",
  over: "Tiden er ute",
};

/** The bar for signals, which is a file of its own. */
export const signals = {
  heading: "Si det uten ord",
  reactions: "Reaksjoner",
  kinds: { applause: "Applaus", heart: "Hjerte", thumbs_up: "Tommel opp", idea: "God idé" },
  hand: "Hånd opp",
  pace: "Tempo",
  tooSlow: "For sakte",
  tooFast: "For fort",
  lowered: "Hånda di er tatt ned",
};

/** The form for a ranking, which is a file of its own. */
export const ranking = {
  all: "Sett i rekkefølge, det viktigste øverst.",
  top: (n: number) => `Velg ${n}, det viktigste først.`,
  yourOrder: "Din rekkefølge",
  chosenOf: (n: number, of: number) => `${n} av ${of} valgt`,
  chosenFull: (n: number) => `Du har valgt ${n}. Ta bort ett for å velge et annet.`,
  chooseMore: (n: number) => `Velg ${n} til før du sender.`,
  add: (option: string) => `Velg ${option}`,
  remove: (option: string) => `Ta bort ${option}`,
  moveUp: (option: string) => `Flytt ${option} opp`,
  moveDown: (option: string) => `Flytt ${option} ned`,
  handle: (option: string, place: number, of: number) =>
    `${option}, nummer ${place} av ${of}. Flytt med pil opp og pil ned`,
  moved: (option: string, place: number, of: number) => `${option} er nå nummer ${place} av ${of}`,
  added: (option: string, place: number) => `${option} er valgt som nummer ${place}`,
  takenAway: (option: string) => `${option} er tatt bort`,
  send: "Send rekkefølgen",
  sendChange: "Send endringen",
};

/** The plane, both the form and its results, which is a file of its own. */
export const grid = {
  send: "Send svaret",
  sendChange: "Send endringen",
  lead: "Trykk der det hører hjemme.",
  leadMany: "Trykk der hvert punkt hører hjemme. Du kan hoppe over.",
  items: "Punkter",
  unplaced: "ikke plassert",
  takeAway: "Ta bort",
  takeAwayOf: (item: string) => `Ta bort ${item} fra feltet`,
  placeOne: "Plasser minst ett punkt.",
  heading: "Dette sier vi",
  ofPeople: (n: number) => `${n} har svart`,
  none: "Ingen svar ennå",
  middle: "på midten",
};

/** Dots on a picture, both the form and its results, which is a file of its own. */
export const dots = {
  send: "Send svaret",
  sendChange: "Send endringen",
  lead: (max: number) =>
    max === 1
      ? "Trykk på bildet der du vil sette prikken."
      : `Trykk på bildet. Du kan sette inntil ${max} prikker.`,
  left: (max: number): string => (max === 1 ? "Prikken er ikke satt" : "Ingen prikker er satt"),
  enough: (max: number) => `Du har satt alle ${max} prikkene. Dra en av dem, eller ta bort en.`,
  dot: (n: number, max: number) => (max === 1 ? "Prikken" : `Prikk ${n}`),
  from: (left: number, top: number) => `${left} % fra venstre, ${top} % ovenfra`,
  add: "Sett en prikk midt på bildet",
  takeAway: "Ta bort",
  takeAwayOf: (n: number, max: number) => (max === 1 ? "Ta bort prikken" : `Ta bort prikk ${n}`),
  takenAway: "Tatt bort",
  placeOne: "Sett minst én prikk på bildet.",
  heading: "Dette sier vi",
  firstRound: "Første runde",
  secondRound: "Andre runde",
  ofPeople: (n: number) => `${n} har svart`,
  none: "Ingen svar ennå",
  /** The nine parts of a picture, row by row from the top left. */
  parts: [
    "øverst til venstre",
    "øverst i midten",
    "øverst til høyre",
    "midt på til venstre",
    "i midten",
    "midt på til høyre",
    "nederst til venstre",
    "nederst i midten",
    "nederst til høyre",
  ],
};

/** The screen of results, which is a file of its own. */
export const results = {
  heading: "Dette sier vi",
  ofPeople: (n: number) => `${n} har svart`,
  before: (s: string) => `før ${s}`,
  moved: (moved: number, both: number) =>
    `${moved} av ${both} som svarte begge gangene, svarte annerledes nå`,
  none: "Ingen svar ennå",
  each: (points: string) => `${points} per person`,
  median: "Median",
  mean: "Snitt",
  range: "Fra–til",
  solution: "Riktig svar",
  correct: "riktig",
  meanPlace: (place: string) => `snitt ${place}`,
};

/** The screen for sorting, which is a file of its own. */
export const sorting = {
  fetching: "Henter et svar …",
  ask: "Hvor hører svaret hjemme?",
  none: "Ingen av disse",
  progress: (n: number, of: number | null) => (of === null ? `Svar ${n}` : `${n} av ${of}`),
  next: (n: number, of: number | null, text: string) =>
    of === null ? `Svar ${n}: ${text}` : `Svar ${n} av ${of}: ${text}`,
  thanks: (n: number) => `Takk! Du har plassert ${n === 1 ? "ett" : n} svar`,
  thanksMore: "Følg med på skjermen: der samler svarene seg.",
  waiting: "Ingen flere svar akkurat nå",
  waitingMore: (n: number) =>
    n === 0
      ? "Siden henter det neste av seg selv."
      : `Takk, du har plassert ${n}. Siden henter det neste av seg selv.`,
  askPiles: "Hva hører sammen?",
  pilesHow: "Trykk på svar som hører sammen. Det som står alene, lar du ligge.",
  progressPiles: (n: number, of: number | null) => (of === null ? `Runde ${n}` : `${n} av ${of}`),
  dealt: (n: number, of: number | null, answers: number) =>
    `${of === null ? `Runde ${n}` : `Runde ${n} av ${of}`}: ${answers} svar. Hva hører sammen?`,
  join: (n: number) => (n < 2 ? "Legg sammen" : `Legg sammen ${n}`),
  joined: (n: number) => `${n} svar er lagt sammen`,
  pile: (n: number, answers: number) => `Bunke ${n} (${answers})`,
  apart: "Løs opp",
  noPiles: "Ingen hører sammen",
  donePiles: "Ferdig",
  thanksPiles: (n: number) => `Takk! Du har lagt bunker ${n === 1 ? "én gang" : `${n} ganger`}`,
};
