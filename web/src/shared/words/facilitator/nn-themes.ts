// Nynorsk where themes are parted, stand under headings of a second level, and get headings of the organisation's own.
import type * as nb from "./nb-themes.ts";

/** A count with its noun. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const families: typeof nb.families = {
  heading: "Hovudtema",
  place: "Legg under hovudtema …",
  placeOf: (label: string) => `Legg «${label}» under`,
  lead: "Eit hovudtema er ei overskrift over fleire tema. Det blir vist på lerretet og i referatet.",
  alone: "Utan hovudtema",
  name: "Nytt hovudtema",
  make: "Lag hovudtemaet",
  nameTaken: "Eit anna hovudtema heiter det allereie.",
  menuOf: (label: string) => `Val for hovudtemaet ${label}`,
  placed: (theme: string, label: string) => `«${theme}» ligg under «${label}».`,
  placedAlone: (theme: string) => `«${theme}» står åleine.`,
  renamed: (label: string) => `Hovudtemaet heiter no «${label}».`,
  remove: "Ta bort hovudtemaet",
  removed: (label: string) => `Hovudtemaet «${label}» er teke bort. Temaa står att.`,
  removeAll: "Ta bort alle hovudtema",
  removedAll: "Hovudtemaa er tekne bort. Temaa står att.",
  suggest: "La Plenum føreslå",
  suggested: "Hovudtemaa følgjer forslaget frå Plenum.",
};

export const split: typeof nb.split = {
  heading: (label: string) => `Del «${label}»`,
  lead: "Eit forslag. Endre namna, og ta bort haken ved svar som skal bli der dei er.",
  none: "Svara liknar så mykje på kvarandre at det ikkje er noko klart skilje. Vel sjølv svara som skal ut, og trykk «Nytt tema».",
  name: (n: number) => `Del ${n}`,
  stays: (n: number, label: string) => `${n} svar blir i «${label}».`,
  nothingStays: (label: string) => `Alle svara får nytt tema, og «${label}» blir borte.`,
  use: "Del slik",
  done: (label: string, n: number) => `«${label}» er delt. ${count(n, "nytt tema", "nye tema")}.`,
  failed: "Det gjekk ikkje å lage eit forslag no. Prøv igjen.",
};

export const concepts: typeof nb.concepts = {
  heading: "Felles omgrep",
  lead: "Overskrifter som de bruker sjølve, med ord som høyrer til. Der svara passar, får temaet dykkar overskrift.",
  field: "Éi overskrift på kvar linje, med ord etter kolon",
  example: "Leiing: leiar, sjef, nærleiar\nTillit og tryggleik: tillit, openheit",
  count: (n: number) => count(n, "overskrift", "overskrifter"),
  fromFile: "Hent frå fil …",
  fromSession: "Hent frå ei samling …",
  fromThis: "Temaa i denne samlinga",
  added: (n: number) =>
    n === 0 ? "Ingen nye overskrifter." : `${count(n, "overskrift", "overskrifter")} lagde til.`,
  saved: (n: number) =>
    `${count(n, "overskrift", "overskrifter")} lagra. Dei gjeld nye svar; «Grupper på nytt» bruker dei på alle.`,
  savedNone: "Felles omgrep er tekne bort.",
  gone: "Samlinga finst ikkje lenger på denne tenaren.",
  fileLarge: "Fila er for stor. Vel ei tekstfil med éi overskrift på kvar linje.",
  fileNoText: "Fila kan ikkje lesast som tekst. Lagre henne som rein tekst (UTF-8), eller lim inn linjene.",
  failed: "Det gjekk ikkje å lagre no. Prøv igjen.",
  faults: {
    concept_without_heading: (line: number) => `Linje ${line} manglar overskrift framfor kolon.`,
    concept_heading_too_long: (line: number) =>
      `Overskrifta på linje ${line} er for lang. Det er plass til 120 teikn. Set kolon framfor orda.`,
    concept_twice: (line: number) => `Overskrifta på linje ${line} står der frå før. Slå dei saman.`,
    concept_with_too_many_words: (line: number) => `Linje ${line} har for mange ord. Det er plass til 100.`,
    concept_with_too_long_words: (line: number) =>
      `Orda på linje ${line} er for lange. Det er plass til 1000 teikn.`,
    too_many_concepts: (line: number) =>
      `Det er plass til 200 overskrifter. Ta bort nokre frå linje ${line}.`,
  },
};
