// Screens that few phones need at first come as files of their own, when they are needed.

/** How long to wait before a screen is asked for again. */
const AGAIN_MS = 4_000;

/**
 * Fetches a screen and opens it, and asks again for as long as it does not come; `missing` hears whether it did not.
 * `open` gives what closes the screen, which the function given back calls.
 */
export function openLater<Screen>(
  load: (attempt: number) => Promise<Screen>,
  open: (screen: Screen) => () => void,
  missing: (isMissing: boolean) => void,
): () => void {
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout>;
  let close: (() => void) | undefined;
  let over = false;

  function fetch() {
    load(attempts++).then(
      (screen) => {
        missing(false);
        if (!over) close = open(screen);
      },
      () => {
        missing(true);
        if (!over) timer = setTimeout(fetch, AGAIN_MS);
      },
    );
  }

  fetch();
  return () => {
    over = true;
    clearTimeout(timer);
    close?.();
  };
}
