import type { Watched } from '../session/watch-session.ts';

/** The results that the page for developers has read in a session. They end with the session. */
export class Reads implements Watched {
  endedBy: string | undefined;
  readonly #onEnd: (cause: string) => void;
  readonly #listeners = new Set<() => void>();

  constructor(onEnd: (cause: string) => void) {
    this.#onEnd = onEnd;
  }

  end(cause: string): void {
    this.endedBy = cause;
    this.#onEnd(cause);
    this.noteUse();
  }

  /** Answers are not kept apart for cases here. */
  endCase(): void {}

  /** The gateway was asked something. */
  noteUse(): void {
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
