// Nynorsk for program som filer og malar på prosessleiaren si side.
import type * as nb from "./nb-plans.ts";

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const plans: typeof nb.plans = {
  begin: "Start med",
  blank: "Eit tomt program",
  blankLead: "Du skriv punkta etterpå",
  templates: {
    gathering: {
      name: "Samling med bord og plenum",
      lead: "Ope spørsmål, samtale to og to, gruppearbeid, oppsummering",
    },
    evaluation: { name: "Evaluering", lead: "Skala og to opne spørsmål" },
    ideas: { name: "Idéverkstad", lead: "Idear på mobilen, byggje vidare, rangere og fordele poeng" },
    quiz: { name: "Quiz", lead: "Kallenamn, spørsmål på tid og ei resultatliste" },
  },
  own: (date: string) => `Din eigen mal, lagra ${date}`,
  remove: "Slett malen",
  removed: (name: string) => `Malen «${name}» er sletta.`,
  file: "Ei fil eller ein tekst",
  fileLead: "Eit program som er lagra (.txt eller .json), eller skrive i eit tekstprogram",
  choose: "Vel ei fil …",
  drop: "Slepp fila her, eller lim inn teksten under.",
  paste: "Eller lim inn teksten under.",
  dropNow: "Slepp fila for å lese programmet",
  field: "Programmet som tekst",
  example:
    "09:00–09:15 Velkomen\nKven: Kommunalsjefen\n\n09:15 Spørsmål: Kva er viktigast?\nSvar med: fritekst\nSvar per person: 3",
  help: "Slik skriv du eit program",
  helpLead:
    "Eit punkt byrjar med tid, slag eller begge delar. Under det står felt med kolon. Alternativ og utsegner står på linjer med bindestrek. Linjer med # blir ikkje lesne.",
  helpFields:
    "Felt: Kva, Korleis, Kven, Svar med (fritekst, ordsky, val, rangering, 100 poeng, skala, tal, firefelt, prikk på bilete), Svar per person, Teikn per svar, Vel inntil, Rett svar, Ranger, Prikkar per person, Trinn, Lågaste tyder, Høgaste tyder, Eining, Minste tal, Største tal, Desimalar, Vassrett akse, Loddrett akse, Resultata blir viste, Blir viste når så mange har svara, Svara ventar, Klokke.",
  edit: "Endre som tekst",
  read: "Les programmet …",
  items: (n: number) => count(n, "punkt", "punkt"),
  itemsAndQuestions: (items: number, questions: number) =>
    `${count(items, "punkt", "punkt")}, ${count(questions, "spørsmål", "spørsmål")}`,
  concepts: (n: number) => count(n, "felles omgrep", "felles omgrep"),
  noItems: "Ingen punkt enno",
  problems: (n: number) => `${count(n, "linje", "linjer")} må rettast`,
  problemsMany: (n: number) => `Meir enn ${n} linjer må rettast. Her er dei første.`,
  stillWrong: "Rett linjene først, eller vel noko anna å starte med.",
  nothingYet: "Vel ei fil eller lim inn teksten, eller start med eit tomt program.",
  line: (n: number) => `Linje ${n}`,
  meant: (word: string) => `Meinte du «${word}»?`,
  offline: "Serveren svara ikkje. Teksten står her enno: prøv igjen om litt.",
  again: "Prøv igjen",
  notJson: "Fila ser ut som JSON, men er ikkje eit program frå Plenum.",
  fileLarge: "Fila er for stor. Eit program er høgst 1 MB.",
  fileNoText: "Fila kan ikkje lesast som tekst. Lagre ho som rein tekst (UTF-8), eller lim inn linjene.",
  addHeading: "Legg til frå fil eller mal",
  addEvaluation: "Legg til evaluering",
  addFailed: "Evalueringa let seg ikkje hente. Prøv igjen om litt.",
  addMenu: "Legg til frå fil eller mal …",
  addLead: "Punkta blir lagde sist i programmet. Det som står der, blir ståande.",
  addFromTemplate: "Hent ein mal …",
  addNow: (n: number) => `Legg til ${count(n, "punkt", "punkt")}`,
  addNone: "Legg til",
  adding: (n: number, of: number) => `Legg til ${n} av ${of} …`,
  added: (n: number) => `${count(n, "punkt", "punkt")} lagt til i programmet`,
  menu: "Val for programmet",
  saveText: "Last ned program (tekst)",
  saveJson: "Last ned program (JSON)",
  saved: (name: string) => `Lasta ned: ${name}`,
  saveFailed: "Programmet kunne ikkje hentast. Prøv igjen om litt.",
  keepTemplate: "Lagre som mal",
  kept: (name: string) => `«${name}» er lagra som mal. Han står på framsida i denne nettlesaren.`,
  keptFull: "Det er plass til 30 malar. Slett ein på framsida først.",
  duplicate: "Dupliser samlinga",
  duplicateOf: (title: string) => `Dupliser: ${title}`,
  duplicateShort: "Dupliser",
  duplicating: "Dupliserer …",
  duplicateFailed: "Samlinga kunne ikkje dupliserast. Prøv igjen om litt.",
  duplicateGone: "Samlinga finst ikkje lenger på denne serveren.",
  faults: {
    file_too_long: () => "Teksten er for lang. Eit program er høgst 1 MB.",
    line_not_understood: (found: string) =>
      `«${found}» er verken eit punkt, eit felt eller eit alternativ. Eit punkt byrjar med tid eller slag, som «Innlegg: …».`,
    unknown_field: (found: string) => `«${found}» er ikkje eit felt vi kjenner.`,
    field_out_of_place: (found: string) =>
      `«${found}» høyrer ikkje heime her. Tittel, stad, dato og språk står øvst, resten under eit punkt.`,
    field_of_other_kind: (found: string) => `«${found}» passar ikkje til denne typen punkt.`,
    field_twice: (found: string) => `«${found}» står to gonger. Behald den eine.`,
    list_out_of_place: (found: string) =>
      `«${found}» står som alternativ, men her er ingenting å velje mellom. Legg til «Svar med: val», eller ta bort linja.`,
    wrong_time: (found: string) => `«${found}» er ikkje eit klokkeslett. Skriv det som 09:15.`,
    wrong_date: (found: string) => `«${found}» er ikkje ein dato. Skriv han som 2026-11-21.`,
    wrong_number: (found: string) => `«${found}» er ikkje eit tal, eller for stort.`,
    wrong_length: (found: string) => `«${found}» er ikkje ei tid. Skriv ho som «2 min» eller «1 min 30 s».`,
    neither_yes_nor_no: (found: string) => `«${found}» er verken ja eller nei.`,
    unknown_language: (found: string) => `«${found}» er ikkje eit språk vi kjenner. Skriv nb, nn eller en.`,
    unknown_word: (found: string) =>
      `«${found}» er ikkje eit av orda som kan stå her. Sjå skildringa av formatet.`,
    unknown_answer: (found: string) =>
      `«${found}» er ikkje ein måte å svare på. Vel fritekst, ordsky, val, rangering, 100 poeng, skala, tal, firefelt eller prikk på bilete.`,
    unknown_option: (found: string) => `Det rette svaret «${found}» er ikkje blant alternativa.`,
  },
};

