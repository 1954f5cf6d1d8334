// Keeps the projector on, and its pointer and buttons out of the picture while nobody uses them.

/** How long a pointer that lies still is seen, and buttons after the key that moves between them. */
const POINTER_MS = 3_000;

/** Asks the machine not to dim the screen while the page is seen, until the function it gives back is called. */
export function keepScreenOn(): () => void {
  const ask = () => {
    // Without https, or on battery, it may be refused; the page works all the same.
    if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => undefined);
  };
  ask();
  document.addEventListener("visibilitychange", ask);
  return () => document.removeEventListener("visibilitychange", ask);
}

/** Hides a pointer that lies still, until the function it gives back is called. */
export function hideStillPointer(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const root = document.documentElement;
  const moved = () => {
    clearTimeout(timer);
    root.classList.remove("pointer-still");
    timer = setTimeout(() => root.classList.add("pointer-still"), POINTER_MS);
  };
  const pressed = ({ key }: KeyboardEvent) => {
    if (key === "Tab") moved();
  };
  root.classList.add("pointer-still");
  addEventListener("pointermove", moved);
  addEventListener("keydown", pressed);
  return () => {
    clearTimeout(timer);
    removeEventListener("pointermove", moved);
    removeEventListener("keydown", pressed);
  };
}
