// Which page an address means: the start, or one session with the key that its fragment carries.

/** Where the facilitator is. */
export type Route =
  { readonly page: "start" } | { readonly page: "session"; readonly code: string; readonly key: string };

/** A facilitator's key: 32 bytes in base64url. */
const KEY = /^[A-Za-z0-9_-]{43}$/;

/** Reads an address; a session's key is empty when the fragment does not hold one. */
export function routeOf(path: string, fragment: string): Route {
  const code = /^\/facilitate\/(\d{8})\/?$/.exec(path)?.[1];
  if (code === undefined) return { page: "start" };
  const key = fragment.replace(/^#/, "");
  return { page: "session", code, key: KEY.test(key) ? key : "" };
}

/** The session that a pasted link leads to, whatever host it names. */
export function routeOfLink(text: string): Extract<Route, { page: "session" }> | undefined {
  const found = /\/(?:facilitate|present)\/(\d{8})\/?#([A-Za-z0-9_-]{43})/.exec(text.trim());
  return found ? { page: "session", code: found[1]!, key: found[2]! } : undefined;
}

/** The facilitator's own link; whoever has it runs the session. */
export function facilitateLink(code: string, key: string): string {
  return `${location.origin}/facilitate/${code}#${key}`;
}

/** The projector's page, to be opened in a window of its own. */
export function presentPath(code: string, key: string): string {
  return `/present/${code}#${key}`;
}

/** The code as people read it: `3885 1953`. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}
