// Bokmål for å la rommet ta stilling til hverandres svar.

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const stands = {
  start: "La rommet ta stilling",
  startNow: "Start",
  lead: "Svarene blir utsagn. Hver telefon får ett om gangen og sier enig, uenig eller hopper over. Ingen får sitt eget, og ingen kan se hvem som mente hva. Så ser dere hva som samler, og hva som deler.",
  each: "Utsagn per deltaker",
  endless: "Så mange de vil",
  hidden: "Resultatene er skjult for rommet. Lerretet viser da bare hvor langt dere er kommet.",
  few: "For å ta stilling trengs minst to svar som rommet kan se.",
  running: "Rommet tar stilling",
  stopped: "Rommet har tatt stilling",
  stop: "Stopp",
  stopDone: "Nå tas ingen flere stemmer imot. Resultatet blir stående.",
  resume: "Fortsett",
  resumed: "Rommet tar stilling igjen.",
  again: "Endre og start",
  weighed: (n: number, of: number) => `${n} av ${of} har minst fem stemmer`,
  votes: (votes: number, people: number) =>
    `${count(votes, "stemme", "stemmer")} fra ${count(people, "deltaker", "deltakere")}`,
  nobodyYet: "Ingen har stemt ennå",
  asked: (each: number | null) =>
    each === null
      ? "Hver deltaker tar stilling til så mange de vil."
      : `Hver deltaker får ${each} utsagn, de med færrest stemmer først.`,
  order: "Vis",
  orders: { unites: "Samler", divides: "Deler", votes: "Flest stemmer", all: "Alle" },
  nothing: {
    unites: "Ingenting samler rommet ennå: Minst 60 % av dem som har sett utsagnet, må mene det samme.",
    divides: "Ingenting deler rommet ennå: Begge sider må ha minst 30 % av dem som tok stilling.",
    votes: "Ingen utsagn",
    all: "Ingen utsagn",
  },
  statement: "Utsagn",
  agree: "Enig",
  disagree: "Uenig",
  pass: "Hoppet over",
  showAll: (n: number) => `Vis alle ${n}`,
};

export const rejections = {
  not_open_text: "Bare svarene på et åpent spørsmål kan bli utsagn.",
  too_few_statements: "Det trengs minst to svar som rommet kan se.",
  statements_each_out_of_bounds: "Hver deltaker kan få fra 3 til 30 utsagn, eller så mange de vil.",
  not_taking_stands: "Rommet tar ikke stilling nå.",
  no_such_statement: "Utsagnet finnes ikke lenger.",
  own_statement: "Ingen stemmer på sitt eget utsagn.",
  stands_given: "Deltakeren har stemt på så mange som det ble bedt om.",
};

/** What was being done, to be read after «Ikke gjort: ». */
export const deeds = {
  start_statements: "la rommet ta stilling",
  stop_statements: "stoppe stemmene",
};
