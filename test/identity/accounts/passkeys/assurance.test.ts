import { expect, test } from '@jest/globals';
import type { Accounts } from '../../../../src/identity/accounts/accounts.ts';
import { passkeyAcr, passwordAcr, type Acr } from '../../../../src/identity/accounts/passkeys/assurance.ts';
import { isAssured } from '../../../../src/engine/policy/decision/enter.ts';
import { vocabulary } from '../../../../src/town/policy/words/vocabulary.ts';
import { Role } from '../../../../src/town/shared/graphql/generated/schema.ts';

type Capacity = Awaited<ReturnType<Accounts['capacities']>>[number];

const rolesWith = (acr: Acr): readonly Capacity['role'][] => Object.values(Role).filter((role) => isAssured(vocabulary, role, acr));

test('with a passkey, every role can be acted in', () => {
  expect(rolesWith(passkeyAcr)).toEqual(Object.values(Role));
});

test('with a password alone, no one acts as a privacy officer', () => {
  expect(rolesWith(passwordAcr)).toEqual(Object.values(Role).filter((role) => role !== 'PRIVACY_OFFICER'));
});
