// Bokmål where themes are parted, stand under headings of a second level, and get headings of the organisation's own.

/** A count with its noun. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const families = {
  heading: "Hovedtema",
  place: "Legg under hovedtema …",
  placeOf: (label: string) => `Legg «${label}» under`,
  lead: "Et hovedtema er en overskrift over flere tema. Det vises på lerretet og i referatet.",
  alone: "Uten hovedtema",
  name: "Nytt hovedtema",
  make: "Lag hovedtemaet",
  nameTaken: "Et annet hovedtema heter det allerede.",
  menuOf: (label: string) => `Valg for hovedtemaet ${label}`,
  placed: (theme: string, label: string) => `«${theme}» ligger under «${label}».`,
  placedAlone: (theme: string) => `«${theme}» står alene.`,
  renamed: (label: string) => `Hovedtemaet heter nå «${label}».`,
  remove: "Ta bort hovedtemaet",
  removed: (label: string) => `Hovedtemaet «${label}» er tatt bort. Temaene står igjen.`,
  removeAll: "Ta bort alle hovedtema",
  removedAll: "Hovedtemaene er tatt bort. Temaene står igjen.",
  suggest: "La Plenum foreslå",
  suggested: "Hovedtemaene følger forslaget fra Plenum.",
};

export const split = {
  heading: (label: string) => `Del «${label}»`,
  lead: "Et forslag. Endre navnene, og ta bort haken ved svar som skal bli der de er.",
  none: "Svarene ligner så mye på hverandre at det ikke er noe klart skille. Velg selv svarene som skal ut, og trykk «Nytt tema».",
  name: (n: number) => `Del ${n}`,
  stays: (n: number, label: string) => `${n} svar blir i «${label}».`,
  nothingStays: (label: string) => `Alle svarene får nytt tema, og «${label}» blir borte.`,
  use: "Del slik",
  done: (label: string, n: number) => `«${label}» er delt. ${count(n, "nytt tema", "nye tema")}.`,
  failed: "Det gikk ikke å lage et forslag nå. Prøv igjen.",
};

export const concepts = {
  heading: "Felles begreper",
  lead: "Overskrifter som dere bruker selv, med ord som hører til. Der svarene passer, får temaet deres overskrift.",
  field: "Én overskrift på hver linje, med ord etter kolon",
  example: "Ledelse: leder, sjef, nærleder\nTillit og trygghet: tillit, åpenhet",
  count: (n: number) => count(n, "overskrift", "overskrifter"),
  fromFile: "Hent fra fil …",
  fromSession: "Hent fra en samling …",
  fromThis: "Temaene i denne samlingen",
  added: (n: number) =>
    n === 0 ? "Ingen nye overskrifter." : `${count(n, "overskrift", "overskrifter")} lagt til.`,
  saved: (n: number) =>
    `${count(n, "overskrift", "overskrifter")} lagret. De gjelder nye svar; «Grupper på nytt» bruker dem på alle.`,
  savedNone: "Felles begreper er tatt bort.",
  gone: "Samlingen finnes ikke lenger på denne serveren.",
  fileLarge: "Filen er for stor. Velg en tekstfil med én overskrift på hver linje.",
  fileNoText: "Filen kan ikke leses som tekst. Lagre den som ren tekst (UTF-8), eller lim inn linjene.",
  failed: "Det gikk ikke å lagre nå. Prøv igjen.",
  faults: {
    concept_without_heading: (line: number) => `Linje ${line} mangler overskrift foran kolon.`,
    concept_heading_too_long: (line: number) =>
      `Overskriften på linje ${line} er for lang. Det er plass til 120 tegn. Sett kolon foran ordene.`,
    concept_twice: (line: number) => `Overskriften på linje ${line} står der fra før. Slå dem sammen.`,
    concept_with_too_many_words: (line: number) => `Linje ${line} har for mange ord. Det er plass til 100.`,
    concept_with_too_long_words: (line: number) =>
      `Ordene på linje ${line} er for lange. Det er plass til 1000 tegn.`,
    too_many_concepts: (line: number) => `Det er plass til 200 overskrifter. Ta bort noen fra linje ${line}.`,
  },
};
