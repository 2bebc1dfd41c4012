import { hash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Principal, PrincipalLimits } from '../../../src/engine/purpose/principal.ts';
import type { Plan } from '../../../src/engine/plan/operation-plan.ts';
import { createPlanner } from '../../../src/engine/plan/plan.ts';
import { planLimits } from '../../../src/engine/plan/plan-limits.ts';
import { smallPolicy, smallSchema, operationOf } from './small-club.ts';
import type { DataCategory } from '../../../src/engine/register.ts';

const { schema, markings } = smallSchema();
const text = '{ member(id: "a") { id name born } }';
const categories = (...named: readonly DataCategory[]): ReadonlySet<DataCategory> => new Set(named);

/** A planner for a partner whose order names the name, the birth date and the email address. */
function planning(): (limits: PrincipalLimits | undefined, asked?: string) => Plan {
  const planner = createPlanner(schema, markings, smallPolicy);
  return (limits, asked = text) => {
    const principal: Principal = {
      id: 'a',
      role: 'FEDERATION',
      partner: true,
      tokenPurposes: ['COMPETITION'],
      authorityId: 'm',
      caseId: undefined,
      limits,
    };
    const authority = { id: 'm', inForce: true, categories: categories('NAME', 'BIRTH_DATE', 'EMAIL') };
    const declaration = { purpose: 'COMPETITION', openCase: undefined, authority } as const;
    return planner(principal, declaration, { ...operationOf(schema, asked), documentHash: hash('sha256', asked), variables: {} });
  };
}

const withheld = (plan: Plan): readonly string[] =>
  plan.withheld.filter(({ reason }) => reason !== 'RELATIONSHIP_REQUIRED').map(({ coordinate, reason }) => `${coordinate} ${reason}`);

describe('a plan under limits', () => {
  test('withholds what they do not name, and does not fetch it', () => {
    const plan = planning();
    expect([withheld(plan(undefined)), [...plan(undefined).fieldsOf('Member')]]).toEqual([[], ['id', 'name', 'born']]);
    const named = plan({ categories: categories('NAME') });
    expect([withheld(named), [...named.fieldsOf('Member')]]).toEqual([['Member.born NOT_IN_TOKEN'], ['id', 'name']]);
    expect(withheld(plan({ registered: categories('BIRTH_DATE') }))).toEqual(['Member.name NOT_IN_REGISTRATION']);
    expect(withheld(plan({ coordinates: new Set(['Member.born']) }))).toEqual(['Member.name NOT_IN_TOKEN']);
  });

  test('opens a root field that needs a category only to those that name it', () => {
    const plan = planning();
    const members = '{ members { totalCount } }';
    const isOpen = (limits: PrincipalLimits | undefined): boolean => plan(limits, members).roots.get('Query.members')?.line !== undefined;
    expect([undefined, { categories: categories('EMAIL') }, { coordinates: new Set(['Member.email']) }].map(isOpen)).toEqual([
      true,
      true,
      true,
    ]);
    const others = [{ categories: categories('NAME') }, { registered: categories('NAME') }, { coordinates: new Set(['Member.name']) }];
    expect(others.map(isOpen)).toEqual([false, false, false]);
  });

  test.each<[string, PrincipalLimits | undefined, PrincipalLimits | undefined]>([
    ['no limits', { categories: categories('NAME') }, undefined],
    ['other categories of the token', { categories: categories('NAME') }, { categories: categories('EMAIL') }],
    ['other categories of the registration', { registered: categories('NAME') }, { registered: categories('EMAIL') }],
    ['the same categories of the registration', { categories: categories('NAME') }, { registered: categories('NAME') }],
    ['other fields', { coordinates: new Set(['Member.name']) }, { coordinates: new Set(['Member.name', 'Member.born']) }],
  ])('is not that of %s', (_what, one, other) => {
    const plan = planning();
    plan(one);
    const first = plan(one);
    expect(plan(other).asked).not.toBe(first.asked);
    expect(plan(one).asked).toBe(first.asked);
  });

  test('is the same for all data subjects that the token names', () => {
    const plan = planning();
    plan({ subjects: new Set(['a']) });
    expect(plan({ subjects: new Set(['b']) }).asked).toBe(plan({ subjects: new Set() }).asked);
  });
});

test('fields limit the categories to those that they hold, and to those that the token also names', () => {
  const coordinates = new Set(['Member.name', 'Member.born', 'Member.shoeSize']);
  expect(planLimits(markings, { coordinates })).toEqual({ categories: new Set(['NAME', 'BIRTH_DATE']), coordinates });
  expect(planLimits(markings, { coordinates, categories: categories('BIRTH_DATE') })).toEqual({
    categories: new Set(['BIRTH_DATE']),
    coordinates,
  });
  expect(planLimits(markings, { categories: categories('NAME') })).toEqual({ categories: new Set(['NAME']) });
});
