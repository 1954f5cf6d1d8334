// The phone's words in the language that the preview's address names; the phone's page has those of one language only.
import * as en from "../shared/words/en.ts";
import * as nb from "../shared/words/nb.ts";
import * as nn from "../shared/words/nn.ts";

const asked = new URLSearchParams(location.search).get("lang");
const all: typeof nb = asked === "en" ? en : asked === "nn" ? nn : nb;

export const {
  common,
  phone,
  refusals,
  asks,
  timer,
  signals,
  asked: askedWords,
  ranking,
  grid,
  quiz,
  dots,
  results,
  sorting,
  statements,
  survey,
  roles,
  password,
  out,
} = all;
export { askedWords as asked };
