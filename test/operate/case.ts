import type { Installation } from './installations.ts';
import type { Server, ServerOptions } from './server.ts';

/** The environment of a case. Everything that it starts is stopped at its end. */
export interface CaseContext {
  readonly installation: Installation;
  /** All installations on which cases run, lowest major first. */
  readonly installations: readonly Installation[];
  /** An empty directory that PostgreSQL's account can enter. It is deleted at the end. */
  readonly directory: string;
  /** The path of a program that `needs` names. */
  program(name: string): string;
  /** Starts a PostgreSQL server, of this installation unless another is given. */
  startServer(options?: ServerOptions & { readonly installation?: Installation }): Promise<Server>;
  /** Calls this at the end, the last one first, also if the case fails. */
  onEnd(close: () => Promise<unknown> | void): void;
  /** Prints a line of progress. */
  say(line: string): void;
}

/** One thing that an operator does. A file of `cases/` exports one as `operateCase`. */
export interface OperateCase {
  /** The fact that holds, as a sentence. */
  readonly title: string;
  /** Whether it runs on each installed major, or once on the newest that has what it needs. */
  readonly on: 'each' | 'newest';
  /** The programs that it needs: PostgreSQL's own, such as `pg_dump`, or others, such as `pgbouncer`. Without them it is skipped. */
  readonly needs?: readonly string[];
  /** @returns a remark for the report, such as a figure. @throws Error if the title does not hold */
  readonly run: (context: CaseContext) => Promise<string>;
}

/** @throws Error with the sentence, unless the condition holds */
export function assertThat(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}
