// In place of the server's clock: one that stands still, so that the clock of a draft shows the time it begins with.
import type { ServerClock as Real } from "../../shared/server-clock.ts";

export class ServerClock implements Pick<Real, "now" | "isSet" | "onSet" | "ask" | "end"> {
  readonly isSet = true;

  now(): number {
    return 0;
  }

  onSet(): () => void {
    return () => undefined;
  }

  ask(): void {}

  end(): void {}
}
