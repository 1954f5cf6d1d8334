// Waiting with a limit.

/** Longest wait for anything that should come soon; generous, for small machines with much to do. */
export const WAIT_MS_MAX = 20_000;

export function sleep(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

/** Calls `look` until it gives something true or stops throwing, and gives that; `what` says what is waited for. */
export async function eventually(what, look, ms_max = WAIT_MS_MAX) {
  const until = Date.now() + ms_max;
  for (;;) {
    let seen;
    try {
      seen = await look();
      if (seen) return seen;
    } catch (failure) {
      seen = failure.message;
    }
    if (Date.now() > until) throw new Error(`waited ${ms_max} ms for: ${what}\nlast seen: ${seen}`);
    await sleep(50);
  }
}
