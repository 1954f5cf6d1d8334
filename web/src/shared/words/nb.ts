// Bokmål: the words that decide which words there are; the other languages take this file's types.

/** A count with its noun. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const common = {
  tag: "nb",
  /** How numbers and dates are written, the best that the browser knows; Chromium does not know Nynorsk. */
  locales: ["nb"],
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
  accessibility: "Tilgjengelighet",
  offlineAnswer: "Ingen forbindelse – svaret er lagret her og sendes",
  offline: "Ingen forbindelse – kobler til igjen",
  outdated: "Siden er fornyet. Last den på nytt for å fortsette.",
  reload: "Last på nytt",
  youAreIn: "Du er med",
  opensAt: (when: string) => `Spørsmålene åpner ${when}`,
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
  missing: "Dette lot seg ikke hente akkurat nå. Vi prøver igjen.",
  sortingWrite: "Skriv et svar",
  sortingBack: "Tilbake til svarene",
  stands: "Ta stilling til svarene",
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
  resultsFetching: "Henter resultatene …",
  ended: "Takk for i dag",
  endedLead: "Samlingen er avsluttet. Du kan lukke siden.",
  anonymous: "Du svarer anonymt",
  anonymousMore: `Vi lagrer svaret, men ikke hvem som ga det. Ingen navn, ingen konto, ingen nettadresse.

Et tilfeldig merke på telefonen gjør at svaret teller én gang og kan endres. Merket lagres ikke hos oss, og når samlingen er ferdig, kan ingen knytte svarene dine sammen.

Skriver du navn eller noe bare du vet, kan andre likevel kjenne deg igjen.`,
  dotsOf: (n: number) => (n === 1 ? "1 prikk på bildet" : `${n} prikker på bildet`),
  rejections: {
    answer_empty: "Skriv noe først.",
    too_many_words: "Skriv høyst tre ord.",
  },
  refused: "Svaret ble ikke tatt imot.",
};

/** Why an answer did not stand, which is a file of its own. */
export const refusals = {
  session_ended: "Samlingen er avsluttet.",
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
  other_empty: "Skriv hva du mener med «Annet».",
  other_not_offered: "Spørsmålet er endret og tar ikke imot «Annet». Velg på nytt.",
  text_too_long: "Teksten er for lang. Kort den ned og send på nytt.",
  text_unprintable: "Teksten har tegn som ikke kan vises. Skriv den på nytt.",
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
};

