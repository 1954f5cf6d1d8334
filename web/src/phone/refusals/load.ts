// Why an answer did not stand is told in words that come when one first does not; the build points this at its own file.
import type * as screen from "./screen.ts";

/** Fetches the words; `attempt` is 0 at first, since some browsers remember that a file could not be fetched. */
export const loadRefusals = (attempt: number): Promise<typeof screen> => {
  void attempt;
  return import("./screen.ts");
};
