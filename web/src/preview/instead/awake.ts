// In place of keeping the projector on: a preview leaves the machine alone.
export function keepScreenOn(): () => void {
  return () => undefined;
}

export function hideStillPointer(): () => void {
  return () => undefined;
}
