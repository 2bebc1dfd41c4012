import { describe, expect, test } from '@jest/globals';
import { parse, type OperationDefinitionNode } from 'graphql';
import type { Application, Authority, CaseProblem } from '../../../src/engine/application.ts';
import { Acknowledgements, PurposeTexts } from '../../../src/engine/purpose/purpose-texts.ts';
import type { OpenCase } from '../../../src/engine/purpose/declaration.ts';
import { declarePurpose, type PurposeHeaders } from '../../../src/engine/purpose/declare-purpose.ts';
import { anonymousPrincipal, type Principal } from '../../../src/engine/purpose/principal.ts';
import type { Purpose, Role } from '../../../src/engine/register.ts';
import type { Reader } from '../../../src/engine/rows/reader.ts';
import { clubPolicy } from '../club/policy.ts';

const reader = { today: '2026-06-15', now: new Date('2026-06-15T18:00:00Z') } as Reader;
const ids = {
  visit: '10000000-0000-4000-8000-0000000000ab',
  otherVisit: '10000000-0000-4000-8000-0000000000cd',
  endedVisit: '10000000-0000-4000-8000-0000000000ef',
  lesson: '20000000-0000-4000-8000-000000000001',
  otherLesson: '20000000-0000-4000-8000-000000000002',
  unknown: '99999999-9999-4999-8999-999999999999',
};

/** The cases: whose they are, what for, and what is found. */
const cases: Readonly<Record<string, readonly [principal: string, purpose: Purpose, found: OpenCase | CaseProblem]>> = {
  [ids.visit]: ['receptionist', 'RECEPTION', { kind: 'VISIT', id: ids.visit, subjectId: 'ann', renewalDue: false }],
  [ids.otherVisit]: ['colleague', 'RECEPTION', { kind: 'VISIT', id: ids.otherVisit, subjectId: 'ben', renewalDue: false }],
  [ids.endedVisit]: ['receptionist', 'RECEPTION', 'VISIT_ENDED'],
  [ids.lesson]: ['coach', 'COACHING', { kind: 'LESSON', id: ids.lesson, subjectId: 'ann', renewalDue: true }],
  [ids.otherLesson]: ['coach', 'COACHING', { kind: 'LESSON', id: ids.otherLesson, subjectId: 'ben', renewalDue: false }],
};
const authorities: Readonly<Record<string, readonly [principal: string, authority: Authority]>> = {
  squad: ['federation', { purpose: 'COMPETITION', categories: ['NAME', 'BIRTH_DATE'], inForce: true }],
  formerSquad: ['federation', { purpose: 'COMPETITION', categories: ['NAME'], inForce: false }],
  contract: ['insurer', { purpose: 'INSURANCE', categories: ['HEALTH'], inForce: true }],
};
const application: Pick<Application, 'authorities' | 'cases' | 'duties'> = {
  authorities: {
    read: async (_reader, id, principalId) => {
      const [owner, authority] = authorities[id] ?? [];
      return owner === principalId ? authority : undefined;
    },
    readEngagement: () => Promise.reject(new Error('a purpose needs no engagement')),
    readCategories: () => Promise.reject(new Error('a purpose needs one authority')),
  },
  cases: {
    find: async (_reader, { id }, purpose, caseId) => {
      const [owner, served, found] = cases[caseId] ?? [];
      return owner === id && served === purpose ? found : undefined;
    },
    renew: () => Promise.reject(new Error('finding a case changes nothing')),
  },
  duties: { read: async (_reader, id) => ({ reviewsLog: id === 'reviewer', onRecord: false }) },
};

const texts = new PurposeTexts(clubPolicy, (purpose) => ({ en: purpose, fr: purpose }));
const acknowledgements = new Acknowledgements(texts, {
  read: async (_reader, _id, asked) => new Set(asked.map(({ version }) => version)),
});
/** The text of a purpose of the desk. */
const acknowledged = (purpose: Purpose): unknown => ({
  version: texts.of('RECEPTIONIST', reader.today).find((one) => one.purpose === purpose)!.version,
  isAcknowledged: true,
});

const plain = operation('{ __typename }');
function operation(text: string): OperationDefinitionNode {
  return parse(text).definitions[0] as OperationDefinitionNode;
}

function principal(id: string, role: Role, tokenPurposes: readonly Purpose[], more: Partial<Principal> = {}): Principal {
  return { id, role, partner: false, tokenPurposes, authorityId: undefined, caseId: undefined, ...more };
}
const anonymous = anonymousPrincipal(clubPolicy);
const member = principal('ann', 'MEMBER', ['OWN_AFFAIRS']);
const receptionist = principal('receptionist', 'RECEPTIONIST', ['RECEPTION', 'DUES', 'AGE_CHECK']);
const coach = principal('coach', 'COACH', ['COACHING']);
const federation = (authorityId: string | undefined, more: Partial<Principal> = {}) =>
  principal('federation', 'FEDERATION', ['COMPETITION'], { partner: true, authorityId, ...more });

