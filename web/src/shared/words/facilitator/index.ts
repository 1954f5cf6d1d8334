// The facilitator's words in each language; apart from the others, so that no page carries what it does not say.
import type * as nb from "../../../languages/nb.ts";
import { byTag } from "../../languages.ts";

/** All words of the facilitator's page. */
export type FacilitatorWords = typeof nb.facilitator;

/** The facilitator's words by language. */
export const wordsOf = byTag(
  import.meta.glob<FacilitatorWords>("../../../languages/*.ts", { eager: true, import: "facilitator" }),
);
