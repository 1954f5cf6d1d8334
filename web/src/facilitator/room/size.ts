// Sizes of files as people read them; number and unit stay on one line.

/** "340 kB", "1,2 MB". */
export function sizeOf(bytes: number, locales: string[]): string {
  const digits = new Intl.NumberFormat(locales, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  if (bytes >= 999_500) return `${digits.format(bytes / 1_000_000)}\u00a0MB`;
  return `${Math.max(1, Math.round(bytes / 1_000))}\u00a0kB`;
}
