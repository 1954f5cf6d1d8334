// Bokmål: the language that decides what a language says; the others take the types of this file.
//
// Everything here is read by the build, too, and is for the server: plain texts in lists and objects. `{…}` in a text
// stands for what is filled in. See "A further language" in web/README.md.

/** What the language is called, and when it is spoken. */
export const language = {
  /** Of BCP 47, as in `lang`; sessions are stored with it. */
  tag: "nb",
  /** In the language itself. */
  name: "Bokmål",
  /** Where it stands among the others. */
  place: 1,
  /** With its country, as Word wants it. */
  locale: "nb-NO",
  /** First parts of the tags that a browser asks for it with; Danes and Swedes read Bokmål better than English. */
  understands: ["nb", "no", "da", "sv"],
  /** What a plan may call it, beside its tag. */
  called: ["Bokmål", "Norsk", "Norwegian", "no"],
};

/** What stands in minutes, spreadsheets and their names. */
export const files = {
  minutes: {
    minutes: "Referat",
    contents: "Innhold",
    date: "Dato",
    time: "Tid",
    place: "Sted",
    present: "Til stede",
    roleUnsaid: "rolle ikke oppgitt",
    planned: "planlagt",
    programme: "Program",
    questions: "Spørsmål og svar",
    question: "Spørsmål",
    /** Over what was noted on an item. */
    notes: "Notater",
    /** Over all that was decided, and before one of them. */
    decisions: "Beslutninger",
    decision: "Beslutning",
    /** Over all that is to be done, and before one of them. */
    followUps: "Oppfølging",
    followUp: "Oppfølging",
    /** Over the questions to the speaker. */
    asked: "Spørsmål underveis",
    askedAnswered: "Besvart",
    askedUnanswered: "Ikke besvart",
    votes: "Stemmer",
    otherThemes: "Andre tema",
    nobody: "Ingen svarte.",
    grouped: "Svarene er gruppert automatisk.",
    groupedAndEdited: "Svarene er gruppert automatisk og gjennomgått av prosesslederen.",
    piled: "{people} la sammen svar i bunker.",
    sortedSome: "{people} sorterte {answers} av svarene.",
    sortedAll: "{people} sorterte alle svarene.",
    firstRound: "Første runde",
    secondRound: "Andre runde",
    rounds: "Spørsmålet ble besvart to ganger, før og etter en samtale.",
    moved: "{both} svarte begge gangene, og {moved} av dem svarte annerledes den andre gangen.",
    hiddenOne: "1 svar er holdt utenfor referatet av prosesslederen.",
    hiddenMany: "{answers} svar er holdt utenfor referatet av prosesslederen.",
    rank: "Plass",
    option: "Alternativ",
    meanPosition: "Snittplassering",
    points: "Borda-poeng",
    firsts: "Satt først av",
    page: "Side",
    of: "av",
    /** Between two things. */
    and: "og",
    from: "fra",
    until: "til",
    /** Before a time that stands alone. */
    clock: "kl. ",
    decimalSign: ",",
    /** With the weekday; `shortDate` is without the year, too. */
    longDate: "{weekday} {day}. {month} {year}",
    shortDate: "{day}. {month}",
    weekdays: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    months: [
      "januar",
      "februar",
      "mars",
      "april",
      "mai",
      "juni",
      "juli",
      "august",
      "september",
      "oktober",
      "november",
      "desember",
    ],
    participant: "deltaker",
    participants: "deltakere",
    answered: "svarte",
    gave: "ga",
    answer: "svar",
    answers: "svar",
    rankedAll: "rangerte alternativene",
    borda: "Borda-poeng: førsteplass gir {first}, andreplass {second}{more}.",
    andSoOn: " og så videre",
    /** Where only the first place, or the first few, were given out. */
    choseOne: "Hver deltaker valgte det viktigste; de andre alternativene deler plassene under.",
    rankedTop: "Hver deltaker rangerte sine {top} øverste; de andre alternativene deler plassene under.",
    agreement: "Det er {level} enighet om rekkefølgen (Kendalls W = {w}, der 1 er full enighet).",
    /** How far people agree, from none to the strongest. */
    agreements: {
      none: "ingen",
      veryWeak: "svært svak",
      weak: "svak",
      moderate: "middels",
      strong: "sterk",
      veryStrong: "svært sterk",
    },
    pairwiseSame: "Parvis sammenligning (Schulze) gir samme rekkefølge.",
    pairwiseOther: "Parvis sammenligning (Schulze) gir en annen rekkefølge: {order}.",
  },
  summary: {
    heading: "Kort fortalt",
    answered: "{people} svarte.",
    themes: "Flest svar om:",
    words: "Oftest nevnt:",
    onTop: "Øverst:",
    chosen: "Flest valgte:",
    highest: "Høyest snitt:",
    lowest: "Lavest snitt:",
    points: "Flest poeng:",
    median: "Median:",
    right: "Riktige svar:",
  },
  tally: {
    chose: "valgte",
    marked: "satte merke",
    gavePoints: "fordelte poeng",
    gaveNumber: "svarte med et tall",
    option: "Alternativ",
    count: "Antall",
    share: "Andel",
    several: "Hver kunne velge opptil {most}, så andelene kan bli mer enn 100 % til sammen.",
    /** What was written beside the options, as a row among them. */
    other: "Annet (skrev selv)",
    writtenAsOther: "Skrev selv",
    withheldOne: "Det én person skrev selv, er holdt utenfor referatet av prosesslederen.",
    withheldMany: "Det {people} personer skrev selv, er holdt utenfor referatet av prosesslederen.",
    correct: "Riktig: {options}.",
    answeredQuiz: "svarte",
    right: "{people} svarte riktig ({share}).",
    statement: "Utsagn",
    marks: "Merker",
    mean: "Snitt",
    median: "Median",
    scale: "Skala fra 1{low} til {steps}{high}.",
    points: "Poeng",
    perPerson: "Per deltaker",
    givers: "Ga poeng",
    hundred: "Hver fordelte {points} poeng.",
    least: "Minst",
    most: "Størst",
    numbers: "Svar",
    interval: "Svar mellom",
    solution: "Riktig svar: {value}.",
    nearest: "Nærmest: {values} ({people}).",
    placedItems: "plasserte punkter",
    item: "Punkt",
    part: "Felt",
    middle: "På midten",
    placings: "Plassert",
    axis: "{axis}: fra 0{low} til 100{high}.",
    deviation: "Tallene er snitt ± standardavvik.",
    placedDots: "satte prikker",
    partOfPicture: "Del av bildet",
    dots: "Prikker",
    picture: "Bilde",
    /** Row by row from the top left. */
    partsOfPicture: [
      "Øverst til venstre",
      "Øverst i midten",
      "Øverst til høyre",
      "Midt på til venstre",
      "I midten",
      "Midt på til høyre",
      "Nederst til venstre",
      "Nederst i midten",
      "Nederst til høyre",
    ],
    word: "Ord",
    written: "Skrevet som",
    cloud: "Hver kunne gi korte svar på inntil {words} ord. Bøyninger av samme ord er talt sammen.",
  },
  sheets: {
    summary: "Oversikt",
    language: "Språk",
    number: "Nr.",
    item: "Punkt",
    kind: "Type",
    answered: "Svarte",
    answers: "Svar",
    sheet: "Ark",
    answer: "Svar",
    answerNumber: "Svar nr.",
    theme: "Tema",
    family: "Hovedtema",
    round: "Runde",
    axis: "Akse",
    figure: "Tall",
    value: "Verdi",
    right: "Riktig svar",
    place: "Plass",
    pairwise: "Plass parvis",
    howMany: "Antall svar: {values}",
    deviation: "standardavvik",
    order:
      "Svarene på hvert spørsmål står i en egen, tilfeldig rekkefølge. Samme rad på to ark er ikke samme person.",
    few: "Færre enn fem svarte. Derfor er hvert enkelt svar ikke med, bare summen.",
    file: "Svar",
    archive: "Arkiv",
    /** As on the facilitator's page. */
    kinds: {
      openText: "Åpent spørsmål",
      wordCloud: "Ordsky",
      choice: "Valg",
      ranking: "Rangering",
      scales: "Skala",
      points: "100 poeng",
      number: "Tall",
      grid: "Firefelt",
      quiz: "Quiz",
      dots: "Prikk på bilde",
    },
  },
  stands: {
    heading: "Hva samler, og hva deler",
    sheet: "Standpunkter",
    statement: "Utsagn",
    place: "Samler eller deler",
    unites: "Samler",
    divides: "Deler",
    others: "Andre utsagn",
    agree: "Enig",
    disagree: "Uenig",
    pass: "Hoppet over",
    voted: "{people} tok stilling til svarene fra de andre, med {votes} stemmer i alt.",
    rule: "Samler: minst {unites} % av stemmene på utsagnet er på samme side. Deler: begge sider har minst {divides} % av dem som tok stilling. Med færre enn {heard} stemmer er et utsagn ikke regnet med.",
  },
};

