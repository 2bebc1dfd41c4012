import { town } from '../../../../src/town/index.ts';
import type { Reader } from '../../../../src/engine/rows/reader.ts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { parse, type OperationDefinitionNode } from 'graphql';
import type { Principal } from '../../../../src/engine/purpose/principal.ts';
import { cast, matters, personaNamed } from '../../../../demo/personas.ts';
import { openOrm } from '../../../../src/platform/postgres/connections/orm.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { partnerOf } from '../../../../src/town/policy/partners/partners.ts';
import { Acknowledgements, PurposeTexts } from '../../../../src/engine/purpose/purpose-texts.ts';
import { declarePurpose } from '../../../../src/engine/purpose/declare-purpose.ts';
import { findCase } from '../../../../src/town/shared/access/open-case.ts';
import { readResidentsById } from '../../../../src/town/people/residents.ts';
import { caseRelationships, relationshipColumns, lookUpRelationships } from '../../../../src/town/shared/access/relationships.ts';
import type { RelationshipFact } from '../../../../src/engine/rows/row.ts';
import { copyDatabase, testNow, testToday, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { standpoints } from '../../../non-interference/towns/standpoints.ts';
import { furtherMatters, furtherStaff } from '../../../non-interference/towns/further-encounters.ts';

let database: TestDatabase;
let orm: MikroORM;
let reader: Reader;
let everyId: string[];
const kinds = new Set<string>();
beforeAll(async () => {
  database = await copyDatabase();
  orm = await openOrm(database.roles.gateway, town.entities);
  reader = { database: orm.em.getKysely<unknown>(), now: testNow, today: testToday };
  const encounters = [
    [furtherStaff.cashier, furtherMatters.payment, 'PAYMENT', cast.resident],
    [furtherStaff.doorkeeper, furtherMatters.ageCheck, 'AGE_VERIFICATION', cast.resident],
    [furtherStaff.host, furtherMatters.family, 'SERVICE_PROVISION', cast.guardian],
  ];
  for (const encounter of encounters) {
    await database.asOwner(
      `with clerk as (insert into recreation.employee (id, given_name, family_name, roles, record_declared_at) values ($1, 'C', 'Y', '{CUSTOMER_SERVICE}', $5))
       insert into recreation.encounter (employee_id, id, purpose, resident_id, started_at, last_active_at) values ($1, $2, $3, $4, $5, $5)`,
      [...encounter, testNow],
    );
  }
  await database.asOwner('update recreation.ticket set assignee_id = $2, closed_at = null where id = $1', [
    matters.otherTicket,
    personaNamed('support').principal,
  ]);
  everyId = (await database.asOwner<{ id: string }>('select id from recreation.resident')).map(({ id }) => id);
});
afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

const sorted = (facts: ReadonlyMap<string, RelationshipFact | undefined>): (readonly [string, RelationshipFact | undefined])[] =>
  [...facts].toSorted(([one], [other]) => (one < other ? -1 : 1));

test.each(standpoints)('$name: the relationships that are selected with residents equal those of a look-up', async (standpoint) => {
  const { role, principal: id, purposes, purpose, case: caseId, mandate: mandateId } = standpoint;
  const principal: Principal = {
    id,
    role,
    partner: partnerOf(role) !== undefined,
    tokenPurposes: purposes,
    authorityId: mandateId,
    caseId: undefined,
  };
  // The operation has no purpose directive: the standpoint sets the purpose.
  const operation = parse('{ me { id } }').definitions[0] as OperationDefinitionNode;
  const ofCase = new Map<string, RelationshipFact | undefined>();
  const declaration = await declarePurpose(
    {
      policy: policyInForce,
      application: town,
      acknowledgements: new Acknowledgements(new PurposeTexts(policyInForce, town.sayPurpose), town.acknowledgements),
    },
    principal,
    { purpose, case: caseId },
    { operation, variables: {} },
    reader,
    caseRelationships(principal, testToday, ofCase),
  );

  const selected = new Map<string, RelationshipFact | undefined>();
  const reading = {
    ...reader,
    relationshipColumns: relationshipColumns(principal, declaration, testToday, (one, fact) => selected.set(one, fact)),
  };
  const rows = await readResidentsById(reading, everyId, new Set(['givenName']), testToday);
  expect(rows.size).toBe(everyId.length);

  const lookedUp = await lookUpRelationships(reader, principal, declaration, everyId);
  expect(sorted(selected)).toEqual(id === undefined ? [] : sorted(new Map(everyId.map((one) => [one, lookedUp.get(one)]))));
  // The case is found with the relationship of its resident.
  const matter = everyId.filter((one) => one === declaration.openCase?.subjectId);
  expect(sorted(ofCase)).toEqual(matter.map((one) => [one, lookedUp.get(one)]));
  for (const fact of selected.values()) kinds.add(fact ? [fact.relationship, ...fact.conditions].join(' ') : 'nothing');
});

test.each([
  ['customer-service', 'SERVICE_PROVISION', matters.encounter, 'update recreation.encounter set ended_at = last_active_at where id = $1'],
  ['support', 'CUSTOMER_SUPPORT', matters.ticket, 'update recreation.ticket set closed_at = opened_at where id = $1'],
  ['privacy-officer', 'RIGHTS_FULFILMENT', matters.request, 'update recreation.request set withdrawn_at = filed_at where id = $1'],
] as const)('%s: a case relates to its resident while it is open', async (persona, purpose, caseId, close) => {
  const { principal: id, role } = personaNamed(persona);
  const principal: Principal = { id, role, partner: false, tokenPurposes: [purpose], authorityId: undefined, caseId: undefined };
  const relate = async (): Promise<string | undefined> => {
    const facts = new Map<string, RelationshipFact | undefined>();
    await findCase(reader, principal, purpose, caseId, caseRelationships(principal, testToday, facts));
    const [[one, fact]] = [...facts] as [[string, RelationshipFact]];
    const none = await lookUpRelationships(reader, principal, { purpose, openCase: undefined, authority: undefined }, [one]);
    expect([none.get(one)?.relationship, none.get(one)?.conditions]).toEqual(['NONE', fact.conditions]);
    return fact.relationship;
  };
  expect(await relate()).not.toBe('NONE');
  await database.asOwner(close, [caseId]);
  expect(await relate()).toBe('NONE');
});

test('the standpoints above had every kind of relationship and condition', () => {
  const said = [...kinds].join(' ');
  for (const word of ['SELF', 'GUARDIAN', 'HOUSEHOLD', 'ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST', 'MANDATE', 'NONE', 'nothing'])
    expect(said).toContain(word);
  for (const word of ['ADDRESS_PROTECTED', 'ADULT_OF_THAT_HOUSEHOLD', 'CARE_INCLUDES_ADDRESS', 'CREDIT_CHECK_OPEN', 'OVERDUE_AND_ASSIGNED'])
    expect(said).toContain(word);
});
