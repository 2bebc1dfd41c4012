import { Pool } from 'pg';
import type { Entry } from '../transparency-log/entry.ts';
import type { MakeReceipts } from './make-receipts.ts';
import type { Receipt } from '../transparency-log/receipt.ts';
import { stageStatement } from './stage.ts';

/** Appends entries outside of transactions (stage 7). */
export interface GroupCommit {
  /**
   * Resolves once the entry is committed. Whatever makes it fail, the caller must release nothing: an
   * unknown outcome is a failure too, so the log may over-report, never under-report.
   */
  append(entry: Entry): Promise<Receipt>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly entry: Entry;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: unknown) => void;
}

/** Entries that share a commit at most. */
const largestGroup = 128;

/**
 * Opens the gateway's appends. An entry that comes alone is committed at once; those that come while a
 * commit is under way share the next one.
 * @param url of the database role that may insert into the log and read it, and no more
 * @param report is told of a connection that broke while it was idle
 */
export function openGroupCommit(url: string, makeReceipts: MakeReceipts, report: (error: unknown) => void): GroupCommit {
  const pool = new Pool({ connectionString: url, max: 1 });
  pool.on('error', report);
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
    await pool.query({ name: `stage-${group.length}`, text, values });
    group.forEach(({ resolve }, at) => resolve(receipts[at]!));
  } catch (error) {
    // One bad entry must not take the others with it. But where the outcome is unknown, a second try could double an entry.
    if (group.length > 1 && isUndone(error)) for (const one of group) await commit(pool, makeReceipts, [one]);
    else for (const { reject } of group) reject(error);
  }
}

// PostgreSQL's classes after which nothing was stored for certain: a bad value, a constraint, a right, a syntax.
// Not 08 (connection), 53 (resources, a full disk), 57 (shut down), 58 and XX (broken).
function isUndone(error: unknown): boolean {
  return /^(22|23|25|40|42|44|P0)[0-9A-Z]{3}$/.test((error as { code?: string }).code ?? '');
}
