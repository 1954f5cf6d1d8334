// English for pictures.
import type * as nb from "./nb-pictures.ts";
import { dots } from "../en.ts";

export const pictures: typeof nb.pictures = {
  label: "Picture",
  beside: "Pictures beside the options",
  choose: "Choose a picture",
  drop: "or drop or paste one here",
  dropNow: "Drop the picture here",
  kinds: "JPEG, PNG or WebP of at most 10 MB. Place, time and the like that come with the file are removed.",
  sending: (percent) => `Sending the picture: ${percent} %`,
  preparing: "Making the picture ready …",
  cancel: "Cancel",
  alt: "What does the picture show?",
  altHint: "One sentence for those who do not see it. Leave it empty if the picture is only for show.",
  replace: "Change picture",
  remove: "Remove",
  added: "The picture is in place.",
  removed: "The picture is removed.",
  part: "Part of the picture",
  dots: "Dots",
  /** The nine parts of a picture, row by row from the top left. */
  parts: dots.parts,
  faults: {
    picture_too_large: "The picture is larger than 10 MB. Choose a smaller one, or make it smaller first.",
    picture_too_many_pixels: "The picture has more than 40 million pixels. Make it smaller first.",
    picture_wrong_type: "The file is no picture that we can use. Choose a JPEG, a PNG or a WebP.",
    picture_broken: "The file is damaged. Save the picture anew and try again.",
    too_fast: "Many pictures are being sent just now. Wait a little and try again.",
    offline: "The picture did not arrive. See whether you are online, and try again.",
    refused: "The server did not take the picture. Try again.",
  },
};
