import type { EntityManager } from '@mikro-orm/postgresql';
import { commitWithEntry } from '../../log/store/staging/stage.ts';
import type { AccessCondition, HeldAccess } from '../../log/store/staging/access-condition.ts';
import type { Entry } from '../../log/entry/entry.ts';
import type { OperationRecords } from './entry/operation-records.ts';
import { causeOf } from '../../platform/errors/error-cause.ts';

type State = 'NOT_BEGUN' | 'OPEN' | 'COMMITTED' | 'ROLLED_BACK';

/**
 * The transaction of one operation. A query never begins it. A mutation's change and its access entry are committed
 * together, or neither is.
 */
export class MutationTransaction {
  readonly #records: OperationRecords;
  readonly #condition: AccessCondition;
  #manager: EntityManager | undefined;
  #lasts = 0;
  #state: State = 'NOT_BEGUN';
  #closing: Promise<void> | undefined;
  #lost = false;
  #isAbandoned = false;

  /** @param condition whether access is in force */
  constructor(records: OperationRecords, condition: AccessCondition) {
    this.#records = records;
    this.#condition = condition;
  }

  /** Whether it was begun, and neither committed, rolled back nor abandoned. */
  get isOpen(): boolean {
    return this.#state === 'OPEN' && !this.#isAbandoned;
  }

  /** Whether PostgreSQL undid it because of a conflict with another transaction, so that it may succeed if it is made again. */
  get isLost(): boolean {
    return this.#lost;
  }

  /** Notes the errors of its statements. */
  note(errors: readonly unknown[]): void {
    if (this.isOpen && errors.some(isConflict)) this.#lost = true;
  }

  /** @throws whatever the database does; PrivacyError REQUEST_OVERDUE */
  async begin(): Promise<void> {
    this.#manager = this.#records.manager;
    await this.#manager.begin();
    this.#lasts = this.#records.deadline.left;
    this.#state = 'OPEN';
    this.#records.deadline.check();
  }

  /**
   * Commits the change with its entry.
   * @throws PrivacyError ACCESS_ENDED if the held access is not in force, REQUEST_OVERDUE, or whatever the database does: then
   *   the caller must release nothing, and `end` rolls back
   */
  commit(entry: Entry | undefined, held: HeldAccess): Promise<void> {
    return this.#close(async () => {
      const { database, manager } = this.#records;
      if (entry) await commitWithEntry(this.#condition, database, entry, held, this.#lasts);
      // Where it is committed already, this gives the connection back.
      await manager.commit();
      this.#state = 'COMMITTED';
    });
  }

  /** @throws whatever the database does */
  rollBack(): Promise<void> {
    return this.#close(async () => {
      await this.#manager?.rollback();
      this.#state = 'ROLLED_BACK';
    });
  }

  /** Rolls back if it is still open once a commit or rollback under way has ended. It never rejects. */
  async end(): Promise<void> {
    await this.#closing?.catch(() => undefined);
    if (this.isOpen) await this.rollBack().catch(() => undefined);
  }

  /** Rolls back once its work has ended: a statement of it must not be executed outside of it. */
  abandon(work: Promise<unknown>): void {
    this.#isAbandoned = true;
    const end = async (): Promise<void> => {
      if (this.#state === 'OPEN') await this.rollBack();
    };
    work.then(end, end).catch(() => undefined);
  }

  #close(work: () => Promise<void>): Promise<void> {
    this.#closing = work().catch((error: unknown) => {
      this.note([error]);
      throw error;
    });
    return this.#closing;
  }
}

/**
 * SQLSTATEs after which PostgreSQL has undone the whole transaction, which may succeed if it is made again: serialization_failure,
 * deadlock_detected, unique_violation (a number that another case has, or a row that another change added meanwhile), and a refused
 * name of a prepared statement (platform/sql/prepared-statements/prepare-statements.ts).
 */
const conflicts: ReadonlySet<string> = new Set(['40001', '40P01', '23505', '26000', '42P05']);
/** The most times that a change is made. */
const mostAttempts = 4;
/** Milliseconds before the second attempt, at most. Each further pause may be longer by as much. */
const longestPause = 40;

/** Thrown where a change was undone because of a conflict, and nothing of it was logged. */
export class ConflictLost extends Error {}

/** Whether PostgreSQL undid a transaction that may succeed if it is made again. */
export function isConflict(error: unknown): boolean {
  return conflicts.has(causeOf(error));
}

/**
 * Tries again while an attempt throws ConflictLost.
 * @param attempt told whether it is the last one, which throws none
 * @throws any other error of an attempt, at once
 */
export async function retryOnConflict<Result>(attempt: (isLast: boolean) => Promise<Result>): Promise<Result> {
  for (let made = 1; ; made += 1) {
    try {
      return await attempt(made === mostAttempts);
    } catch (error) {
      if (!(error instanceof ConflictLost)) throw error;
    }
    // Different for each, so that two changes do not meet again.
    await new Promise((done) => setTimeout(done, Math.random() * longestPause * made));
  }
}
