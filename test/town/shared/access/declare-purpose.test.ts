import { town } from '../../../../src/town/index.ts';
import type { Reader } from '../../../../src/engine/rows/reader.ts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse, type OperationDefinitionNode } from 'graphql';
import { Kysely, PostgresDialect } from 'kysely';
import { anonymousPrincipal, type Principal } from '../../../../src/engine/purpose/principal.ts';
import { cast, matters, personaNamed } from '../../../../demo/personas.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { Acknowledgements, PurposeTexts } from '../../../../src/engine/purpose/purpose-texts.ts';
import { declarePurpose, type PurposeHeaders } from '../../../../src/engine/purpose/declare-purpose.ts';
import { copyDatabase, testNow, testToday, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { ownPool } from '../../../helpers/database/own-pool.ts';

const anonymous = anonymousPrincipal(policyInForce);
let database: TestDatabase;
let reader: Reader;
let closeReader: () => Promise<void>;
beforeAll(async () => {
  database = await copyDatabase();
  const connections = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: ownPool(database.roles.gateway) }),
  });
  reader = { database: connections, now: testNow, today: testToday };
  closeReader = () => connections.destroy();
});
afterAll(async () => {
  await closeReader();
  await database.drop();
});

/** The text of a purpose of the counter, which the population has acknowledged. */
const acknowledged = (purpose: string): unknown => ({
  version: new PurposeTexts(policyInForce, town.sayPurpose).of('CUSTOMER_SERVICE', testToday).find((one) => one.purpose === purpose)!
    .version,
  isAcknowledged: true,
});
const acknowledgements = new Acknowledgements(new PurposeTexts(policyInForce, town.sayPurpose), town.acknowledgements);
const plain = operation('{ __typename }');
const noHeaders: PurposeHeaders = { purpose: undefined, case: undefined };
const unknownId = '99999999-9999-4999-8999-999999999999';

function operation(text: string): OperationDefinitionNode {
  return parse(text).definitions[0] as OperationDefinitionNode;
}

function principal(name: string, more: Partial<Principal> = {}): Principal {
  const { role, purposes, principal: id } = personaNamed(name);
  return { id, role, partner: false, tokenPurposes: purposes, authorityId: undefined, caseId: undefined, ...more };
}

const declare = (who: Principal, headers: Partial<PurposeHeaders> = {}, of = plain, variables: Record<string, unknown> = {}) =>
  declarePurpose(
    { policy: policyInForce, application: town, acknowledgements },
    who,
    { ...noHeaders, ...headers },
    { operation: of, variables },
    reader,
  );
const refused = (code: string, reason?: string) =>
  expect.objectContaining(reason === undefined ? { code } : { code, extensions: expect.objectContaining({ reason }) });

