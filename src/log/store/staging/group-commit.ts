import { Pool, type PoolClient, type ClientBase } from 'pg';
import { connectionOptions } from '../../../platform/settings/connection-options.ts';
import { prepareStatements } from '../../../platform/sql/prepared-statements/prepare-statements.ts';
import type { Deadline } from '../../../platform/time/deadline.ts';
import { usualDeadlines, type Deadlines } from '../../../platform/settings/config.ts';
import { closing, endOverdue } from '../../../platform/sql/end-overdue.ts';
import { isInTime } from '../../../platform/time/is-in-time.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { inForceStatement, type AccessCondition, type HeldAccess } from './access-condition.ts';
import type { Entry } from '../../entry/entry.ts';
import type { MakeReceipts } from '../publication/make-receipts.ts';
import type { Receipt } from '../../proofs/receipt.ts';
import { stageInTimeStatement, type Staging } from './stage.ts';

/** Appends the entries of reads, outside of any other transaction. */
export interface GroupCommit {
  /**
   * Resolves once the entry is committed. If it fails for any reason, the caller must release nothing. An unknown
   * outcome counts as a failure: the log may over-report, never under-report.
   * @param deadline an entry that still waits then is dropped
   * @param held the access that must be in force; undefined: the entry is stored in any case
   * @throws PrivacyError REQUEST_OVERDUE, OVERLOADED, ACCESS_ENDED: the entry was not stored
   */
  append(entry: Entry, deadline?: Deadline, held?: HeldAccess): Promise<Receipt>;
  /** Whether the last commit failed, and how long ago that was, in milliseconds; undefined if it succeeded. */
  failedFor(): number | undefined;
  /** How many entries wait for a commit. */
  waiting(): number;
  stop(): Promise<void>;
}

interface Waiting extends Staging {
  readonly deadline: Deadline | undefined;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: unknown) => void;
}

/** The most entries that share a commit. */
const largestGroup = 128;
/** The most entries that wait for a commit. */
const mostWaiting = 4_096;

/**
 * Opens the gateway's connection to the log. A single entry is committed at once; entries that arrive during a commit
 * share the next one.
 * @param url for the database role that may only insert into the log and read it
 * @param condition whether access is in force
 * @param report called when an idle connection breaks
 */
export function openGroupCommit(
  url: string,
  makeReceipts: MakeReceipts,
  condition: AccessCondition,
  report: (error: unknown) => void,
  { connect, request }: Pick<Deadlines, 'connect' | 'request'> = usualDeadlines,
): GroupCommit {
  const pool = new Pool({ ...connectionOptions(url), max: 1, connectionTimeoutMillis: connect });
  const clocks = new WeakMap<PoolClient, ServerClock>();
  const storedTemplates = new StoredTemplates();
  pool.on('error', report);
  prepareStatements(pool);
  endOverdue(pool, request);
  let waiting: Waiting[] = [];
  let isWorking = false;
  let worked = Promise.resolve();
  let failed: number | undefined;

  const commit = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const receipts = makeReceipts(group.map(({ entry }) => entry));
      const refusals = await stage(group);
      failed = undefined;
      group.forEach((one, at) => {
        const refusal = refusals.get(one);
        if (refusal) one.reject(refusal);
        else one.resolve(receipts[at]!);
      });
    } catch (error) {
      failed = performance.now();
      // One bad entry must not fail the others. But if the outcome is unknown, a retry could store an entry twice.
      if (group.length > 1 && isNotStored(error)) for (const one of group) await commit([one]);
      else for (const { reject } of group) reject(error);
    }
  };

  /**
   * Stores entries in one transaction. A PostgreSQL that was stopped executes the received statements once it resumes, even if its
   * client has closed the connection; it stores no entry whose time is over.
   * @returns the entries that were not stored, each with its error
   */
  const stage = async (group: readonly Waiting[]): Promise<ReadonlyMap<Waiting, PrivacyError>> => {
    const client = await pool.connect();
    let broken: unknown;
    try {
      const clock = clocks.get(client) ?? (await readServerClock(client));
      clocks.set(client, clock);
      const until = ({ deadline }: Waiting): number => clock.after(Math.min(request, deadline?.left ?? request));
      const lasting = group.toSorted(byProof).map((one) => ({ entry: one.entry, held: one.held, until: until(one) }));
      const { text, values, remember } = stageInTimeStatement(condition, lasting, storedTemplates.of(client, performance.now()));
      const { rows } = await client.query<{ id: string }>(text, values);
      if (rows.length === group.length) {
        remember();
        return new Map();
      }
      const refusals = await refusalsOf(condition, client, group, new Set(rows.map(({ id }) => id)));
      // PostgreSQL's clock may have been set. The next connection reads it again.
      broken = [...refusals.values()].find(({ code }) => code === 'REQUEST_OVERDUE');
      return refusals;
    } catch (error) {
      broken = error;
      throw error;
    } finally {
      client.release(isNotStored(broken) ? undefined : (broken as Error | undefined));
    }
  };

  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting.slice(0, largestGroup);
      waiting = waiting.slice(largestGroup);
      const inTime = group.filter((one) => !dropIfOver(one));
      if (inTime.length > 0) await commit(inTime);
    }
    isWorking = false;
  };
  const begin = (): void => {
    if (isWorking) return;
    // Before it begins: it ends at once where all that waits is dropped.
    isWorking = true;
    worked = work();
  };

  return {
    append: (entry, deadline, held) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= mostWaiting) return reject(new PrivacyError('OVERLOADED'));
        waiting.push({ entry, deadline, held, resolve, reject });
        begin();
      }),
    failedFor: () => failed && performance.now() - failed,
    waiting: () => waiting.length,
    stop: async () => {
      await isInTime(worked, closing);
      await pool.end();
    },
  };
}

