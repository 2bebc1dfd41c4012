import { PrivacyError } from '../errors/errors.ts';

/**
 * The end of one request: at an instant, or before if its client goes away or it is given up. Work that has not begun by then is
 * dropped, and a transaction that is open is rolled back.
 */
export class Deadline {
  readonly #end: number;
  #cancelled = false;
  #isHeld = false;
  #awaited: Promise<unknown> | undefined;
  #stopWaiting: (() => void) | undefined;
  #refuse: (() => void) | undefined;

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

  /**
   * Ends it now.
   * @param refuse refuses the request: at once, or when its attempt is recorded
   */
  cancel(refuse?: () => void): void {
    this.#cancelled = true;
    this.#stopWaiting?.();
    if (this.#isHeld) this.#refuse = refuse;
    else refuse?.();
  }

  /** From now on, the refusal waits until the attempt is recorded: that a request takes long can tell what was found. */
  hold(): void {
    this.#isHeld = true;
  }

  /** The attempt is recorded, or it never will be. Resolves once work that is no longer waited for has ended. */
  async release(): Promise<void> {
    this.#isHeld = false;
    this.#refuse?.();
    if (this.#cancelled) await this.#awaited?.catch(() => undefined);
  }

  /**
   * Waits for some work, but not after the request was cancelled.
   * @throws PrivacyError REQUEST_OVERDUE: the work goes on, and its result is lost; whatever the work does
   */
  wait<Result>(work: Promise<Result>): Promise<Result> {
    this.#awaited = work;
    return new Promise((resolve, reject) => {
      this.#stopWaiting = () => reject(new PrivacyError('REQUEST_OVERDUE'));
      if (this.#cancelled) this.#stopWaiting();
      work.then(resolve, reject);
    });
  }

  /** @throws PrivacyError REQUEST_OVERDUE once it is over */
  check(): void {
    if (this.isOver) throw new PrivacyError('REQUEST_OVERDUE');
  }
}
