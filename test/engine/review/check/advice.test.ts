import type { Grant, Prohibition } from '../../../../src/engine/policy/declaration/lines.ts';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Condition } from '../../../../src/engine/register.ts';
import { checkPolicy } from '../../../../src/engine/review/check-policy.ts';
import { decide } from '../../../../src/engine/policy/decision/decide.ts';
import { clubPolicy } from '../../club/policy.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';

// A small part of the vocabulary, so that random lines overlap.
const purposes = ['RECEPTION', 'DUES'] as const;
const relationships = ['NONE', 'DESK'] as const;
const categories = ['NAME', 'AGE'] as const;
const conditions = ['UNLISTED', 'CLAIM_OPEN'] as const;
const holdings: readonly ReadonlySet<Condition>[] = [[], ['UNLISTED'], ['CLAIM_OPEN'], conditions].map(
  (each) => new Set(each as Condition[]),
);

const some = <T>(from: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...from], { minLength: 1 });
const maybe = <T>(from: readonly T[]): fc.Arbitrary<T[] | undefined> => fc.option(some(from), { nil: undefined });
const given = <T extends object>(line: T): T => Object.fromEntries(Object.entries(line).filter(([, member]) => member !== undefined)) as T;

const anyGrant = fc
  .record({
    purpose: fc.constantFrom(...purposes),
    relationship: fc.constantFrom(...relationships),
    categories: some(categories),
    when: maybe(conditions),
  })
  .map((line) => given({ ...line, role: 'RECEPTIONIST', clause: 'access' }) as Omit<Grant, 'line'>);
const anyProhibition = fc
  .record({
    purposes: maybe(purposes),
    categories: some(categories),
    when: maybe(conditions),
    relationships: maybe(relationships),
    unless: maybe(conditions),
  })
  .map(({ relationships: excepted, unless, ...line }) => {
    const exception = given({ relationships: excepted, conditions: unless });
    return given({
      ...line,
      unless: Object.keys(exception).length > 0 ? exception : undefined,
      clause: 'access',
      because: 'of a test',
    }) as Omit<Prohibition, 'line'>;
  });
const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({ grants: fc.array(anyGrant, { maxLength: 5 }), prohibitions: fc.array(anyProhibition, { maxLength: 4 }) })
  .map(({ grants, prohibitions }) => ({
    grants: grants.map((line, index) => ({ ...line, line: `grant-${index}` })),
    prohibitions: prohibitions.map((line, index) => ({ ...line, line: `prohibition-${index}` })),
    rootFields: clubPolicy.rootFields,
    budgets: clubPolicy.budgets,
    vocabulary: clubPolicy.vocabulary,
  }));

/** Whether the policy permits each question of the small vocabulary. */
function seen(policy: Policy): boolean[] {
  return purposes.flatMap((purpose) =>
    relationships.flatMap((relationship) =>
      categories.flatMap((category) =>
        holdings.map((holding) => decide(policy, { role: 'RECEPTIONIST', purpose, relationship, category, holding }).effect === 'PERMIT'),
      ),
    ),
  );
}

/** Removes from the lines what the hints name, and removes lines that become empty. */
function followHints(policy: Policy): { readonly policy: Policy; readonly followed: number } {
  const out = new Map<string, Set<string>>();
  for (const { hint } of checkPolicy(policy)) {
    const [, words, line] = /^remove ([A-Z_, ]+) from ([a-z]+-\d)/.exec(hint) ?? [];
    if (words && line) out.set(line, new Set([...(out.get(line) ?? []), ...words.split(', ')]));
  }
  const rest = <T extends Grant | Prohibition>(lines: readonly T[]): T[] =>
    lines
      .map((line) => ({ ...line, categories: line.categories.filter((category) => !out.get(line.line)?.has(category)) }))
      .filter((line) => line.categories.length > 0);
  return { policy: { ...policy, grants: rest(policy.grants), prohibitions: rest(policy.prohibitions) }, followed: out.size };
}

test('following all hints of checkPolicy on ineffective grants changes no decision and leaves no such hint', () => {
  let followedOnce = 0;
  fc.assert(
    fc.property(anyPolicy, (policy) => {
      const after = followHints(policy);
      if (after.followed > 0) followedOnce += 1;
      expect(seen(after.policy)).toEqual(seen(policy));
      expect(followHints(after.policy).followed).toBe(0);
    }),
    { numRuns: 500, seed: 20 },
  );
  expect(followedOnce).toBeGreaterThan(100);
});

test('each grant that remains after following the hints is needed: removing it changes a decision', () => {
  fc.assert(
    fc.property(anyPolicy, ({ grants }) => {
      const { policy } = followHints({ ...clubPolicy, grants, prohibitions: [] });
      for (const { line } of policy.grants) {
        expect(seen({ ...policy, grants: policy.grants.filter((other) => other.line !== line) })).not.toEqual(seen(policy));
      }
    }),
    { numRuns: 300, seed: 20 },
  );
});
