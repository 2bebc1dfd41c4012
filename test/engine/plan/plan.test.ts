import { hash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Principal } from '../../../src/engine/purpose/principal.ts';
import { createPlanner } from '../../../src/engine/plan/plan.ts';
import type { Plan } from '../../../src/engine/plan/operation-plan.ts';
import type { Declaration } from '../../../src/engine/purpose/declaration.ts';
import { smallPolicy, smallSchema, operationOf } from './small-club.ts';
import type { DataCategory, Purpose, Role } from '../../../src/engine/register.ts';

const { schema, markings } = smallSchema();

interface Asked {
  readonly role?: Role;
  readonly purposes?: readonly Purpose[];
  readonly id?: string;
  readonly purpose?: Purpose | undefined;
  readonly named?: readonly DataCategory[];
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

/** A planner. The default request is a member's for OWN_AFFAIRS. */
function planning(policy = smallPolicy): (text: string, asked?: Asked) => Plan {
  const planner = createPlanner(schema, markings, policy);
  return (text, { role = 'MEMBER', id = 'a', named, variables = {}, operationName, ...asked } = {}) => {
    const purposes = asked.purposes ?? ['OWN_AFFAIRS'];
    const principal: Principal = { id, role, partner: false, tokenPurposes: purposes, authorityId: undefined, caseId: undefined };
    const declaration: Declaration = {
      purpose: 'purpose' in asked ? asked.purpose : 'OWN_AFFAIRS',
      openCase: undefined,
      authority: named && { id: 'm', inForce: true, categories: new Set(named) },
    };
    return planner(principal, declaration, { ...operationOf(schema, text, operationName), documentHash: hash('sha256', text), variables });
  };
}

const refused = (code: string, coordinates?: readonly string[]) =>
  expect.objectContaining({ code, extensions: expect.objectContaining(coordinates ? { coordinates } : {}) });
/** Whether two plans come from one outline: its decisions are one object while it is cached. */
const alike = (one: Plan, other: Plan): boolean => one.asked === other.asked;

describe('a plan', () => {
  test('is made for the principal’s role, the declared purpose and what the authority names', () => {
    const plan = planning();
    expect(plan('{ me { name } }').access).toEqual({ role: 'MEMBER', purpose: 'OWN_AFFAIRS', named: new Set() });
    expect(plan('{ me { name } }', { role: 'FEDERATION', purpose: 'COMPETITION', named: ['NAME'] }).access).toEqual({
      role: 'FEDERATION',
      purpose: 'COMPETITION',
      named: new Set(['NAME']),
    });
    expect(plan('{ me { name } }', { purpose: undefined }).withheld).toContainEqual({
      coordinate: 'Member.name',
      path: ['me', 'name'],
      reason: 'PURPOSE_REQUIRED',
    });
    expect(plan('{ me { name } }').policy).toBe(smallPolicy);
  });

  test('follows the document’s fragments', () => {
    const plan = planning()('query A { me { ...F } } fragment F on Member { ...G } fragment G on Member { born }', { operationName: 'A' });
    expect(plan.fieldsOf('Member')).toEqual(new Set(['born']));
  });

  test('is of the chosen operation alone, under its name', () => {
    const plan = planning();
    const both = 'query A { me { name } } query B { me { email } }';
    expect([...plan(both, { operationName: 'A' }).fieldsOf('Member')]).toEqual(['name']);
    expect([...plan(both, { operationName: 'B' }).fieldsOf('Member')]).toEqual(['email']);
    expect([...plan(both, { operationName: 'A' }).fieldsOf('Member')]).toEqual(['name']);
  });

  test('binds each request’s variables, coerced, with their defaults', () => {
    const plan = planning();
    const text =
      'query($show: Boolean! = true, $n: Int = 7, $by: [[MemberOrder!]]) { me { name @include(if: $show) } members(first: $n, orderBy: $by) { totalCount } }';
    expect(plan(text).fieldsOf('Member')).toEqual(new Set(['name']));
    expect(plan(text).variables).toEqual({ show: true, n: 7 });
    const other = plan(text, { variables: { show: false, by: 'BIRTH', unknown: 'x' } });
    expect([other.fieldsOf('Member'), other.inputs, other.variables]).toEqual([
      new Set(),
      ['MemberOrder.BIRTH'],
      { show: false, n: 7, by: [['born']] },
    ]);
    expect(plan(text).fieldsOf('Member')).toEqual(new Set(['name']));
    expect(plan('{ counted }', { variables: { a: 1 } }).variables).toEqual({});
  });

  test('is made for a document without a list of variables, made by hand', () => {
    const { document, operation } = operationOf(schema, '{ me { name } }');
    const planner = createPlanner(schema, markings, smallPolicy);
    const principal: Principal = {
      id: 'a',
      role: 'MEMBER',
      partner: false,
      tokenPurposes: [],
      authorityId: undefined,
      caseId: undefined,
    };
    const plan = planner(
      principal,
      { purpose: 'OWN_AFFAIRS', openCase: undefined, authority: undefined },
      {
        document,
        documentHash: '',
        operation: { ...operation, variableDefinitions: undefined } as unknown as typeof operation,
        variables: {},
      },
    );
    expect(plan.fieldsOf('Member')).toEqual(new Set(['name']));
  });

  test('is refused for inputs of the wrong form, which are named and not quoted', () => {
    const plan = planning();
    const text = 'query($filter: MemberFilter!, $n: Int) { members(filter: $filter, first: $n) { totalCount } }';
    const given = (variables: Record<string, unknown>) => () => plan(text, { variables });
    expect(given({ filter: { name: 'x' } })).not.toThrow();
    expect(given({})).toThrow(refused('INPUT_INVALID', ['$filter']));
    expect(given({ filter: { name: { secret: 1 } }, n: 'secret' })).toThrow(refused('INPUT_INVALID', ['$filter.name', '$n']));
    expect(given({ filter: { secret: 1 } })).toThrow(expect.objectContaining({ message: expect.not.stringContaining('secret') }));
  });
});

describe('a mutation', () => {
  test('has exactly one root field', () => {
    const plan = planning();
    expect(plan('mutation { leave }')).toMatchObject({ mutation: true, personal: true });
    const one = { variables: { a: true } };
    for (const text of [
      'mutation { leave join(input: { name: "x" }) { name } }',
      'mutation { one: leave two: leave }',
      // A gate may open or not, so a second change behind a gate is refused too.
      'mutation($a: Boolean!) { leave also: leave @include(if: $a) }',
    ]) {
      expect(() => plan(text, text.includes('$a') ? one : {})).toThrow(refused('MUTATION_FIELD_COUNT'));
    }
    expect(() => plan('mutation { __typename }')).toThrow(refused('MUTATION_FIELD_COUNT'));
    expect(() => plan('mutation { leave @skip(if: true) }')).toThrow(refused('MUTATION_FIELD_COUNT'));
  });

  test('differs from a query, which may have many root fields', () => {
    const plan = planning()('{ me { name } again: me { name } notice { number } }');
    expect([plan.mutation, [...plan.roots.keys()]]).toEqual([false, ['Query.me', 'Query.notice']]);
    expect(planning()('{ __typename }').roots.size).toBe(0);
  });
});

describe('introspection', () => {
  test('is refused together with other fields', () => {
    const plan = planning();
    expect(plan('{ __schema { types { name } } }')).toMatchObject({ introspection: true, personal: false });
    expect(plan('{ __typename __type(name: "Member") { name } }')).toMatchObject({ introspection: true });
    expect(() => plan('{ __schema { types { name } } me { name } }')).toThrow(refused('INTROSPECTION_MIXED'));
    expect(() => plan('{ counted __type(name: "Member") { name } }')).toThrow(refused('INTROSPECTION_MIXED'));
  });
});

describe('an outline is cached', () => {
  const text = 'query A { me { name born } } query B { me { name born } }';
  const base: Asked = { operationName: 'A', purposes: ['OWN_AFFAIRS', 'DUES'] };

  // An operation that is planned once is not cached.
  const twice = (plan: ReturnType<typeof planning>, ...asked: Parameters<ReturnType<typeof planning>>): Plan => {
    plan(...asked);
    return plan(...asked);
  };

  test('when it is made for the second time', () => {
    const plan = planning();
    const [first, second, third] = [plan(text, base), plan(text, base), plan(text, base)];
    expect([alike(second, first), alike(third, second)]).toEqual([false, true]);
  });

  test('with its plan, if the operation has no variables', () => {
    const plan = planning();
    const kept = twice(plan, '{ me { name } }');
    expect(plan('{ me { name } }')).toBe(kept);
    const text = 'query($n: Int = 3) { members(first: $n) { totalCount } }';
    expect(plan(text)).not.toBe(twice(plan, text));
  });

  test('for the same document, operation, role, purpose, authority and token', () => {
    const plan = planning();
    const first = twice(plan, text, base);
    // The principal's id and the variables do not matter.
    expect(alike(plan(text, { ...base, id: 'b', variables: { x: 1 } }), first)).toBe(true);
  });

  test.each<[string, Asked, Asked, string?]>([
    ['another document', base, base, `${text} `],
    ['another operation', base, { ...base, operationName: 'B' }],
    ['another role', base, { ...base, role: 'FEDERATION' }],
    ['another purpose', base, { ...base, purpose: 'DUES' }],
    ['no purpose', base, { ...base, purpose: undefined }],
    ['other categories of the authority', { ...base, named: ['NAME'] }, { ...base, named: ['NAME', 'EMAIL'] }],
    ['no authority', { ...base, named: ['NAME'] }, base],
    ['another scope of the token', base, { ...base, purposes: ['OWN_AFFAIRS'] }],
    [
      'categories and purposes whose concatenations are equal',
      { ...base, named: ['NAME'], purposes: ['DUES'] },
      { ...base, named: [], purposes: ['NAMEDUES' as Purpose] },
    ],
    [
      'purposes whose concatenations are equal',
      { ...base, purposes: ['DUES', 'STAFFING'] },
      { ...base, purposes: ['DUESSTAFFING' as Purpose] },
    ],
  ])('but not for %s', (_what, one, other, otherText = text) => {
    const plan = planning();
    const first = twice(plan, text, one);
    expect(alike(twice(plan, otherText, other), first)).toBe(false);
    expect(alike(plan(text, one), first)).toBe(true);
  });

  test('by each planner separately, so that another policy decides again', () => {
    const stricter = { ...smallPolicy, grants: smallPolicy.grants.filter(({ line }) => line !== 'self') };
    const born = { coordinate: 'Member.born', path: ['me', 'born'] };
    expect(planning()('{ me { born } }').withheld).toEqual([]);
    expect(planning(stricter)('{ me { born } }').withheld).toContainEqual({ ...born, reason: 'NO_GRANT' });
  });

  test('until two thousand others were made twice since its last use', () => {
    const plan = planning();
    const first = twice(plan, '{ notice { number } }');
    const others = (from: number, to: number): void => {
      for (let other = from; other < to; other += 1) twice(plan, `{ a${other}: notice { number } }`);
    };
    others(0, 1_999);
    expect(alike(plan('{ notice { number } }'), first)).toBe(true);
    others(2_000, 3_999);
    expect(alike(plan('{ notice { number } }'), first)).toBe(true);
    others(4_000, 6_000);
    expect(alike(plan('{ notice { number } }'), first)).toBe(false);
  });

  test('however many others are made once', () => {
    const plan = planning();
    const first = twice(plan, '{ notice { number } }');
    for (let other = 0; other < 10_000; other += 1) plan(`{ a${other}: notice { number } }`);
    expect(alike(plan('{ notice { number } }'), first)).toBe(true);
  });

  test('up to a total size: forty others of 4,000 places each are too many', () => {
    const plan = planning();
    const first = twice(plan, '{ notice { number } }');
    const places = Array.from({ length: 4_000 }, (_, index) => `n${index}: number`).join(' ');
    for (let other = 0; other < 44; other += 1) twice(plan, `{ a${other}: notice { ${places} } }`);
    expect(alike(plan('{ notice { number } }'), first)).toBe(false);
  });

  test('up to a total size that includes its document: type names and comments are not in the outline, and take memory', () => {
    const plan = planning();
    const first = twice(plan, '{ notice { number } }');
    const names = Array.from({ length: 1_990 }, (_, index) => `n${index}: __typename`).join(' ');
    for (let other = 0; other < 44; other += 1) twice(plan, `{ a${other}: notice { ${names} } }\n${'#\n'.repeat(4_000)}`);
    expect(alike(plan('{ notice { number } }'), first)).toBe(false);
  });
});