/** The forms for choosing, marking and counting, which are a file of their own. */
export const asks = {
  send: "Send svaret",
  sendChange: "Send endringen",
  chooseOne: "Velg ett.",
  chooseUpTo: (n: number) => `Velg opptil ${n}.`,
  chosenFull: (n: number) => `Du har valgt ${n}. Ta bort ett for å velge et annet.`,
  other: "Annet",
  otherHint: "Skriv det kort",
  otherEmpty: "Skriv hva du mener med «Annet».",
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

/** Questions to the speaker, which are a file of their own. */
export const asked = {
  heading: "Spørsmål til den som snakker",
  button: "Spør",
  buttonOf: (n: number) => `Spørsmål (${n})`,
  close: "Lukk",
  yours: "Spørsmålet ditt",
  send: "Send spørsmålet",
  empty: "Skriv spørsmålet først.",
  left: (n: number) => `${n} tegn igjen`,
  over: (n: number) => `${n} tegn for langt. Kort det ned.`,
  anonymous: "Du spør anonymt.",
  waitsFirst: "Du spør anonymt. Prosesslederen ser spørsmålet før de andre.",
  closed: "Det er stengt for nye spørsmål og stemmer.",
  sort: "Rekkefølge",
  byVotes: "Flest stemmer",
  byTime: "Nyeste",
  none: "Ingen spørsmål ennå",
  mine: "Ditt",
  now: "Besvares nå",
  answered: "Besvart",
  vote: (n: number, text: string) => `${n === 1 ? "1 stemme på" : `${n} stemmer på`}: ${text}`,
  sending: "Sendes …",
  stored: "Lagret her, sendes når du har nett igjen",
  withdraw: "Trekk tilbake",
  withdrawing: "Trekkes tilbake …",
  removed: "Prosesslederen har tatt bort dette spørsmålet.",
  received: "Spørsmålet er sendt.",
  withdrawn: "Spørsmålet er trukket tilbake.",
  refused: "Det gikk ikke nå.",
  waiting: "Venter på prosesslederen",
  rejections: {
    session_ended: "Samlingen er avsluttet.",
    asking_closed: "Det er stengt for nye spørsmål og stemmer nå.",
    asked_full: "Du har fem spørsmål som ikke er besvart. Trekk tilbake ett for å stille et nytt.",
    too_many_asked: "Det er ikke plass til flere spørsmål. Si fra til den som leder.",
    no_such_asked: "Spørsmålet er besvart eller tatt bort.",
    own_asked: "Du kan ikke stemme på ditt eget spørsmål.",
    question_empty: "Skriv spørsmålet først.",
    text_too_long: "Spørsmålet er for langt. Det er plass til 300 tegn.",
    text_unprintable: "Spørsmålet har tegn som ikke kan vises. Ta dem bort og send på nytt.",
    too_many_changes: "Du har stilt eller endret så mye som det går an.",
  },
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

/** The quiz, which is a file of its own. */
export const quiz = {
  name: "Velg et kallenavn",
  join: "Bli med",
  without: "Spill uten kallenavn",
  withoutHint: "Da ser bare du poengene dine. Quizsvarene dine henger sammen, men ikke med deg.",
  privacy:
    "Quizsvarene dine knyttes til kallenavnet. Andre svar gjør det ikke. Kallenavnet slettes når samlingen er ferdig.",
  removed: "Prosesslederen har tatt bort kallenavnet ditt. Velg et annet.",
  offline: "Ingen forbindelse. Prøv igjen om litt.",
  pick: "Trykk på ett svar. Det første teller.",
  type: "Svaret ditt",
  send: "Send svaret",
  empty: "Skriv noe først.",
  received: "Svaret er mottatt",
  sending: "Sendes …",
  kept: "Lagret her – sendes når forbindelsen er tilbake",
  refused: "Det ble ikke tatt imot.",
  again: "Prøv igjen",
  right: "Riktig!",
  wrong: "Feil",
  unanswered: "Du svarte ikke",
  won: (points: string) => `+${points} poeng`,
  yours: (answer: string) => `Du svarte: ${answer}`,
  solution: (answer: string) => `Riktig svar er ${answer}`,
  place: (place: number, of: number, points: string) => `Du er nummer ${place} av ${of} med ${points} poeng`,
  points: (points: string) => `Du har ${points} poeng`,
  as: (name: string) => `Du spiller som ${name}`,
  joined: (name: string) => `Du er med som ${name}`,
  refusals: {
    question_closed: "Tiden var ute før svaret kom fram",
    answer_is_final: "Du har svart før. Det første svaret teller.",
    answer_empty: "Skriv noe først.",
    nickname_out_of_bounds: "Et kallenavn har 2 til 20 tegn.",
    nickname_taken: "Noen andre har det kallenavnet. Velg et annet.",
    nickname_listed: "Det kallenavnet vil vi ikke vise på skjermen. Velg et hyggeligere.",
    nickname_stands: "Du har alt et kallenavn.",
    text_unprintable: "Kallenavnet har tegn som ikke kan vises.",
    too_fast: "Det gikk litt fort. Vent litt og prøv igjen.",
    session_ended: "Samlingen er avsluttet.",
  },
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
  unites: "Samler",
  divides: "Deler",
  stands: (agree: number, disagree: number, pass: number) =>
    `${agree} enig · ${disagree} uenig · ${pass} hoppet over`,
  heading: "Dette sier vi",
  ofPeople: (n: number) => `${n} har svart`,
  before: (s: string) => `før ${s}`,
  moved: (moved: number, both: number) =>
    `${moved} av ${both} som svarte begge gangene, svarte annerledes nå`,
  other: "Annet",
  andMore: (n: number) => `og ${n} til`,
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

/** Taking a stand on each other's answers, which is a file of its own. */
export const statements = {
  fetching: "Henter utsagn …",
  ask: "Hva sier du til dette?",
  agree: "Enig",
  disagree: "Uenig",
  pass: "Hopp over",
  undo: "Endre forrige",
  was: { agree: "Du svarte enig.", disagree: "Du svarte uenig.", pass: "Du hoppet over dette." },
  progress: (n: number, of: number) => `${n} av ${of}`,
  next: (n: number, of: number, text: string) => `${n} av ${of}: ${text}`,
  later: "Resten kommer når du har nett igjen.",
  lost: "Den siste stemmen kom for sent fram.",
  all: "Du har svart på alle.",
  none: "Ingen utsagn fra andre ennå.",
  more: "Nye kommer hvis noen skriver mer.",
  done: (n: number) => `Takk! Du har tatt stilling til ${n}.`,
  doneMore: "Følg med på skjermen for å se hva som samler og deler.",
};

/** What leads through questions at one's own pace, which is a file of its own. */
export const survey = {
  place: (n: number, of: number) => `Spørsmål ${n} av ${of}`,
  answeredOf: (n: number, of: number) => `Du har svart på ${n} av ${of} spørsmål`,
  back: "Tilbake",
  next: "Neste",
  skip: "Hopp over",
  finish: "Ferdig",
  all: "Se alle spørsmålene",
  begin: "Velg et spørsmål for å begynne.",
  thanks: "Takk! Du har svart på alt.",
  change: "Du kan gå tilbake og endre svarene dine.",
  closes: (when: string) => `Undersøkelsen stenger ${when}.`,
  closed: "Undersøkelsen er stengt",
  closedLead: (n: number): string =>
    n === 0 ? "Den tar ikke imot flere svar." : "Takk for svarene. Den tar ikke imot flere.",
  answered: "Besvart",
  unanswered: "Ikke besvart",
};

/** The choice of a role, in the file of the door. */
export const roles = {
  heading: "Hvem er du her?",
  lead: "Rollene telles for referatet. Rollen din knyttes ikke til svarene dine.",
  unsaid: "Vil ikke si",
};

/** The question for the password of the room, in the file of the door. */
export const password = {
  heading: "Samlingen har et passord",
  lead: "Den som leder samlingen, kan si deg det.",
  label: "Passord",
  enter: "Bli med",
  checking: "Sjekker …",
  empty: "Skriv passordet.",
  wrong: "Passordet er ikke riktig. Prøv igjen.",
};

/** Who is not let in, in the file of the door. */
export const out = {
  full: "Samlingen er full",
  fullLead: "Samlingen er full. Si fra til den som leder, så kan det bli plass.",
  closed: "Døren er lukket",
  closedLead: "Den som leder, slipper ikke inn flere nå.",
  wait: "Vi prøver igjen av oss selv så lenge siden er åpen.",
};
