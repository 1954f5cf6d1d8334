// How tall texts become, asked of the browser itself, so that hyphens and long words count as they will be drawn.
import { hyphenated } from "../shared/hyphens.ts";

/** How a text is set. */
export interface TextSetting {
  /** The class of the style that draws it. */
  readonly kind: "answer" | "theme-heading" | "theme-example";
  readonly width_px: number;
  readonly size_px: number;
}

/** Heights that are kept before all are let go: some settings of some hundred answers. */
const KEPT_MAX = 20_000;

const kept = new Map<string, number>();

/** The height of each text in pixels. Drawn once out of sight, all in one go, and then remembered. */
export function heightsOf(texts: readonly string[], setting: TextSetting): number[] {
  const { kind, width_px, size_px } = setting;
  const place = `${kind} ${width_px.toFixed(1)} ${size_px.toFixed(2)} ${document.documentElement.lang} `;
  if (kept.size > KEPT_MAX) kept.clear();
  const missing = [...new Set(texts)].filter((text) => !kept.has(place + text));
  if (missing.length > 0) {
    measure(missing, setting).forEach((height, index) => kept.set(place + missing[index]!, height));
  }
  return texts.map((text) => kept.get(place + text)!);
}

/** Lets go of everything; call when the fonts have come. */
export function forgetHeights(): void {
  kept.clear();
}

function measure(texts: readonly string[], setting: TextSetting): number[] {
  const host = document.createElement("div");
  host.className = "measurer";
  host.style.width = `${setting.width_px}px`;
  host.style.fontSize = `${setting.size_px}px`;
  const lines = texts.map((text) => {
    const line = document.createElement("p");
    line.className = setting.kind;
    line.textContent = hyphenated(text);
    return line;
  });
  host.append(...lines);
  document.body.append(host);
  const heights = lines.map((line) => line.getBoundingClientRect().height);
  host.remove();
  return heights;
}
