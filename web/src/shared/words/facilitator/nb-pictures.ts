// Bokmål for bilder.
import { dots } from "../nb.ts";

export const pictures = {
  label: "Bilde",
  beside: "Bilder ved alternativene",
  choose: "Velg bilde",
  drop: "eller slipp eller lim inn et her",
  dropNow: "Slipp bildet her",
  kinds: "JPEG, PNG eller WebP på høyst 10 MB. Sted, tid og annet som følger med i fila, tas bort.",
  sending: (percent: number) => `Sender bildet: ${percent} %`,
  preparing: "Gjør bildet klart …",
  cancel: "Avbryt",
  alt: "Hva viser bildet?",
  altHint: "Én setning til dem som ikke ser det. La feltet stå tomt hvis bildet bare er pynt.",
  replace: "Bytt bilde",
  remove: "Ta bort",
  added: "Bildet er lagt inn.",
  removed: "Bildet er tatt bort.",
  part: "Del av bildet",
  dots: "Prikker",
  /** The nine parts of a picture, row by row from the top left. */
  parts: dots.parts,
  faults: {
    picture_too_large: "Bildet er større enn 10 MB. Velg et mindre, eller gjør det mindre først.",
    picture_too_many_pixels: "Bildet har mer enn 40 millioner piksler. Gjør det mindre først.",
    picture_wrong_type: "Fila er ikke et bilde vi kan bruke. Velg et bilde i JPEG, PNG eller WebP.",
    picture_broken: "Fila er skadet. Lagre bildet på nytt og prøv igjen.",
    too_fast: "Det sendes mange bilder nå. Vent litt og prøv igjen.",
    offline: "Bildet kom ikke fram. Se om du er på nett, og prøv igjen.",
    refused: "Serveren tok ikke imot bildet. Prøv igjen.",
  },
};
