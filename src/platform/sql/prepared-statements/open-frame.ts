import type { Frame } from './framed-query.ts';

/** Ends a text that commits once its statement has succeeded. PostgreSQL alone would refuse such a text with parameters. */
export const andCommit = '; commit';

// Few texts commit. They are constants, so that their statements are found without being made again.
const statements = new Map<string, string>();
const mostStatements = 100;

/** The statement of a text, without what commits it. */
export function withoutCommit(text: string): string {
  if (!text.endsWith(andCommit)) return text;
  let statement = statements.get(text);
  if (statement === undefined) {
    if (statements.size >= mostStatements) statements.clear();
    statements.set(text, (statement = text.slice(0, -andCommit.length)));
  }
  return statement;
}

/**
 * The part of a connection's transaction that is not sent yet, or was sent already: `begin` waits for the statement that follows it, and
 * `commit` needs not be sent where a text has committed. A transaction without any statement is never begun.
 */
export class OpenFrame {
  #begins = false;
  #isCommitted = false;

  /** Whether a text is not to be sent, because it travels with another. */
  holds(text: unknown): boolean {
    if (text === 'begin') {
      this.forget();
      this.#begins = true;
      return true;
    }
    if (text !== 'commit' && text !== 'rollback') return false;
    const isHeld = this.#begins || (text === 'commit' && this.#isCommitted);
    this.forget();
    return isHeld;
  }

  /** Takes what travels with a text; undefined: nothing. */
  take(text: unknown): Frame | undefined {
    const begins = this.#begins;
    this.forget();
    const commits = typeof text === 'string' && text.endsWith(andCommit);
    return begins || commits ? { begins, commits } : undefined;
  }

  /** Notes that a text has succeeded with all that travelled with it. */
  end({ commits }: Frame): void {
    this.#isCommitted = commits;
  }

  forget(): void {
    this.#begins = false;
    this.#isCommitted = false;
  }
}
