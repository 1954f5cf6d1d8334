// Bokmål for programmer som filer og maler, og for det som lastes ned, på prosesslederens side.

/** A count with its noun. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const plans = {
  begin: "Start med",
  blank: "Et tomt program",
  blankLead: "Du skriver punktene etterpå",
  templates: {
    gathering: {
      name: "Samling med bord og plenum",
      lead: "Åpent spørsmål, samtale to og to, gruppearbeid, oppsummering",
    },
    evaluation: { name: "Evaluering", lead: "Skala og to åpne spørsmål" },
    ideas: { name: "Idéverksted", lead: "Ideer på mobilen, bygge videre, rangere og fordele poeng" },
    quiz: { name: "Quiz", lead: "Kallenavn, spørsmål på tid og en resultatliste" },
  },
  own: (date: string) => `Din egen mal, lagret ${date}`,
  remove: "Slett malen",
  removed: (name: string) => `Malen «${name}» er slettet.`,
  file: "En fil eller en tekst",
  fileLead: "Et program som er lagret (.txt eller .json), eller skrevet i et tekstprogram",
  choose: "Velg en fil …",
  drop: "Slipp filen her, eller lim inn teksten under.",
  paste: "Eller lim inn teksten under.",
  dropNow: "Slipp filen for å lese programmet",
  field: "Programmet som tekst",
  example:
    "09:00–09:15 Velkommen\nHvem: Kommunalsjefen\n\n09:15 Spørsmål: Hva er viktigst?\nSvar med: fritekst\nSvar per person: 3",
  help: "Slik skrives et program",
  helpLead:
    "Et punkt begynner med tid, slag eller begge deler. Under det står felt med kolon. Alternativer og utsagn står på linjer med bindestrek. Linjer med # leses ikke.",
  helpFields:
    "Felt: Hva, Hvordan, Hvem, Svar med (fritekst, ordsky, valg, rangering, 100 poeng, skala, tall, firefelt, prikk på bilde), Svar per person, Tegn per svar, Velg inntil, Riktig svar, Ranger, Prikker per person, Trinn, Laveste betyr, Høyeste betyr, Enhet, Minste tall, Største tall, Desimaler, Vannrett akse, Loddrett akse, Resultatene vises, Vises når så mange har svart, Svarene venter, Klokke.",
  edit: "Endre som tekst",
  read: "Leser programmet …",
  items: (n: number) => count(n, "punkt", "punkter"),
  itemsAndQuestions: (items: number, questions: number) =>
    `${count(items, "punkt", "punkter")}, ${count(questions, "spørsmål", "spørsmål")}`,
  concepts: (n: number) => count(n, "felles begrep", "felles begreper"),
  noItems: "Ingen punkter ennå",
  problems: (n: number) => `${count(n, "linje", "linjer")} må rettes`,
  problemsMany: (n: number) => `Mer enn ${n} linjer må rettes. Her er de første.`,
  stillWrong: "Rett linjene først, eller velg noe annet å starte med.",
  nothingYet: "Velg en fil eller lim inn teksten, eller start med et tomt program.",
  line: (n: number) => `Linje ${n}`,
  meant: (word: string) => `Mente du «${word}»?`,
  offline: "Serveren svarte ikke. Teksten står her ennå: prøv igjen om litt.",
  again: "Prøv igjen",
  notJson: "Filen ser ut som JSON, men er ikke et program fra Plenum.",
  fileLarge: "Filen er for stor. Et program er høyst 1 MB.",
  fileNoText: "Filen kan ikke leses som tekst. Lagre den som ren tekst (UTF-8), eller lim inn linjene.",
  addHeading: "Legg til fra fil eller mal",
  addEvaluation: "Legg til evaluering",
  addFailed: "Evalueringen lot seg ikke hente. Prøv igjen om litt.",
  addMenu: "Legg til fra fil eller mal …",
  addLead: "Punktene legges sist i programmet. Det som står der, blir stående.",
  addFromTemplate: "Hent en mal …",
  addNow: (n: number) => `Legg til ${count(n, "punkt", "punkter")}`,
  addNone: "Legg til",
  adding: (n: number, of: number) => `Legger til ${n} av ${of} …`,
  added: (n: number) => `${count(n, "punkt", "punkter")} lagt til i programmet`,
  menu: "Valg for programmet",
  saveText: "Last ned program (tekst)",
  saveJson: "Last ned program (JSON)",
  saved: (name: string) => `Lastet ned: ${name}`,
  saveFailed: "Programmet kunne ikke hentes. Prøv igjen om litt.",
  keepTemplate: "Lagre som mal",
  kept: (name: string) => `«${name}» er lagret som mal. Den står på forsiden i denne nettleseren.`,
  keptFull: "Det er plass til 30 maler. Slett en på forsiden først.",
  duplicate: "Dupliser samlingen",
  duplicateOf: (title: string) => `Dupliser: ${title}`,
  duplicateShort: "Dupliser",
  duplicating: "Dupliserer …",
  duplicateFailed: "Samlingen kunne ikke dupliseres. Prøv igjen om litt.",
  duplicateGone: "Samlingen finnes ikke lenger på denne serveren.",
  faults: {
    file_too_long: () => "Teksten er for lang. Et program er høyst 1 MB.",
    line_not_understood: (found: string) =>
      `«${found}» er verken et punkt, et felt eller et alternativ. Et punkt begynner med tid eller slag, som «Innlegg: …».`,
    unknown_field: (found: string) => `«${found}» er ikke et felt vi kjenner.`,
    field_out_of_place: (found: string) =>
      `«${found}» hører ikke hjemme her. Tittel, sted, dato og språk står øverst, resten under et punkt.`,
    field_of_other_kind: (found: string) => `«${found}» passer ikke til denne typen punkt.`,
    field_twice: (found: string) => `«${found}» står to ganger. Behold den ene.`,
    list_out_of_place: (found: string) =>
      `«${found}» står som alternativ, men her er ingenting å velge mellom. Legg til «Svar med: valg», eller ta bort linjen.`,
    wrong_time: (found: string) => `«${found}» er ikke et klokkeslett. Skriv det som 09:15.`,
    wrong_date: (found: string) => `«${found}» er ikke en dato. Skriv den som 2026-11-21.`,
    wrong_number: (found: string) => `«${found}» er ikke et tall, eller for stort.`,
    wrong_length: (found: string) => `«${found}» er ikke en tid. Skriv den som «2 min» eller «1 min 30 s».`,
    neither_yes_nor_no: (found: string) => `«${found}» er verken ja eller nei.`,
    unknown_language: (found: string) => `«${found}» er ikke et språk vi kjenner. Skriv nb, nn eller en.`,
    unknown_word: (found: string) =>
      `«${found}» er ikke et av ordene som kan stå her. Se beskrivelsen av formatet.`,
    unknown_answer: (found: string) =>
      `«${found}» er ikke en måte å svare på. Velg fritekst, ordsky, valg, rangering, 100 poeng, skala, tall, firefelt eller prikk på bilde.`,
    unknown_option: (found: string) => `Det riktige svaret «${found}» er ikke blant alternativene.`,
  },
};

export const downloads = {
  menu: "Last ned …",
  heading: "Last ned",
  get: "Last ned",
  getOf: (what: string) => `Last ned ${what}`,
  formats: {
    docx: {
      name: "Referat (Word)",
      of: "referat (Word)",
      lead: "Ferdig skrevet, med program, tema og alle svar",
    },
    odt: {
      name: "Referat (OpenDocument)",
      of: "referat (OpenDocument)",
      lead: "Det samme for LibreOffice og andre",
    },
    xlsx: {
      name: "Regneark (Excel)",
      of: "regneark (Excel)",
      lead: "Ett ark for hvert spørsmål, med tall du kan regne med",
    },
    csv: { name: "Tabell (CSV)", of: "tabell (CSV)", lead: "Alle svar i én tabell, for andre programmer" },
    md: { name: "Referat (Markdown)", of: "referat (Markdown)", lead: "Ren tekst, for nettsider og notater" },
    json: {
      name: "Arkiv (JSON)",
      of: "arkiv (JSON)",
      lead: "Hele samlingen, også skjulte tema. Kan leses inn igjen.",
    },
  },
  making: {
    docx: "Skriver referatet …",
    odt: "Skriver referatet …",
    xlsx: "Lager regnearket …",
    csv: "Lager tabellen …",
    md: "Skriver referatet …",
    json: "Lager arkivet …",
  },
  fetching: (size: string) => `Henter, ${size} så langt …`,
  ready: (name: string, size: string) => `Lastet ned: ${name} (${size})`,
  failed: {
    offline: "Serveren svarte ikke. Sjekk nettet, og prøv igjen.",
    refused: "Filen kunne ikke lages nå. Prøv igjen om litt.",
  },
  archive: {
    read: "Les inn et arkiv",
    lead: "En samling du har lastet ned som arkiv (JSON). Den kommer tilbake med svar og tema, og er avsluttet.",
    reading: "Leser inn …",
    notOne:
      "Filen er ikke et arkiv som denne serveren kan lese. Velg en fil som er lastet ned som arkiv (JSON).",
    failed: "Arkivet kunne ikke leses inn nå. Prøv igjen om litt.",
  },
};
