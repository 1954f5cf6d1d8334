// What a device keeps: localStorage, or memory where the browser refuses it (private windows, full disk).

const memory = new Map<string, string>();

/** The value kept under a name, if it is there and can be read. */
export function kept<T>(name: string): T | undefined {
  let text: string | null | undefined = memory.get(name);
  try {
    text ??= localStorage.getItem(name);
  } catch {
    // Refused: what memory has is all there is.
  }
  if (text == null) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

/** Keeps a value under a name; `undefined` forgets it. */
export function keep(name: string, value: unknown): void {
  memory.delete(name);
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    if (value !== undefined) memory.set(name, JSON.stringify(value));
  }
}

/** 128 random bits as 22 characters of base64url: a phone's token, an answer's key. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .slice(0, 22);
}
