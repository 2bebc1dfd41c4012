import { hash, randomUUID } from 'node:crypto';
import { createEntry } from '../../access-log/create-entry.ts';
import { policyHash } from '../../policy/policy-hash.ts';
import type { Policy } from '../../policy/policy.ts';
import { authorityOn } from '../../policy/purposes.ts';
import { statementOn } from '../../policy/statements.ts';
import { dayOf } from '../../records/reader.ts';
import type { AccountAct } from '../../account-acts.ts';
import type { Entry } from '../../transparency-log/entry.ts';
import { residentIdOf, type Person } from './account.ts';

/** Who did something with an account: its owner, an operator by a command, or somebody who failed. */
export type ActBy = 'OWNER' | 'OPERATOR' | 'UNKNOWN';

/**
 * Makes the entry of what happened with an account. Its data subjects are the person as a resident and as an employee; no values, no
 * mail address and no network address are in it.
 * @param by who did it. An operator has an account of the operating system only, and is not on record
 */
export function accountEntry(act: AccountAct, person: Person, by: ActBy, policy: Policy, now: Date): Entry {
  const today = dayOf(now);
  const ids = [residentIdOf(person), person.employeeId ?? undefined].filter((id) => id !== undefined);
  return createEntry(
    {
      id: randomUUID(),
      at: now.toISOString(),
      role: 'ACCOUNT',
      purpose: null,
      authority: authorityOn(today),
      operationHash: hash('sha256', act),
      operationType: 'account',
      rootFields: [act],
      inputs: [],
      policyVersion: policyHash(policy),
      statementVersion: statementOn(today)?.version ?? '',
      outcome: by === 'UNKNOWN' ? 'REFUSED' : 'ANSWERED',
    },
    [
      { kind: 'principal', id: by === 'OWNER' ? ids[0]! : null },
      { kind: 'case', case: null, mandate: null },
      ...ids.map((id) => ({ kind: 'subject', id, relationship: by === 'OWNER' ? 'SELF' : 'NONE', released: [], withheld: [] }) as const),
    ],
  );
}
