import { beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { MandateStatus } from '../../../../src/town/shared/graphql/generated/schema.ts';
import type { Answered, Asked } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();
beforeAll(async () => {
  const { asOwner } = gateway.database;
  await asOwner(`insert into recreation.partner (id, name, role) values ($1, 'anonymous Debt Co.', 'COLLECTION_AGENCY')`, [newcomer]);
  // The officers can approve a later seal of the police's order.
  const seal = (extend: boolean, until: string): Promise<{ id: string }[]> =>
    asOwner(
      `insert into recreation.mandate_seal (id, mandate_id, extends, sealed_until, proposed_by, proposed_at)
       values (gen_random_uuid(), $1, $2, $3, $4, '2026-06-10') returning id`,
      [matters.courtOrder, extend, until, cast.privacyOfficer],
    );
  const [first] = await seal(false, '2026-09-01');
  for (const officer of [cast.privacyOfficer2, cast.privacyOfficer3])
    await asOwner(`insert into recreation.mandate_seal_approval values ($1, $2, '2026-06-11')`, [first!.id, officer]);
  await seal(true, '2026-12-01');
});

const newcomer = '30000000-0000-4000-8000-0000000000ff';
const office: Asked = { purpose: 'MANDATE_ADMINISTRATION' };
const node = 'partner { id name role } accessEndedAt mandateCounts { status mandates } awaitingMyApproval sealsAwaitingMyApproval';
const ask = (persona: string, wanted = '', asked: Asked = office): Promise<Answered> =>
  gateway.ask(
    persona,
    `query ($after: String) { partners(first: 100, after: $after${wanted && `, ${wanted}`}) { totalCount pageInfo { endCursor } edges { node { ${node} } } } }`,
    asked,
  );
const nodes = ({ data }: Answered): readonly Record<string, any>[] => data.partners.edges.map(({ node: row }: any) => row);
const namesOf = (answer: Answered): string[] => nodes(answer).map(({ partner }) => partner.name);
const countOf = ({ mandateCounts }: Record<string, any>, status: string): number =>
  mandateCounts.find((one: any) => one.status === status).mandates;
const police = async (persona: string): Promise<Record<string, any>> =>
  nodes(await ask(persona)).find(({ partner }) => partner.id === cast.police)!;

/** The list of mandates of one partner. */
async function mandatesOf(persona: string, partnerId: string): Promise<readonly any[]> {
  const query = `{ mandates(first: 100, partnerId: "${partnerId}") { edges { node { status awaitsMyApproval sealAwaitsMyApproval } } } }`;
  return (await gateway.ask(persona, query, office)).data.mandates.edges.map(({ node: row }: any) => row);
}

describe('the list of partners', () => {
  test('has every partner by name, whatever the case of its letters, also one without a mandate', async () => {
    const stored = await gateway.database.asOwner<{ name: string }>('select name from recreation.partner order by lower(name) collate "C"');
    const answer = await ask('privacy-officer');
    expect(answer.errors).toEqual([]);
    expect(namesOf(answer)).toEqual(stored.map(({ name }) => name));
    expect(answer.data.partners.totalCount).toBe(stored.length);
    expect(nodes(answer).find(({ partner }) => partner.id === newcomer)).toEqual({
      partner: { id: newcomer, name: 'anonymous Debt Co.', role: 'COLLECTION_AGENCY' },
      accessEndedAt: null,
      mandateCounts: Object.values(MandateStatus).map((status) => ({ status, mandates: 0 })),
      awaitingMyApproval: 0,
      sealsAwaitingMyApproval: 0,
    });
  });

  test('counts for each officer what the list of mandates shows that officer', async () => {
    for (const persona of ['privacy-officer', 'privacy-officer-2', 'privacy-officer-3']) {
      for (const row of nodes(await ask(persona))) {
        const mandates = await mandatesOf(persona, row['partner'].id);
        for (const status of Object.values(MandateStatus))
          expect(countOf(row, status)).toBe(mandates.filter((one) => one.status === status).length);
        expect(row['awaitingMyApproval']).toBe(mandates.filter(({ awaitsMyApproval }) => awaitsMyApproval).length);
        expect(row['sealsAwaitingMyApproval']).toBe(mandates.filter(({ sealAwaitsMyApproval }) => sealAwaitsMyApproval).length);
      }
    }
    const [recorder, approver, other] = [
      await police('privacy-officer'),
      await police('privacy-officer-2'),
      await police('privacy-officer-3'),
    ];
    expect([recorder, approver, other].map((row) => row['awaitingMyApproval'])).toEqual([0, 0, 1]);
    expect([recorder, approver, other].map((row) => row['sealsAwaitingMyApproval'])).toEqual([0, 1, 1]);
    for (const status of ['IN_FORCE', 'EXPIRED', 'REVOKED', 'AWAITING_APPROVAL'])
      expect([status, countOf(recorder, status)]).not.toEqual([status, 0]);
  });

  test('can be chosen by role and by what awaits the caller', async () => {
    expect(namesOf(await ask('privacy-officer', 'role: COLLECTION_AGENCY'))).toEqual(['anonymous Debt Co.', 'Foothills Collections Ltd.']);
    expect(namesOf(await ask('privacy-officer', 'role: RESIDENT'))).toEqual([]);
    const all = namesOf(await ask('privacy-officer', 'role: null, awaitsMyApproval: null'));
    for (const [persona, awaited] of [
      ['privacy-officer', []],
      ['privacy-officer-2', ['Regional Police Service']],
      ['privacy-officer-3', ['Regional Police Service']],
    ] as const) {
      const found = await ask(persona, 'awaitsMyApproval: true');
      expect(namesOf(found)).toEqual(awaited);
      expect(found.data.partners.totalCount).toBe(awaited.length);
      expect(namesOf(await ask(persona, 'awaitsMyApproval: false'))).toEqual(
        all.filter((name) => !(awaited as readonly string[]).includes(name)),
      );
    }
  });

  test('has pages, whose cursors belong to the conditions', async () => {
    const first = await gateway.ask(
      'privacy-officer',
      '{ partners(first: 2) { pageInfo { endCursor } edges { node { partner { name } } } } }',
      office,
    );
    const after = first.data.partners.pageInfo.endCursor;
    const all = namesOf(await ask('privacy-officer'));
    expect(namesOf(first)).toEqual(all.slice(0, 2));
    expect(namesOf(await ask('privacy-officer', '', { ...office, variables: { after } }))).toEqual(all.slice(2));
    expect((await ask('privacy-officer', 'role: LAW_ENFORCEMENT', { ...office, variables: { after } })).codes).toEqual(['CURSOR_INVALID']);
  });

  test('says since when a partner has no access', async () => {
    const ends = 'update recreation.partner set access_ended_at = $2 where id = $1';
    await gateway.database.asOwner(ends, [newcomer, '2026-06-01T06:00:00Z']);
    const [row] = nodes(await ask('privacy-officer', 'role: COLLECTION_AGENCY'));
    expect(row).toMatchObject({ partner: { id: newcomer }, accessEndedAt: '2026-06-01T06:00:00.000Z' });
    await gateway.database.asOwner(ends, [newcomer, null]);
  });

  test('counts no order about the officer’s own record, and shows its partner all the same', async () => {
    const before = await police('privacy-officer-3');
    await gateway.database.asOwner('update recreation.employee set resident_id = $2 where id = $1', [cast.privacyOfficer3, cast.resident]);
    const after = await police('privacy-officer-3');
    expect(after['partner']).toEqual(before['partner']);
    const sum = (row: Record<string, any>): number =>
      row['mandateCounts'].reduce((total: number, { mandates }: any) => total + mandates, 0);
    expect(sum(before) - sum(after)).toBeGreaterThan(0);
    expect([before['awaitingMyApproval'], before['sealsAwaitingMyApproval']]).toEqual([1, 1]);
    expect([after['awaitingMyApproval'], after['sealsAwaitingMyApproval']]).toEqual([0, 0]);
    expect(namesOf(await ask('privacy-officer-3', 'awaitsMyApproval: true'))).toEqual([]);
    await gateway.database.asOwner('update recreation.employee set resident_id = $2 where id = $1', [cast.privacyOfficer3, null]);
  });

  test('is for the administration of mandates alone', async () => {
    const refused = [
      await ask('privacy-officer', '', { purpose: 'RIGHTS_FULFILMENT' }),
      await ask('reviewer', '', { purpose: 'ACCESS_REVIEW' }),
      await ask('police', '', {}),
      await ask('auditor', '', {}),
      await ask('resident', '', {}),
    ];
    for (const { data, codes } of refused) expect({ data, codes }).toEqual({ data: { partners: null }, codes: ['FIELD_NOT_PERMITTED'] });
  });

  test('leaves an entry that names no resident', async () => {
    await gateway.sequence();
    const { privacy } = await ask('privacy-officer');
    await gateway.sequence();
    const segments = await gateway.database.asOwner(
      'select segment.ordinal from access_log.segment join access_log.entry using (seq, month) where entry.id = $1 order by 1',
      [privacy.receipt!.entry],
    );
    expect(segments).toEqual([{ ordinal: 0 }, { ordinal: 1 }]);
  });
});