const declare = (who: Principal, headers: Partial<PurposeHeaders> = {}, of = plain, variables: Record<string, unknown> = {}) =>
  declarePurpose(
    { policy: clubPolicy, application, acknowledgements },
    who,
    { purpose: undefined, case: undefined, ...headers },
    { operation: of, variables },
    reader,
  );
const refused = (code: string, reason?: string) =>
  expect.objectContaining(reason === undefined ? { code } : { code, extensions: expect.objectContaining({ reason }) });

describe('the purpose', () => {
  test('comes from the header', async () => {
    expect(await declare(receptionist, { purpose: 'DUES' })).toStrictEqual({
      purpose: 'DUES',
      purposeText: acknowledged('DUES'),
      openCase: undefined,
      authority: undefined,
    });
    await expect(declare(receptionist, { purpose: 'COMPETITION' })).rejects.toEqual(refused('PURPOSE_NOT_ALLOWED'));
  });

  test('comes from the operation, which must agree with the header', async () => {
    const marked = operation('query @include(if: true) @purpose(was: OWN_AFFAIRS, is: AGE_CHECK) { __typename }');
    expect(await declare(receptionist, {}, marked)).toMatchObject({ purpose: 'AGE_CHECK' });
    expect(await declare(receptionist, { purpose: 'AGE_CHECK' }, marked)).toMatchObject({ purpose: 'AGE_CHECK' });
    await expect(declare(receptionist, { purpose: 'DUES' }, marked)).rejects.toEqual(refused('PURPOSE_CONFLICT'));
  });

  test('is undefined if it is named nowhere, and the usual one by default for a role that has one', async () => {
    for (const who of [anonymous, receptionist]) expect(await declare(who)).toMatchObject({ purpose: undefined });
    for (const text of ['{ __typename }', '{ __typename @purpose(is: DUES) }', 'query @include(is: DUES) { __typename }']) {
      expect(await declare(member, {}, operation(text))).toMatchObject({ purpose: 'OWN_AFFAIRS' });
    }
    const withoutDirectives = { ...plain, directives: undefined } as unknown as OperationDefinitionNode;
    expect(await declare(member, {}, withoutDirectives)).toMatchObject({ purpose: 'OWN_AFFAIRS' });
  });

  test('comes from a variable of the operation, or its default', async () => {
    const marked = operation('query($is: Purpose!) @purpose(is: $is) { __typename }');
    const usual = operation('query($is: Purpose! = DUES) @purpose(is: $is) { __typename }');
    expect(await declare(receptionist, {}, marked, { is: 'DUES' })).toMatchObject({ purpose: 'DUES' });
    expect(await declare(receptionist, {}, usual)).toMatchObject({ purpose: 'DUES' });
    expect(await declare(receptionist, {}, usual, { is: 'AGE_CHECK' })).toMatchObject({ purpose: 'AGE_CHECK' });
    for (const is of [undefined, null, '', 'NOSINESS', 7, ['DUES'], { is: 'DUES' }]) {
      await expect(declare(receptionist, {}, marked, { is })).rejects.toEqual(refused('PURPOSE_UNKNOWN'));
    }
    await expect(declare(receptionist, { purpose: 'DUES' }, marked, { is: 'AGE_CHECK' })).rejects.toEqual(refused('PURPOSE_CONFLICT'));
  });

  test('must be part of the duty of the principal', async () => {
    const reviewer = principal('reviewer', 'SECRETARY', ['LOG_REVIEW', 'INQUIRIES']);
    expect(await declare(reviewer, { purpose: 'LOG_REVIEW' })).toMatchObject({ purpose: 'LOG_REVIEW' });
    await expect(declare(reviewer, { purpose: 'INQUIRIES' })).rejects.toEqual(refused('DUTIES_SEPARATED'));
  });

  test('of a directive without its argument is undefined', async () => {
    for (const directive of ['@purpose', '@purpose(was: DUES)']) {
      expect(await declare(member, {}, operation(`query ${directive} { __typename }`))).toMatchObject({ purpose: 'OWN_AFFAIRS' });
    }
    const marked = operation('query @purpose { __typename }');
    const directives = [{ ...marked.directives![0]!, arguments: undefined }];
    const bare = { ...marked, directives } as unknown as OperationDefinitionNode;
    expect(await declare(member, {}, bare)).toMatchObject({ purpose: 'OWN_AFFAIRS' });
  });
});