/** Words of plans as texts: of each the first is written, and all are read. */
export const plan = {
  fields: {
    title: ["Tittel"],
    place: ["Sted"],
    date: ["Dato"],
    language: ["Språk"],
    role: ["Rolle"],
    reactions: ["Reaksjoner"],
    hands: ["Håndsopprekning", "Hender"],
    pace: ["Tempo"],
    questions: ["Spørsmål underveis", "Spørsmål fra salen"],
    questionsWait: ["Spørsmålene venter"],
    starts: ["Fra"],
    ends: ["Til"],
    what: ["Hva", "Overskrift"],
    how: ["Hvordan"],
    who: ["Hvem"],
    ask: ["Svar med", "Svar på", "Svarmåte"],
    answers: ["Svar per person", "Antall svar", "Ord per person"],
    length: ["Tegn per svar"],
    most: ["Velg inntil", "Velg opptil"],
    other: ["Annet", "Kan skrive noe annet"],
    top: ["Ranger", "Ranger inntil"],
    dots: ["Prikker per person", "Prikker"],
    steps: ["Trinn"],
    low: ["Laveste betyr", "1 betyr"],
    high: ["Høyeste betyr"],
    unit: ["Enhet"],
    least: ["Minste tall", "Minst"],
    greatest: ["Største tall", "Størst"],
    decimals: ["Desimaler"],
    right: ["Riktig svar", "Riktig tall"],
    xAxis: ["Vannrett akse", "X-akse"],
    xLow: ["Til venstre"],
    xHigh: ["Til høyre"],
    yAxis: ["Loddrett akse", "Y-akse"],
    yLow: ["Nederst"],
    yHigh: ["Øverst"],
    topLeft: ["Øverst til venstre"],
    topRight: ["Øverst til høyre"],
    bottomLeft: ["Nederst til venstre"],
    bottomRight: ["Nederst til høyre"],
    quizTime: ["Sekunder å svare på", "Svartid"],
    quizPoints: ["Poeng for riktig svar"],
    results: ["Resultatene vises"],
    resultsFrom: ["Vises når så mange har svart"],
    moderation: ["Svarene venter"],
    clock: ["Klokke", "Klokka", "Nedtelling"],
    clockStarts: ["Klokka starter selv", "Klokken starter selv"],
    clockCloses: ["Klokka lukker spørsmålet", "Klokken lukker spørsmålet"],
    concept: ["Felles begrep", "Begrep"],
    words: ["Ord"],
  },
  kinds: {
    talk: ["Innlegg", "Foredrag", "Punkt"],
    break: ["Pause"],
    groupWork: ["Gruppearbeid"],
    pairTalk: ["Samtale to og to", "Parsamtale"],
    leaderboard: ["Resultatliste", "Poengtavle"],
    question: ["Spørsmål"],
  },
  asks: {
    openText: ["fritekst", "Åpent spørsmål"],
    wordCloud: ["ordsky"],
    choice: ["valg", "Flervalg"],
    ranking: ["rangering"],
    points: ["100 poeng", "Poeng"],
    scales: ["skala", "Skalaer"],
    number: ["tall"],
    grid: ["firefelt", "2x2", "Plan med to akser"],
    quiz: ["quiz", "Quizspørsmål"],
    dots: ["prikk på bilde", "Prikker på bilde"],
  },
  resultsTo: {
    projector: ["på lerretet", "lerretet"],
    everyone: ["for alle", "alle"],
    facilitator: ["når prosesslederen viser dem", "senere"],
  },
  moderation: {
    off: ["nei", "ingen"],
    words: ["stygge ord", "banneord"],
    all: ["alle", "ja"],
  },
  yesOrNo: {
    true: ["ja"],
    false: ["nei"],
  },
  decimalSign: ",",
  /** Words of times, in lower case. */
  times: {
    at: ["kl.", "kl"],
    until: ["til"],
    seconds: ["s", "sek", "sekund", "sekunder"],
    minutes: ["m", "min", "minutt", "minutter"],
    hours: ["t", "time", "timer", "h"],
  },
  /** Said of a picture, since a text cannot carry it. */
  pictureLeftOut: "Bildet følger ikke med fila og må legges inn på nytt",
};