export const downloads: typeof nb.downloads = {
  menu: "Last ned …",
  heading: "Last ned",
  get: "Last ned",
  getOf: (what: string) => `Last ned ${what}`,
  formats: {
    docx: {
      name: "Referat (Word)",
      of: "referat (Word)",
      lead: "Ferdig skrive, med program, tema og alle svar",
    },
    odt: {
      name: "Referat (OpenDocument)",
      of: "referat (OpenDocument)",
      lead: "Det same for LibreOffice og andre",
    },
    xlsx: {
      name: "Rekneark (Excel)",
      of: "rekneark (Excel)",
      lead: "Eitt ark for kvart spørsmål, med tal du kan rekne med",
    },
    csv: { name: "Tabell (CSV)", of: "tabell (CSV)", lead: "Alle svar i éin tabell, for andre program" },
    md: { name: "Referat (Markdown)", of: "referat (Markdown)", lead: "Rein tekst, for nettsider og notat" },
    json: {
      name: "Arkiv (JSON)",
      of: "arkiv (JSON)",
      lead: "Heile samlinga, også skjulte tema. Kan lesast inn igjen.",
    },
  },
  making: {
    docx: "Skriv referatet …",
    odt: "Skriv referatet …",
    xlsx: "Lagar reknearket …",
    csv: "Lagar tabellen …",
    md: "Skriv referatet …",
    json: "Lagar arkivet …",
  },
  fetching: (size: string) => `Hentar, ${size} så langt …`,
  ready: (name: string, size: string) => `Lasta ned: ${name} (${size})`,
  failed: {
    offline: "Serveren svara ikkje. Sjekk nettet, og prøv igjen.",
    refused: "Fila kunne ikkje lagast no. Prøv igjen om litt.",
  },
  archive: {
    read: "Les inn eit arkiv",
    lead: "Ei samling du har lasta ned som arkiv (JSON). Ho kjem tilbake med svar og tema, og er avslutta.",
    reading: "Les inn …",
    notOne:
      "Fila er ikkje eit arkiv som denne serveren kan lese. Vel ei fil som er lasta ned som arkiv (JSON).",
    failed: "Arkivet kunne ikkje lesast inn no. Prøv igjen om litt.",
  },
};
