// Taking a stand comes when people are first asked to; the build points this at its own file.
import type * as screen from "./screen.ts";

/** Fetches the screen; `attempt` is 0 at first, since some browsers remember that a file could not be fetched. */
export const loadStatements = (attempt: number): Promise<typeof screen> => {
  void attempt;
  return import("./screen.ts");
};
