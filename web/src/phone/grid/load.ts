// The plane comes when a question with one is first asked or its results are shared; the build points this at its own
// file.
import type * as screen from "./screen.ts";

/** Fetches the plane; `attempt` is 0 at first, since some browsers remember that a file could not be fetched. */
export const loadGrid = (attempt: number): Promise<typeof screen> => {
  void attempt;
  return import("./screen.ts");
};