/** How answers in the language are told apart and compared. */
export const grouping = {
  /** Stems, stop words and meanings that the program has: "norwegian", "english", or "" for none. */
  lexicon: "norwegian",
  /** Without a lexicon: Snowball's stemmer, as "finnish", or "" to compare words as they are written. */
  stemmer: "",
  /** Words that say nothing of what an answer is about, beside those of the lexicon. */
  stopWords: "",
  /** Joins two headings. */
  and: "og",
  /** What answers are called that people put together and that share no word. */
  pile: "Bunke",
  /** Small words that tell the language; what all of a lexicon share stands with one of them. */
  telling: {
    own: "jeg ikke en et hva hvordan hvem hvor hvorfor hver noe noen mye mer være blir ble gjør gjøre kommer fra selv flere hjem bare sammen nå hun dere øker vei ansatte tjenester tjenestene brukere brukerne ledere lederne deg",
    shared:
      "og er av som det til på med vi å har om skal må kan vil oss alle når eller men så også være blir den vår våre mellom bør god godt gode",
    letters: "æøå",
  },
};

/** Which words make an answer wait for the facilitator. */
export const heldWords = {
  /** Lists in src/session/moderation, by name. */
  lists: ["norwegian", "english"],
  /** Further words, in lower case. */
  words: "",
};

