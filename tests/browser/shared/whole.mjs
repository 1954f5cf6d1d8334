// Whether the hall sees all of a page: nothing cut, nothing over anything else, nothing too small to read at the back.

/** The smallest text is this share of the height. */
const SMALLEST = 1 / 30;

/**
 * What is wrong with the texts on a projector as it stands, as sentences; `text` is how large its text was chosen to be.
 * What lies on other pages of a pager is not looked at.
 */
export function faultsOf(page, text = 1) {
  return page.evaluate(look, { least: SMALLEST * text, smallest: SMALLEST });
}

/** In a page. */
function look({ least, smallest }) {
  /** Letters reach out of their line a little, where lines stand close. */
  const AIR_EM = 0.22;
  const faults = [];
  const shown = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].filter(
      (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "",
    );
    const isSeen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (own.length === 0 || !isSeen || element.closest(".only-heard, .measurer, noscript, script, style"))
      continue;
    const size_px = parseFloat(getComputedStyle(element).fontSize);
    const air = AIR_EM * size_px;
    const name = `«${element.textContent.trim().replaceAll("\u00ad", "").slice(0, 40)}»`;
    const range = document.createRange();
    const boxes = own
      .flatMap((node) => {
        range.selectNodeContents(node);
        return [...range.getClientRects()];
      })
      .filter(({ width }) => width > 1)
      .map(({ left, right, top, bottom }) => ({ left, right, top: top + air, bottom: bottom - air }));
    const clips = [];
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.overflowX === "visible" && style.overflowY === "visible") continue;
      const room = at.getBoundingClientRect();
      const margin = parseFloat(style.overflowClipMargin) || 0;
      clips.push({
        at,
        left: room.left - margin,
        right: room.right + margin,
        top: room.top - margin,
        bottom: room.bottom + margin,
      });
    }
    const isOnThisPage = ({ left, right }) =>
      clips.every((clip) => !clip.at.matches(".window") || (right > clip.left && left < clip.right));
    const seen = boxes.filter(isOnThisPage);
    if (seen.length === 0) continue;
    for (const box of seen) {
      const isOut = (room) =>
        box.left < room.left - 2 ||
        box.right > room.right + 2 ||
        box.top < room.top - 2 ||
        box.bottom > room.bottom + 2;
      const cutter = clips.find(isOut);
      if (cutter) faults.push(`${name} is cut by .${cutter.at.className}`);
      else if (isOut({ left: 0, top: 0, right: innerWidth, bottom: innerHeight }))
        faults.push(`${name} lies outside the window`);
      if (cutter) break;
    }
    // A long question may give way to what is answered, down to the smallest there is.
    const isQuestion = element.matches(".question > header h1");
    if (size_px < (isQuestion ? Math.min(least, smallest) : least) * innerHeight - 0.6)
      faults.push(`${name} is ${(size_px / innerHeight).toFixed(4)} of the height`);
    shown.push({ element, name, seen });
  }
  const footer = document.querySelector("footer")?.getBoundingClientRect();
  const apart = (a, b) =>
    a.right <= b.left + 2 || b.right <= a.left + 2 || a.bottom <= b.top + 2 || b.bottom <= a.top + 2;
  for (const [index, { element, name, seen }] of shown.entries()) {
    if (footer && !element.closest("footer") && seen.some((box) => box.bottom > footer.top + 2))
      faults.push(`${name} lies under the join bar`);
    for (const other of shown.slice(index + 1))
      if (seen.some((one) => other.seen.some((two) => !apart(one, two))))
        faults.push(`${name} lies over ${other.name}`);
  }
  return faults;
}
