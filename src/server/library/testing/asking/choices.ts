/**
 * Choices read from a list of numbers, one number each. A shorter list, or a list of smaller numbers, makes a simpler
 * operation, so shrinking the list shrinks the operation. Past the end of the list, every choice is the first one.
 */
export class Choices {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** Whether numbers are left. */
  get left(): boolean {
    return this.#at < this.#numbers.length;
  }

  /** A whole number below `limit`. */
  below(limit: number): number {
    const number = this.#numbers[this.#at] ?? 0;
    this.#at += 1;
    return number % limit;
  }

  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** True in `percent` of a hundred cases; false past the end. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }
}
