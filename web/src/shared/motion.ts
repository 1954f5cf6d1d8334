// Motion explains where things went; nothing moves where the person asks for less.

/** How long a change of place takes, in milliseconds; the styles have `--calm` for the same. */
export function calmMs(): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 260;
}

/** Remembers where a list's rows stand; the function it gives lets them glide from there to where they stand then. */
export function glide(list: HTMLElement): () => void {
  const tops = new Map([...list.children].map((row) => [row, row.getBoundingClientRect().top]));
  return () => {
    for (const [row, top] of tops) {
      const by = top - row.getBoundingClientRect().top;
      if (by === 0 || !row.isConnected) continue;
      const from = { transform: `translateY(${by}px)` };
      row.animate([from, { transform: "none" }], {
        duration: calmMs(),
        easing: "cubic-bezier(0.2, 0, 0, 1)",
      });
    }
  };
}