describe('the authority', () => {
  test('in force gives the purpose and its categories', async () => {
    const { purpose, authority } = await declare(federation('squad'));
    expect(purpose).toBe('COMPETITION');
    expect(authority).toEqual({ id: 'squad', inForce: true, categories: new Set(['NAME', 'BIRTH_DATE']) });
  });

  test('is narrowed to the data subjects that the token names', async () => {
    const subjects = new Set(['ann']);
    expect((await declare(federation('squad', { limits: { subjects } }))).authority?.subjects).toBe(subjects);
  });

  test('that is not in force names the purpose and no category', async () => {
    expect(await declare(federation('formerSquad'))).toEqual({
      purpose: 'COMPETITION',
      openCase: undefined,
      authority: { id: 'formerSquad', inForce: false, categories: new Set() },
    });
  });

  test('of another organisation looks like one that does not exist', async () => {
    for (const id of ['contract', 'none']) {
      expect(await declare(federation(id))).toEqual({
        purpose: undefined,
        openCase: undefined,
        authority: { id, inForce: false, categories: new Set() },
      });
    }
    const insurer = principal('insurer', 'INSURER', ['INSURANCE'], { partner: true, authorityId: 'contract' });
    expect((await declare(insurer)).authority?.inForce).toBe(true);
  });

  test('must agree with the header and with the token', async () => {
    const token = { tokenPurposes: ['COMPETITION', 'INSURANCE'] as const };
    expect(await declare(federation('squad', token), { purpose: 'COMPETITION' })).toMatchObject({ purpose: 'COMPETITION' });
    await expect(declare(federation('squad', { tokenPurposes: [] }))).rejects.toEqual(refused('PURPOSE_NOT_ALLOWED'));
  });

  test('is undefined for a principal whose token has none', async () => {
    expect(await declare(federation(undefined), { purpose: 'COMPETITION' })).toMatchObject({ authority: undefined });
  });
});

describe('the case', () => {
  const reception = { purpose: 'RECEPTION' } as const;
  const found = { openCase: cases[ids.visit]![2] };

  test('comes from the header, in upper or lower case', async () => {
    for (const id of [ids.visit, ids.visit.toUpperCase()]) {
      expect(await declare(receptionist, { ...reception, case: id })).toStrictEqual({
        purpose: 'RECEPTION',
        purposeText: acknowledged('RECEPTION'),
        ...found,
        authority: undefined,
      });
    }
  });

  test('comes from the operation, as a text, a variable or its default, and must agree with the header', async () => {
    const { visit: id } = ids;
    const marked = operation('query($id: ID!) @case(id: $id) { __typename }');
    expect(await declare(receptionist, reception, operation(`query @case(id: "${id}") { __typename }`))).toMatchObject(found);
    expect(await declare(receptionist, reception, operation(`query @case(id: "${id.toUpperCase()}") { __typename }`))).toMatchObject(found);
    expect(await declare(receptionist, reception, operation(`query($id: ID! = "${id}") @case(id: $id) { __typename }`))).toMatchObject(
      found,
    );
    expect(await declare(receptionist, reception, marked, { id })).toMatchObject(found);
    expect(await declare(receptionist, { ...reception, case: id }, marked, { id: id.toUpperCase() })).toMatchObject(found);
    expect(await declare(receptionist, reception, marked, { id: id.toUpperCase() })).toMatchObject(found);
    for (const header of [ids.otherVisit, ids.unknown]) {
      await expect(declare(receptionist, { ...reception, case: header }, marked, { id })).rejects.toEqual(refused('CASE_CONFLICT'));
    }
    for (const other of [undefined, null, '', 7, ids.unknown, ids.otherVisit, [id]]) {
      await expect(declare(receptionist, reception, marked, { id: other })).rejects.toEqual(refused('CASE_UNKNOWN'));
    }
    await expect(declare({ ...receptionist, caseId: id }, reception, marked, { id: ids.otherVisit })).rejects.toEqual(
      refused('CASE_UNKNOWN'),
    );
  });

  test('comes from the token, and then no other case is accepted', async () => {
    const bound = { ...receptionist, caseId: ids.visit };
    expect(await declare(bound, reception)).toMatchObject(found);
    expect(await declare(bound, { ...reception, case: ids.visit })).toMatchObject(found);
    const coaching = { purpose: 'COACHING', case: ids.otherLesson } as const;
    expect(await declare(coach, coaching)).toMatchObject({ openCase: { subjectId: 'ben' } });
    await expect(declare({ ...coach, caseId: ids.lesson }, coaching)).rejects.toEqual(refused('CASE_UNKNOWN', 'OTHER_CASE_IN_TOKEN'));
  });

  test('of another principal, for another purpose or without a purpose looks like one that does not exist', async () => {
    for (const id of [ids.otherVisit, ids.lesson, ids.unknown, 'no uuid']) {
      await expect(declare(receptionist, { ...reception, case: id })).rejects.toEqual(refused('CASE_UNKNOWN'));
    }
    await expect(declare(receptionist, { purpose: 'DUES', case: ids.visit })).rejects.toEqual(refused('CASE_UNKNOWN'));
    await expect(declare(receptionist, { case: ids.visit })).rejects.toEqual(refused('CASE_UNKNOWN', 'PURPOSE_MISSING'));
    await expect(declare(coach, { case: ids.lesson })).rejects.toEqual(refused('CASE_UNKNOWN', 'PURPOSE_MISSING'));
  });

  test('of one’s own that has ended says so', async () => {
    await expect(declare(receptionist, { ...reception, case: ids.endedVisit })).rejects.toEqual(refused('CASE_UNKNOWN', 'VISIT_ENDED'));
  });
});
