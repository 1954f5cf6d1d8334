// The sessions that were made or opened in this browser, so that a lost link is not a lost session.
import { keep, kept } from "../shared/storage.ts";

/** One remembered session. */
export interface RecentSession {
  readonly code: string;
  readonly key: string;
  readonly title: string;
  /** The session's day, `2026-11-21`. */
  readonly date: string | null;
  /** Whether the person has said that the link is kept elsewhere too. */
  readonly linkSaved: boolean;
}

const NAME = "plenum-facilitated";
/** More than anybody looks through. */
const RECENT_MAX = 30;

/** Those remembered, the latest first. */
export function recentSessions(): RecentSession[] {
  const list = kept<RecentSession[]>(NAME);
  return Array.isArray(list) ? list : [];
}

/** Remembers a session first in the list, or what is new about one that is known. */
export function remember(session: Omit<RecentSession, "linkSaved"> & { linkSaved?: boolean }): void {
  const list = recentSessions();
  const known = list.find((other) => other.code === session.code);
  // Who comes by the link has it already.
  const linkSaved = session.linkSaved ?? known?.linkSaved ?? true;
  const rest = list.filter((other) => other.code !== session.code);
  keep(NAME, [{ ...session, linkSaved }, ...rest].slice(0, RECENT_MAX));
}

/** Whether this browser has the only link to a session that is known to be kept. */
export function isKeyKept(code: string): boolean {
  return recentSessions().find((session) => session.code === code)?.linkSaved ?? true;
}

/** The person has said that the link is kept elsewhere too. */
export function keyIsKept(code: string): void {
  const known = recentSessions().find((session) => session.code === code);
  if (known) remember({ ...known, linkSaved: true });
}

/** Takes one off the list; the session itself stays. */
export function forget(code: string): void {
  keep(
    NAME,
    recentSessions().filter((other) => other.code !== code),
  );
}
