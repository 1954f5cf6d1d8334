// How the screens that come later draw, without the page's own framework.

/** An element with a class and a text; text from people enters it as text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = "",
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** The language of the question, which may not be the page's. */
export const questionsLanguage = (): string => document.querySelector("h1")?.lang ?? "";

/** The same with what the session says, marked as in the language of the question. */
export function said<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text: string,
): HTMLElementTagNameMap[Name] {
  const made = element(name, className, text);
  made.lang = questionsLanguage();
  return made;
}

/** A drawing of lines, 20 high. */
export function drawing(lines: string, width = 20): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const made = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  made.setAttribute("viewBox", `0 0 ${width} 20`);
  made.setAttribute("aria-hidden", "true");
  path.setAttribute("d", lines);
  made.append(path);
  return made;
}

/** A tick. */
export const check = (): SVGElement => drawing("M4 10.500l4 4 8-9");

const styled = new Set<string>();

/** Into the page's own sheet, which the security policy lets in; a sheet of its own would need another hash. */
export function addStyle(style: string): void {
  const sheet = document.styleSheets[0];
  if (styled.has(style) || !sheet) return;
  styled.add(style);
  sheet.insertRule(`@media all{${style}}`, sheet.cssRules.length);
}
