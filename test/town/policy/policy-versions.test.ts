import { expect, test } from '@jest/globals';
import { policyHash } from '../../../src/engine/policy/declaration/policy-hash.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { linesOf, type Policy } from '../../../src/engine/policy/declaration/policy.ts';

/** Every value that differs in one place: a string or number changed, a member or item removed, an item doubled. */
function* oneChange(value: unknown): Generator {
  if (typeof value === 'string') {
    yield `${value}x`;
  } else if (typeof value === 'number') {
    yield value + 1;
  } else if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) {
      yield value.toSpliced(at, 1);
      yield value.toSpliced(at, 0, item);
      for (const other of oneChange(item)) yield value.with(at, other);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      yield { ...value, [name]: undefined };
      for (const other of oneChange(member)) yield { ...value, [name]: other };
    }
  }
}

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, turned(member)]),
  );
}

test('every change of a line makes another version, and the order of members does not', () => {
  const version = policyHash(policyInForce);
  const others = [...oneChange(linesOf(policyInForce))].map((policy) => policyHash(policy as Policy));
  expect(others.length).toBeGreaterThan(1_000);
  expect(others).not.toContain(version);
  expect(policyHash(turned(linesOf(policyInForce)) as Policy)).toBe(version);
});
