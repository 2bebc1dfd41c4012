import { createRequire } from 'node:module';
import type { Client as DriverClient } from 'pg';

// MikroORM can have a copy of the driver of its own, beside ours.
const require = createRequire(createRequire(import.meta.url).resolve('@mikro-orm/postgresql'));
const { Client } = require('pg') as { Client: typeof DriverClient };

/** What went to PostgreSQL: the text of each statement, and its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Listens at the driver. Call `stop` in the end.
 * @param account connection string: only what goes to its database from its user; left out: everything
 */
export function captureStatements(account?: string): { readonly statements: Statement[]; stop(): void } {
  const statements: Statement[] = [];
  const original = Client.prototype.query;
  const only = account === undefined ? undefined : new URL(account);
  const listening = function (this: DriverClient, ...given: unknown[]): unknown {
    const [first, second] = given;
    const config = typeof first === 'object' && first !== null ? (first as { text?: string; values?: unknown[] }) : undefined;
    const text = typeof first === 'string' ? first : (config?.text ?? '');
    const values = Array.isArray(second) ? second : (config?.values ?? []);
    if (!only || (only.pathname === `/${this.database ?? ''}` && only.username === this.user)) statements.push({ text, values });
    return Reflect.apply(original, this, given);
  };
  Client.prototype.query = listening as typeof original;
  return {
    statements,
    stop: () => {
      Client.prototype.query = original;
    },
  };
}