describe('the purpose', () => {
  test('comes from the header', async () => {
    expect(await declare(principal('customer-service'), { purpose: 'PAYMENT' })).toStrictEqual({
      purpose: 'PAYMENT',
      purposeText: acknowledged('PAYMENT'),
      openCase: undefined,
      authority: undefined,
    });
    await expect(declare(principal('customer-service'), { purpose: 'LEGAL_DEMAND' })).rejects.toEqual(refused('PURPOSE_NOT_ALLOWED'));
  });

  test('comes from the operation, which must agree with the header', async () => {
    const clerk = principal('customer-service');
    const marked = operation('query @include(if: true) @purpose(was: SELF_SERVICE, is: AGE_VERIFICATION) { __typename }');
    expect(await declare(clerk, {}, marked)).toMatchObject({ purpose: 'AGE_VERIFICATION' });
    expect(await declare(clerk, { purpose: 'AGE_VERIFICATION' }, marked)).toMatchObject({ purpose: 'AGE_VERIFICATION' });
    await expect(declare(clerk, { purpose: 'PAYMENT' }, marked)).rejects.toEqual(refused('PURPOSE_CONFLICT'));
  });

  test('is undefined if it is named nowhere, and SELF_SERVICE by default for a resident', async () => {
    for (const who of [anonymous, principal('customer-service')]) expect(await declare(who)).toMatchObject({ purpose: undefined });
    for (const text of ['{ __typename }', '{ __typename @purpose(is: PAYMENT) }', 'query @include(is: PAYMENT) { __typename }']) {
      expect(await declare(principal('resident'), {}, operation(text))).toMatchObject({ purpose: 'SELF_SERVICE' });
    }
    const withoutDirectives = { ...plain, directives: undefined } as unknown as OperationDefinitionNode;
    expect(await declare(principal('resident'), {}, withoutDirectives)).toMatchObject({ purpose: 'SELF_SERVICE' });
  });

  test('comes from a variable of the operation, or its default', async () => {
    const clerk = principal('customer-service');
    const marked = operation('query($is: Purpose!) @purpose(is: $is) { __typename }');
    const usual = operation('query($is: Purpose! = PAYMENT) @purpose(is: $is) { __typename }');
    expect(await declare(clerk, {}, marked, { is: 'PAYMENT' })).toMatchObject({ purpose: 'PAYMENT' });
    expect(await declare(clerk, {}, usual)).toMatchObject({ purpose: 'PAYMENT' });
    expect(await declare(clerk, {}, usual, { is: 'AGE_VERIFICATION' })).toMatchObject({ purpose: 'AGE_VERIFICATION' });
    for (const is of [undefined, null, '', 'NOSINESS', 7, ['PAYMENT'], { is: 'PAYMENT' }]) {
      await expect(declare(clerk, {}, marked, { is })).rejects.toEqual(refused('PURPOSE_UNKNOWN'));
    }
    await expect(declare(clerk, { purpose: 'PAYMENT' }, marked, { is: 'AGE_VERIFICATION' })).rejects.toEqual(refused('PURPOSE_CONFLICT'));
  });

  test('must be part of the duty of the principal', async () => {
    const reviewer = principal('reviewer', { tokenPurposes: ['ACCESS_REVIEW', 'RIGHTS_FULFILMENT'] });
    expect(await declare(reviewer, { purpose: 'ACCESS_REVIEW' })).toMatchObject({ purpose: 'ACCESS_REVIEW' });
    await expect(declare(reviewer, { purpose: 'RIGHTS_FULFILMENT' })).rejects.toEqual(refused('DUTIES_SEPARATED'));
  });

  test('of a directive without its argument is undefined', async () => {
    for (const directive of ['@purpose', '@purpose(was: PAYMENT)']) {
      expect(await declare(principal('resident'), {}, operation(`query ${directive} { __typename }`))).toMatchObject({
        purpose: 'SELF_SERVICE',
      });
    }
    const marked = operation('query @purpose { __typename }');
    const directives = [{ ...marked.directives![0]!, arguments: undefined }];
    const bare = { ...marked, directives } as unknown as OperationDefinitionNode;
    expect(await declare(principal('resident'), {}, bare)).toMatchObject({ purpose: 'SELF_SERVICE' });
  });
});

describe('the mandate', () => {
  const police = (mandateId: string, more: Partial<Principal> = {}) =>
    principal('police', { partner: true, authorityId: mandateId, ...more });

  test('in force gives the purpose and its categories', async () => {
    const { purpose, authority: mandate } = await declare(police(matters.courtOrder));
    expect(purpose).toBe('LEGAL_DEMAND');
    expect(mandate).toEqual({
      id: matters.courtOrder,
      inForce: true,
      categories: new Set(['NAME', 'INITIALS', 'BIRTH_DATE', 'ADDRESS', 'LOCALITY']),
    });
  });

  test('is narrowed to the data subjects that the token names', async () => {
    const subjects = new Set([cast.resident]);
    expect((await declare(police(matters.courtOrder, { limits: { subjects } }))).authority?.subjects).toBe(subjects);
  });

  test.each([
    ['expired', matters.expiredOrder],
    ['revoked', matters.revokedOrder],
    ['half approved', matters.halfApprovedOrder],
  ])('that is %s names the purpose and no category', async (_state, id) => {
    expect(await declare(police(id))).toEqual({
      purpose: 'LEGAL_DEMAND',
      openCase: undefined,
      authority: { id, inForce: false, categories: new Set() },
    });
  });

  test('of another partner looks like one that does not exist', async () => {
    for (const id of [matters.workOrder, unknownId, 'no uuid']) {
      expect(await declare(police(id))).toEqual({
        purpose: undefined,
        openCase: undefined,
        authority: { id, inForce: false, categories: new Set() },
      });
    }
    expect((await declare(principal('maintenance-agent', { partner: true, authorityId: matters.workOrder }))).authority?.inForce).toBe(
      true,
    );
  });

  test('must agree with the header and with the token', async () => {
    const token = { tokenPurposes: ['LEGAL_DEMAND', 'MAINTENANCE'] as const };
    expect(await declare(police(matters.courtOrder, token), { purpose: 'LEGAL_DEMAND' })).toMatchObject({ purpose: 'LEGAL_DEMAND' });
    await expect(declare(police(matters.courtOrder, { tokenPurposes: [] }))).rejects.toEqual(refused('PURPOSE_NOT_ALLOWED'));
  });

  test('is undefined for a principal whose token has none', async () => {
    expect(await declare(principal('police', { partner: true }), { purpose: 'LEGAL_DEMAND' })).toMatchObject({ authority: undefined });
  });
});

