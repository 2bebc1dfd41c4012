import { describe, expect, test } from '@jest/globals';
import type { Plan } from '../../../src/engine/plan/operation-plan.ts';
import { checkAssurance, checkPlan } from '../../../src/engine/plan/plan.ts';
import { passkeyAcr, type Assurance } from '../../../src/engine/policy/decision/enter.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import { acknowledgingField, type Declaration, type DeclaredText } from '../../../src/engine/purpose/declaration.ts';
import type { Principal } from '../../../src/engine/purpose/principal.ts';
import { desk, planned, self } from './club-plan.ts';
import { access, smallPolicy } from './small-club.ts';

const now = new Date('2026-01-01T12:00:00Z');

describe('checkAssurance', () => {
  const entered = { scope: 'ALL', clause: 'access' } as const;
  const inquiries = { role: 'SECRETARY', purposes: ['INQUIRIES'] } as const;
  const reception = { role: 'RECEPTIONIST', purposes: ['RECEPTION'] } as const;
  const policy: Policy = {
    ...smallPolicy,
    rootFields: [
      { ...inquiries, ...entered, fields: ['Query.counted'] },
      { ...reception, ...entered, fields: ['Query.counted'] },
      { ...inquiries, ...entered, fields: ['Query.queued'], freshProof: true },
      { ...reception, ...entered, fields: ['Query.queued'], freshProof: true },
    ],
  };
  const secretary = access('SECRETARY', 'INQUIRIES');
  const passkey = (provenAt: string): Assurance => ({ acr: passkeyAcr, provenAt: new Date(provenAt) });
  const long = passkey('2026-01-01T06:00:00Z');
  const just = passkey('2026-01-01T11:59:00Z');
  const password: Assurance = { acr: 'password', provenAt: now };

  test.each<[string, 'allows' | 'refuses', typeof desk, string, Assurance | undefined]>([
    ['a role that needs no passkey', 'allows', desk, '{ counted }', undefined],
    ['a role that needs one, after a password', 'refuses', secretary, '{ counted }', password],
    ['a role that needs one, without a sign-in', 'refuses', secretary, '{ counted }', undefined],
    ['a role that needs one, after a passkey', 'allows', secretary, '{ counted }', long],
    ['a field that needs a fresh proof, after an old one', 'refuses', secretary, '{ queued { __typename } }', long],
    ['such a field beside another', 'refuses', secretary, '{ counted queued { __typename } }', long],
    ['such a field, after a fresh one', 'allows', secretary, '{ queued { __typename } }', just],
    ['such a field in a role that needs no passkey', 'refuses', desk, '{ queued { __typename } }', password],
    ['such a field without a sign-in', 'refuses', desk, '{ queued { __typename } }', undefined],
    ['a field that is closed to the role', 'allows', desk, '{ me { __typename } }', undefined],
  ])('%s: %s', (_what, effect, at, text, assurance) => {
    const asked: Pick<Principal, 'role' | 'assurance'> = { role: at.role, assurance };
    const check = (): void => checkAssurance(planned(text, at, {}, policy), asked as Principal, now);
    if (effect === 'allows') expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: 'STEP_UP_NEEDED' }));
  });
});

describe('checkPlan', () => {
  const declared = (purposeText?: DeclaredText): Declaration => ({
    purpose: 'RECEPTION',
    openCase: undefined,
    authority: undefined,
    purposeText,
  });
  const acknowledged = declared({ version: 'v1', isAcknowledged: true });
  const unread = declared({ version: 'v1', isAcknowledged: false });
  const checking =
    (plan: Plan, declaration: Declaration, rejects = false) =>
    () =>
      checkPlan(plan, declaration, rejects);
  const refusal = (code: string, extensions: object = {}) =>
    expect.objectContaining({ code, extensions: expect.objectContaining(extensions) });

  test('refuses what is personal without a purpose, except from strangers, who can have none', () => {
    expect(checking(planned('{ me { name } }', access('MEMBER', undefined)), declared())).toThrow(refusal('PURPOSE_REQUIRED'));
    expect(checking(planned('{ me { name } }', access('VISITOR', undefined)), declared())).not.toThrow();
    expect(checking(planned('{ notice { number } }', access('MEMBER', undefined)), declared())).not.toThrow();
    expect(checking(planned('{ me { name } }', self), declared())).not.toThrow();
  });

  test('refuses what is personal before the text of the purpose is acknowledged, and names the text', () => {
    const plan = planned('{ counted }', desk);
    expect(checking(plan, acknowledged)).not.toThrow();
    expect(checking(plan, unread)).toThrow(refusal('PURPOSE_NOT_ACKNOWLEDGED', { purposeText: 'v1' }));
    expect(checking(plan, declared())).toThrow(refusal('PURPOSE_NOT_ACKNOWLEDGED'));
    expect(checking(planned('{ notice { number } }', desk), unread)).not.toThrow();
  });

  test('lets the change that acknowledges pass, and nothing else with its name', () => {
    const plan = planned('{ counted }', desk);
    const acknowledging = { ...plan, mutation: true, roots: new Map([[acknowledgingField, [...plan.roots.values()][0]!]]) };
    expect(checking(acknowledging, unread)).not.toThrow();
    expect(checking({ ...acknowledging, mutation: false }, unread)).toThrow(refusal('PURPOSE_NOT_ACKNOWLEDGED'));
    expect(checking({ ...plan, mutation: true }, unread)).toThrow(refusal('PURPOSE_NOT_ACKNOWLEDGED'));
  });

  test('refuses for a client that rejects withheld fields what no relationship could permit, and names each once', () => {
    const certain = planned('{ member { name born email } again: member { email } }', desk);
    expect(checking(certain, acknowledged, true)).toThrow(refusal('OPERATION_WITHHELD', { coordinates: ['Member.email'] }));
    expect(checking(certain, acknowledged)).not.toThrow();
    expect(checking(planned('{ member { email } }', desk), acknowledged, true)).toThrow(refusal('OPERATION_WITHHELD'));
    expect(checking(planned('{ member { name born } }', desk), acknowledged, true)).not.toThrow();
  });
});
