import type { PrivacyRequestKind } from '../../src/town/shared/graphql/generated/schema.ts';
import { demoCalendar } from '../demo-calendar.ts';
import { answerDeadline } from '../../src/town/requests/answer-deadline.ts';
import { oneDay } from './dates.ts';
import type { Batch } from './batch.ts';
import { colleagues } from './staff.ts';
import type { ResidentRow } from './tables.ts';
import type { World } from './world.ts';

// ACCESS_QUESTIONED needs an access entry, and a new town has none.
type Kind = Exclude<PrivacyRequestKind, 'ACCESS_QUESTIONED'>;

const bodies: Readonly<Record<Kind, string>> = {
  ACCESS: 'I should like to see everything that you keep about me.',
  CORRECTION: 'My street number is wrong in your records.',
  COMPLAINT: 'The person at the counter read my address aloud.',
  COMMENT: 'The statement is easy to read. Thank you.',
  QUESTION: 'How long do you keep what I wrote to the helpdesk?',
};
const kinds = Object.keys(bodies) as Kind[];
// The kinds that a person without an account may file.
const anonymousKinds: readonly Kind[] = ['QUESTION', 'COMMENT'];

/** Adds a request for some residents, and sometimes one from a person without an account. */
export function addRequest(batch: Batch, world: World, resident: ResidentRow): void {
  const { doings, pools } = world;
  if (doings.chance(0.015)) {
    addOne(
      batch,
      world,
      doings.pick(kinds),
      resident,
      `${resident.given_name} ${resident.family_name}`,
      Date.parse(resident.registered_at),
    );
  }
  if (doings.chance(0.005)) {
    const sender = `${doings.pick(pools.givenNames)} ${doings.pick(pools.familyNames)}`;
    addOne(batch, world, doings.pick(anonymousKinds), undefined, sender, 0);
  }
}

function addOne(batch: Batch, world: World, kind: Kind, resident: ResidentRow | undefined, sender: string, since: number): void {
  const { doings, now, caseNumbers } = world;
  const id = doings.uuid();
  const filed = Math.max(since, now.getTime() - doings.below(120) * oneDay - doings.below(oneDay));
  const answered = doings.chance(0.5) ? filed + Math.floor((now.getTime() - filed) * 0.6) : undefined;
  const assigned = answered !== undefined || doings.chance(0.5);
  batch.add('recreation.request', {
    id,
    number: caseNumbers('R'),
    kind,
    resident_id: resident?.id ?? null,
    body: `My name is ${sender} (${id.slice(-6)}). ${bodies[kind]}`,
    contact_email: resident ? null : `writer.${id.slice(-6)}@example.net`,
    filed_at: new Date(filed).toISOString(),
    due_on: dueOn(new Date(filed)),
    assignee_id: assigned ? doings.pick(colleagues.privacyOfficers) : null,
    answered_at: answered === undefined ? null : new Date(answered).toISOString(),
    answer: answered === undefined ? null : `Dear ${sender}, we have looked into it and write to you by mail (${id.slice(-6)}).`,
  });
}

/** The last day to answer a request (RFC 3339 full-date). */
export function dueOn(filed: Date): string {
  return answerDeadline(demoCalendar.dayOf(filed));
}
