/** A number of slots that are taken in the order in which they are asked for. A free slot costs no promise. */
export class Slots {
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  get isFull(): boolean {
    return this.#taken >= this.#most;
  }

  get isUnused(): boolean {
    return this.#taken === 0;
  }

  /** Takes a slot. @returns what to wait for; undefined if a slot is free */
  take(): Promise<void> | undefined {
    if (this.isFull) return new Promise((begin) => void this.#waiting.push(begin));
    this.#taken += 1;
    return undefined;
  }

  /** Gives a slot back, to the one that waits longest. */
  giveBack(): void {
    const begin = this.#waiting.shift();
    if (begin) begin();
    else this.#taken -= 1;
  }
}
