import { stageEntry } from '../../../log/store/staging/stage.ts';
import type { AccountAct } from './account-acts.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { sql, type Database } from '../../../platform/sql/sql.ts';
import type { Entry, Header, Segments } from '../../../log/entry/entry.ts';
import { type Person, residentIdOf } from '../account.ts';
import type { EndingAct, PlainAct } from '../ending/ended-by.ts';
import type { Purpose, Role } from '../../../engine/register.ts';
import { hash, randomUUID } from 'node:crypto';
import { makeEntry } from '../../../engine/make-entry.ts';
import { canonicalForm } from '../../../log/encoding/canonical-form.ts';

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

/** The policy in force, and the days of the municipality. */
interface Recording extends Pick<Calendar, 'dayOf'> {
  readonly policy: Policy;
}

/** The actor of an account's event: its owner, an operator by a command, or an unknown person, such as after a failed sign-in. */
export type ActBy = 'OWNER' | 'OPERATOR' | 'UNKNOWN';

/**
 * Makes the entry of what happened with an account. Its data subjects are the person as a resident and as an employee; no values, no
 * mail address and no network address are in it.
 * @param by who did it. An operator has an account of the operating system only, and is not on record
 * @param client the app that it happened with
 */
function accountEntry(act: AccountAct, person: Person, by: ActBy, context: Recording, now: Date, client?: string): Entry {
  const ids = [residentIdOf(person), person.employeeId ?? undefined].filter((id) => id !== undefined);
  const outcome = outcomeOf(by === 'UNKNOWN');
  return entryOf(
    { role: 'ACCOUNT', purpose: null, operationHash: hash('sha256', act), rootFields: named(act, client), outcome },
    [
      { kind: 'principal', id: by === 'OWNER' ? ids[0]! : null },
      { kind: 'case', case: null, authority: null },
      ...ids.map((id) => ({ kind: 'subject', id, relationship: by === 'OWNER' ? 'SELF' : 'NONE', released: [], withheld: [] }) as const),
    ],
    context,
    now,
  );
}

/**
 * Makes the entry of what happened with a record from outside: the person sees it next to the reads of others. A claim is of an account that was
 * not the person's until then, so it is not an act of the person.
 * @param byAccount the account that claims it; undefined: the link of a mail did it
 */
function recordEntry(act: AccountAct, residentId: string, byAccount: string | undefined, context: Recording, now: Date): Entry {
  return entryOf(
    { role: 'ACCOUNT', purpose: null, operationHash: hash('sha256', act), rootFields: [act], outcome: 'ANSWERED' },
    [
      { kind: 'principal', id: byAccount ?? null },
      { kind: 'case', case: null, authority: null },
      { kind: 'subject', id: residentId, relationship: 'NONE', released: [], withheld: [] },
    ],
    context,
    now,
  );
}

/** The token events of a partner’s client. */
export interface ClientAct {
  readonly act: AccountAct;
  /** The id of its registration. */
  readonly client: string;
  readonly partnerId: string;
  readonly role: Role;
  /** The granted authorization detail; undefined: nothing was granted. */
  readonly granted: { readonly mandate: string; readonly purpose: Purpose; readonly details: unknown } | undefined;
  readonly isRefused: boolean;
}

/** Makes the entry of what a partner’s client did. Of the details that were granted (RFC 9396) it has the SHA-256 digest of their RFC 8785 form:
 * they can name people. */
function clientEntry({ act, client, partnerId, role, granted, isRefused }: ClientAct, context: Recording, now: Date): Entry {
  return entryOf(
    {
      role,
      purpose: granted?.purpose ?? null,
      operationHash: hash('sha256', granted ? canonicalForm(granted.details) : act),
      rootFields: named(act, client),
      outcome: outcomeOf(isRefused),
    },
    [
      { kind: 'principal', id: partnerId },
      { kind: 'case', case: null, authority: granted?.mandate ?? null },
    ],
    context,
    now,
  );
}

type Own = Pick<Header, 'role' | 'purpose' | 'operationHash' | 'rootFields' | 'outcome'>;

function entryOf(own: Own, segments: Segments, { policy, dayOf }: Recording, now: Date): Entry {
  return makeEntry(policy, { now, today: dayOf(now) }, { ...own, id: randomUUID(), operationType: 'account', inputs: [] }, segments);
}

function named(act: AccountAct, client: string | undefined): readonly string[] {
  return client === undefined ? [act] : [act, client];
}

function outcomeOf(isRefused: boolean): Header['outcome'] {
  return isRefused ? 'REFUSED' : 'ANSWERED';
}
