// The projector's words in each language; apart from the others, so that no page carries what it does not say.
import type * as nb from "../../../languages/nb.ts";
import { byTag } from "../../languages.ts";

/** All words of the projector's page. */
export type PresenterWords = typeof nb.presenter;

/** The projector's words by the session's language. */
export const presenterWords = byTag(
  import.meta.glob<PresenterWords>("../../../languages/*.ts", { eager: true, import: "presenter" }),
);
