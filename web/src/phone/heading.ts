// The heading of what is shown: where reading begins, and where the focus goes when what had it goes away.

export const toHeading = (): void => document.querySelector("h1")?.focus({ preventScroll: true });

let held: Node = document;
addEventListener("focusin", (event) => (held = event.target as Node));
new MutationObserver(() => {
  if (!held.isConnected) toHeading();
}).observe(document, { childList: true, subtree: true });
