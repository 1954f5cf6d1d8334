// In place of motion: what changes while somebody types is there at once.
export function calmMs(): number {
  return 0;
}

export function glide(): () => void {
  return () => undefined;
}
