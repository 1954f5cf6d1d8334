// Which session the page shows and with which key, read from its address.

/** The code and the key of an address; either may be missing. */
export interface Address {
  readonly code: string | undefined;
  readonly key: string | undefined;
}

/** Reads `/present/38851953` with `#key`; while developing the pages, `/presenter.html?38851953` as well. */
export function addressed(path: string, hash: string): Address {
  const code = /^\/(?:present\/|presenter\.html\?)(\d{4})(?:[ -]|%20)?(\d{4})\/?$/.exec(path);
  return {
    code: code ? `${code[1]}${code[2]}` : undefined,
    key: /^#([\w-]+)$/.exec(hash)?.[1],
  };
}

/**
 * Takes the key out of the address, which the room could read off the projector, and keeps it for as long as the tab
 * lives, so that a reload finds it again.
 */
export function keepKey({ code, key }: Address): Address {
  if (code === undefined) return { code, key };
  const name = `plenum.present.${code}`;
  try {
    if (key === undefined) return { code, key: sessionStorage.getItem(name) ?? undefined };
    sessionStorage.setItem(name, key);
    history.replaceState(history.state, "", location.pathname + location.search);
  } catch {
    // Storage is refused: the key stays in the address, which is the only place left for it.
  }
  return { code, key };
}
