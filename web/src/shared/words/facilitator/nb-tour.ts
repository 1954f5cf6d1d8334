// Bokmål where a facilitator is new: before the start, what each kind of item is for, and the way round the page.

/** Before and just after a session is made. */
export const firstUse = {
  details: "Dato, språk og sted",
  noPlace: "uten sted",
  recentNone: "Samlinger som du lager eller åpner, står her neste gang du kommer.",
  keyLead: "Den er den eneste veien tilbake til å lede samlingen. Kopier den, og send den til deg selv.",
  keyCopied: "Lenken er kopiert. Lim den inn et trygt sted, for eksempel i en e-post til deg selv.",
  keyLater: "Senere",
  keyReminder: "Ta vare på lenken",
  addKeys: "Ctrl Enter",
  addsFirst: "Spørsmålet du skriver, legges til når du starter.",
};

/** What each kind of item is for. */
export const kindGuide = {
  groups: { points: "Punkt", questions: "Spørsmål", play: "Lek" },
  hints: {
    talk: "Noe som sies eller vises. Ingen svarer, men telefonene viser hva som skjer.",
    break: "En pause. Den kan ha en klokke som alle ser.",
    group_work: "Bordene arbeider med en oppgave, gjerne med klokke.",
    pair_talk: "To og to snakker, med signal når de skal bytte.",
    open_text: "Alle skriver fritt. Svarene samles i tema mens de kommer.",
    word_cloud: "Korte ord. De som mange skriver, blir størst.",
    choice: "Alle velger ett eller flere alternativer. Rommet ser hvor mange som valgte hva.",
    ranking: "Alle setter alternativene i rekkefølge, det viktigste først.",
    points: "Alle fordeler 100 poeng på alternativene.",
    scales: "Alle sier hvor enige de er i ett eller flere utsagn.",
    number: "Alle skriver et tall. Rommet ser snitt og spredning.",
    grid: "Alle plasserer punkter etter to ting samtidig, for eksempel nytte og innsats.",
    dots: "Alle setter en prikk på et bilde, for eksempel et kart.",
    quiz: "Spørsmål med riktig svar, klokke og poeng.",
    leaderboard: "Viser hvem som leder i quizen.",
  },
};

/** What stands where something will come. */
export const empty = {
  themes: "Tema kommer når flere svar ligner hverandre. Du kan også velge svar selv og trykke «Nytt tema».",
  search: (text: string) => `Ingen svar har «${text}». Prøv et kortere ord.`,
  searchClear: "Tøm søket",
  endedNone: "Ingen svarte på dette spørsmålet.",
  endedNoneLead: "Det står i referatet uten svar. Åpner du samlingen igjen, kan du stille det på nytt.",
  endedLead: "Ingen svarte, så referatet har bare programmet med tider.",
  askedClosed: "Slå på, så kan folk skrive spørsmål på telefonen. De kommer hit.",
};

/** The way round the page. */
export const tour = {
  menu: "Vis meg rundt",
  offer: "Ny her? Se hva som er hvor, på ett minutt.",
  start: "Vis meg rundt",
  decline: "Nei takk",
  declined: "Du finner «Vis meg rundt» i menyen når du vil.",
  progress: (at: number, of: number) => `${at} av ${of}`,
  next: "Neste",
  back: "Tilbake",
  skip: "Hopp over",
  done: "Ferdig",
  steps: {
    programme: {
      heading: "Programmet",
      text: "Her legger du inn det som skal skje: innlegg, pauser og spørsmål. Dra i punktene for å bytte rekkefølge. Alt kan angres.",
    },
    room: {
      heading: "Det rommet ser",
      text: "Bildet er en liten projektor. Det som står her, er det alle ser på lerretet nå.",
    },
    join: {
      heading: "Slik blir folk med",
      text: "Åpne projektoren på maskinen ved lerretet. Folk skanner QR-koden, eller taster de åtte sifrene.",
    },
    next: {
      heading: "Gå videre",
      text: "Denne knappen viser neste punkt. Et spørsmål åpner av seg selv når det vises. Tilbake går alltid an.",
    },
    answers: {
      heading: "Svar og tema",
      text: "Svarene kommer hit og samles i tema. Dra svar og tema dit de hører hjemme, og gi dem navn. Bare du ser denne delen.",
    },
    end: {
      heading: "Avslutt og ta med referatet",
      text: "I menyen avslutter du samlingen. Da er referatet skrevet, og du laster det ned som Word.",
    },
  },
};

/** Moving several answers at once. */
export const moving = {
  to: "Flytt til …",
  none: "Ingen tema heter noe slikt",
  selectTheme: (label: string) => `Velg alle svarene i «${label}»`,
  selectFound: (n: number) => `Velg ${n === 1 ? "treffet" : `alle ${n}`}`,
  toNew: (label: string) => `Nytt tema: «${label}»`,
};