describe('the case', () => {
  const clerk = principal('customer-service');
  const service = { purpose: 'SERVICE_PROVISION' } as const;
  const encounter = { kind: 'ENCOUNTER', id: matters.encounter, subjectId: cast.resident, renewalDue: false } as const;

  test('comes from the header, in upper or lower case', async () => {
    expect(await declare(clerk, { ...service, case: matters.encounter })).toStrictEqual({
      purpose: 'SERVICE_PROVISION',
      purposeText: acknowledged('SERVICE_PROVISION'),
      openCase: encounter,
      authority: undefined,
    });
    const request = '60000000-0000-4000-8000-00000000abcd';
    await database.asOwner('delete from recreation.request_message where request_id = $1', [matters.request]);
    await database.asOwner('update recreation.request set id = $2 where id = $1', [matters.request, request]);
    const upper = await declare(principal('privacy-officer'), { purpose: 'RIGHTS_FULFILMENT', case: request.toUpperCase() });
    const found = { kind: 'REQUEST', id: request, subjectId: cast.resident, renewalDue: false };
    expect(upper.openCase).toEqual(found);
    const named = operation(`query @case(id: "${request.toUpperCase()}") { __typename }`);
    expect((await declare(principal('privacy-officer'), { purpose: 'RIGHTS_FULFILMENT' }, named)).openCase).toEqual(found);
    await database.asOwner('update recreation.request set id = $2 where id = $1', [request, matters.request]);
  });

  test('comes from the operation, as a text, a variable or its default, and must agree with the header', async () => {
    const found = { openCase: encounter };
    const { encounter: id } = matters;
    const marked = operation('query($id: ID!) @case(id: $id) { __typename }');
    expect(await declare(clerk, service, operation(`query @case(id: "${id}") { __typename }`))).toMatchObject(found);
    expect(await declare(clerk, service, operation(`query($id: ID! = "${id}") @case(id: $id) { __typename }`))).toMatchObject(found);
    expect(await declare(clerk, service, marked, { id })).toMatchObject(found);
    expect(await declare(clerk, { ...service, case: id }, marked, { id: id.toUpperCase() })).toMatchObject(found);
    expect(await declare(clerk, service, marked, { id: id.toUpperCase() })).toMatchObject(found);
    await expect(declare(clerk, { ...service, case: matters.otherEncounter }, marked, { id })).rejects.toEqual(refused('CASE_CONFLICT'));
    await expect(declare(clerk, { ...service, case: id }, marked, { id: unknownId })).rejects.toEqual(refused('CASE_CONFLICT'));
    for (const other of [undefined, null, '', 7, unknownId, matters.otherEncounter, [id]]) {
      await expect(declare(clerk, service, marked, { id: other })).rejects.toEqual(refused('CASE_UNKNOWN'));
    }
    await expect(declare({ ...clerk, caseId: id }, service, marked, { id: matters.otherEncounter })).rejects.toEqual(
      refused('CASE_UNKNOWN'),
    );
  });

  test('comes from the token, and then no other case is accepted', async () => {
    const bound = { ...clerk, caseId: matters.encounter };
    expect(await declare(bound, service)).toMatchObject({ openCase: encounter });
    expect(await declare(bound, { ...service, case: matters.encounter })).toMatchObject({ openCase: encounter });
    const other = principal('support', { caseId: matters.ticket });
    expect(await declare(principal('support'), { purpose: 'CUSTOMER_SUPPORT', case: matters.protectedTicket })).toMatchObject({
      openCase: { subjectId: cast.protectedPerson },
    });
    await expect(declare(other, { purpose: 'CUSTOMER_SUPPORT', case: matters.protectedTicket })).rejects.toEqual(
      refused('CASE_UNKNOWN', 'OTHER_CASE_IN_TOKEN'),
    );
  });

  test('of another principal, for another purpose or without a purpose looks like one that does not exist', async () => {
    for (const id of [matters.otherEncounter, matters.ticket, unknownId, 'no uuid']) {
      await expect(declare(clerk, { ...service, case: id })).rejects.toEqual(refused('CASE_UNKNOWN'));
    }
    await expect(declare(clerk, { purpose: 'PAYMENT', case: matters.encounter })).rejects.toEqual(refused('CASE_UNKNOWN'));
    await expect(declare(clerk, { case: matters.encounter })).rejects.toEqual(refused('CASE_UNKNOWN'));
    // A ticket is found by its assignment alone, so the refusal is due to the missing purpose.
    await expect(declare(principal('support'), { case: matters.ticket })).rejects.toEqual(refused('CASE_UNKNOWN', 'PURPOSE_MISSING'));
  });

  test('of one’s own that has ended says so', async () => {
    await database.asOwner('update recreation.encounter set ended_at = $2 where id = $1', [matters.encounter, testNow]);
    await expect(declare(clerk, { ...service, case: matters.encounter })).rejects.toEqual(refused('CASE_UNKNOWN', 'ENCOUNTER_ENDED'));
    await database.asOwner('update recreation.encounter set ended_at = null where id = $1', [matters.encounter]);
  });
});
