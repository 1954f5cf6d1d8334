// The picture to place dots on comes when such a question is first asked; the build points this at its own file.
import type * as screen from "./screen.ts";

/** Fetches the screen; `attempt` is 0 at first, since some browsers remember that a file could not be fetched. */
export const loadDots = (attempt: number): Promise<typeof screen> => {
  void attempt;
  return import("./screen.ts");
};
