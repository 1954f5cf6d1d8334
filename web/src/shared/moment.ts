// Days and moments as people say them, by a language's own ways.

/**
 * A moment with its day and its time, "fredag 4. desember kl. 09:00", or the day alone. `locales` are those
 * of the language's words.
 */
export function inWords(moment: Date, locales: string[], what: "moment" | "day" = "moment"): string {
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  return moment.toLocaleString(locales, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(what === "day" ? undefined : time),
  });
}

/** A day such as "21. november 2026", of a date in the form `2026-11-21`. */
export function dayInWords(date: string, locales: string[]): string {
  return new Date(`${date}T12:00`).toLocaleDateString(locales, { dateStyle: "long" });
}
