import { CompiledQuery } from 'kysely';
import type { Calendar } from '../../platform/time/calendar.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { heldNames, heldTypes, heldValues, type AccessCondition, type HeldAccess } from '../../log/store/staging/access-condition.ts';
import type { Database } from '../../platform/sql/sql.ts';
import type { Spent } from './spent.ts';

/** One read to charge against a budget. */
export interface Reading {
  readonly principalId: string;
  readonly purpose: string;
  /** A clock hour of the municipality, with its offset: `2026-06-15T12-06:00`. */
  readonly hour: string;
  /** RFC 3339 full-date. */
  readonly day: string;
  readonly subjects: readonly string[];
  /** Whether to read the state of the budget even if there is nothing new to count. */
  readonly asked?: boolean;
  /**
   * The access that must be in force for a lasting count, which uses up its proof: a captured request, or a token that was withdrawn, must
   * not spend the budget of its principal. Undefined: no one in particular.
   */
  readonly held?: HeldAccess | undefined;
  readonly perHour: number;
  readonly perDay: number;
}

/** Counts the data subjects that principals are shown, over all instances. */
export interface ReadBudgets {
  /**
   * Counts a reading completely or not at all. If all its data subjects were counted in this hour already, it runs no statement
   * unless `asked` is set.
   * @param database a connection; if it is in a transaction, the count takes effect at the commit
   * @param lasting whether the count takes effect at once, so that this instance may remember it
   * @throws PrivacyError ACCESS_ENDED if the held access is not in force, or its proof was used before: nothing is counted
   * @throws any error of the database; the caller must then release nothing
   */
  spend(database: Database, reading: Reading, lasting: boolean): Promise<Spent>;
}

/** The settings of a count, with the time zone of its days. */
export interface Budgeting {
  readonly readBudgets: ReadBudgets;
  readonly calendar: Calendar;
}

/**
 * Makes the read budgets of one instance. All instances share the table of counts. Each remembers only its own counts.
 * @param condition whether access is in force
 */
export function createReadBudgets(condition: AccessCondition, counted: CountedSubjects = new CountedSubjects()): ReadBudgets {
  const statements = { spend, spendUnwritten: spendUnwrittenWhile(condition) };
  return {
    async spend(database, reading, lasting) {
      const { principalId, purpose, hour } = reading;
      const key = `${principalId} ${purpose}`;
      const known = counted.at(key, hour);
      const fresh = known ? reading.subjects.filter((id) => !known.subjects.has(id)) : reading.subjects;
      if (known && fresh.length === 0 && !reading.asked) return withNothingAdded(known.spent);
      const spent = await count(statements, database, reading, fresh.toSorted(), lasting);
      if (spent.within && lasting) counted.add(key, hour, fresh, spent);
      return spent;
    },
  };
}

function withNothingAdded({ within, hour, day }: Spent): Spent {
  return { within, hour: { ...hour, added: 0 }, day: { ...day, added: 0 } };
}

interface Counts {
  readonly used_in_hour: number;
  readonly used_in_day: number;
  readonly new_in_hour: number;
  readonly new_in_day: number;
  readonly within: boolean;
}

const spend = 'select * from access_log.spend($1, $2, $3, $4, $5, $6, $7)';
/**
 * A count of its own is made only while the access of its principal is in force; the function is called for the row that says so. It
 * does not wait for the disk. The answer's entry is committed after it, and waits until everything before it is
 * written too: an answer that has left was counted. The transaction of a change waits as a whole.
 */
const spendUnwrittenWhile = ({ predicate }: AccessCondition): string => `with asking as materialized (
    select $1::uuid as id from (values (${heldTypes.map((type, at) => `$${at + 8}::${type}`).join(', ')})) as held (${heldNames})
    where ${predicate})
  select spent.*, set_config('synchronous_commit', 'off', true)
  from asking cross join lateral access_log.spend(asking.id, $2, $3, $4, $5, $6, $7) as spent`;

async function count(
  statements: { readonly spend: string; readonly spendUnwritten: string },
  database: Database,
  reading: Reading,
  subjects: readonly string[],
  lasting: boolean,
): Promise<Spent> {
  const { principalId, purpose, hour, day, perHour, perDay, held } = reading;
  const values: unknown[] = [principalId, purpose, hour, day, `{${subjects.join(',')}}`, perHour, perDay];
  if (lasting) values.push(...heldValues(held));
  const { rows } = await database.executeQuery<Counts>(CompiledQuery.raw(lasting ? statements.spendUnwritten : statements.spend, values));
  if (!rows[0]) throw new PrivacyError('ACCESS_ENDED');
  const { used_in_hour, used_in_day, new_in_hour, new_in_day, within } = rows[0];
  return {
    within,
    hour: { used: used_in_hour, added: new_in_hour, limit: perHour },
    day: { used: used_in_day, added: new_in_day, limit: perDay },
    usesProof: lasting && held?.proof !== undefined,
  };
}

/** The remembered data subjects that one principal was shown for one purpose in one hour. */
export interface Counted {
  readonly hour: string;
  readonly subjects: Set<string>;
  /** The last count. Another instance may have counted more since. */
  spent: Spent;
}

/**
 * The data subjects that this instance has counted already, so that counting them again needs no statement. Its size is bounded.
 * It discards past hours when a new hour begins.
 */
export class CountedSubjects {
  readonly #most: number;
  readonly #counted = new Map<string, Counted>();
  #size = 0;

  constructor(most = 100_000) {
    this.#most = most;
  }

  /** The number of remembered data subjects. */
  get size(): number {
    return this.#size;
  }

  /** Returns the remembered data subjects of a principal and purpose in an hour. */
  at(key: string, hour: string): Counted | undefined {
    const known = this.#counted.get(key);
    return known?.hour === hour ? known : undefined;
  }

  add(key: string, hour: string, subjects: readonly string[], spent: Spent): void {
    let known = this.at(key, hour);
    if (!known) {
      for (const [old, counted] of this.#counted) if (counted.hour !== hour) this.#forget(old, counted);
      this.#counted.set(key, (known = { hour, subjects: new Set(), spent }));
    }
    const before = known.subjects.size;
    for (const id of subjects) known.subjects.add(id);
    this.#size += known.subjects.size - before;
    // Concurrent counts can return in another order.
    if (spent.day.used > known.spent.day.used) known.spent = spent;
    for (const [oldest, counted] of this.#counted) {
      if (this.#size <= this.#most) break;
      this.#forget(oldest, counted);
    }
  }

  #forget(key: string, counted: Counted): void {
    this.#counted.delete(key);
    this.#size -= counted.subjects.size;
  }
}
