// What is to be said of a session's details before they can be stored.
import { languages } from "../../shared/languages.ts";
import type { Details, Language } from "../../shared/wire.ts";
import type { FacilitatorWords } from "../../shared/words/facilitator/index.ts";

/** The languages a session can be held in, each by its own name. */
export const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = languages.map(
  ({ tag, name }) => ({ value: tag, label: name }),
);

const LINE_MAX = 200;

/** A sentence for each field that cannot be stored as it is. */
export function detailsFaults(
  details: Details,
  words: FacilitatorWords,
): Partial<Record<"title" | "place" | "date", string>> {
  const said = words.start;
  const long = (text: string): boolean => [...text.trim()].length > LINE_MAX;
  return {
    ...(details.title.trim() === "" && { title: said.titleMissing }),
    ...(long(details.title) && { title: said.tooLong(LINE_MAX) }),
    ...(long(details.place) && { place: said.tooLong(LINE_MAX) }),
    ...(details.date !== null && !/^\d{4}-\d{2}-\d{2}$/.test(details.date) && { date: said.dateWrong }),
  };
}

/** The details as they are stored. */
export function cleanDetails(details: Details): Details {
  return { ...details, title: details.title.trim(), place: details.place.trim() };
}
