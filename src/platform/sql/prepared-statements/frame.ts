import type { Connection, QueryResult } from 'pg';
import { DescribedQuery, type Descriptions, type NamedStatement, type Row } from './described-query.ts';

/** The commands that PostgreSQL runs in the same round trip as a statement. */
export interface Frame {
  /** It begins a transaction before the statement. */
  readonly begins: boolean;
  /** It commits after the statement, if that succeeds. */
  readonly commits: boolean;
}

/** The part of the driver's connection that sends messages of the extended protocol. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  readonly submittedNamedStatements: Record<string, string>;
  parse(message: { readonly text: string }): void;
  bind(): void;
  execute(message?: unknown): void;
}

/**
 * A statement that travels with the beginning or the end of its transaction. All of it is followed by one Sync (PostgreSQL: Message Flow,
 * Pipelining): after an error PostgreSQL skips what is left. So a statement whose transaction did not begin is not executed, and nothing
 * is committed after a statement that failed.
 */
export class FramedQuery extends DescribedQuery {
  readonly #frame: Frame;
  readonly #statementName: string | undefined;
  #ended: 'NOTHING' | 'BEGIN' | 'STATEMENT' | 'COMMIT' | 'ROLLBACK' = 'NOTHING';

  /** @param settle called once: with the result only if the frame was kept as well */
  constructor(statement: NamedStatement, known: Descriptions, frame: Frame, settle: (error: unknown, result?: QueryResult<Row>) => void) {
    super(statement, known, settle);
    this.#frame = frame;
    this.#statementName = statement.name;
  }

  override submit(connection: Connection): Error | null {
    const wire = connection as unknown as Wire;
    wire.stream.cork();
    try {
      if (this.#frame.begins) send(wire, 'begin');
      const error = super.submit(connection);
      // PostgreSQL says that it has parsed `begin` before it has parsed the statement.
      if (this.#frame.begins) this.name = undefined;
      return error;
    } finally {
      wire.stream.uncork();
    }
  }

  protected override sending(connection: Connection): Connection {
    return this.#frame.commits ? committing(connection) : connection;
  }

  override handleCommandComplete(message: { readonly text: string }, connection: Connection): void {
    if (this.#frame.begins && this.#ended === 'NOTHING') {
      this.#ended = 'BEGIN';
      this.name = this.#statementName;
    } else if (this.#ended === 'STATEMENT') {
      this.#ended = message.text === 'COMMIT' ? 'COMMIT' : 'ROLLBACK';
    } else {
      this.#ended = 'STATEMENT';
      super.handleCommandComplete(message, connection);
    }
  }

  override handleReadyForQuery(connection: Connection): void {
    // PostgreSQL answers a commit of a failed transaction with its rollback, which is no error.
    if (this.#frame.commits && this.#ended !== 'COMMIT') this.handleError(new Error('The transaction was not committed.'), connection);
    else super.handleReadyForQuery(connection);
  }

  override handleError(error: Error, connection: Connection): void {
    if (this.#statementName !== undefined) delete (connection as unknown as Wire).submittedNamedStatements[this.#statementName];
    super.handleError(error, connection);
  }
}

/** The connection with a commit after what is executed. A statement whose parameters can't be sent is not executed, nor committed. */
function committing(connection: Connection): Connection {
  const wire = connection as unknown as Wire;
  const execute = (message: unknown): void => {
    wire.execute(message);
    send(wire, 'commit');
  };
  return Object.create(connection, { execute: { value: execute } }) as Connection;
}

function send(wire: Wire, text: string): void {
  wire.parse({ text });
  wire.bind();
  wire.execute();
}

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
