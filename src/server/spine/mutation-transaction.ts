import type { EntityManager } from '@mikro-orm/postgresql';
import { commitWithEntry } from '../../log/store/staging/commit-with-entry.ts';
import type { AccessCondition, HeldAccess } from '../../log/store/staging/access-condition.ts';
import type { Entry } from '../../log/entry/entry.ts';
import { isConflict } from './retry-on-conflict.ts';
import type { OperationRecords } from './entry/operation-records.ts';

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

  /** @param condition whether access is in force */
  constructor(records: OperationRecords, condition: AccessCondition) {
    this.#records = records;
    this.#condition = condition;
  }

  /** Whether it was begun, and neither committed nor rolled back. */
  get isOpen(): boolean {
    return this.#state === 'OPEN';
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

  #close(work: () => Promise<void>): Promise<void> {
    this.#closing = work().catch((error: unknown) => {
      this.note([error]);
      throw error;
    });
    return this.#closing;
  }
}
