import { describe, expect, test } from '@jest/globals';
import { passkeyAcr, type Assurance } from '../../../../src/engine/policy/decision/enter.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { changes } from '../../../corpus/sections/changes.ts';
import { clientsOfPartners } from '../../../corpus/sections/clients-of-partners.ts';
import { erasures } from '../../../corpus/sections/erasures.ts';
import { standpointOf, type CorpusOperation } from '../../../corpus/operation.ts';
import { testNow } from '../../../helpers/database/cluster.ts';
import type { Answered } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const passwordAcr = 'urn:need-to-know:acr:password';
const ago = (seconds: number): Date => new Date(testNow.getTime() - seconds * 1_000);
const challenge = 'Bearer error="insufficient_user_authentication", acr_values="phr", max_age="300"';

const gateway = useGateway();

const lines = policyInForce.rootFields.filter(({ freshProof }) => freshProof);

/** An operation of the corpus that enters a field in a role that may. */
function operationAt(field: string, role: string): CorpusOperation {
  const name = field.replace(/^\w+\./, '');
  const found = [...changes, ...erasures, ...clientsOfPartners].find(
    (one) => one.query.includes(`${name}(`) && standpointOf(one).role === role && !/many|every/.test(one.name),
  );
  if (!found) throw new Error(`no operation of the corpus enters ${field}`);
  return found;
}

function ask({ persona, query, variables, purpose }: CorpusOperation, assurance?: Assurance): Promise<Answered> {
  return gateway.ask(persona, query, {
    ...(variables && { variables: { ...variables } }),
    ...(purpose !== undefined && { purpose }),
    ...(assurance && { assurance }),
  });
}

async function refusals(field: string): Promise<number> {
  await gateway.sequence();
  const [row] = await gateway.database.asOwner<{ count: number }>(
    `select count(*)::int as count from access_log.entry join access_log.template on template.id = template_id
     where template.content -> 'rootFields' ->> 0 = $1 and template.content ->> 'outcome' = 'REFUSED'`,
    [field],
  );
  return row!.count;
}

const refused = { status: 403, codes: ['STEP_UP_NEEDED'], data: undefined };

test('approvals, what they approve, seals, erasures, the staff register and codes to claim records need a fresh proof, and to end access does not', () => {
  expect(lines.flatMap(({ fields }) => fields).toSorted()).toEqual(
    [
      'Mutation.proposeErasure',
      'Mutation.approveErasure',
      'Mutation.recordMandate',
      'Mutation.approveMandate',
      'Mutation.registerPartnerClient',
      'Mutation.reconfirmMandate',
      'Mutation.resumePartnerClient',
      'Mutation.replacePartnerClientKeys',
      'Mutation.approvePartnerClientChange',
      'Mutation.approvePartnerClient',
      'Mutation.extendSeal',
      'Mutation.approveSeal',
      'Mutation.issueClaimCode',
      'Mutation.confirmClaim',
      'Mutation.confirmClaim',
      'Mutation.undoClaim',
      'Mutation.inviteEmployee',
      'Mutation.renewInvitation',
      'Mutation.changeEmployeeRoles',
      'Mutation.approveEmployeeRoles',
      'Mutation.confirmEmployeeRoles',
      'Mutation.endEmployeeAccess',
    ].toSorted(),
  );
});

describe('a field that needs a fresh proof', () => {
  test.each(lines.flatMap(({ fields, role }) => fields.map((field) => [field, role] as const)))(
    '%s is open to %s right after a passkey, and to no weaker, older or unknown proof',
    async (field, role) => {
      const operation = operationAt(field, role);
      const before = await refusals(field);
      const unfit: readonly Assurance[] = [
        { acr: undefined, provenAt: undefined },
        { acr: undefined, provenAt: testNow },
        { acr: passkeyAcr, provenAt: undefined },
        { acr: passkeyAcr, provenAt: ago(306) },
        { acr: passwordAcr, provenAt: testNow },
      ];
      for (const assurance of unfit) {
        const { status, codes, data, headers } = await ask(operation, assurance);
        expect({ status, codes, data }).toEqual(refused);
        expect(headers.get('www-authenticate')).toBe(challenge);
      }
      expect((await refusals(field)) - before).toBe(unfit.length);
      const { codes } = await ask(operation);
      expect(codes).not.toContain('STEP_UP_NEEDED');
      expect(codes).not.toContain('FIELD_NOT_PERMITTED');
    },
  );

  test('takes a proof that is five minutes old, with five seconds between the clocks', async () => {
    const operation = operationAt('Mutation.inviteEmployee', 'STAFF_ADMINISTRATOR');
    for (const seconds of [305, 300, -5]) {
      const { codes } = await ask(operation, { acr: passkeyAcr, provenAt: ago(seconds) });
      expect(codes).not.toContain('STEP_UP_NEEDED');
    }
    expect(await ask(operation, { acr: passkeyAcr, provenAt: ago(306) })).toMatchObject(refused);
    // A proof from the future is not accepted for a token.
    expect(await ask(operation, { acr: passkeyAcr, provenAt: ago(-6) })).toMatchObject({ status: 401, codes: ['TOKEN_INVALID'] });
    expect(gateway.logged.join('')).toContain('TOKEN_FROM_THE_FUTURE');
  });

  test('tells a role that may not enter it nothing about proofs', async () => {
    const { query, variables } = operationAt('Mutation.approveMandate', 'PRIVACY_OFFICER');
    const { codes } = await gateway.ask('support', query, {
      variables: { ...variables },
      purpose: 'CUSTOMER_SUPPORT',
      assurance: { acr: passwordAcr, provenAt: testNow },
    });
    expect(codes).toEqual(['FIELD_NOT_PERMITTED']);
  });
});

describe('the role of a privacy officer', () => {
  const stale: Assurance = { acr: passkeyAcr, provenAt: ago(6 * 3_600) };
  const queries = ['{ mandates(first: 1) { totalCount } }', '{ services { totalCount } }', '{ __schema { queryType { name } } }'];

  test.each(queries)('reads by %s hours after a passkey, and never after a weaker sign-in', async (query) => {
    const purpose = 'MANDATE_ADMINISTRATION';
    expect(await gateway.ask('privacy-officer', query, { purpose, assurance: stale })).toMatchObject({ status: 200, codes: [] });
    for (const acr of [undefined, passwordAcr, 'urn:need-to-know:acr:recovery', 'PHR', 'phr phrh', '']) {
      const { status, codes, data } = await gateway.ask('privacy-officer', query, { purpose, assurance: { acr, provenAt: testNow } });
      expect({ status, codes, data }).toEqual(refused);
    }
  });
});

test('an employee with a password reads what no proof is needed for', async () => {
  const { codes, data } = await gateway.ask('staff-administrator', '{ employees(first: 1) { totalCount } }', {
    purpose: 'STAFF_ADMINISTRATION',
    assurance: { acr: passwordAcr, provenAt: ago(3_600) },
  });
  expect([codes, data]).toEqual([[], { employees: { totalCount: expect.any(Number) } }]);
});
