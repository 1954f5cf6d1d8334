// Contrast as it is on a page: the colours that the browser computed, painted and measured (WCAG 2.2).

/**
 * What of these elements is harder to see than it must be, as sentences: text against what is behind it, for those that
 * have text of their own. `least` is the ratio.
 */
export function tooFaint(page, selector, least) {
  return page.evaluate(
    ({ selector, least }) => {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      const painted = (colours) => {
        canvas.clearRect(0, 0, 1, 1);
        for (const colour of colours) {
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
        }
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
      };
      const luminance = (colour) => {
        const [red, green, blue] = colour.map((part) => {
          const value = part / 255;
          return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const faint = [];
      for (const element of document.querySelectorAll(selector)) {
        const text = [...element.childNodes]
          .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
          .map(({ data }) => data.trim())
          .join("");
        const box = element.getBoundingClientRect();
        if (!text || box.width < 2 || box.height < 2 || !element.checkVisibility({ opacityProperty: true }))
          continue;
        // What cannot be used need not be read.
        if (element.closest("[disabled], [aria-disabled='true'], .only-heard")) continue;
        const grounds = [];
        for (let at = element; at; at = at.parentElement)
          grounds.unshift(getComputedStyle(at).backgroundColor);
        const ground = painted(grounds);
        const front = painted([...grounds, getComputedStyle(element).color]);
        const [one, other] = [luminance(front), luminance(ground)];
        const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        if (ratio < least)
          faint.push(`${ratio.toFixed(2)}: ${element.tagName} «${text}» ${front} on ${ground}`);
      }
      return faint;
    },
    { selector, least },
  );
}
