import { createRequire } from 'node:module';
import type { Client as DriverClient } from 'pg';
import { processStatement } from '../../../src/platform/sql/prepared-statements/prepare-statements.ts';

// MikroORM may have its own copy of the driver.
const require = createRequire(createRequire(import.meta.url).resolve('@mikro-orm/postgresql'));
const { Client } = require('pg') as { Client: typeof DriverClient };

/** A statement sent to PostgreSQL: the text and the parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Captures statements in the database driver, except what a new connection asks about itself. Call `stop` at the end.
 * @param role connection string: captures only what its user sends to its database; left out: everything
 * @param replace gives the text that is sent in place of a captured one
 */
export function captureStatements(role?: string, replace?: (text: string) => string): { readonly statements: Statement[]; stop(): void } {
  const statements: Statement[] = [];
  const original = Client.prototype.query;
  const only = role === undefined ? undefined : new URL(role);
  const listening = function (this: DriverClient, ...given: unknown[]): unknown {
    const [first, second] = given;
    const config = typeof first === 'object' && first !== null ? (first as { text?: string; values?: unknown[] }) : undefined;
    const text = typeof first === 'string' ? first : (config?.text ?? '');
    const values = Array.isArray(second) ? second : (config?.values ?? []);
    if (text !== processStatement && (!only || (only.pathname === `/${this.database ?? ''}` && only.username === this.user))) {
      statements.push({ text, values });
      const sent = replace?.(text) ?? text;
      if (sent !== text) given[0] = config ? { ...config, text: sent } : sent;
    }
    return Reflect.apply(original, this, given);
  };
  Client.prototype.query = listening as typeof original;
  return {
    statements,
    stop: () => {
      if (Client.prototype.query === (listening as typeof original)) Client.prototype.query = original;
    },
  };
}
