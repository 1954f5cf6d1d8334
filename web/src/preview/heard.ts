// What the facilitator's page tells the preview in its frame: the state to draw, as the server would send it.
import type { ServerMessage } from "../shared/wire.ts";

type Hear = (message: ServerMessage) => void;

let latest: ServerMessage | undefined;
const hearing = new Set<Hear>();

/** Calls with the latest message now, and with each that follows, until the function it gives back is called. */
export function hear(run: Hear): () => void {
  hearing.add(run);
  if (latest) run(latest);
  return () => hearing.delete(run);
}

/** Begins to listen; `begin` is called with the first message. Only the page around this one, which is ours, is heard. */
export function listen(begin: (first: ServerMessage) => void): void {
  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== location.origin || source !== parent || source === window) return;
    const message = data as Partial<ServerMessage> | null;
    if (message?.type !== "snapshot") return;
    const isFirst = latest === undefined;
    latest = message as ServerMessage;
    if (isFirst) begin(latest);
    for (const run of hearing) run(latest);
  });
  // The focus stays where somebody writes, and nothing in a preview is for the keyboard.
  HTMLElement.prototype.focus = () => undefined;
  parent.postMessage("ready", location.origin);
}
