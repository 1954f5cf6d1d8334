// What does not go over the socket: making a session, plans as files, further links, the engine's view for sorting by
// hand, files to take home.
import type {
  AnswerId,
  ItemId,
  Language,
  LinkKind,
  Look,
  Plan,
  PlanProblem,
  Regrouping,
  ThemeId,
  ThemePart,
  Wanted,
} from "../shared/wire.ts";

/** A session that was made. */
export interface CreatedSession {
  readonly code: string;
  readonly key: string;
}

/** The kinds of files that are taken home. */
export type FileFormat = MinutesFormat | "pptx" | "xlsx" | "csv" | "json";

/** The kinds of pictures that a question's result is taken home as. */
export type PictureFormat = "svg" | "png";

/** Those of them that are minutes. */
export type MinutesFormat = "docx" | "pdf" | "odt" | "html" | "md";

/** What is wanted in the minutes. */
export interface MinutesChoices {
  /** Whether single answers are listed. */
  answers: boolean;
  themes: "board" | "count";
  /** The session's own where it is not said. */
  language: Language | undefined;
}

/** A file that was downloaded. */
export interface Downloaded {
  readonly name: string;
  readonly bytes: number;
}

/** Why something could not be fetched: no server, or a server that said no. */
export class ApiFault extends Error {
  constructor(
    readonly kind: "offline" | "refused",
    /** The rejection's code, where the server gave one. */
    readonly code?: string,
    /** The line of a text that it is about, from 1. */
    readonly line?: number,
    /** All that is wrong with the text of a plan. */
    readonly problems?: readonly PlanProblem[],
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

/** A further link that was just made; its key is told here and never again. */
export interface MadeLink {
  readonly link: number;
  readonly address: string;
  readonly qr_size: number;
  readonly qr_path: string;
}

/** Makes a further link to a session. */
export async function makeLink(code: string, key: string, kind: LinkKind, name: string): Promise<MadeLink> {
  const response = await ask(`/api/v1/sessions/${code}/links`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    body: JSON.stringify({ kind, name }),
  });
  return (await response.json()) as MadeLink;
}

/** Asks those who have not joined for a password, or for none. */
export async function setPassword(code: string, key: string, password: string | null): Promise<void> {
  await ask(`/api/v1/sessions/${code}/password`, {
    method: "PUT",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    body: JSON.stringify({ password }),
  });
}

/** Makes a session with the same plan as another, without its answers. */
export async function duplicateSession(code: string, key: string): Promise<CreatedSession> {
  const response = await ask(`/api/v1/sessions/${code}/duplicate`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}` },
  });
  return (await response.json()) as CreatedSession;
}

/** Makes a session of an archive: over, with the same results. */
export async function readArchive(text: string): Promise<CreatedSession> {
  const request = { method: "POST", headers: { "Content-Type": "application/json" }, body: text };
  const response = await ask("/api/v1/sessions/from-archive", request, FILE_MS_MAX);
  return (await response.json()) as CreatedSession;
}

/** What stands in a file with answers; nothing of it is kept. */
export async function lookAtFile(file: Blob): Promise<Look> {
  const request = { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file };
  return (await (await ask("/api/v1/imports", request, FILE_MS_MAX)).json()) as Look;
}

/** Makes a session of chosen columns of a file, which is in base64. */
export async function createFromFile(file: string, wanted: Wanted): Promise<CreatedSession> {
  const headers = { "Content-Type": "application/json" };
  const request = { method: "POST", headers, body: JSON.stringify({ file, wanted }) };
  return (await (await ask("/api/v1/sessions/from-table", request, FILE_MS_MAX)).json()) as CreatedSession;
}

/** Reads a plan from a text or from JSON, without making a session of it. */
export async function readPlan(text: string, title: "needed" | "free"): Promise<Plan> {
  const kind = isJson(text) ? "application/json" : "text/plain; charset=utf-8";
  const response = await ask(`/api/v1/plans${title === "free" ? "?untitled=true" : ""}`, {
    method: "POST",
    headers: { "Content-Type": kind },
    body: text,
  });
  return (await response.json()) as Plan;
}

/** Whether a text is meant as JSON. */
export function isJson(text: string): boolean {
  return /^\uFEFF?\s*\{/.test(text);
}

/** A programme to begin with. */
export interface Template {
  readonly name: string;
  readonly language: Language;
  readonly text: string;
}

/** The programmes to begin with, each in every language. */
export async function fetchTemplates(): Promise<readonly Template[]> {
  return (await (await ask("/api/v1/templates", {})).json()) as Template[];
}

/** A session's plan as text. */
export async function fetchPlanText(code: string, key: string): Promise<string> {
  const response = await ask(`/api/v1/sessions/${code}/plan.txt`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  return response.text();
}

/** Downloads a session's plan; gives the file's name. */
export async function downloadPlan(code: string, key: string, format: "txt" | "json"): Promise<string> {
  return download(`/api/v1/sessions/${code}/plan.${format}`, key, `program-${code}.${format}`);
}

/** Where an answer may belong. */
export interface LikeliestThemes {
  readonly answer: AnswerId;
  /** Likeliest first. */
  readonly themes: readonly ThemeId[];
}

/** Where the answers may belong that no person has placed, least certain first. */
export async function fetchLikeliest(code: string, key: string, item: ItemId): Promise<LikeliestThemes[]> {
  const response = await ask(`/api/v1/sessions/${code}/questions/${item}/likeliest`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  return (await response.json()) as LikeliestThemes[];
}

/** A fresh grouping that waits to be used, and what it would change. */
export type Proposal = Regrouping & { readonly proposal: number };

/** Has a question's answers grouped afresh, without changing anything. */
export async function proposeRegrouping(code: string, key: string, item: ItemId): Promise<Proposal> {
  const response = await ask(`/api/v1/sessions/${code}/questions/${item}/regroupings`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}` },
  });
  return (await response.json()) as Proposal;
}

