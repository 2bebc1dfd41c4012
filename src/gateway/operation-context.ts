import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import type { Principal } from '../authentication/principal.ts';
import type { RequestContext } from '../context.ts';
import type { Plan } from '../enforcement/plan.ts';
import { Sightings } from '../enforcement/sightings.ts';
import type { Ties } from '../enforcement/ties.ts';
import { statementOn } from '../policy/statements.ts';
import type { Declaration } from '../purpose/declaration.ts';
import { Loaders } from '../records/loaders.ts';
import { dayOf, type Along, type Reader } from '../records/reader.ts';
import { logTree } from './log-tree.ts';
import type { Parts } from './parts.ts';

/** The part of a request's context that is made before anything is known of its operation. */
export class OperationContext implements RequestContext {
  readonly principal: Principal;
  readonly now: Date;
  readonly reader: Reader;
  readonly loaders = new Loaders();
  readonly cursors: RequestContext['cursors'];
  readonly pseudonyms: RequestContext['pseudonyms'];
  readonly newId: RequestContext['newId'];
  readonly words: RequestContext['words'];
  readonly logTree = logTree;
  readonly statementAt = publishedAt;
  declaration: Declaration | undefined = undefined;
  plan: Plan | undefined = undefined;
  ties: Ties | undefined = undefined;
  sightings = new Sightings();
  readonly #records: OperationRecords;

  constructor({ orm, cursors, pseudonyms, newId, words }: Parts, principal: Principal, now: Date) {
    this.principal = principal;
    this.now = now;
    this.#records = new OperationRecords(orm, now);
    this.reader = this.#records;
    this.cursors = cursors;
    this.pseudonyms = pseudonyms;
    this.newId = newId;
    this.words = words;
  }

  get records(): EntityManager {
    return this.#records.manager;
  }
}

const publishedAt: RequestContext['statementAt'] = (instant) => statementOn(dayOf(instant));

/** An operation's way to the records; only what changes something needs MikroORM's own. */
class OperationRecords implements Reader {
  readonly now: Date;
  along: Along | undefined = undefined;
  readonly #orm: MikroORM;
  #forked: EntityManager | undefined;

  constructor(orm: MikroORM, now: Date) {
    this.#orm = orm;
    this.now = now;
  }

  get manager(): EntityManager {
    return (this.#forked ??= this.#orm.em.fork());
  }

  /** Asked anew at each read: inside a mutation's transaction it is that transaction's. */
  get database(): Kysely<unknown> {
    return (this.#forked ?? this.#orm.em).getKysely<unknown>();
  }
}
