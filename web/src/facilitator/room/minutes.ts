// The minutes' HTML file inside a page that allows no style of its own in a document.

/** The file without its style, and the style. */
export function unstyled(file: string): { readonly html: string; readonly style: string } {
  const from = file.indexOf("<style>");
  const to = file.indexOf("</style>", from);
  if (from < 0 || to < 0) return { html: file, style: "" };
  return {
    html: file.slice(0, from) + file.slice(to + "</style>".length),
    style: file.slice(from + "<style>".length, to),
  };
}

/** Gives the file in the frame its look back. */
export function styled(frame: HTMLIFrameElement, style: string): void {
  const { contentDocument, contentWindow } = frame;
  if (!contentDocument || !contentWindow) return;
  // A sheet belongs to the window that made it.
  const sheet = new (contentWindow as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(style);
  contentDocument.adoptedStyleSheets = [sheet];
}
