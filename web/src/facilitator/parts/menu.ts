/** One thing to do in a menu. */
export interface MenuChoice {
  readonly label: string;
  readonly run: () => void;
  /** The keys that do the same. */
  readonly keys?: string;
  readonly danger?: boolean;
}
