// A row held by its handle: it follows the finger or the mouse, the others give way, and at the edge the page scrolls.
import { givesWay, landing, type Row } from "./order.ts";

/** How near to the edge of the screen a held row makes the page scroll, and how fast. */
const EDGE_PX = 72;
const SCROLL_PX = 9;

/**
 * Holds the row at `from` from the press on its handle until it is let go, and tells then where it landed; the list
 * must be drawn anew after that. `place` is told where the row at an index would stand if it were let go now. The function given back ends it without a landing.
 */
export function holdRow(
  { clientY: pressedY, pointerId, currentTarget }: PointerEvent,
  list: HTMLElement,
  from: number,
  place: (index: number, to: number) => void,
  landed: (to: number) => void,
): () => void {
  const handle = currentTarget as HTMLElement;
  const drawn = [...list.children] as HTMLElement[];
  const top = list.getBoundingClientRect().top;
  const rows = drawn.map((row): Row => {
    const box = row.getBoundingClientRect();
    return { top: box.top - top, height: box.height };
  });
  /** How far the row may go: not out of the list, which would make the page longer. */
  const [own, last] = [rows[from]!, rows.at(-1)!];
  const most = last.top + last.height - own.top - own.height;
  // Coordinates of the page, so that scrolling moves the row along.
  const startY = pressedY + scrollY;
  let clientY = pressedY;
  let to = from;
  let over = false;

  function follow(event: PointerEvent): void {
    clientY = event.clientY;
    draw();
  }

  function draw(): void {
    const by = Math.max(-own.top, Math.min(clientY + scrollY - startY, most));
    to = landing(rows, from, by);
    for (const [index, row] of drawn.entries()) {
      const way = index === from ? by : givesWay(rows, index, from, to);
      row.style.transform = `translateY(${way}px)`;
      place(index, index === from ? to : index + Math.sign(way));
    }
  }

  function scroll(): void {
    if (over || !list.isConnected) return;
    if (clientY < EDGE_PX) scrollBy(0, -SCROLL_PX);
    else if (clientY > innerHeight - EDGE_PX) scrollBy(0, SCROLL_PX);
    draw();
    requestAnimationFrame(scroll);
  }

  function end(): void {
    over = true;
    handle.removeEventListener("pointermove", follow);
    handle.removeEventListener("pointerup", drop);
    handle.removeEventListener("pointercancel", drop);
  }

  function drop({ type }: Event): void {
    end();
    landed(type === "pointerup" ? to : from);
  }

  list.className = "dragging";
  drawn[from]!.className = "held";
  handle.setPointerCapture(pointerId);
  handle.addEventListener("pointermove", follow);
  handle.addEventListener("pointerup", drop);
  handle.addEventListener("pointercancel", drop);
  requestAnimationFrame(scroll);
  return end;
}
