import { vocabulary } from '../../../src/town/policy/words/vocabulary.ts';
import type { Grant, Prohibition } from '../../../src/engine/policy/declaration/lines.ts';
import { describe, expect, test } from '@jest/globals';
import type { Condition } from '../../../src/town/policy/lines/conditions.ts';
import { decide, linesFor, type Question } from '../../../src/engine/policy/decision/decide.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';

// Tests which line decides, with small policies. decide.test.ts tests the policy in force.
const asking: Question = { role: 'SUPPORT', purpose: 'CUSTOMER_SUPPORT', relationship: 'NONE', category: 'NAME', holding: new Set() };
const grant = (line: string, more: Partial<Grant> = {}): Grant => ({
  line,
  role: 'SUPPORT',
  purpose: 'CUSTOMER_SUPPORT',
  relationship: 'NONE',
  categories: ['EMAIL', 'NAME'],
  clause: 'helpdesk',
  ...more,
});
const prohibition = (line: string, more: Partial<Prohibition> = {}): Prohibition => ({
  line,
  categories: ['EMAIL', 'NAME'],
  clause: 'access',
  because: 'it is so',
  ...more,
});
const policy = (grants: readonly Grant[], prohibitions: readonly Prohibition[] = []): Policy => ({
  grants,
  prohibitions,
  rootFields: [],
  budgets: [],
  vocabulary,
});
const deciding = (of: Policy, question: Partial<Question> = {}): string | undefined => {
  const decision = decide(of, { ...asking, ...question });
  return decision.line ?? (decision.effect === 'WITHHOLD' ? decision.reason : undefined);
};
const holding = (...conditions: readonly Condition[]) => ({ holding: new Set(conditions) });

describe('with several lines', () => {
  test('the first grant whose conditions hold permits', () => {
    const of = policy([grant('a', { when: ['CREDIT_CHECK_OPEN'] }), grant('b'), grant('c')]);
    expect(deciding(of)).toBe('b');
    expect(deciding(of, holding('CREDIT_CHECK_OPEN'))).toBe('a');
    expect(decide(of, asking)).toEqual({ effect: 'PERMIT', line: 'b', clause: 'helpdesk' });
  });

  test('the first prohibition that binds withholds', () => {
    const of = policy([grant('a')], [prohibition('p', { when: ['ADDRESS_PROTECTED'] }), prohibition('q'), prohibition('r')]);
    expect(deciding(of)).toBe('q');
    expect(deciding(of, holding('ADDRESS_PROTECTED'))).toBe('p');
  });

  test('if no grant permits, the decision names the conditions that the first grant lacks', () => {
    const of = policy([grant('a', { when: ['CREDIT_CHECK_OPEN', 'CATEGORY_NAMED'] }), grant('b', { when: ['OVERDUE_AND_ASSIGNED'] })]);
    expect(decide(of, { ...asking, ...holding('CATEGORY_NAMED') })).toEqual({
      effect: 'WITHHOLD',
      reason: 'CONDITION',
      line: 'a',
      clause: 'helpdesk',
      lacking: ['CREDIT_CHECK_OPEN'],
    });
  });

  test('none applies to another role, purpose, relationship or category', () => {
    const of = policy([grant('a')], []);
    expect(deciding(of)).toBe('a');
    for (const other of [{ role: 'SECURITY' }, { purpose: 'PAYMENT' }, { relationship: 'SELF' }, { category: 'ADDRESS' }] as const) {
      expect(decide(of, { ...asking, ...other })).toEqual({ effect: 'WITHHOLD', reason: 'NO_GRANT' });
    }
  });
});

describe('a prohibition', () => {
  const decidingWith = (more: Partial<Prohibition>, question: Partial<Question> = {}) =>
    deciding(policy([grant('a')], [prohibition('p', more)]), question);

  test('binds the roles and purposes that it names, or all', () => {
    expect(decidingWith({})).toBe('p');
    expect(decidingWith({ roles: ['RESIDENT', 'SUPPORT'] })).toBe('p');
    expect(decidingWith({ roles: ['RESIDENT'] })).toBe('a');
    expect(decidingWith({ purposes: ['PAYMENT', 'CUSTOMER_SUPPORT'] })).toBe('p');
    expect(decidingWith({ purposes: ['PAYMENT'] })).toBe('a');
    expect(decidingWith({ categories: ['EMAIL'] })).toBe('a');
  });

  test('does not bind for the purposes and relationships that it excepts', () => {
    expect(decidingWith({ unless: { purposes: ['PAYMENT'], relationships: ['SELF'] } })).toBe('p');
    expect(decidingWith({ unless: { purposes: ['CUSTOMER_SUPPORT'] } })).toBe('a');
    expect(decidingWith({ unless: { relationships: ['NONE'] } })).toBe('a');
    expect(decidingWith({ unless: {} })).toBe('p');
  });

  test('binds while all its conditions hold and none of its excepted conditions holds', () => {
    const both = { when: ['CREDIT_CHECK_OPEN', 'ADDRESS_PROTECTED'] } as const;
    expect(decidingWith(both, holding('CREDIT_CHECK_OPEN', 'ADDRESS_PROTECTED'))).toBe('p');
    expect(decidingWith(both, holding('ADDRESS_PROTECTED'))).toBe('a');
    const either = { unless: { conditions: ['CREDIT_CHECK_OPEN', 'ADDRESS_PROTECTED'] } } as const;
    expect(decidingWith(either)).toBe('p');
    expect(decidingWith(either, holding('ADDRESS_PROTECTED'))).toBe('a');
    expect(decidingWith(either, holding('CREDIT_CHECK_OPEN', 'ADDRESS_PROTECTED'))).toBe('a');
  });
});

test('without a purpose only prohibitions for every purpose apply', () => {
  const of = policy(
    [grant('a')],
    [prohibition('p'), prohibition('q', { purposes: ['PAYMENT'] }), prohibition('r', { unless: { purposes: ['PAYMENT'] } })],
  );
  const lines = linesFor(of, { ...asking, purpose: undefined });
  expect([lines.grants, lines.prohibitions.map(({ line }) => line)]).toEqual([[], ['p', 'r']]);
});
