import type { Reader, RelationshipColumns } from '../../../engine/rows/reader.ts';
import type { CompiledQuery } from 'kysely';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Deadline } from '../../../platform/time/deadline.ts';
import type { Database } from '../../../platform/sql/sql.ts';
import type { TimeShare } from '../../fairness/time-shares.ts';
import { FairSemaphore } from '../../../platform/fairness/bounds.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { PlainReads, type ReadReplica } from '../document/plain-reads.ts';

/**
 * The records as one operation reads and changes them, until its deadline. Only an operation that changes something forks
 * MikroORM's manager.
 */
export class OperationRecords implements Reader {
  readonly now: Date;
  readonly today: string;
  readonly timeZone: string | undefined;
  readonly deadline: Deadline;
  relationshipColumns: RelationshipColumns | undefined = undefined;
  readonly #orm: MikroORM;
  #forked: EntityManager | undefined;
  readonly #replica: ReadReplica | undefined;
  readonly #share: StatementShare | undefined;
  #untilDeadline: Database | undefined;
  #plain: PlainReads | undefined;

  /** @param share without it, statements are not counted */
  constructor(
    orm: MikroORM,
    { now, today, timeZone }: Pick<Reader, 'now' | 'today' | 'timeZone'>,
    deadline: Deadline,
    replica?: ReadReplica,
    share?: StatementShare,
  ) {
    this.#share = share;
    this.#orm = orm;
    this.#replica = replica;
    this.now = now;
    this.today = today;
    this.timeZone = timeZone;
    this.deadline = deadline;
  }

  /** @throws PrivacyError REQUEST_OVERDUE once the request is over */
  get manager(): EntityManager {
    this.deadline.check();
    return (this.#forked ??= this.#orm.em.fork());
  }

  /**
   * Read again each time: inside a mutation's transaction it is that transaction's. Outside of one, plain reads may go to a replica.
   * @throws PrivacyError REQUEST_OVERDUE once the request is over
   */
  get database(): Database {
    this.deadline.check();
    if (this.#forked) return this.#forked.getKysely<unknown>();
    const primary = (this.#untilDeadline ??= untilDeadline(this.#orm, this.deadline, this.#share));
    if (!this.#replica) return primary;
    return (this.#plain ??= new PlainReads(this.#replica, primary));
  }

  /** Returns the connection to the replica, if there is one. */
  endPlainReads(): void {
    this.#plain?.close();
  }
}

/** Connections of the pool that one request uses at once. Operations with many reads must leave some to other requests. */
const connectionsPerRequest = 2;

/** Statements of one request before their time counts as its principal's use. Most requests have fewer. */
const statementsUncounted = 10;
/** How much of a statement's time counts: it waits as well, and PostgreSQL has more than one processor. */
const countedOfStatement = 0.5;

type StatementShare = Pick<TimeShare, 'charge' | 'isThrottled' | 'yield'>;

/** The pool's connections for one request. A statement that gets its connection after the deadline is not executed. */
function untilDeadline(orm: MikroORM, deadline: Deadline, share?: StatementShare): Database {
  const executor = orm.em.getKysely<unknown>().getExecutor();
  const connections = new FairSemaphore({ slots: connectionsPerRequest, waitingPerKey: Number.POSITIVE_INFINITY });
  let statements = 0;
  return {
    async executeQuery<Found>(statement: CompiledQuery<Found>) {
      const acquiring = connections.acquire('', deadline.left);
      if (acquiring !== 'ACQUIRED' && (await acquiring) !== 'ACQUIRED') throw new PrivacyError('REQUEST_OVERDUE');
      try {
        statements += 1;
        const counted = share && statements > statementsUncounted ? share : undefined;
        if (counted?.isThrottled) await counted.yield();
        const begun = performance.now();
        const result = await executor.provideConnection((connection) => {
          deadline.check();
          return connection.executeQuery<Found>(statement);
        });
        counted?.charge((performance.now() - begun) * countedOfStatement);
        return result;
      } finally {
        connections.release();
      }
    },
  };
}
