/** The most lines in a second. */
const linesPerSecond = 10;
const second = 1_000;

/** A kind of line: the lines that differ in nothing but their time and their request. */
export interface LineKind {
  /** Equal for lines of one kind. */
  readonly key: string;
  /** Writes a line of this kind that stands for so many that were left out. */
  readonly writeLeftOut: (count: number) => void;
}

interface LeftOut {
  readonly kind: LineKind;
  count: number;
}

/**
 * Limits the lines that an outage writes. In each second, the first line of a kind is written, up to ten lines; the rest is
 * counted, and the next second begins with one line for each kind that says how many were left out.
 */
export class LineLimit {
  readonly #now: () => number;
  readonly #most: number;
  readonly #onLeftOut: () => void;
  #began = -Infinity;
  #written = new Set<string>();
  #leftOut = new Map<string, LeftOut>();
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param now returns milliseconds
   * @param onLeftOut called for each line that is left out
   */
  constructor(now: () => number = Date.now, onLeftOut: () => void = () => undefined, most = linesPerSecond) {
    this.#now = now;
    this.#onLeftOut = onLeftOut;
    this.#most = most;
  }

  /** Whether a line of this kind is to be written now. If not, it is counted. */
  admits(kind: LineKind): boolean {
    if (this.#now() - this.#began >= second) this.#beginSecond();
    if (!this.#written.has(kind.key) && this.#written.size < this.#most) {
      this.#written.add(kind.key);
      return true;
    }
    this.#leaveOut(kind);
    return false;
  }

  /** Writes what was left out so far, at the end of the process. */
  flush(): void {
    clearTimeout(this.#timer);
    for (const { kind, count } of this.#leftOut.values()) kind.writeLeftOut(count);
    this.#leftOut.clear();
  }

  #leaveOut(kind: LineKind): void {
    this.#onLeftOut();
    const known = this.#leftOut.get(kind.key);
    if (known) known.count += 1;
    else this.#leftOut.set(kind.key, { kind, count: 1 });
    this.#timer ??= setTimeout(() => this.#beginSecond(), second).unref();
  }

  #beginSecond(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#began = this.#now();
    this.#written.clear();
    const before = this.#leftOut;
    this.#leftOut = new Map();
    for (const [key, leftOut] of before) {
      if (this.#written.size < this.#most) {
        this.#written.add(key);
        leftOut.kind.writeLeftOut(leftOut.count);
      } else {
        // More kinds than lines: they wait for another second.
        this.#leftOut.set(key, leftOut);
      }
    }
    if (this.#leftOut.size > 0) this.#timer = setTimeout(() => this.#beginSecond(), second).unref();
  }
}
