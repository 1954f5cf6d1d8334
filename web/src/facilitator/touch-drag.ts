// Dragging by touch. A finger that is held still takes what lies under it; from then on the page hears what a mouse's drag
// would tell it (HTML, "Drag and drop"), so whatever can be dropped on by mouse can be dropped on by finger. A finger that
// moves at once scrolls, as always.

/** So long a finger is held: longer than a tap, shorter than what phones take for a wish for their own menus. */
const HOLD_MS = 350;
/** A finger that is held still moves so far, in pixels. */
const STILL_MAX = 10;
/** So near to the edge of what scrolls, in pixels, it scrolls, */
const EDGE = 64;
/** by so many pixels a frame. */
const SCROLL_STEP = 9;
/** What is taken up is felt, where the phone can shake. */
const BUZZ_MS = 20;

interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** Lets what is `draggable` in an element be dragged by touch; gives what ends it. */
export function dragByTouch(root: HTMLElement): () => void {
  let end: (() => void) | undefined;

  function begin(event: TouchEvent): void {
    end?.();
    const [touch] = event.touches;
    const target = event.target as Element;
    const source = target.closest<HTMLElement>("[draggable=true]");
    if (event.touches.length !== 1 || !touch || !source || target.closest("button, [role=menu]")) return;
    end = follow(target, source, touch, () => (end = undefined));
  }

  root.addEventListener("touchstart", begin, { passive: true });
  return () => {
    end?.();
    root.removeEventListener("touchstart", begin);
  };
}

/** Follows one finger from where it came down; `target` hears of it even when it is no longer on the page. */
function follow(target: Element, source: HTMLElement, from: Point, done: () => void): () => void {
  const data = new DataTransfer();
  const hold = setTimeout(take, HOLD_MS);
  let at = from;
  let carried: HTMLElement | undefined;
  let under: Element | undefined;
  let isWelcome = false;
  let frame = 0;
  // A phone's own long press would begin a drag of its own.
  source.draggable = false;

  function tell(type: string, to: Element, related: Element | null = null): boolean {
    const { clientX, clientY } = at;
    const told = new DragEvent(type, {
      bubbles: true,
      cancelable: true,
      dataTransfer: data,
      clientX,
      clientY,
      relatedTarget: related,
    });
    return !to.dispatchEvent(told);
  }

  function take(): void {
    if (tell("dragstart", source)) return finish(false);
    carried = image(source, at);
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(BUZZ_MS);
    look();
    frame = requestAnimationFrame(scroll);
  }

  /** Tells what lies under the finger. */
  function look(): void {
    const found = document.elementFromPoint(at.clientX, at.clientY) ?? undefined;
    if (found !== under) {
      if (found) tell("dragenter", found, under);
      if (under) tell("dragleave", under, found);
      under = found;
    }
    isWelcome = found !== undefined && tell("dragover", found);
  }

  function move(event: Event): void {
    const [touch, more] = (event as TouchEvent).touches;
    if (!touch || more) return finish(false);
    at = touch;
    if (carried) {
      // Held, the page does not scroll under the finger.
      event.preventDefault();
      place(carried, at);
      look();
    } else if (Math.hypot(at.clientX - from.clientX, at.clientY - from.clientY) > STILL_MAX) finish(false);
  }

  /** What scrolls goes on while the finger rests at its edge. */
  function scroll(): void {
    const box = scrollerOf(source);
    const { top, bottom } =
      box === document.scrollingElement ? { top: 0, bottom: innerHeight } : box.getBoundingClientRect();
    const way = at.clientY < top + EDGE ? -1 : at.clientY > bottom - EDGE ? 1 : 0;
    if (way !== 0) {
      box.scrollBy(0, way * SCROLL_STEP);
      look();
    }
    frame = requestAnimationFrame(scroll);
  }

  function lift(event: Event): void {
    // What was carried was not tapped.
    if (carried && event.cancelable) event.preventDefault();
    finish(true);
  }

  const drop = (): void => finish(false);
  function key(event: KeyboardEvent): void {
    if (event.key === "Escape") finish(false);
  }
  function menu(event: Event): void {
    event.preventDefault();
  }

  function finish(isDropped: boolean): void {
    clearTimeout(hold);
    cancelAnimationFrame(frame);
    target.removeEventListener("touchmove", move);
    target.removeEventListener("touchend", lift);
    target.removeEventListener("touchcancel", drop);
    target.removeEventListener("contextmenu", menu);
    removeEventListener("touchstart", drop, true);
    removeEventListener("keydown", key);
    source.draggable = true;
    if (carried) {
      carried.remove();
      if (under) tell(isDropped && isWelcome ? "drop" : "dragleave", under);
      tell("dragend", source);
    }
    done();
  }

  target.addEventListener("touchmove", move, { passive: false });
  target.addEventListener("touchend", lift);
  target.addEventListener("touchcancel", drop);
  target.addEventListener("contextmenu", menu);
  // One finger more lets go of it all. This touch itself has been heard up here.
  addEventListener("touchstart", drop, { capture: true, passive: true });
  addEventListener("keydown", key);
  return () => finish(false);
}

/** A copy that goes with the finger, above it so that both are seen; what it is a copy of stays where it is. */
function image(source: HTMLElement, at: Point): HTMLElement {
  const copy = source.cloneNode(true) as HTMLElement;
  copy.removeAttribute("draggable");
  delete copy.dataset["answer"];
  copy.inert = true;
  copy.classList.add("carried");
  place(copy, at);
  source.parentElement?.append(copy);
  return copy;
}

function place(copy: HTMLElement, { clientX, clientY }: Point): void {
  copy.style.translate = `calc(${clientX}px - 50%) calc(${clientY}px - 100% - 1.25rem)`;
}

/** What an element scrolls in: the nearest around it that can, else the page. */
function scrollerOf(element: Element): Element {
  for (let around = element.parentElement; around; around = around.parentElement) {
    const { overflowY } = getComputedStyle(around);
    if (/auto|scroll/.test(overflowY) && around.scrollHeight > around.clientHeight) return around;
  }
  return document.scrollingElement ?? document.documentElement;
}
