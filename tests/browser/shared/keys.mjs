// Somebody who uses a page by its keyboard alone.
import assert from "node:assert/strict";
import { eventually } from "./wait.mjs";

/** Most presses of Tab from one end of a page to the other. */
const TABS_MAX = 250;

export class Keys {
  #page;
  /** Keys pressed so far, and letters typed. */
  presses = 0;
  letters = 0;

  constructor(page) {
    this.#page = page;
  }

  async press(key, times = 1) {
    for (let left = times; left > 0; left -= 1) await this.#page.keyboard.press(key);
    this.presses += times;
  }

  async type(text) {
    await this.#page.keyboard.type(text);
    this.letters += [...text].length;
  }

  /**
   * Presses Tab, or Shift and Tab when it lies behind, until something has the focus; and sees that it has. The radio
   * buttons of a group are one stop, from which the arrows lead on.
   */
  async tabTo(thing) {
    for (let presses = 0; presses < TABS_MAX; presses += 1) {
      const way = await thing.evaluate((element) => {
        const at = document.activeElement;
        if (element === at) return "here";
        const group = element.type === "radio" && element.name;
        if (group && at.type === "radio" && at.name === group) {
          const isBehind = at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
          return isBehind ? "ArrowUp" : "ArrowDown";
        }
        const isBehind = at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
        return isBehind ? "Shift+Tab" : "Tab";
      });
      if (way === "here") return this.seen();
      await this.press(way);
    }
    throw new Error(`Tab does not lead to ${thing}`);
  }

  /** Goes to a control and presses a key on it. */
  async use(thing, key = "Enter") {
    await this.tabTo(thing);
    await this.press(key);
  }

  /** Goes to a field and writes in it. */
  async fill(field, text) {
    await this.tabTo(field);
    await this.type(text);
  }

  /** What has the focus is marked, is within the window, and is not covered. */
  async seen() {
    const fault = await eventually(
      "the focus to be seen",
      () => this.#page.evaluate(hidden).then((why) => why || "seen"),
      2_000,
    );
    assert.equal(fault, "seen");
  }

  /** After something was moved or taken away, the focus is somewhere. */
  async kept(after) {
    await eventually(`the focus not to be lost after ${after}`, () =>
      this.#page.evaluate(() => document.activeElement !== document.body),
    );
  }
}

/** In a page: why what has the focus cannot be seen, if it cannot. */
function hidden() {
  const at = document.activeElement;
  // A radio button that is not drawn is its label.
  const drawn =
    at.classList.contains("only-heard") || getComputedStyle(at).opacity === "0" ? at.closest("label") : at;
  const isMarked = [drawn, drawn.parentElement].some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const name = `${drawn.tagName} ${drawn.textContent.trim().slice(0, 40)}`;
  if (!isMarked) return `${name} has the focus and no mark of it`;
  const { left, top, right, bottom } = drawn.getBoundingClientRect();
  const x = Math.min(Math.max((left + right) / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max((top + bottom) / 2, 0), innerHeight - 1);
  const above = document.elementFromPoint(x, y);
  const isThere = above && (drawn.contains(above) || above.contains(drawn));
  return isThere ? "" : `${name} has the focus and is covered`;
}
