// What a file says of itself before it is sent: whether it is an archive, and of which session.
import type { Details } from "../../shared/wire.ts";

/** The title and date of an archived session; none where the text is no archive. */
export function archivedDetails(text: string): Pick<Details, "title" | "date"> | undefined {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { archive, details } = (told ?? {}) as { archive?: unknown; details?: Partial<Details> };
  if (archive !== "plenum_session" || typeof details?.title !== "string") return undefined;
  return { title: details.title, date: details.date ?? null };
}
