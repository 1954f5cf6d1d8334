// In place of the projector's signals: a preview is silent, and does not say that it is.
export function maySound(): boolean {
  return true;
}

export function allowSound(): void {}

export function playSignal(): void {}
