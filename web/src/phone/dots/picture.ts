// The picture as a phone draws it, with a layer over it on which dots stand.
import { SIDE, type DotsAsk } from "../../shared/dots.ts";
import { pictureAddress } from "../../shared/picture.ts";
import type { Dot, Picture } from "../../shared/wire.ts";
import { element, questionsLanguage } from "../elements.ts";

/** What is asked, with the picture that goes with it and the code of the session that keeps it. */
export type PicturedDots = DotsAsk & { readonly picture?: Picture; readonly code: string };

/** The picture with its layer; the edges of the layer are those of the picture. */
export function drawPicture({ picture, code }: PicturedDots): {
  frame: HTMLElement;
  area: HTMLElement;
  address: string;
} {
  const frame = element("div", "frame");
  const area = element("div", "area");
  const image = element("img", "");
  const address = picture ? pictureAddress(code, picture) : "";
  if (picture) {
    image.width = picture.width;
    image.height = picture.height;
    image.alt = picture.alt;
    image.lang = questionsLanguage();
    image.src = address;
    image.draggable = false;
    // As wide as leaves the height of a phone for what stands beside it.
    frame.style.maxWidth = `${Math.round((60 * picture.width) / picture.height)}svh`;
  }
  frame.append(image, area);
  return { frame, area, address };
}

/** Puts a thing with its middle at a place. */
export function put(thing: HTMLElement, { x, y }: Dot): void {
  thing.style.left = `${(x / SIDE) * 100}%`;
  thing.style.top = `${(y / SIDE) * 100}%`;
}