/** The accessibility statement. */
export const accessibility = {
  heading: "Tilgjengelighet",
  language: "Språk",
  lead: "Alle skal kunne være med i en samling, lede den og se hva som kom ut av den. Her står hva vi har prøvd, hva som ikke virker ennå, og hvordan du sier fra.",
  applies: {
    heading: "Hva som gjelder",
    goal: "Sidene er laget for å følge WCAG 2.1 på nivå A og AA, som forskrift om universell utforming av ikt-løsninger krever. Målet er WCAG 2.2 på nivå AA.",
    status:
      "Status: {status}. Siden for telefonen og siden for den som leder har ingen brudd som vi kjenner til. Siden for projektoren har noen, og de står nedenfor.",
    statusIs: "delvis i samsvar",
    own: "Den som driver tjenesten, skal i tillegg ha sin egen tilgjengelighetserklæring på {uustatus}. Denne siden er grunnlaget for den.",
  },
  tested: {
    heading: "Slik er det prøvd",
    how: "Hver gang programmet bygges, går prøver gjennom sidene i nettleseren Chromium. Ett brudd er nok til at en ny utgave ikke slippes ut. Prøvene følger med kildekoden.",
    states: {
      what: "Alle sider og alle tilstander",
      how: "Reglene til axe-core for WCAG 2.2 A og AA og for god skikk prøves hver gang et skjermbilde tas, kontrast både lyst og mørkt.",
    },
    small: {
      what: "Små skjermer og stor tekst",
      how: "320 punkter bredde uten å rulle sidelengs, 200 % forstørring og dobbelt så stor tekst.",
    },
    colours: {
      what: "Egne farger og rolige sider",
      how: "Høy kontrast (egne farger), mørk visning, og ingen bevegelse for den som ber om det.",
    },
    keyboard: {
      what: "Bare tastatur",
      how: "Fra koden til resultatene på telefonen, og fra ny samling til referat for den som leder, uten mus. Fokus er synlig og går ikke tapt.",
    },
    heard: {
      what: "Det som leses opp",
      how: "At et spørsmål åpner, at svaret er mottatt og hvor mange som har svart, blir sagt i rolig tempo. Alle diagrammer har tallene som tekst eller tabell.",
    },
    limits:
      "Slike prøver finner bare en del av hindrene. Skjermleserne NVDA, JAWS, VoiceOver og TalkBack er ikke med i dem, og heller ikke nettleserne Safari og Firefox.",
  },
  lacking: {
    heading: "Dette vet vi ikke virker godt nok",
    each: [
      "Projektor: teksten følger størrelsen på vinduet, så forstørring i nettleseren gjør den ikke større (suksesskriterium 1.4.4 og 1.4.10). Be den som leder om å dele resultatene med alle, så kommer de på din egen telefon, der teksten kan forstørres.",
      "Projektor: når det er mange svar, blar siden av seg selv. Den stanses med tasten P på projektorens tastatur, ikke fra din plass (2.2.2).",
      "Bilder: den som leder, skriver hva bildet viser. Uten den teksten er bildet ikke tilgjengelig for den som ikke ser det (1.1.1).",
      "Prikk på bilde: prikken kan settes med piltastene, men å velge sted forutsetter at du ser bildet eller har fått det forklart.",
      "Quiz: tiden er en del av spillet. Den som leder, kan gi mer tid og stanse klokka; det kan du ikke selv.",
      "Svar fra andre kan være skrevet på et annet språk enn siden. De er ikke merket med språk (3.1.2).",
      "Referat i Word og OpenDocument har ekte overskrifter og tabeller, men er ikke prøvd med skjermleser.",
    ],
  },
  tell: {
    heading: "Si fra",
    contact: "Har du møtt et hinder? Kontakt {contact}.",
    nobodyNamed:
      "Har du møtt et hinder? Si fra til den som leder samlingen, eller til virksomheten som har invitert deg. De vet hvem som driver tjenesten.",
    help: "Fortell gjerne hvilken side det gjelder, hva du ville gjøre, og hvilket hjelpemiddel du bruker. Trenger du å delta på en annen måte, kan den som leder skrive inn svaret for deg.",
    authority: "Får du ikke svar, eller blir det ikke rettet, kan du si fra til {authority}.",
    authorityIs: "Tilsynet for universell utforming av ikt",
  },
  /** Below everything else. */
  about: "Gjelder Plenum {version}. Sist gjennomgått 27. november 2026.",
};
