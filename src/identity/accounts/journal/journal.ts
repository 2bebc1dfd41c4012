import { stageEntry } from '../../../log/store/staging/stage-entry.ts';
import type { AccountAct } from './account-acts.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { sql, type Database } from '../../../platform/sql/sql.ts';
import type { Entry } from '../../../log/entry/entry.ts';
import type { Person } from '../account.ts';
import { accountEntry, clientEntry, recordEntry, type ActBy, type ClientAct } from './account-entry.ts';
import type { EndingAct, PlainAct } from '../ending/ended-by.ts';

/** Records in the access log what happens with accounts and tokens. */
export interface Journal {
  /**
   * Stages the entry of what a person did, in the transaction of `database` if there is one.
   * @param client the app that it was done with
   * @throws PrivacyError LOG_UNAVAILABLE: then nothing may come of it
   */
  own(database: Database, act: PlainAct, person: Person, now: Date, client?: string): Promise<void>;
  /** Stages the entry of an operator’s act that ends nothing, like that of what the person does. @throws PrivacyError LOG_UNAVAILABLE */
  administered(database: Database, act: PlainAct, person: Person, now: Date): Promise<void>;
  /** Stages the entry of an act that ends what opened the account before it: `endBefore` alone does. @throws PrivacyError LOG_UNAVAILABLE */
  ended(database: Database, act: EndingAct, person: Person, by: ActBy, now: Date): Promise<void>;
  /**
   * Records a failure: by an entry for a known account, by a count for a stranger. Both store one row, and both have a leaf in the tree of
   * the log: its size must not tell who has an account.
   * @throws PrivacyError LOG_UNAVAILABLE
   */
  failed(database: Database, act: AccountAct, person: Person | undefined, now: Date, client?: string): Promise<void>;
  /** Stages the entry of the claim of a record by an account. @throws PrivacyError LOG_UNAVAILABLE: then nothing may come of it */
  claimed(database: Database, account: Person, residentId: string, now: Date): Promise<void>;
  /** Stages the entry of what the link of a mail did with a record. @throws PrivacyError LOG_UNAVAILABLE: then nothing may come of it */
  byMail(database: Database, act: 'contest-claim' | 'prove-contact', residentId: string, now: Date): Promise<void>;
  /** Stages the entry of what a partner’s client did. @throws PrivacyError LOG_UNAVAILABLE: then nothing may come of it */
  ofClient(database: Database, done: ClientAct, now: Date): Promise<void>;
}

/**
 * @param policy each entry has its version
 * @param calendar on whose days statements and authorities change
 */
export function openJournal(policy: Policy, { dayOf }: Calendar): Journal {
  const context = { policy, dayOf };
  const stage = (database: Database, entry: Entry): Promise<void> => orUnavailable(stageEntry(database, entry));
  return {
    own: (database, act, person, now, client) => stage(database, accountEntry(act, person, 'OWNER', context, now, client)),
    administered: (database, act, person, now) => stage(database, accountEntry(act, person, 'OPERATOR', context, now)),
    ended: (database, act, person, by, now) => stage(database, accountEntry(act, person, by, context, now)),
    failed: (database, act, person, now, client) =>
      person ? stage(database, accountEntry(act, person, 'UNKNOWN', context, now, client)) : orUnavailable(countStranger(database, now)),
    claimed: (database, { accountId, employeeId }, residentId, now) =>
      stage(database, recordEntry('claim-record', residentId, employeeId ?? accountId, context, now)),
    byMail: (database, act, residentId, now) => stage(database, recordEntry(act, residentId, undefined, context, now)),
    ofClient: (database, done, now) => stage(database, clientEntry(done, context, now)),
  };
}

async function countStranger(database: Database, now: Date): Promise<void> {
  await sql`
    insert into identity.stranger_failure as known (hour, failures)
    select date_trunc('hour', ${now}::timestamptz), 1 from nextval('access_log.decoy')
    on conflict (hour) do update set failures = known.failures + 1`.execute(database);
}

async function orUnavailable(work: Promise<void>): Promise<void> {
  await work.catch((cause: unknown) => {
    throw Object.assign(new PrivacyError('LOG_UNAVAILABLE'), { cause });
  });
}
