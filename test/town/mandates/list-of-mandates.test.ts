import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import type { Answered, Asked } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const office: Asked = { purpose: 'MANDATE_ADMINISTRATION' };
const list = (wanted = ''): string => `query ($after: String) { mandates(first: 100, after: $after${wanted && `, ${wanted}`}) {
  totalCount edges { node { id status approvals approvalsRequired awaitsMyApproval sealAwaitsMyApproval } } } }`;
const ask = (persona: string, wanted = '', asked: Asked = office): Promise<Answered> => gateway.ask(persona, list(wanted), asked);
const nodes = ({ data }: Answered): readonly Record<string, any>[] => data.mandates.edges.map(({ node }: any) => node);
const idsOf = (answer: Answered): string[] => nodes(answer).map(({ id }) => id);
const stored = async (where: string): Promise<string[]> =>
  (
    await gateway.database.asOwner<{ id: string }>(`select id from recreation.mandate where ${where} order by recorded_at desc, id desc`)
  ).map(({ id }) => id);
const approve = (persona: string, mandateId: string): Promise<Answered> =>
  gateway.ask(
    persona,
    'mutation ($input: ApproveMandateInput!) { approveMandate(input: $input) { mandate { approvals awaitsMyApproval } } }',
    { ...office, variables: { input: { mandateId } } },
  );

describe('the list of mandates', () => {
  test.each([
    ['', 'true'],
    ['kind: COURT_ORDER', `kind = 'COURT_ORDER'`],
    [`partnerId: "${cast.police.toUpperCase()}"`, `partner_id = '${cast.police}'`],
    ['status: REVOKED', 'revoked_at is not null'],
    ['status: null, kind: null, partnerId: null, awaitsMyApproval: null, sealAwaitsMyApproval: null', 'true'],
  ])('with "%s" has exactly the mandates that meet it, newest first', async (wanted, where) => {
    const expected = await stored(where);
    expect(expected.length).toBeGreaterThan(0);
    const answer = await ask('privacy-officer', wanted);
    expect(answer.errors).toEqual([]);
    expect(idsOf(answer)).toEqual(expected.slice(0, 100));
    expect(answer.data.mandates.totalCount).toBe(expected.length);
  });

  test('says what each mandate awaits, and whom: not the recorder, and not an officer who has approved it', async () => {
    const [approver] = await gateway.database.asOwner<{ id: string }>(
      'select employee_id as id from recreation.mandate_approval where mandate_id = $1',
      [matters.halfApprovedOrder],
    );
    const officers = {
      'privacy-officer': cast.privacyOfficer,
      'privacy-officer-2': cast.privacyOfficer2,
      'privacy-officer-3': cast.privacyOfficer3,
    };
    for (const [persona, id] of Object.entries(officers)) {
      const awaited = id !== cast.privacyOfficer && id !== approver!.id;
      const one = nodes(await ask(persona, 'status: AWAITING_APPROVAL')).find((node) => node.id === matters.halfApprovedOrder);
      expect(one).toMatchObject({ approvals: 1, approvalsRequired: 2, awaitsMyApproval: awaited });
      expect(idsOf(await ask(persona, 'awaitsMyApproval: true')).includes(matters.halfApprovedOrder)).toBe(awaited);
      expect(idsOf(await ask(persona, 'awaitsMyApproval: false')).includes(matters.halfApprovedOrder)).toBe(!awaited);
      if (!awaited) expect((await approve(persona, matters.halfApprovedOrder)).codes).toEqual(['CONFLICT']);
    }
    const last = Object.entries(officers).find(([, id]) => id !== cast.privacyOfficer && id !== approver!.id)![0];
    expect((await approve(last, matters.halfApprovedOrder)).data.approveMandate.mandate).toEqual({ approvals: 2, awaitsMyApproval: false });
  });

  test('a mandate whose seal lapsed awaits no officer', async () => {
    const unapproved = `delete from recreation.mandate_approval where mandate_id = '${matters.halfApprovedOrder}'`;
    await gateway.database.asOwner(unapproved);
    const officer = 'privacy-officer-2';
    expect(idsOf(await ask(officer, 'awaitsMyApproval: true'))).toContain(matters.halfApprovedOrder);
    await gateway.database.asOwner(
      `insert into recreation.mandate_seal (id, mandate_id, extends, sealed_until, proposed_by, proposed_at)
       values (gen_random_uuid(), $1, false, '2027-06-01', $2, '2026-01-01')`,
      [matters.halfApprovedOrder, cast.privacyOfficer],
    );
    expect(idsOf(await ask(officer, 'awaitsMyApproval: true'))).not.toContain(matters.halfApprovedOrder);
    expect((await approve(officer, matters.halfApprovedOrder)).codes).toEqual(['CONFLICT']);
  });

  test('leaves out an order about the officer’s own record, also in its count', async () => {
    const own = 'update recreation.employee set resident_id = $2 where id = $1';
    const before = await ask('privacy-officer-3');
    expect(idsOf(before)).toContain(matters.protectedOrder);
    await gateway.database.asOwner(own, [cast.privacyOfficer3, cast.protectedChild]);
    const after = await ask('privacy-officer-3');
    expect(idsOf(after)).not.toContain(matters.protectedOrder);
    expect(after.data.mandates.totalCount).toBeLessThan(before.data.mandates.totalCount);
    await gateway.database.asOwner(own, [cast.privacyOfficer3, null]);
  });

  test('is for the administration of mandates alone', async () => {
    const refused = [
      await ask('privacy-officer', '', { purpose: 'RIGHTS_FULFILMENT' }),
      await ask('reviewer', '', { purpose: 'ACCESS_REVIEW' }),
      await ask('police', '', {}),
      await ask('resident', '', {}),
    ];
    for (const { data, codes } of refused) expect({ data, codes }).toEqual({ data: { mandates: null }, codes: ['FIELD_NOT_PERMITTED'] });
    const { errors } = await ask('privacy-officer', 'partnerId: "police"');
    expect(errors[0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', coordinates: ['Query.mandates(partnerId:)'] });
  });
});