/** Groups as was proposed; gives the proposal that takes it back. */
export async function useRegrouping(code: string, key: string, proposal: number): Promise<number> {
  const response = await ask(`/api/v1/sessions/${code}/regroupings/${proposal}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}` },
  });
  return ((await response.json()) as { undo: number }).undo;
}

/** How a theme could be parted, the largest part first; empty where its answers say the same. */
export async function fetchSplit(
  code: string,
  key: string,
  item: ItemId,
  theme: ThemeId,
): Promise<ThemePart[]> {
  const response = await ask(`/api/v1/sessions/${code}/questions/${item}/themes/${theme}/split`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  return (await response.json()) as ThemePart[];
}

/** A session's own headings as a text, or headings made of its themes. */
export async function fetchConcepts(code: string, key: string, of: "own" | "themes"): Promise<string> {
  const response = await ask(`/api/v1/sessions/${code}/concepts${of === "own" ? "" : "/of-themes"}`, {
    headers: { Authorization: `Bearer ${key}` },
  });
  return response.text();
}

/** Replaces a session's own headings; a line that cannot be used is told with its number. */
export async function saveConcepts(code: string, key: string, text: string): Promise<void> {
  await ask(`/api/v1/sessions/${code}/concepts`, {
    method: "PUT",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "text/plain; charset=utf-8" },
    body: text,
  });
}

/** Whether a kind of file is minutes, which can be chosen from. */
export function isMinutes(format: FileFormat): format is MinutesFormat {
  return format === "docx" || format === "pdf" || format === "odt" || format === "html" || format === "md";
}

/** Where each kind of file is made; a table is mostly opened in Excel, which wants to be told that it is UTF-8. */
const FILES: Readonly<Record<FileFormat, string>> = {
  docx: "minutes.docx",
  pdf: "minutes.pdf",
  odt: "minutes.odt",
  html: "minutes.html",
  pptx: "slides.pptx",
  xlsx: "answers.xlsx",
  csv: "answers.csv?bom=true",
  md: "minutes.md",
  json: "archive.json",
};
/** A large session takes seconds to make and, on a slow line, longer to fetch. */
const FILE_MS_MAX = 180_000;

