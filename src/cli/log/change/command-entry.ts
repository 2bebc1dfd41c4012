import { hash, randomUUID } from 'node:crypto';
import type { Entry, Header, SubjectSegment } from '../../../log/entry/entry.ts';
import { makeEntry } from '../../../engine/make-entry.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { ownCalendar } from '../../terminal/own-calendar.ts';

/** The change or read of a command in the log. */
export interface Command extends Pick<Header, 'role' | 'erases' | 'covers'> {
  readonly name: string;
  /** The rule under which it erased something. */
  readonly rule?: string;
  readonly purpose?: string;
  /** The person who runs a command has an account of the operating system only, and is not on record. */
  readonly principal?: string;
  readonly case?: string;
  readonly authority?: string;
  readonly subjects?: readonly SubjectSegment[];
}

/** Makes the entry of a command. */
export function commandEntry(policy: Policy, command: Command, now: Date): Entry {
  const { name, rule, role, purpose, erases, covers, principal, authority, subjects = [] } = command;
  return makeEntry(
    policy,
    { now, today: ownCalendar().dayOf(now) },
    {
      id: randomUUID(),
      role,
      purpose: purpose ?? null,
      operationHash: hash('sha256', name),
      operationType: 'command',
      rootFields: rule === undefined ? [name] : [name, rule],
      inputs: [],
      outcome: 'ANSWERED',
      ...(erases && { erases }),
      ...(covers && { covers }),
    },
    [{ kind: 'principal', id: principal ?? null }, { kind: 'case', case: command.case ?? null, authority: authority ?? null }, ...subjects],
  );
}
