import { PrivacyError } from '../errors/errors.ts';

/**
 * The end of one request: at an instant, or before if its client goes away or it is given up. Work that has not begun by then is
 * dropped, and a transaction that is open is rolled back.
 */
export class Deadline {
  readonly #end: number;
  #cancelled = false;

  /** @param milliseconds from now */
  constructor(milliseconds: number) {
    this.#end = performance.now() + milliseconds;
  }

  /** Whether no further work of the request may begin. */
  get isOver(): boolean {
    return this.#cancelled || performance.now() >= this.#end;
  }

  /** Milliseconds that are left; 0 once it is over. A retry must end within them. */
  get left(): number {
    return this.#cancelled ? 0 : Math.max(0, this.#end - performance.now());
  }

  /** Ends it now. */
  cancel(): void {
    this.#cancelled = true;
  }

  /** @throws PrivacyError REQUEST_OVERDUE once it is over */
  check(): void {
    if (this.isOver) throw new PrivacyError('REQUEST_OVERDUE');
  }
}
