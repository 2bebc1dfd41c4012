import { describe, expect, test } from '@jest/globals';
import { isAssured, isFreshProof } from '../../../../src/engine/policy/decision/enter.ts';
import { smallPolicy } from '../../plan/small-club.ts';

const now = new Date('2026-06-15T18:00:00Z');
/** A sign-in so many seconds ago. */
const ago = (seconds: number, acr: string | undefined = 'phr') => ({ acr, provenAt: new Date(now.getTime() - seconds * 1_000) });

describe('a passkey proves freshly who asks', () => {
  test.each([
    [0, true],
    [305, true],
    [305.001, false],
    // The clock of the issuer may be ahead.
    [-5, true],
    [-5.001, false],
  ])('%f seconds after it was used: %s', (seconds, fresh) => {
    expect(isFreshProof(ago(seconds), now)).toBe(fresh);
  });

  test('and nothing weaker does, nor a sign-in whose time is not known, nor a missing sign-in', () => {
    expect(isFreshProof(ago(0, 'pwd'), now)).toBe(false);
    expect(isFreshProof({ acr: undefined, provenAt: now }, now)).toBe(false);
    expect(isFreshProof({ acr: 'phr', provenAt: undefined }, now)).toBe(false);
    expect(isFreshProof({ acr: undefined, provenAt: undefined }, now)).toBe(false);
    expect(isFreshProof(undefined, now)).toBe(false);
  });
});

test('a role that needs a passkey is acted in with one alone', () => {
  const { roles } = smallPolicy.vocabulary;
  const vocabulary = {
    roles: { ...roles, MEMBER: { ...roles.MEMBER, needsPasskey: true }, CARETAKER: { ...roles.CARETAKER, needsPasskey: false } },
  };
  const assured = (role: 'MEMBER' | 'CARETAKER') => ['phr', 'pwd', undefined].map((acr) => isAssured(vocabulary, role, acr));
  expect([assured('MEMBER'), assured('CARETAKER')]).toEqual([
    [true, false, false],
    [true, true, true],
  ]);
});
