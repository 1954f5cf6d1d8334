// Nynorsk where a facilitator is new: before the start, what each kind of item is for, and the way round the page.

/** Before and just after a session is made. */
export const firstUse = {
  details: "Dato, språk og stad",
  noPlace: "utan stad",
  recentNone: "Samlingar som du lagar eller opnar, står her neste gong du kjem.",
  keyLead: "Ho er den einaste vegen tilbake til å leie samlinga. Kopier ho, og send ho til deg sjølv.",
  keyCopied: "Lenkja er kopiert. Lim ho inn ein trygg stad, til dømes i ein e-post til deg sjølv.",
  keyLater: "Seinare",
  keyReminder: "Ta vare på lenkja",
  addKeys: "Ctrl Enter",
  addsFirst: "Spørsmålet du skriv, blir lagt til når du startar.",
};

/** What each kind of item is for. */
export const kindGuide = {
  groups: { points: "Punkt", questions: "Spørsmål", play: "Leik" },
  hints: {
    talk: "Noko som blir sagt eller vist. Ingen svarar, men telefonane viser kva som skjer.",
    break: "Ein pause. Han kan ha ei klokke som alle ser.",
    group_work: "Borda arbeider med ei oppgåve, gjerne med klokke.",
    pair_talk: "To og to snakkar, med signal når dei skal byte.",
    open_text: "Alle skriv fritt. Svara blir samla i tema medan dei kjem.",
    word_cloud: "Korte ord. Dei som mange skriv, blir størst.",
    choice: "Alle vel eitt eller fleire alternativ. Rommet ser kor mange som valde kva.",
    ranking: "Alle set alternativa i rekkjefølgje, det viktigaste først.",
    points: "Alle fordeler 100 poeng på alternativa.",
    scales: "Alle seier kor einige dei er i eitt eller fleire utsegner.",
    number: "Alle skriv eit tal. Rommet ser snitt og spreiing.",
    grid: "Alle plasserer punkt etter to ting samstundes, til dømes nytte og innsats.",
    dots: "Alle set ein prikk på eit bilete, til dømes eit kart.",
    quiz: "Spørsmål med rett svar, klokke og poeng.",
    leaderboard: "Viser kven som leier i quizen.",
  },
};

/** What stands where something will come. */
export const empty = {
  themes: "Tema kjem når fleire svar liknar kvarandre. Du kan òg velje svar sjølv og trykkje «Nytt tema».",
  search: (text: string) => `Ingen svar har «${text}». Prøv eit kortare ord.`,
  searchClear: "Tøm søket",
  endedNone: "Ingen svara på dette spørsmålet.",
  endedNoneLead: "Det står i referatet utan svar. Opnar du samlinga igjen, kan du stille det på nytt.",
  endedLead: "Ingen svara, så referatet har berre programmet med tider.",
  askedClosed: "Slå på, så kan folk skrive spørsmål på telefonen. Dei kjem hit.",
};

/** The way round the page. */
export const tour = {
  menu: "Vis meg rundt",
  offer: "Ny her? Sjå kva som er kvar, på eitt minutt.",
  start: "Vis meg rundt",
  decline: "Nei takk",
  declined: "Du finn «Vis meg rundt» i menyen når du vil.",
  progress: (at: number, of: number) => `${at} av ${of}`,
  next: "Neste",
  back: "Tilbake",
  skip: "Hopp over",
  done: "Ferdig",
  steps: {
    programme: {
      heading: "Programmet",
      text: "Her legg du inn det som skal skje: innlegg, pausar og spørsmål. Dra i punkta for å byte rekkjefølgje. Alt kan angrast.",
    },
    room: {
      heading: "Det rommet ser",
      text: "Biletet er ein liten projektor. Det som står her, er det alle ser på lerretet no.",
    },
    join: {
      heading: "Slik blir folk med",
      text: "Opne projektoren på maskina ved lerretet. Folk skannar QR-koden, eller tastar dei åtte siffera.",
    },
    next: {
      heading: "Gå vidare",
      text: "Denne knappen viser neste punkt. Eit spørsmål opnar av seg sjølv når det blir vist. Tilbake går alltid an.",
    },
    answers: {
      heading: "Svar og tema",
      text: "Svara kjem hit og blir samla i tema. Dra svar og tema dit dei høyrer heime, og gi dei namn. Berre du ser denne delen.",
    },
    end: {
      heading: "Avslutt og ta med referatet",
      text: "I menyen avsluttar du samlinga. Då er referatet skrive, og du lastar det ned som Word.",
    },
  },
};

/** Moving several answers at once. */
export const moving = {
  to: "Flytt til …",
  none: "Ingen tema heiter noko slikt",
  selectTheme: (label: string) => `Vel alle svara i «${label}»`,
  selectFound: (n: number) => `Vel ${n === 1 ? "treffet" : `alle ${n}`}`,
  toNew: (label: string) => `Nytt tema: «${label}»`,
};
