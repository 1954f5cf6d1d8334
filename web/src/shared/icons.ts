// What people signal, drawn as lines in a square of 20.
import type { Reaction } from "./wire.ts";

export const REACTIONS: readonly Reaction[] = ["applause", "heart", "thumbs_up", "idea"];

export const REACTION_LINES: Readonly<Record<Reaction, string>> = {
  applause:
    "M6.3 12.7 3.6 10a1.15 1.15 0 0 1 1.6-1.6l3 3M5.7 8.9 4.3 7.5a1.15 1.15 0 0 1 1.6-1.6l3.7 3.7M7 7a1.15 1.15 0 0 1 1.6-1.6l4 4V7.2a1.15 1.15 0 0 1 2.3 0v5.1a5 5 0 0 1-8.5 3.6L3.6 13a1.15 1.15 0 0 1 1.6-1.6M11.5 3.7V1.8M14.3 4.6l1.1-1.6M16.7 6.6l1.8-.7",
  heart: "M10 16.8C6 14 2.8 11.3 2.8 7.7a3.7 3.7 0 0 1 7.2-1.3 3.7 3.7 0 0 1 7.2 1.3c0 3.6-3.2 6.3-7.2 9.1z",
  thumbs_up:
    "M6.3 9v7.5H3.4V9zM6.3 9l2.9-6a1.8 1.8 0 0 1 2 1.9V7.7h4a1.6 1.6 0 0 1 1.6 1.9l-1 5.5a1.8 1.8 0 0 1-1.7 1.4H6.3",
  idea: "M7.6 13.7a5.2 5.2 0 1 1 4.8 0v1.6H7.6zM8.4 17.8h3.2",
};

export const HAND_LINES =
  "M6.2 11V5.2a1.15 1.15 0 0 1 2.3 0V9.2M8.5 8.7V3.6a1.15 1.15 0 0 1 2.3 0v5.1M10.8 8.7V4.6a1.15 1.15 0 0 1 2.3 0v4.6M13.1 9.2V7a1.15 1.15 0 0 1 2.3 0v5.2a5.3 5.3 0 0 1-5.3 5.3c-2.2 0-3.5-.9-4.5-2.6l-2-3.5a1.15 1.15 0 0 1 1.9-1.2l.7 1";
