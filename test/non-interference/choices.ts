/**
 * Choices read off a list of numbers: whatever an operation is made of is decided by the next number.
 * A shorter list, or one of smaller numbers, makes a simpler operation, so that shrinking the list
 * shrinks the operation. Past its end every choice is the first one.
 */
export class Choices {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** Whether there is something left to choose by. */
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

  /** True in so many of a hundred cases; never past the end. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }
}
