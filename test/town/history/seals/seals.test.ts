import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Kysely, PostgresDialect } from 'kysely';
import { cast, matters, personaNamed } from '../../../../demo/personas.ts';
import type { RowScope } from '../../../../src/town/shared/graphql/generated/schema.ts';
import type { Viewer } from '../../../../src/town/shared/access/scope.ts';
import { isSealedTowards } from '../../../../src/town/history/seals/seals.ts';
import { isTicketSealed } from '../../../../src/town/helpdesk/sensitive-tickets.ts';
import { sql } from '../../../../src/platform/sql/sql.ts';
import { copyDatabase, testNow, testToday, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { putEntry, type PutEntry } from '../../../helpers/entries/log-entry.ts';
import { ownPool } from '../../../helpers/database/own-pool.ts';

// Only the predicate, over entries of every kind. test/channels checks that the gateway applies it everywhere.
let database: TestDatabase;
let connections: Kysely<unknown>;
beforeAll(async () => {
  database = await copyDatabase();
  const pool = ownPool(database.roles.gateway);
  connections = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
});
afterAll(async () => {
  await connections.destroy();
  await database.drop();
});

const later = new Date('2027-01-01T00:00:00Z');
const at = '2026-06-10T12:00:00.000Z';
const police = { role: 'LAW_ENFORCEMENT', purpose: 'LEGAL_DEMAND', at, principal: cast.police } as const;
const support = { role: 'SUPPORT', purpose: 'CUSTOMER_SUPPORT', at, principal: cast.supporter } as const;
const officer = { role: 'PRIVACY_OFFICER', at, principal: cast.privacyOfficer } as const;
const review = { ...officer, purpose: 'ACCESS_REVIEW' } as const;
const answer = { ...officer, purpose: 'RIGHTS_FULFILMENT' } as const;
const guardiansRequest = '60000000-0000-4000-8000-0000000000ff';
const office = { ...officer, purpose: 'MANDATE_ADMINISTRATION' } as const;
const resident = { role: 'RESIDENT', purpose: 'SELF_SERVICE', at } as const;
const minor = [cast.resident];
const byMinor = { ...resident, principal: cast.resident, subjects: minor };

// The orders of the cast were recorded on 14 April at 18:00.
const hoursBefore = '2026-04-13T18:00:00.001Z';
const dayBefore = '2026-04-13T18:00:00.000Z';
const justNow = '2026-06-14T18:00:00.001Z';
/** The entries of the log, by the names that the tests use. */
const entries: Readonly<Record<string, Omit<PutEntry, 'number'>>> = {
  'police under the order': { ...police, mandate: matters.courtOrder, subjects: [cast.resident, cast.guardian] },
  'police under another order': { ...police, mandate: matters.protectedOrder, subjects: minor },
  'police, erased case': { ...police, mandate: matters.courtOrder, caseErased: true, subjects: minor },
  'officer on the order': { ...office, mandate: matters.courtOrder, subjects: [cast.resident, cast.guardian] },
  'officer on two orders': { ...office, mandate: `${matters.protectedOrder} ${matters.courtOrder}`, subjects: minor },
  'officer, erased mandate': { ...office, caseErased: true, subjects: minor },
  'officer on another order': { ...office, mandate: matters.protectedOrder, subjects: minor },
  'officer, hours before the order': { ...office, at: hoursBefore, subjects: minor },
  'officer, a day before the order': { ...office, at: dayBefore, subjects: minor },
  'officer, after the order': { ...office, subjects: minor },
  'officer, just now': { ...office, at: justNow, subjects: minor },
  // The numbers of covered pages are positions in this list: 0 is 'police under the order'.
  reviewer: { ...review, covers: ['ALL 0-0'], subjects: minor },
  'reviewer of more': { ...review, covers: ['ALL 0-1'], subjects: minor },
  'reviewer of two pages': { ...review, covers: ['ALL 0-0', 'DISCLOSURES 1-1'], subjects: minor },
  'reviewer of disclosures': { ...review, covers: ['DISCLOSURES 0-0', 'DISCLOSURES 3-9'], subjects: minor },
  'reviewer of their own work': { ...review, covers: ['ALL 0-0', 'ALL 6-6'], subjects: minor },
  'reviewer of reviewers': { ...review, covers: ['ALL 10-14'], subjects: minor },
  'reviewer, without pages': { ...review, subjects: minor },
  auditor: { role: 'CONTROL_AGENCY', purpose: 'CONTROL_AUDIT', at, principal: cast.auditor, covers: ['DISCLOSURES 0-0'], subjects: minor },
  'support on the ticket': { ...support, case: matters.ticket, subjects: minor },
  'support on another ticket': { ...support, case: matters.closedTicket, subjects: minor },
  'support, erased case': { ...support, caseErased: true, subjects: minor },
  'support closes it': { ...support, case: matters.ticket, rootFields: ['Mutation.closeTicket'], subjects: minor, released: [] },
  'minor reads tickets': { ...byMinor, released: ['Ticket.subject'] },
  'minor reads the record': byMinor,
  'guardian reads tickets': { ...resident, principal: cast.guardian, rootFields: ['Query.tickets'], subjects: minor },
  'minor, before the ticket': { ...byMinor, at: '2025-01-01T00:00:00.000Z', released: ['Ticket'] },
  'minor complains': { ...byMinor, rootFields: ['Mutation.fileRequest'], released: [] },
  'minor reads requests': { ...byMinor, released: ['PrivacyRequest.body'] },
  'officer answers the minor': { ...answer, case: matters.request, subjects: minor },
  'officer reads the queue': { ...answer, subjects: minor },
  'officer answers the guardian': { ...answer, case: guardiansRequest, subjects: [cast.resident, cast.guardian] },
  'guardian complains': { ...byMinor, principal: cast.guardian, rootFields: ['Mutation.fileRequest'] },
};
const names = Object.keys(entries);
/** Hidden for a day in any case. */
const lookUps = ['officer, just now'];
/** Sealed in any case: reviews that are not known to have found a visible entry. */
const reviewsOfNothing = ['reviewer of reviewers', 'reviewer, without pages'];
/** Always hidden from a guardian: they show tickets, but not that the guardian may see these tickets. */
const ticketEntries = ['support, erased case', 'minor reads tickets', 'minor, before the ticket'];
/** Always hidden from a guardian: they show requests that the guardian did not file. */
const requestEntries = ['minor complains', 'minor reads requests', 'officer answers the minor', 'officer reads the queue'];
const confidential = [...ticketEntries, ...requestEntries];
const nextDay = new Date('2026-06-15T18:00:00.001Z');

const viewer = (persona: string): Viewer => {
  const { principal, role } = personaNamed(persona);
  return { principalId: principal, role, caseId: undefined, mandateId: undefined, today: testToday };
};
const inCare = 'CARE' as const;
const readers: Readonly<Record<string, readonly [RowScope | undefined, Viewer]>> = {
  minor: [inCare, viewer('resident')],
  guardian: [inCare, viewer('guardian')],
  answering: ['OPEN_REQUEST', viewer('privacy-officer')],
  review: ['ALL', viewer('reviewer')],
  audit: ['MANDATE', viewer('auditor')],
};

/** Reads the names of the entries about a person that are sealed towards a reader. */
async function sealed(reader: string, subject: string = cast.resident, now = testNow): Promise<string[]> {
  const [scope, who] = readers[reader]!;
  const { rows } = await sql<{ number: number; sealed: boolean | null }>`
    select about.seq::int as number, ${isSealedTowards(scope, who, now)} as sealed
    from access_log.about about where about.subject_id = ${subject}::uuid order by about.seq`.execute(connections);
  expect(rows.filter((row) => row.sealed === null)).toEqual([]);
  return rows.filter((row) => row.sealed).map(({ number }) => names[number]!);
}

const sealId = (digit: string): string => `80000000-0000-4000-8000-00000000000${digit}`;
const propose = (id: string, mandate: string, until: string, on?: string) =>
  database.asOwner(
    `insert into recreation.mandate_seal (id, mandate_id, extends, sealed_until, proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [sealId(id), mandate, on !== undefined, until, cast.privacyOfficer, on ?? testNow],
  );
const approve = (id: string, employee: string) =>
  database.asOwner('insert into recreation.mandate_seal_approval values ($1, $2, $3)', [sealId(id), employee, testNow]);

beforeAll(async () => {
  await database.asOwner(
    `insert into recreation.request (id, number, kind, resident_id, body, filed_at, due_on) values ($1, 'R-0', 'COMPLAINT', $2, 'Why?', $3, '2026-08-01')`,
    [guardiansRequest, cast.guardian, testNow],
  );
  for (const [number, name] of names.entries()) await putEntry(database, { number, ...entries[name]! });
});

test('without a seal, only entries that could reveal one are sealed', async () => {
  for (const reader of ['minor', 'guardian', 'answering']) {
    const always = [...reviewsOfNothing, ...(reader === 'guardian' ? confidential : [])];
    expect([reader, await sealed(reader)]).toEqual([reader, [...lookUps, ...always]]);
    expect([reader, await sealed(reader, cast.resident, nextDay)]).toEqual([reader, always]);
  }
  for (const reader of ['review', 'audit']) expect([reader, await sealed(reader)]).toEqual([reader, []]);
});

describe('clause police: a sealed order', () => {
  const officers = ['officer on the order', 'officer on two orders', 'officer, erased mandate', 'officer, hours before the order'];
  const prepared = [...officers, ...reviewsOfNothing];
  const reviewers = ['reviewer', 'reviewer of disclosures', 'reviewer of their own work', ...reviewsOfNothing, 'auditor'];
  const kept = ['police under the order', 'police, erased case', ...officers, ...reviewers];

  test('while it awaits approval, the entries that prepare it are sealed, and reads by the police are not', async () => {
    await propose('1', matters.courtOrder, '2026-12-01T00:00:00Z');
    expect(await sealed('minor', cast.resident, nextDay)).toEqual(prepared);
    await approve('1', cast.privacyOfficer2);
    // The proposer's own approval does not count.
    await approve('1', cast.privacyOfficer);
    expect(await sealed('minor', cast.resident, nextDay)).toEqual(prepared);
    expect(await sealed('review')).toEqual([]);
  });

  test('once two others have approved it, its reads are sealed towards the person, the guardian and the officer who answers them', async () => {
    await approve('1', cast.privacyOfficer3);
    for (const reader of ['minor', 'guardian', 'answering'])
      expect([reader, await sealed(reader, cast.resident, nextDay)]).toEqual([
        reader,
        reader === 'guardian' ? [...kept, ...confidential] : kept,
      ]);
  });

  test('is never sealed towards a review or an audit', async () => {
    for (const reader of ['review', 'audit']) expect([reader, await sealed(reader)]).toEqual([reader, []]);
  });

  test('seals its reads towards all their data subjects, and the officer’s work only towards the people whom it names', async () => {
    expect(await sealed('guardian', cast.guardian)).toEqual(['police under the order']);
  });

  test('seals until its date', async () => {
    expect(await sealed('minor', cast.resident, new Date('2026-11-30T23:59:59.999Z'))).toEqual(kept);
    expect(await sealed('minor', cast.resident, new Date('2026-12-01T00:00:00Z'))).toEqual(reviewsOfNothing);
  });

  test('an extension counts only once it is approved', async () => {
    await propose('2', matters.courtOrder, '2027-06-01T00:00:00Z', '2026-11-20T00:00:00Z');
    await approve('2', cast.privacyOfficer2);
    expect(await sealed('minor', cast.resident, later)).toEqual(reviewsOfNothing);
    await approve('2', cast.privacyOfficer3);
    expect(await sealed('minor', cast.resident, later)).toEqual(kept);
    await database.asOwner('delete from recreation.mandate_seal_approval; delete from recreation.mandate_seal');
  });

  test('an officer cannot hide their own reads for ever with a proposal that is never approved', async () => {
    await propose('3', matters.courtOrder, '2036-01-01T00:00:00Z');
    expect(await sealed('minor', cast.resident, new Date('2026-07-15T17:59:59Z'))).toEqual(prepared);
    expect(await sealed('minor', cast.resident, new Date('2026-07-15T18:00:00Z'))).toEqual(reviewsOfNothing);
    await database.asOwner('delete from recreation.mandate_seal');
  });
});

describe('clause helpdesk: a minor’s sensitive ticket', () => {
  const mark = 'update recreation.ticket set sensitive = $2 where id = $1';

  test('is sealed towards the guardian, and seals no other entry', async () => {
    await database.asOwner(mark, [matters.ticket, true]);
    expect(await sealed('guardian', cast.resident, nextDay)).toEqual([
      ...reviewsOfNothing,
      'support on the ticket',
      'support, erased case',
      'support closes it',
      'minor reads tickets',
      'minor, before the ticket',
      ...requestEntries,
    ]);
  });

  test('does not change which entries about other tickets the guardian sees', async () => {
    const before = await sealed('guardian', cast.resident, nextDay);
    await database.asOwner(mark, [matters.closedTicket, true]);
    const after = await sealed('guardian', cast.resident, nextDay);
    expect(after.filter((name) => !before.includes(name))).toEqual(['support on another ticket']);
    await database.asOwner(mark, [matters.closedTicket, false]);
  });

  test('the guardian sees the work on the guardian’s own requests, and no work on the minor’s', async () => {
    const about = await sealed('guardian', cast.resident, nextDay);
    expect(about).toEqual(expect.arrayContaining(requestEntries));
    for (const shown of ['officer answers the guardian', 'guardian complains']) expect(about).not.toContain(shown);
  });

  test('is never sealed towards the minor, the officer who answers the minor, or a reviewer', async () => {
    for (const reader of ['minor', 'answering'])
      expect([reader, await sealed(reader, cast.resident, nextDay)]).toEqual([reader, reviewsOfNothing]);
    for (const reader of ['review', 'audit']) expect([reader, await sealed(reader, cast.resident, nextDay)]).toEqual([reader, []]);
  });

  test('has rows that are sealed only towards the guardian', async () => {
    const rows = async (who: Viewer): Promise<string[]> =>
      (
        await sql<{ id: string }>`
          select ticket.id from recreation.ticket ticket where ticket.resident_id = ${cast.resident}::uuid and ${isTicketSealed(who)}`.execute(
          connections,
        )
      ).rows.map(({ id }) => id);
    expect(await rows(viewer('guardian'))).toEqual([matters.ticket]);
    for (const persona of ['resident', 'support', 'privacy-officer', 'police']) expect(await rows(viewer(persona))).toEqual([]);
    // A viewer without an id is not the author of the ticket.
    expect(await rows({ ...viewer('guardian'), principalId: undefined })).toEqual([matters.ticket]);
  });
});
