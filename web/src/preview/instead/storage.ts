// In place of what a device keeps: nothing, so that a preview never meets what a phone in the same browser has kept.
export function kept(): undefined {
  return undefined;
}

export function keep(): void {}

export function randomKey(): string {
  return "preview";
}
