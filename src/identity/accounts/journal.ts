import { CompiledQuery } from 'kysely';
import { stageStatement } from '../../access-log/stage.ts';
import type { AccountAct } from '../../account-acts.ts';
import { PrivacyError } from '../../errors.ts';
import type { Policy } from '../../policy/policy.ts';
import { sql, type Database } from '../../sql.ts';
import type { Person } from './account.ts';
import { accountEntry, type ActBy } from './account-entry.ts';

/** Records in the access log what happens with accounts. */
export interface Journal {
  /**
   * Stages the entry of what a person did, in the transaction of `database` if there is one.
   * @throws PrivacyError LOG_UNAVAILABLE: then nothing may come of it
   */
  own(database: Database, act: AccountAct, person: Person, now: Date): Promise<void>;
  /** Stages the entry of what an operator did with a person's account, like that of what the person does. @throws PrivacyError LOG_UNAVAILABLE */
  administered(database: Database, act: AccountAct, person: Person, now: Date): Promise<void>;
  /**
   * Records a failure: by an entry for a known account, by a count for a stranger. Both store one row.
   * @throws PrivacyError LOG_UNAVAILABLE
   */
  failed(database: Database, act: AccountAct, person: Person | undefined, now: Date): Promise<void>;
}

/** @param policy its version stands in each entry */
export function openJournal(policy: Policy): Journal {
  const append = async (database: Database, ...[act, person, by, now]: [AccountAct, Person, ActBy, Date]): Promise<void> => {
    const { text, values } = stageStatement([accountEntry(act, person, by, policy, now)]);
    await database.executeQuery(CompiledQuery.raw(text, values));
  };
  return {
    own: (database, act, person, now) => orUnavailable(append(database, act, person, 'OWNER', now)),
    administered: (database, act, person, now) => orUnavailable(append(database, act, person, 'OPERATOR', now)),
    failed: (database, act, person, now) =>
      orUnavailable(person ? append(database, act, person, 'UNKNOWN', now) : countStranger(database, now)),
  };
}

async function countStranger(database: Database, now: Date): Promise<void> {
  await sql`
    insert into identity.stranger_failure as known (hour, failures) values (date_trunc('hour', ${now}::timestamptz), 1)
    on conflict (hour) do update set failures = known.failures + 1`.execute(database);
}

async function orUnavailable(work: Promise<void>): Promise<void> {
  await work.catch(() => {
    throw new PrivacyError('LOG_UNAVAILABLE');
  });
}
