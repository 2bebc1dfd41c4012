import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { askLater, lifetime } from '../../helpers/asking/ask-later.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

// The attacker is one privacy officer, who ends a lawful order alone, without a reason, and hopes that no one notices.
let clock = testNow;
const gateway = useGateway({ tokenMaxLifetime: lifetime, now: () => clock });

const office = { purpose: 'MANDATE_ADMINISTRATION' } as const;
const revoke =
  'mutation ($input: RevokeMandateInput!) { revokeMandate(input: $input) { mandate { id status revokedAt revocationReason } } }';
const list = '{ revocationsToReview { id status revokedAt revocationReason approvals } }';
const revoking = (input: object): Promise<Answered> => askLater(gateway, 'privacy-officer', revoke, { ...office, variables: { input } });
const listed = async (persona: string): Promise<any[]> => {
  const { data, errors } = await askLater(gateway, persona, list, office);
  expect(errors).toEqual([]);
  return data.revocationsToReview.map(({ id }: { id: string }) => id);
};

test('a revocation without a reason is refused and changes nothing', async () => {
  expect((await revoking({ mandateId: matters.courtOrder })).codes).toEqual(['INPUT_INVALID']);
  for (const reason of ['', ' \t', 'x'.repeat(501), 'two\nlines']) {
    const { codes, errors } = await revoking({ mandateId: matters.courtOrder, reason });
    expect(codes).toEqual(['INPUT_INVALID']);
    expect(errors[0]!.extensions.coordinates).toEqual(['RevokeMandateInput.reason']);
  }
  const [row] = await gateway.database.asOwner('select revoked_at, revoked_by, revocation_reason from recreation.mandate where id = $1', [
    matters.courtOrder,
  ]);
  expect(row).toEqual({ revoked_at: null, revoked_by: null, revocation_reason: null });
});

describe('a revocation with a reason', () => {
  test('is told to the other officers, with the reason, and not to the officer who revoked', async () => {
    const before = await listed('privacy-officer');
    const { data, errors } = await revoking({ mandateId: matters.courtOrder, reason: ' The court set it aside ' });
    expect(errors).toEqual([]);
    const revoked = {
      id: matters.courtOrder,
      status: 'REVOKED',
      revokedAt: testNow.toISOString(),
      revocationReason: 'The court set it aside',
    };
    expect(data.revokeMandate.mandate).toEqual(revoked);
    for (const persona of ['privacy-officer-2', 'privacy-officer-3']) {
      const answer = await askLater(gateway, persona, list, office);
      expect(answer.data.revocationsToReview[0]).toEqual({ ...revoked, approvals: 2 });
      expect(answer.privacy.receipt).toBeDefined();
    }
    expect(await listed('privacy-officer')).toEqual(before);
  });

  test('is told for 30 days', async () => {
    const days = (count: number): Date => new Date(testNow.getTime() + count * 86_400_000);
    clock = days(29);
    expect(await listed('privacy-officer-2')).toContain(matters.courtOrder);
    clock = days(31);
    expect(await listed('privacy-officer-2')).not.toContain(matters.courtOrder);
    clock = testNow;
  });

  test('is not told to an officer whom the order names, nor to anyone else', async () => {
    await gateway.database.asOwner('update recreation.employee set resident_id = $2 where id = $1', [cast.privacyOfficer3, cast.resident]);
    expect(await listed('privacy-officer-3')).not.toContain(matters.courtOrder);
    for (const persona of ['resident', 'police', 'support']) {
      const { codes } = await askLater(gateway, persona, list, persona === 'support' ? { purpose: 'CUSTOMER_SUPPORT' } : {});
      expect(codes).toEqual([persona === 'police' ? 'AUTHORITY_NOT_IN_FORCE' : 'FIELD_NOT_PERMITTED']);
    }
  });
});

test('the database refuses a revocation without a reason', async () => {
  const update = 'update recreation.mandate set revoked_at = now() where id = $1';
  await expect(gateway.database.asOwner(update, [matters.workOrder])).rejects.toMatchObject({ code: '23514' });
});
