// The facilitator's words in each language; apart from the others, so that the phone does not carry them.
import type { Language } from "../../wire.ts";
import * as enImport from "./en-import.ts";
import * as enNotes from "./en-notes.ts";
import * as enPictures from "./en-pictures.ts";
import * as enPlans from "./en-plans.ts";
import * as enPreview from "./en-preview.ts";
import * as enRunning from "./en-running.ts";
import * as enSorting from "./en-sorting.ts";
import * as enStatements from "./en-statements.ts";
import * as enThemes from "./en-themes.ts";
import * as enTour from "./en-tour.ts";
import * as en from "./en.ts";
import * as nbImport from "./nb-import.ts";
import * as nbNotes from "./nb-notes.ts";
import * as nbPictures from "./nb-pictures.ts";
import * as nbPlans from "./nb-plans.ts";
import * as nbPreview from "./nb-preview.ts";
import * as nbRunning from "./nb-running.ts";
import * as nbSorting from "./nb-sorting.ts";
import * as nbStatements from "./nb-statements.ts";
import * as nbThemes from "./nb-themes.ts";
import * as nbTour from "./nb-tour.ts";
import * as nb from "./nb.ts";
import * as nnImport from "./nn-import.ts";
import * as nnNotes from "./nn-notes.ts";
import * as nnPictures from "./nn-pictures.ts";
import * as nnPlans from "./nn-plans.ts";
import * as nnPreview from "./nn-preview.ts";
import * as nnRunning from "./nn-running.ts";
import * as nnSorting from "./nn-sorting.ts";
import * as nnStatements from "./nn-statements.ts";
import * as nnThemes from "./nn-themes.ts";
import * as nnTour from "./nn-tour.ts";
import * as nn from "./nn.ts";

/** All words of the facilitator's page. */
export type FacilitatorWords = ReturnType<typeof joined>;

/** The facilitator's words by language. */
export const wordsOf: Readonly<Record<Language, FacilitatorWords>> = {
  nb: joined(
    nb,
    nbRunning,
    nbSorting,
    nbThemes,
    nbPlans,
    nbPictures,
    nbStatements,
    nbNotes,
    nbPreview,
    nbTour,
    nbImport,
  ),
  nn: joined(
    nn,
    nnRunning,
    nnSorting,
    nnThemes,
    nnPlans,
    nnPictures,
    nnStatements,
    nnNotes,
    nnPreview,
    nnTour,
    nnImport,
  ),
  en: joined(
    en,
    enRunning,
    enSorting,
    enThemes,
    enPlans,
    enPictures,
    enStatements,
    enNotes,
    enPreview,
    enTour,
    enImport,
  ),
};

/** The files of a language as one; what is refused and what was being done stands in three of them. */
function joined(
  start: typeof nb,
  running: typeof nbRunning,
  sorting: typeof nbSorting,
  themes: typeof nbThemes,
  plans: typeof nbPlans,
  pictures: typeof nbPictures,
  statements: typeof nbStatements,
  notes: typeof nbNotes,
  preview: typeof nbPreview,
  tour: typeof nbTour,
  imports: typeof nbImport,
) {
  return {
    ...start,
    ...running,
    ...sorting,
    ...themes,
    ...plans,
    ...pictures,
    ...statements,
    ...notes,
    ...preview,
    ...tour,
    ...imports,
    rejections: { ...running.rejections, ...sorting.rejections, ...statements.rejections },
    deeds: { ...running.deeds, ...sorting.deeds, ...statements.deeds },
  };
}
