import { describe, expect, test } from '@jest/globals';
import { AccessNeedKind, MandateKind, Purpose, Relationship, Role } from '../../../src/town/shared/graphql/generated/schema.ts';
import { allCategories } from '../../../src/town/policy/words/categories.ts';
import { purposesOf } from '../../../src/engine/policy/decision/enter.ts';
import { relationshipsOf } from '../../../src/engine/policy/decision/decide.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { statements } from '../../../src/town/policy/statement/statements.ts';
import { wordings } from '../../../src/town/wording/wordings.ts';

/** Every purpose with every relationship that a role can have for it. */
const producible = new Set(
  Object.values(Role).flatMap((role) =>
    purposesOf(policyInForce, role).flatMap((purpose) =>
      relationshipsOf(policyInForce, role, purpose).map((relationship) => `${purpose} ${relationship}`),
    ),
  ),
);

describe.each(Object.entries(wordings))('in %s', (_language, wording) => {
  test('there is a reason for exactly the purposes and relationships that the policy can produce', () => {
    const written = Object.values(Purpose).flatMap((purpose) =>
      Object.values(Relationship).flatMap((relationship) => (wording.reasons[purpose][relationship] ? [`${purpose} ${relationship}`] : [])),
    );
    expect(producible.size).toBeGreaterThan(20);
    expect(new Set(written)).toEqual(producible);
  });

  test('each reason is a unique sentence without a full stop', () => {
    const reasons = Object.values(wording.reasons).flatMap((one) => Object.values(one));
    expect(new Set(reasons).size).toBe(reasons.length);
    for (const reason of [...reasons, wording.formerReason]) expect(reason).toMatch(/^\p{Lu}[^.!?{}]+$/u);
  });

  test('every need, mandate and category has words', () => {
    for (const kind of Object.values(AccessNeedKind)) {
      const { open, closed } = wording.needs[kind];
      expect(open).toContain('{opened}');
      expect(open).not.toContain('{closed}');
      expect(closed).toContain('{opened}');
      expect(closed).toContain('{closed}');
      for (const text of [open, closed]) expect(text.includes('{reference}')).toBe(kind !== 'ENCOUNTER');
    }
    expect(Object.keys(wording.mandates).toSorted()).toEqual(Object.values(MandateKind).toSorted());
    for (const text of [wording.formerMandate, wording.formerField]) expect(text).not.toBe('');
    expect(Object.keys(wording.fields).toSorted()).toEqual([...allCategories].toSorted());
  });

  test('each clause of the statement and the mail have words', () => {
    expect(Object.keys(wording.statements)).toEqual(statements.map(({ version }) => version));
    for (const { version, clauses } of statements) expect(Object.keys(wording.statements[version])).toEqual(Object.keys(clauses));
    expect(wording.codeMail.text).toMatch(/\{code\}[^]*\{minutes\}/);
    expect(wording.codeMail.subject).toMatch(/^[^{}]+$/);
  });
});
