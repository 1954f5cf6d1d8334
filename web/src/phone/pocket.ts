// What this phone keeps of one session: its token, its unsent and own answers, and what is being written.
import { keep, kept, randomKey } from "../shared/storage.ts";
import type { Entry } from "../shared/outbox.ts";
import type { AnswerContent } from "../shared/wire.ts";

/** What is being written to one question. */
export interface Draft {
  /** The question's round it belongs to. */
  round: number;
  text?: string;
  /** Options in order, by index. */
  order?: number[];
  /** What an answer said that is being changed, until something else is filled in. */
  from?: AnswerContent | null | undefined;
  /** The answer that is being changed; none for a new one. */
  key?: string | undefined;
}

export interface Pocket {
  /** 128 random bits; the server counts this phone once by it and never stores it. */
  token: string;
  /** The further secret of the QR link. */
  secret?: string;
  entries: readonly Entry[];
  /** By the item's id. */
  drafts: Record<number, Draft>;
  /** The role that was said, null to rather not say; nothing before it was asked. */
  role?: number | null;
  /** When it was last used, in milliseconds since 1970. */
  used_ms: number;
}

const PREFIX = "plenum.";
/** A gathering's results may be looked at for weeks; after that the phone forgets it was there. */
const KEPT_MS_MAX = 60 * 24 * 3_600_000;

/** This phone's pocket for a session: the one from before, or a new one. */
export function openPocket(code: string, secret: string | undefined): Pocket {
  forgetOld();
  const before = kept<Pocket>(PREFIX + code);
  const pocket: Pocket = before ?? { token: randomKey(), entries: [], drafts: {}, used_ms: 0 };
  if (secret !== undefined) pocket.secret = secret;
  return pocket;
}

/** Keeps it; called at every change. */
export function keepPocket(code: string, pocket: Pocket): void {
  keep(PREFIX + code, { ...pocket, used_ms: Date.now() });
}

function forgetOld(): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(PREFIX)) continue;
      const used_ms = kept<Pocket>(name)?.used_ms ?? 0;
      if (Date.now() - used_ms > KEPT_MS_MAX) keep(name, undefined);
    }
  } catch {
    // A browser that refuses storage keeps nothing to forget.
  }
}
