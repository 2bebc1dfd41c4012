import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as oidc from 'openid-client';
import { cast, matters } from '../../../demo/personas.ts';
import { mandateType } from '../../../src/identity/partners/details/mandate-details.ts';
import { testSecrets } from '../../helpers/database/cluster.ts';
import { secret } from '../../../src/platform/postgres/secrets/secrets.ts';
import { createPseudonyms } from '../../../src/engine/rows/pseudonyms.ts';
import { openIdentityTown, type IdentityTown } from '../../helpers/identity/identity-town.ts';
import { openPartner, type PartnerApp } from '../../helpers/tokens/partner-app.ts';
import { refusalsOf } from '../../helpers/tokens/partner-requests.ts';

// A partner asks for more than it was given, or uses what was withdrawn.
let town: IdentityTown;
let police: PartnerApp;
beforeAll(async () => {
  town = await openIdentityTown();
  police = await openPartner(town, { partnerId: cast.police, categories: ['NAME', 'INITIALS', 'BIRTH_DATE', 'ADDRESS'] });
});
afterAll(() => town.close());

const pseudonyms = createPseudonyms(secret(testSecrets(), 'pseudonyms'));
const [ofResident, ofGuardian] = [cast.resident, cast.guardian].map((id) => pseudonyms.disguise(cast.police, id));
const order = { type: mandateType, mandate: matters.courtOrder, actions: ['read'], purpose: 'LEGAL_DEMAND' };

const outside = 'outside of what it was given';
const malformed = 'not understood';

describe('no token is granted for details that are', () => {
  test.each<[string, string, unknown]>([
    [outside, 'another purpose', [{ ...order, purpose: 'MAINTENANCE' }]],
    [outside, 'a category that the mandate does not name', [{ ...order, categories: ['NAME', 'TELEPHONE'] }]],
    [outside, 'a field that the mandate does not name', [{ ...order, fields: ['Resident.phone'] }]],
    [outside, 'a category that the registration does not allow', [{ ...order, categories: ['LOCALITY'] }]],
    [outside, 'a field that the registration does not allow', [{ ...order, fields: ['Address.locality'] }]],
    [outside, 'a field that does not exist', [{ ...order, fields: ['Resident.shoeSize'] }]],
    [outside, 'a person whom the mandate does not name', [{ ...order, subjects: [ofResident, ofGuardian] }]],
    [outside, 'a person by an internal id', [{ ...order, subjects: [cast.resident] }]],
    [outside, 'a mandate that has expired', [{ ...order, mandate: matters.expiredOrder }]],
    [outside, 'a mandate that is revoked', [{ ...order, mandate: matters.revokedOrder }]],
    [outside, 'a mandate that one of two officers approved', [{ ...order, mandate: matters.halfApprovedOrder }]],
    [outside, 'the mandate of another partner', [{ ...order, mandate: matters.workOrder, purpose: 'MAINTENANCE' }]],
    [outside, 'a mandate that does not exist', [{ ...order, mandate: '70000000-0000-4000-8000-00000000ffff' }]],
    [malformed, 'two', [order, { ...order, mandate: matters.protectedOrder }]],
    [malformed, 'one twice', [order, order]],
    [malformed, 'an object', order],
    [malformed, 'with an unknown member', [{ ...order, locations: ['https://elsewhere.example'] }]],
    [malformed, 'with what a grant adds', [{ ...order, not_after: '2999-01-01T00:00:00Z' }]],
    [malformed, 'of another type', [{ ...order, type: 'payment_initiation' }]],
    [malformed, 'for another action', [{ ...order, actions: ['read', 'write'] }]],
    [malformed, 'with an empty list', [{ ...order, subjects: [] }]],
    [malformed, 'with a doubled entry', [{ ...order, categories: ['NAME', 'NAME'] }]],
    [malformed, 'with too many entries', [{ ...order, subjects: Array.from({ length: 101 }, () => ofResident) }]],
    [malformed, 'with null for a list', [{ ...order, fields: null }]],
  ])('%s: %s', async (_kind, _what, details) => {
    const [before, refusals] = [await tokens(), await refusalsOf(town, police.clientId)];
    await expect(police.request(JSON.stringify(details))).rejects.toMatchObject({ error: 'invalid_authorization_details', status: 400 });
    expect(await refusalsOf(town, police.clientId)).toBe(refusals + 1);
    await expect(police.request(JSON.stringify([order]))).resolves.toMatchObject({ expires_in: 300 });
    expect(await tokens()).toBe(before + 1);
  });

  test('no JSON, or too long', async () => {
    await expect(police.request('[{')).rejects.toMatchObject({ error: 'invalid_authorization_details' });
    await expect(police.request(JSON.stringify([{ ...order, subjects: ['x'.repeat(60_000)] }]))).rejects.toBeDefined();
  });

  test('a mandate approved by the officer who recorded it, which counts for nothing', async () => {
    await town.one.database.asOwner('insert into recreation.mandate_approval values ($1, $2, now())', [
      matters.halfApprovedOrder,
      cast.privacyOfficer,
    ]);
    await expect(police.request(JSON.stringify([{ ...order, mandate: matters.halfApprovedOrder }]))).rejects.toMatchObject({
      error: 'invalid_authorization_details',
    });
  });
});

async function tokens(): Promise<number> {
  const [found] = await town.one.database.asOwner<{ count: number }>(
    `select count(*)::int as count from identity.artifact where model = 'ClientCredentials'`,
  );
  return found!.count;
}

describe('no token is granted to a client', () => {
  test('that no second officer has approved', async () => {
    const unapproved = await openPartner(town, { partnerId: cast.police, approved: false });
    await expect(unapproved.request(JSON.stringify([order]))).rejects.toMatchObject({ error: 'invalid_client' });
  });

  test('that does not exist, in the same words', async () => {
    const unapproved = await openPartner(town, { partnerId: cast.police, approved: false });
    const problem = async (): Promise<unknown> =>
      unapproved.request(JSON.stringify([order])).catch(({ error, error_description, status }) => ({ error, error_description, status }));
    const before = await problem();
    await town.one.database.asOwner('delete from identity.registration where id = $1', [unapproved.clientId]);
    expect(await problem()).toEqual(before);
  });

  test('by the key of another', async () => {
    const other = await openPartner(town, { partnerId: cast.auditor });
    const impostor = new oidc.Configuration(other.config.serverMetadata(), police.clientId, undefined, other.authentication);
    oidc.allowInsecureRequests(impostor);
    await expect(
      oidc.clientCredentialsGrant(impostor, {}, { DPoP: oidc.getDPoPHandle(impostor, await oidc.randomDPoPKeyPair('ES256')) }),
    ).rejects.toMatchObject({ error: 'invalid_client' });
  });
});
