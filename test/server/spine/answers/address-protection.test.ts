import { town } from '../../../../src/town/index.ts';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters, personas } from '../../../../demo/personas.ts';
import { buildSchema } from '../../../../src/server/spine/document/build-schema.ts';
import { Purpose } from '../../../../src/town/shared/graphql/generated/schema.ts';
import type { Answered, Asked } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';
import { together, wholeQueries } from '../../../helpers/asking/whole-operation.ts';

// Clause `safeguards`: no principal finds a protected person's home, by any path.
let secrets: string[];
const gateway = useGateway();
beforeAll(async () => {
  const [row] = await gateway.database.asOwner<{ secrets: string[] }>(
    `select array_remove(array_agg(distinct secret), null) as secrets from recreation.resident,
       lateral unnest(array[street, postal_code, phone, mobile_phone]) secret where id = any($1)`,
    [[cast.protectedPerson, cast.protectedChild, cast.protectedHousemate]],
  );
  const homes = await gateway.database.asOwner<{ household_id: string }>(
    'select household_id from recreation.household_member where resident_id = $1 and is_home',
    [cast.protectedPerson],
  );
  secrets = [...row!.secrets, homes[0]!.household_id];
  // Makes every kind of case be about the protected person.
  await gateway.database
    .asOwner('update recreation.encounter set employee_id = $2 where id = $1', [matters.encounter, cast.otherClerk])
    .catch(() => undefined);
  await gateway.database.asOwner('update recreation.encounter set ended_at = now() where id = $1', [matters.encounter]);
  await gateway.database.asOwner('update recreation.encounter set employee_id = $2 where id = $1', [matters.otherEncounter, cast.clerk]);
  for (const mandate of [matters.workOrder, matters.creditCheck, matters.debtAssignment]) {
    await gateway.database.asOwner('insert into recreation.mandate_subject values ($1, $2), ($1, $3) on conflict do nothing', [
      mandate,
      cast.protectedPerson,
      cast.protectedChild,
    ]);
  }
  await gateway.database.asOwner(
    `update recreation.account set credit_check_open = true, overdue_amount = 10, overdue_since = '2026-01-01', assigned_to = $1 where resident_id = any($2)`,
    [cast.collectionAgency, [cast.protectedPerson, cast.protectedChild]],
  );
});

const { schema } = buildSchema(town);
const queries = wholeQueries(
  schema,
  { 'Query.resident': '(id: $subject)', 'Query.ticket': `(id: "${matters.protectedTicket}")`, 'Query.mandate': '(id: $mandate)' },
  '$subject: ID!, $mandate: ID!',
);

function found({ text }: Pick<Answered, 'text'>): string[] {
  return secrets.filter((secret) => text.includes(secret));
}

async function asResident(id: string, subject: string): Promise<ReturnType<typeof together>> {
  const { issueToken } = await import('../../../helpers/tokens/issuer.ts');
  const { readConfig } = await import('../../../../src/platform/settings/config.ts');
  const { testCluster, testNow } = await import('../../../helpers/database/cluster.ts');
  const token = await issueToken(readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory }), {
    subject: id,
    role: 'RESIDENT',
    purposes: ['SELF_SERVICE'],
    now: testNow,
  });
  const send = (query: string): Promise<Answered> =>
    gateway.send({
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables: { subject, mandate: matters.courtOrder } }),
    });
  return together(await Promise.all(queries.map(send)));
}

async function ask(persona: string, asked: Asked): Promise<ReturnType<typeof together>> {
  return together(await Promise.all(queries.map((query) => gateway.ask(persona, query, asked))));
}

describe('a protected address is found by', () => {
  test('the protected person', async () => {
    const answer = await asResident(cast.protectedPerson, cast.protectedPerson);
    expect(answer.data.Query__resident.Resident__address.Address__street).toEqual(expect.any(String));
    expect(found(answer)).not.toEqual([]);
  });

  test('an adult of the same household, through the child in care', async () => {
    const answer = await asResident(cast.protectedPerson, cast.protectedChild);
    expect(answer.data.Query__resident.Resident__address.Address__street).toEqual(expect.any(String));
  });

  test('a legal demand that names the person', async () => {
    const answer = await ask('police', {
      mandate: matters.protectedOrder,
      variables: { subject: cast.protectedPerson, mandate: matters.protectedOrder },
    });
    expect(found(answer)).not.toEqual([]);
  });
});

