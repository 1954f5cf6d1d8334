// How often reactions are sent: a hall that taps as fast as it can must not fill the line.

const PER_SECOND_MAX = 4;

export class Often {
  #sent_ms: number[] = [];

  /** Whether one more may be sent now, which then counts as sent. */
  may(now_ms: number): boolean {
    this.#sent_ms = this.#sent_ms.filter((at) => now_ms - at < 1_000);
    if (this.#sent_ms.length >= PER_SECOND_MAX) return false;
    this.#sent_ms.push(now_ms);
    return true;
  }
}
