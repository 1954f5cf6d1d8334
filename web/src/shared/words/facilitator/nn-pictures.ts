// Nynorsk for bilete.
import type * as nb from "./nb-pictures.ts";
import { dots } from "../nn.ts";

export const pictures: typeof nb.pictures = {
  label: "Bilete",
  beside: "Bilete ved alternativa",
  choose: "Vel bilete",
  drop: "eller slepp eller lim inn eit her",
  dropNow: "Slepp biletet her",
  kinds: "JPEG, PNG eller WebP på høgst 10 MB. Stad, tid og anna som følgjer med i fila, blir teke bort.",
  sending: (percent) => `Sender biletet: ${percent} %`,
  preparing: "Gjer biletet klart …",
  cancel: "Avbryt",
  alt: "Kva viser biletet?",
  altHint: "Éi setning til dei som ikkje ser det. La feltet stå tomt om biletet berre er pynt.",
  replace: "Byt bilete",
  remove: "Ta bort",
  added: "Biletet er lagt inn.",
  removed: "Biletet er teke bort.",
  part: "Del av biletet",
  dots: "Prikkar",
  /** The nine parts of a picture, row by row from the top left. */
  parts: dots.parts,
  faults: {
    picture_too_large: "Biletet er større enn 10 MB. Vel eit mindre, eller gjer det mindre først.",
    picture_too_many_pixels: "Biletet har meir enn 40 millionar pikslar. Gjer det mindre først.",
    picture_wrong_type: "Fila er ikkje eit bilete vi kan bruke. Vel eit bilete i JPEG, PNG eller WebP.",
    picture_broken: "Fila er skadd. Lagre biletet på nytt og prøv igjen.",
    too_fast: "Det blir sendt mange bilete no. Vent litt og prøv igjen.",
    offline: "Biletet kom ikkje fram. Sjå om du er på nett, og prøv igjen.",
    refused: "Serveren tok ikkje imot biletet. Prøv igjen.",
  },
};
