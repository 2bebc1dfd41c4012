import { Pool } from 'pg';
import { connectionOptions } from '../connection-options.ts';
import { prepareStatements } from '../prepared-statements/prepare-statements.ts';
import type { Entry } from '../transparency-log/entry.ts';
import type { MakeReceipts } from './make-receipts.ts';
import type { Receipt } from '../transparency-log/receipt.ts';
import { stageStatement } from './stage.ts';

/** Appends the entries of reads, outside of any other transaction. */
export interface GroupCommit {
  /**
   * Resolves once the entry is committed. If it fails, for whatever reason, the caller must release nothing. An unknown
   * outcome counts as a failure: the log may over-report, never under-report.
   */
  append(entry: Entry): Promise<Receipt>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly entry: Entry;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: unknown) => void;
}

/** The most entries that share a commit. */
const largestGroup = 128;

/**
 * Opens the gateway's connection to the log. A single entry is committed at once; entries that arrive during a commit
 * share the next one.
 * @param url for the database role that may only insert into the log and read it
 * @param report called when an idle connection breaks
 */
export function openGroupCommit(url: string, makeReceipts: MakeReceipts, report: (error: unknown) => void): GroupCommit {
  const pool = new Pool({ ...connectionOptions(url), max: 1 });
  pool.on('error', report);
  prepareStatements(pool);
  let waiting: Waiting[] = [];
  let working: Promise<void> | undefined;

  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting.slice(0, largestGroup);
      waiting = waiting.slice(largestGroup);
      await commit(pool, makeReceipts, group);
    }
    working = undefined;
  };

  return {
    append: (entry) =>
      new Promise((resolve, reject) => {
        waiting.push({ entry, resolve, reject });
        working ??= work();
      }),
    stop: async () => {
      await working;
      await pool.end();
    },
  };
}

async function commit(pool: Pool, makeReceipts: MakeReceipts, group: readonly Waiting[]): Promise<void> {
  try {
    const entries = group.map(({ entry }) => entry);
    const receipts = makeReceipts(entries);
    const { text, values } = stageStatement(entries);
    await pool.query(text, values);
    group.forEach(({ resolve }, at) => resolve(receipts[at]!));
  } catch (error) {
    // One bad entry must not fail the others. But if the outcome is unknown, a retry could store an entry twice.
    if (group.length > 1 && isNotStored(error)) for (const one of group) await commit(pool, makeReceipts, [one]);
    else for (const { reject } of group) reject(error);
  }
}

// PostgreSQL's error classes after which certainly nothing was stored: bad value, constraint, privilege, syntax.
// Not 08 (connection), 53 (resources, such as a full disk), 57 (shutdown), 58 (system error) and XX (internal error).
function isNotStored(error: unknown): boolean {
  return /^(22|23|25|40|42|44|P0)[0-9A-Z]{3}$/.test((error as { code?: string }).code ?? '');
}
