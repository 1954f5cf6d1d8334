// Somebody who uses a page by mouse and letters, and every press is counted.

export class Hand {
  #page;
  clicks = 0;
  drags = 0;
  keys = 0;
  letters = 0;

  constructor(page) {
    this.#page = page;
  }

  async click(thing, options = {}) {
    await thing.click(options);
    this.clicks += 1;
  }

  async doubleClick(thing) {
    await thing.dblclick();
    this.clicks += 2;
  }

  /** Writes where the focus is. */
  async type(text) {
    await this.#page.keyboard.type(text);
    this.letters += [...text].length;
  }

  async press(key) {
    await this.#page.keyboard.press(key);
    this.keys += 1;
  }

  /** Drags one thing onto the middle of another. */
  async drag(thing, over) {
    await over.scrollIntoViewIfNeeded();
    await thing.scrollIntoViewIfNeeded();
    // Hovering waits until what still glides stands where it will.
    await over.hover();
    await thing.hover();
    const to = await over.boundingBox();
    await this.#page.mouse.down();
    await this.#page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await this.#page.mouse.up();
    this.drags += 1;
  }

  /** What was done since the last time this was asked. */
  take() {
    const { clicks, drags, keys, letters } = this;
    Object.assign(this, { clicks: 0, drags: 0, keys: 0, letters: 0 });
    return { clicks, drags, keys, letters };
  }
}
