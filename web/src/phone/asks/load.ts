// The forms for choosing, marking and counting come when such a question is first asked; the build points this at its
// own file.
import type * as screen from "./screen.ts";

/** Fetches the forms; `attempt` is 0 at first, since some browsers remember that a file could not be fetched. */
export const loadForms = (attempt: number): Promise<typeof screen> => {
  void attempt;
  return import("./screen.ts");
};
