// The two things that do not go over the socket: making a session, and fetching the minutes.
import type { Plan } from "../shared/wire.ts";

/** A session that was made. */
export interface CreatedSession {
  readonly code: string;
  readonly key: string;
}

/** The kinds of documents the minutes come in. */
export type MinutesFormat = "docx" | "md";

/** Why something could not be fetched: no server, or a server that said no. */
export class ApiFault extends Error {
  constructor(
    readonly kind: "offline" | "refused",
    /** The rejection's code, where the server gave one. */
    readonly code?: string,
  ) {
    super(kind);
  }
}

/** Makes a session of a plan. */
export async function createSession(plan: Plan): Promise<CreatedSession> {
  const response = await ask("/api/v1/sessions", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(plan),
  });
  return (await response.json()) as CreatedSession;
}

/** Downloads the minutes under a name; the key goes in a header, never in an address that a log could keep. */
export async function downloadMinutes(
  code: string,
  key: string,
  format: MinutesFormat,
  name: string,
): Promise<string> {
  const response = await ask(`/api/v1/sessions/${code}/minutes.${format}`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  const said = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
  const file = said ?? `${name}-${code}.${format}`;
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = file;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return file;
}

async function ask(path: string, request: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...request, signal: AbortSignal.timeout(20_000) });
  } catch {
    throw new ApiFault("offline");
  }
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as { code?: string };
  throw new ApiFault("refused", problem.code);
}
