// The form for a ranking comes when one is first asked; the build points this at its own file.
import type * as screen from "./screen.ts";

/** Fetches the form; `attempt` is 0 at first, since some browsers remember that a file could not be fetched. */
export const loadRanking = (attempt: number): Promise<typeof screen> => {
  void attempt;
  return import("./screen.ts");
};