/** The minutes as they are now, as one HTML file. */
export async function fetchMinutes(code: string, key: string, choices: MinutesChoices): Promise<string> {
  const path = `/api/v1/sessions/${code}/${FILES.html}?${chosen(choices)}`;
  const response = await ask(path, { headers: { Authorization: `Bearer ${key}` } }, FILE_MS_MAX);
  return response.text();
}

function chosen({ answers, themes, language }: MinutesChoices): URLSearchParams {
  return new URLSearchParams({ answers: String(answers), themes, ...(language && { language }) });
}

/** How a file comes: told what has arrived, and of how much where the server says it; and ended by who asked for it. */
export interface Fetching {
  progress(bytes: number, whole: number | undefined): void;
  readonly stop: AbortSignal;
}

/** What comes at once, and is told of when it is here. */
const unwatched = (): Fetching => ({ progress: () => {}, stop: new AbortController().signal });

/** Downloads a file; the key goes in a header, never in an address that a log could keep. */
export async function downloadFile(
  code: string,
  key: string,
  format: FileFormat,
  choices: MinutesChoices,
  fetching: Fetching,
): Promise<Downloaded> {
  const asked = isMinutes(format) ? `?${chosen(choices)}` : "";
  const path = `/api/v1/sessions/${code}/${FILES[format]}${asked}`;
  return fetchFile(path, key, `plenum-${code}.${format}`, fetching);
}

/** Downloads a question's result as a picture. */
export async function downloadPicture(
  code: string,
  key: string,
  item: ItemId,
  format: PictureFormat,
): Promise<Downloaded> {
  const path = pictureAt(code, item, format);
  return fetchFile(path, key, `plenum-${code}-${item}.${format}`, unwatched());
}

/** The same picture as a PNG, to be copied. */
export async function fetchPicture(code: string, key: string, item: ItemId): Promise<Blob> {
  const headers = { Authorization: `Bearer ${key}` };
  return (await ask(pictureAt(code, item, "png"), { headers }, FILE_MS_MAX)).blob();
}

function pictureAt(code: string, item: ItemId, format: PictureFormat): string {
  return `/api/v1/sessions/${code}/questions/${item}/picture.${format}`;
}

/** Downloads a file under the name that the server gives it. */
async function download(path: string, key: string, name: string): Promise<string> {
  return (await fetchFile(path, key, name, unwatched())).name;
}

async function fetchFile(path: string, key: string, name: string, fetching: Fetching): Promise<Downloaded> {
  const headers = { Authorization: `Bearer ${key}` };
  const response = await ask(path, { headers, signal: fetching.stop }, FILE_MS_MAX);
  const file = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1] ?? name;
  const body = await read(response, fetching);
  if (fetching.stop.aborted) throw new ApiFault("offline");
  const address = URL.createObjectURL(body);
  const link = document.createElement("a");
  link.href = address;
  link.download = file;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return { name: file, bytes: body.size };
}

/** Reads what was answered part by part; a line that breaks in the middle is no file. */
async function read(response: Response, fetching: Fetching): Promise<Blob> {
  const told = Number(response.headers.get("Content-Length"));
  const whole = told > 0 ? told : undefined;
  const parts: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      parts.push(part.value);
      bytes += part.value.byteLength;
      fetching.progress(bytes, whole);
    }
  } catch {
    throw new ApiFault("offline");
  }
  return new Blob(parts, { type: response.headers.get("Content-Type") ?? "" });
}

async function ask(path: string, request: RequestInit, msMax = 20_000): Promise<Response> {
  let response: Response;
  try {
    const late = AbortSignal.timeout(msMax);
    const signal = request.signal ? AbortSignal.any([request.signal, late]) : late;
    response = await fetch(path, { ...request, signal });
  } catch {
    throw new ApiFault("offline");
  }
  if (response.ok) return response;
  const problem = (await response.json().catch(() => ({}))) as {
    code?: string;
    line?: number;
    problems?: PlanProblem[];
  };
  throw new ApiFault("refused", problem.code, problem.line, problem.problems);
}