describe('a protected address is not found by', () => {
  test.each([
    ['the other parent, who is the child’s guardian for all areas', cast.estrangedParent],
    ['a neighbour', cast.neighbour],
    ['a guardian of others', cast.guardian],
  ])('%s', async (_name, id) => {
    for (const subject of [cast.protectedPerson, cast.protectedChild, cast.protectedHousemate]) {
      expect(found(await asResident(id, subject))).toEqual([]);
    }
  });

  test('the other parent, who sees the child', async () => {
    const answer = await asResident(cast.estrangedParent, cast.protectedChild);
    expect(answer.data.Query__resident.Resident__givenName).toEqual(expect.any(String));
    expect(answer.data.Query__resident.Resident__address).toEqual({
      Address__street: null,
      Address__locality: null,
      Address__province: null,
      Address__postalCode: null,
    });
    expect(answer.data.Query__resident.Resident__household).toBeNull();
  });

  const others = personas.filter(({ role }) => role !== 'RESIDENT');
  const asked = others.flatMap((one) =>
    one.purposes.flatMap((purpose) =>
      [undefined, matters.otherEncounter, matters.protectedTicket, matters.protectedRequest].map((caseId) => ({ ...one, purpose, caseId })),
    ),
  );
  test.each(asked)('$persona for $purpose with $caseId', async ({ persona, purpose, caseId, mandates }) => {
    await gateway.database.asOwner('update recreation.encounter set purpose = $2 where id = $1', [matters.otherEncounter, purpose]);
    for (const subject of [cast.protectedPerson, cast.protectedChild]) {
      const answer = await ask(persona, {
        purpose,
        variables: { subject, mandate: mandates[0] ?? matters.courtOrder },
        ...(caseId !== undefined && { case: caseId }),
      });
      expect(found(answer)).toEqual([]);
    }
  });

  test('a search at the counter, which shows neither the town nor the telephone of anyone', async () => {
    for (const id of [cast.neighbour, cast.protectedPerson, cast.protectedHousemate, cast.protectedChild]) {
      const query = `{ resident(id: "${id}") { givenName phoneHint address { locality } } }`;
      const { data } = await gateway.ask('customer-service', query, { purpose: 'SERVICE_PROVISION' });
      expect(data.resident).toEqual({ givenName: expect.any(String), phoneHint: null, address: { locality: null } });
    }
  });

  test('a filter by a protected value', async () => {
    for (const purpose of [Purpose.SERVICE_PROVISION]) {
      const by = (filter: string): Promise<Answered> =>
        gateway.ask('customer-service', `{ residents(filter: { ${filter} }) { totalCount } }`, { purpose });
      expect((await by('locality: "Leduc"')).codes).toEqual(['ARGUMENT_NOT_PERMITTED']);
      expect((await by('phone: "+17805550100"')).codes).toEqual(['ARGUMENT_NOT_PERMITTED']);
    }
  });
});

test('the case opens the rest of the person’s record', async () => {
  await gateway.database.asOwner(`update recreation.encounter set purpose = 'SERVICE_PROVISION' where id = $1`, [matters.otherEncounter]);
  const { data } = await gateway.ask(
    'customer-service',
    `{ resident(id: "${cast.protectedPerson}") { email phone phoneHint address { street locality } household { id } } }`,
    {
      purpose: 'SERVICE_PROVISION',
      case: matters.otherEncounter,
    },
  );
  expect(data.resident).toEqual({
    email: expect.stringMatching(/@/),
    phone: null,
    phoneHint: null,
    address: { street: null, locality: null },
    household: null,
  });
});

test('an encounter does not reveal who lives together', async () => {
  const people =
    '{ currentCase { ... on Encounter { people { ... on Resident { givenName } ... on HouseholdMember { givenName } } } } residents { totalCount } }';
  const serving = async (residentId: string): Promise<[people: number | undefined, found: number]> => {
    await gateway.database.asOwner(`update recreation.encounter set resident_id = $2, purpose = 'SERVICE_PROVISION' where id = $1`, [
      matters.otherEncounter,
      residentId,
    ]);
    const first = await gateway.ask('customer-service', people, { purpose: 'SERVICE_PROVISION', case: matters.otherEncounter });
    await gateway.database.asOwner(`update recreation.encounter set purpose = 'PAYMENT' where id = $1`, [matters.otherEncounter]);
    const second = await gateway.ask('customer-service', '{ residents { totalCount } }', {
      purpose: 'PAYMENT',
      case: matters.otherEncounter,
    });
    return [first.data.currentCase.people?.length, second.data.residents.totalCount];
  };
  // An encounter serves a guardian together with a minor at home. An encounter for a payment does not, because it shows no household.
  expect(await serving(cast.guardian)).toEqual([2, 1]);
  expect(await serving(cast.protectedPerson)).toEqual([undefined, 1]);
  expect(await serving(cast.estrangedParent)).toEqual([1, 1]);
});
