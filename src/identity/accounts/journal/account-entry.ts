import type { Purpose, Role } from '../../../engine/register.ts';
import { hash, randomUUID } from 'node:crypto';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { makeEntry } from '../../../engine/make-entry.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import type { AccountAct } from './account-acts.ts';
import { canonicalForm } from '../../../log/encoding/canonical-form.ts';
import type { Entry, Header, Segments } from '../../../log/entry/entry.ts';
import { residentIdOf, type Person } from '../account.ts';

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
export function accountEntry(act: AccountAct, person: Person, by: ActBy, context: Recording, now: Date, client?: string): Entry {
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
export function recordEntry(act: AccountAct, residentId: string, byAccount: string | undefined, context: Recording, now: Date): Entry {
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
export function clientEntry({ act, client, partnerId, role, granted, isRefused }: ClientAct, context: Recording, now: Date): Entry {
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
