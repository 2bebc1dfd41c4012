import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { independenceDays } from '../../../src/town/policy/words/roles.ts';
import { askWithToken } from '../../helpers/tokens/ask-with-token.ts';
import { testCluster, testNow } from '../../helpers/database/cluster.ts';
import type { Answered, Asked } from '../../helpers/gateway/gateway.ts';
import { issueToken } from '../../helpers/tokens/issuer.ts';
import { conflict, openStaffOffice, outcomeOf, staff, type StaffOffice } from '../../helpers/identity/staff-office.ts';

// The attacker is one administrator of the staff, who brought in two officers; or an officer who brought in another, or is two people.
let office: StaffOffice;
beforeAll(async () => {
  office = await openStaffOffice();
});
afterEach(() => office.restore());
afterAll(() => office.close());

const asOwner = (text: string, values: unknown[] = []) => office.asOwner(text, values);
const change: StaffOffice['change'] = (...given) => office.change(...given);

describe('no one approves together with a person whom the same administrator brought in, or who brought them in', () => {
  const mandates: Asked = { purpose: 'MANDATE_ADMINISTRATION' };
  const [recorder, approver, third] = [cast.privacyOfficer, cast.privacyOfficer2, cast.privacyOfficer3];
  const order = {
    kind: 'COURT_ORDER',
    reference: 'KB-4000',
    issuer: 'Court',
    partnerId: cast.police,
    subjectIds: [cast.neighbour],
    categories: ['NAME'],
    validFrom: '2026-06-01T00:00:00Z',
  };
  const mandate = 'mandate { id awaitsMyApproval sealAwaitsMyApproval }';
  const make = (field: string, input: object, by = 'privacy-officer', selected = mandate) => change(by, field, input, mandates, selected);
  const approve = (field: string, input: object, by = 'privacy-officer-2') => make(field, input, by, '__typename');
  const recorded = async (further: object = { validUntil: '2026-09-01T00:00:00Z' }): Promise<string> =>
    (await make('recordMandate', { ...order, ...further })).data.change.mandate.id;
  const registered = async (): Promise<string> => {
    const input = { partnerId: cast.police, name: 'A client', contact: 'The desk', jwksUri: 'https://keys.police.example/jwks.json' };
    return (await make('registerPartnerClient', input, 'privacy-officer', 'client { id }')).data.change.client.id;
  };
  const ofBoth = async (mandateId: string): Promise<void> => {
    await asOwner('insert into recreation.mandate_approval (mandate_id, employee_id, approved_at) values ($1, $2, $4), ($1, $3, $4)', [
      mandateId,
      cast.reviewer,
      cast.reviewer2,
      testNow,
    ]);
  };

  /** Every approval of a second person: prepares what the first officer did, and returns how the second one approves it. */
  const approvals: Readonly<Record<string, () => Promise<() => Promise<Answered>>>> = {
    'a mandate': async () => {
      const mandateId = await recorded();
      return () => approve('approveMandate', { mandateId });
    },
    'a mandate that somebody else recorded and the first officer approved': async () => {
      const mandateId = await recorded();
      await asOwner('update recreation.mandate set recorded_by = $2 where id = $1', [mandateId, third]);
      await approve('approveMandate', { mandateId }, 'privacy-officer');
      return () => approve('approveMandate', { mandateId });
    },
    'the reconfirmation of a mandate': async () => {
      const mandateId = await recorded({});
      await ofBoth(mandateId);
      return () => approve('reconfirmMandate', { mandateId });
    },
    'a later seal': async () => {
      const mandateId = await recorded({ validUntil: '2026-09-01T00:00:00Z', sealedUntil: '2026-10-01T00:00:00Z' });
      await ofBoth(mandateId);
      await asOwner(
        `insert into recreation.mandate_seal_approval (seal_id, employee_id, approved_at)
         select seal.id, employee.id, $2 from recreation.mandate_seal seal, recreation.employee employee
         where seal.mandate_id = $1 and employee.reviews_log`,
        [mandateId, testNow],
      );
      await make('extendSeal', { mandateId, sealedUntil: '2027-06-01T00:00:00Z' });
      return () => approve('approveSeal', { mandateId });
    },
    'a client of a partner': async () => {
      const clientId = await registered();
      return () => approve('approvePartnerClient', { clientId });
    },
    'other keys of a client': async () => {
      const clientId = await registered();
      await asOwner('update identity.registration set approved_by = $2, approved_at = now() where id = $1', [clientId, third]);
      const { data } = await make(
        'replacePartnerClientKeys',
        { clientId, jwksUri: 'https://keys.police.example/' },
        'privacy-officer',
        'client { proposal { id } }',
      );
      return () => approve('approvePartnerClientChange', { changeId: data.change.client.proposal.id });
    },
    'sensitive roles': async () => {
      await asOwner(`update recreation.employee set roles = '{STAFF_ADMINISTRATOR}' where id = any($1)`, [[recorder, approver]]);
      await asOwner(`update recreation.employee set awaited_roles = '{SECURITY}', proposed_by = $2, proposed_at = $3 where id = $1`, [
        cast.otherClerk,
        recorder,
        testNow,
      ]);
      const config = readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
      const token = await issueToken(config, {
        subject: approver,
        role: 'STAFF_ADMINISTRATOR',
        purposes: ['STAFF_ADMINISTRATION'],
        now: testNow,
      });
      await asOwner(
        `insert into recreation.acknowledgement select $1, purpose, version, at from recreation.acknowledgement where employee_id = $2
         on conflict do nothing`,
        [approver, cast.staffAdministrator],
      );
      const approveRoles = `mutation { approveEmployeeRoles(input: { employeeId: "${cast.otherClerk}", roles: [SECURITY] }) { __typename } }`;
      return () => askWithToken(office.gateway.send, token, approveRoles, staff);
    },
  };

  const [recently, longAgo] = [2, independenceDays + 1].map((days) => new Date(testNow.getTime() - days * 86_400_000));
  const invite = (who: string, by: string | null, at: Date) =>
    asOwner('update recreation.employee set invited_by = $2, invited_at = $3, accepted_at = $3 where id = $1', [who, by, at]);
  const appoint = (who: string, by: string, at: Date) =>
    asOwner('update recreation.employee set appointed_by = $2, appointed_at = $3, approved_by = $4 where id = $1', [
      who,
      by,
      at,
      cast.staffAdministrator2,
    ]);
  const loosen = () =>
    asOwner(
      `update recreation.employee set invited_by = null, invited_at = null, accepted_at = null, appointed_by = null, appointed_at = null,
         approved_by = null where id = any($1)`,
      [[recorder, approver]],
    );
  const by = cast.staffAdministrator;
  const ties: Readonly<Record<string, () => Promise<unknown>>> = {
    'the same administrator invited both': async () => [await invite(recorder, by, longAgo!), await invite(approver, by, recently!)],
    'the same administrator had the role given to both': async () => [
      await appoint(recorder, by, recently!),
      await appoint(approver, by, recently!),
    ],
    'the administrator who invited one had the role given to the other': async () => [
      await invite(recorder, by, recently!),
      await appoint(approver, by, longAgo!),
    ],
    'the first invited the second': () => invite(approver, recorder, recently!),
    'the second invited the first': () => invite(recorder, approver, recently!),
  };
  const free: Readonly<Record<string, () => Promise<unknown>>> = {
    'different administrators invited them': async () => [
      await invite(recorder, by, recently!),
      await invite(approver, cast.staffAdministrator2, recently!),
    ],
    'the command invited both': async () => [await invite(recorder, null, recently!), await invite(approver, null, recently!)],
    'it was longer ago than the policy says': async () => [
      await invite(recorder, by, longAgo!),
      await invite(approver, by, longAgo!),
      await appoint(approver, recorder, longAgo!),
    ],
  };

  test.each(Object.entries(approvals))('%s', async (_name, prepare) => {
    const found: Record<string, unknown> = {};
    for (const [tie, bring] of Object.entries({ ...ties, ...free })) {
      const approving = await prepare();
      await bring();
      const answer = await approving();
      found[tie] = answer.codes.length === 0 ? 'APPROVED' : outcomeOf(answer);
      await loosen();
    }
    expect(found).toEqual({
      ...Object.fromEntries(Object.keys(ties).map((tie) => [tie, conflict('NOT_INDEPENDENT')])),
      ...Object.fromEntries(Object.keys(free).map((tie) => [tie, 'APPROVED'])),
    });
  });

  test('and what a person could not approve is not shown as awaiting them', async () => {
    await asOwner('delete from recreation.mandate_approval');
    const mandateId = await recorded();
    const clientId = await registered();
    const query = `{ mandate(id: "${mandateId}") { awaitsMyApproval } partnerClients(first: 9, awaitsMyApproval: true) { edges { node { id } } } }`;
    const shown = async (): Promise<unknown> => {
      const { data } = await office.gateway.ask('privacy-officer-2', query, mandates);
      return [data.mandate.awaitsMyApproval, data.partnerClients.edges.map(({ node }: any) => node.id).includes(clientId)];
    };
    expect(await shown()).toEqual([true, true]);
    await ties['the same administrator invited both']!();
    expect(await shown()).toEqual([false, false]);
  });

  test('nor does one person with two records on the staff', async () => {
    const mandateId = await recorded();
    await asOwner('update recreation.employee set resident_id = $2 where id = $1', [recorder, cast.guardian]);
    await asOwner('update recreation.employee set resident_id = $2 where id = $1', [approver, cast.guardian]);
    expect(outcomeOf(await approve('approveMandate', { mandateId }))).toEqual(conflict('NOT_INDEPENDENT'));
  });
});
