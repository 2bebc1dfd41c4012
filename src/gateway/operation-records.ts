import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import type { RelationshipColumns, Reader } from '../records/reader.ts';

/** The records as one operation reads and changes them. Only an operation that changes something forks MikroORM's manager. */
export class OperationRecords implements Reader {
  readonly now: Date;
  relationshipColumns: RelationshipColumns | undefined = undefined;
  readonly #orm: MikroORM;
  #forked: EntityManager | undefined;

  constructor(orm: MikroORM, now: Date) {
    this.#orm = orm;
    this.now = now;
  }

  get manager(): EntityManager {
    return (this.#forked ??= this.#orm.em.fork());
  }

  /** Read anew each time: inside a mutation's transaction it is that transaction's. */
  get database(): Kysely<unknown> {
    return (this.#forked ?? this.#orm.em).getKysely<unknown>();
  }
}
