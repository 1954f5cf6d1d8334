// In place of the connection to a session: the page around the preview, which only tells and never hears.
import { fold, NOTHING } from "../../shared/fold.ts";
import type { Connection as Real, View } from "../../shared/connection.ts";
import type { Role, ServerMessage } from "../../shared/wire.ts";
import { hear } from "../heard.ts";

export function socketAddress(): string {
  return "";
}

export class Connection implements Pick<Real, "view" | "subscribe" | "listen" | "send" | "again" | "end"> {
  #view: View;
  readonly #drawn = new Set<(view: View) => void>();
  readonly #ended: () => void;

  constructor(_url: string, _role: Role, first?: ServerMessage) {
    this.#view = { state: first ? fold(NOTHING, first) : NOTHING, line: "open", goodbye: undefined };
    this.#ended = hear((message) => {
      this.#view = { ...this.#view, state: fold(NOTHING, message) };
      for (const draw of this.#drawn) draw(this.#view);
    });
  }

  get view(): View {
    return this.#view;
  }

  subscribe(draw: (view: View) => void): () => void {
    this.#drawn.add(draw);
    draw(this.#view);
    return () => this.#drawn.delete(draw);
  }

  /** Nothing passes but what stands, which is in the view. */
  listen(): () => void {
    return () => undefined;
  }

  send(): boolean {
    return false;
  }

  again(): void {}

  end(): void {
    this.#ended();
  }
}