/** Two instances that are given the same proofs at once use them up in the same order, and so do not wait for each other in a circle. */
function byProof({ held: one }: Waiting, { held: other }: Waiting): number {
  return one?.proof && other?.proof ? Buffer.compare(one.proof.digest, other.proof.digest) : Number(!one?.proof) - Number(!other?.proof);
}

function dropIfOver({ deadline, reject }: Waiting): boolean {
  if (!deadline?.isOver) return false;
  reject(new PrivacyError('REQUEST_OVERDUE'));
  return true;
}

/** Finds out why entries were not stored: the access of the principal has ended, or else the time was over. */
async function refusalsOf(
  condition: AccessCondition,
  client: PoolClient,
  group: readonly Waiting[],
  stored: ReadonlySet<string>,
): Promise<ReadonlyMap<Waiting, PrivacyError>> {
  const refusals = new Map<Waiting, PrivacyError>();
  for (const one of group) {
    if (stored.has(one.entry.header.id)) continue;
    const { held, deadline } = one;
    const { text, values } = inForceStatement(condition, held && { ...held, proof: undefined });
    const { rows } = await client.query<{ inForce: boolean }>(text, values);
    const isOverdue = rows[0]?.inForce === true && (!held?.proof || deadline?.isOver);
    refusals.set(one, new PrivacyError(isOverdue ? 'REQUEST_OVERDUE' : 'ACCESS_ENDED'));
  }
  return refusals;
}

// PostgreSQL's error classes after which certainly nothing was stored: bad value, constraint, privilege, syntax.
// Not 08 (connection), 53 (resources, such as a full disk), 57 (shutdown), 58 (system error) and XX (internal error).
function isNotStored(error: unknown): boolean {
  return /^(22|23|25|40|42|44|P0)[0-9A-Z]{3}$/.test((error as { code?: string } | undefined)?.code ?? '');
}

/**
 * Milliseconds for which a stored template is remembered. A failover can lose the newest changes without ending a connection to a pooler. A
 * template that is stored again makes the entries whole that refer to it.
 */
const lifetime = 60_000;

/** The ids of the templates that each connection has stored lately. */
export class StoredTemplates {
  readonly #known = new WeakMap<object, { readonly ids: Set<string>; readonly until: number }>();

  /** @param now milliseconds of a clock that is never set */
  of(connection: object, now: number): Set<string> {
    const known = this.#known.get(connection);
    if (known && now < known.until) return known.ids;
    const ids = new Set<string>();
    this.#known.set(connection, { ids, until: now + lifetime });
    return ids;
  }
}

/** PostgreSQL's clock, as this process knows it. */
export interface ServerClock {
  /** PostgreSQL's time in that many milliseconds, in POSIX milliseconds. May lag by one network trip; never runs ahead. */
  after(milliseconds: number): number;
}

/**
 * Reads PostgreSQL's clock on a new connection. It is compared with a clock of this process that is never set. If PostgreSQL's
 * clock is set, statements can come too late in its opinion; the next connection then knows its new time.
 */
async function readServerClock(client: ClientBase): Promise<ServerClock> {
  const { rows } = await client.query<{ time: number }>('select (extract(epoch from clock_timestamp()) * 1000)::float8 as time');
  const offset = rows[0]!.time - performance.now();
  return { after: (milliseconds) => performance.now() + offset + milliseconds };
}
