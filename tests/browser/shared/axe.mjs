// Whether everybody can use a page as it stands: axe-core's rules for WCAG 2.2 A and AA and for good practice.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = createRequire(new URL("../../../web/package.json", import.meta.url)).resolve(
  "axe-core/axe.min.js",
);
const SOURCE = readFileSync(AXE, "utf8");

const CONTRAST = "color-contrast";
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What stands in somebody's way on a page, each as a text with the rule, where it is, and what to do. All rules are
 * tried in the colours that the page has, and contrast in the other scheme, light or dark, too.
 */
export async function barriers(page) {
  await inject(page);
  // In colours of the person's own axe still reads ours, so contrast is left to those who chose them.
  if (await page.evaluate(() => matchMedia("(forced-colors: active)").matches)) {
    const found = await run(page, { type: "tag", values: TAGS });
    return found.filter(({ rule }) => rule !== CONTRAST).map((one) => told(one, "forced colours"));
  }
  const found = await run(page, { type: "tag", values: TAGS });
  const scheme = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const had = await page.evaluate(scheme);
  await page.emulateMedia({ colorScheme: had === "dark" ? "light" : "dark" });
  const other = await run(page, { type: "rule", values: [CONTRAST] });
  await page.emulateMedia({ colorScheme: had });
  return [...found.map((one) => told(one, had)), ...other.map((one) => told(one, `not ${had}`))];
}

/** Brings axe into the page, once for each document: it comes past the page's security policy, as a debugger does. */
async function inject(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
}

function run(page, runOnly) {
  return page.evaluate(async (runOnly) => {
    // What moves is judged where it comes to rest, as in a screenshot.
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    const { violations } = await window.axe.run(document, {
      runOnly,
      preload: false,
      resultTypes: ["violations"],
    });
    // What lies partly under a bar that stays is judged where it can be scrolled to: all of it must be there to be pressed.
    const scrollsOut = (id, { target, failureSummary }) => {
      if (id !== "target-size" || !failureSummary.includes("partially obscured")) return false;
      const button = document.querySelector(target.join(" "));
      const before = document.scrollingElement.scrollTop;
      button.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, right, top, bottom } = button.getBoundingClientRect();
      const middle = (left + right) / 2;
      const isThere = [top + 2, (top + bottom) / 2, bottom - 2].every((y) =>
        button.contains(document.elementFromPoint(middle, y)),
      );
      document.scrollingElement.scrollTop = before;
      return isThere && right - left >= 24 && bottom - top >= 24;
    };
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .filter((node) => !scrollsOut(id, node))
        .map(({ target, failureSummary, html }) => ({
          rule: id,
          target: target.join(" "),
          failureSummary,
          html,
        })),
    );
  }, runOnly);
}

function told({ rule, target, failureSummary, html }, scheme) {
  const advice = failureSummary.replace(/\s*\n\s*/g, " ");
  return `${rule} (${scheme}) at ${target}\n    ${html.slice(0, 160)}\n    ${advice}`;
}
