// Nynorsk for å la rommet ta stilling til svara til kvarandre.
import type * as nb from "./nb-statements.ts";

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const stands: typeof nb.stands = {
  start: "La rommet ta stilling",
  startNow: "Start",
  lead: "Svara blir utsegner. Kvar telefon får éi om gongen og seier einig, ueinig eller hoppar over. Ingen får si eiga, og ingen kan sjå kven som meinte kva. Så ser de kva som samlar, og kva som deler.",
  each: "Utsegner per deltakar",
  endless: "Så mange dei vil",
  hidden: "Resultata er gøymde for rommet. Lerretet viser då berre kor langt de er komne.",
  few: "For å ta stilling trengst minst to svar som rommet kan sjå.",
  running: "Rommet tek stilling",
  stopped: "Rommet har teke stilling",
  stop: "Stopp",
  stopDone: "No blir ingen fleire røyster tekne imot. Resultatet blir ståande.",
  resume: "Hald fram",
  resumed: "Rommet tek stilling att.",
  again: "Endre og start",
  weighed: (n, of) => `${n} av ${of} har minst fem røyster`,
  votes: (votes, people) =>
    `${count(votes, "røyst", "røyster")} frå ${count(people, "deltakar", "deltakarar")}`,
  nobodyYet: "Ingen har røysta enno",
  asked: (each) =>
    each === null
      ? "Kvar deltakar tek stilling til så mange dei vil."
      : `Kvar deltakar får ${each} utsegner, dei med færrast røyster først.`,
  order: "Vis",
  orders: { unites: "Samlar", divides: "Deler", votes: "Flest røyster", all: "Alle" },
  nothing: {
    unites: "Ingenting samlar rommet enno: Minst 60 % av dei som har sett utsegna, må meine det same.",
    divides: "Ingenting deler rommet enno: Begge sider må ha minst 30 % av dei som tok stilling.",
    votes: "Ingen utsegner",
    all: "Ingen utsegner",
  },
  statement: "Utsegn",
  agree: "Einig",
  disagree: "Ueinig",
  pass: "Hoppa over",
  showAll: (n) => `Vis alle ${n}`,
};

export const rejections: typeof nb.rejections = {
  not_open_text: "Berre svara på eit ope spørsmål kan bli utsegner.",
  too_few_statements: "Det trengst minst to svar som rommet kan sjå.",
  statements_each_out_of_bounds: "Kvar deltakar kan få frå 3 til 30 utsegner, eller så mange dei vil.",
  not_taking_stands: "Rommet tek ikkje stilling no.",
  no_such_statement: "Utsegna finst ikkje lenger.",
  own_statement: "Ingen røystar på si eiga utsegn.",
  stands_given: "Deltakaren har røysta på så mange som det vart bede om.",
};

export const deeds: typeof nb.deeds = {
  start_statements: "la rommet ta stilling",
  stop_statements: "stoppe røystinga",
};
