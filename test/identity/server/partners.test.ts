import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoPartners } from '../../../demo/partners.ts';
import { cast, matters } from '../../../demo/personas.ts';
import { partnerRoles, partners } from '../../../src/town/policy/partners/partners.ts';
import { ask, openPartner, type PartnerApp } from '../../helpers/tokens/partner-app.ts';
import { openIdentityTown, type IdentityTown } from '../../helpers/identity/identity-town.ts';

// A partner's system obtains tokens with its own key (private_key_jwt), for what it names (RAR), bound to another key (DPoP).
let town: IdentityTown;
let police: PartnerApp;
beforeAll(async () => {
  town = await openIdentityTown();
  police = await openPartner(town, { partnerId: cast.police });
});
afterAll(() => town.close());

const order = { mandate: matters.courtOrder, purpose: 'LEGAL_DEMAND' };
const residents = '{ residents { totalCount edges { node { givenName birthDate phone } } } }';
const given = expect.any(String);
const nodesOf = (body: any): readonly Record<string, unknown>[] => body.data.residents.edges.map(({ node }: any) => node);

test.each(partnerRoles)('a system of each partner obtains a token and reads with it at both gateways: %s', async (role) => {
  const { id: partnerId, mandate } = demoPartners[role];
  const { purpose, mandateKind } = partners[role];
  const system = await openPartner(town, { partnerId });
  const { access_token: token, expires_in: lifetime } = await system.obtain({ mandate: mandate.id, purpose });
  expect(lifetime).toBe(300);
  const people = role === 'CONTROL_AGENCY' ? 'accessEntries(first: 1)' : 'residents';
  await town.one.sequence();
  for (const at of [town.one.url, town.other.url]) {
    const { status, body } = await ask(system, town, token, `{ myMandate { mandate { kind } } people: ${people} { totalCount } }`, at);
    expect([status, body.errors, body.data.myMandate.mandate.kind]).toEqual([200, undefined, mandateKind]);
    expect(body.data.people.totalCount).toBeGreaterThan(0);
  }
});

describe('a token', () => {
  test('is granted with what the partner must know, and reads within policy, registration, mandate and token', async () => {
    const tokens = await police.obtain(order);
    expect(tokens).toMatchObject({
      token_type: 'dpop',
      expires_in: 300,
      authorization_details: [{ ...order, authority: 'Court of King’s Bench' }],
    });
    expect(tokens['authorization_details']).toEqual([
      expect.objectContaining({
        reference: 'KB-1108',
        not_before: given,
        not_after: given,
        read_limit: { per_hour: 100, per_day: 400 },
        policy_version: expect.stringMatching(/^[\da-f]{64}$/),
        onward_use: given,
      }),
    ]);
    // It is opaque: nothing can be read in it.
    expect(tokens.access_token).toMatch(/^[\w-]{43}$/);
    for (const at of [town.one.url, town.other.url]) {
      const { status, body } = await ask(police, town, tokens.access_token, residents, at);
      expect(status).toBe(200);
      expect(nodesOf(body)).toContainEqual({ givenName: 'Peregrine', birthDate: '2008-12-15', phone: null });
      expect(nodesOf(body).every(({ phone }) => phone === null)).toBe(true);
    }
  });

  test('that names a category shows no other', async () => {
    const { access_token } = await police.obtain({ ...order, categories: ['NAME'] });
    const { body } = await ask(police, town, access_token, residents);
    expect(nodesOf(body)).toContainEqual({ givenName: 'Peregrine', birthDate: null, phone: null });
    expect(nodesOf(body).every(({ birthDate }) => birthDate === null)).toBe(true);
    expect(body.extensions.privacy.withheld).toContainEqual(
      expect.objectContaining({ coordinate: 'Resident.birthDate', reason: 'NOT_IN_TOKEN' }),
    );
  });

  test('of a client whose registration limits it shows no other category', async () => {
    const limited = await openPartner(town, { partnerId: cast.police, categories: ['BIRTH_DATE'] });
    const { access_token } = await limited.obtain(order);
    const { body } = await ask(limited, town, access_token, residents);
    expect(nodesOf(body)).toContainEqual({ givenName: null, birthDate: '2008-12-15', phone: null });
    expect(nodesOf(body).every(({ givenName }) => givenName === null)).toBe(true);
    expect(body.extensions.privacy.withheld).toContainEqual(
      expect.objectContaining({ coordinate: 'Resident.givenName', reason: 'NOT_IN_REGISTRATION' }),
    );
  });

  test('without details reads nothing', async () => {
    const { access_token } = await police.obtain(undefined);
    const { body } = await ask(police, town, access_token, residents);
    expect(body.data ?? { residents: null }).toEqual({ residents: null });
  });

  test('is stored as a digest, and is good for nothing as a bearer token or with another key', async () => {
    const { access_token } = await police.obtain(order);
    const rows = await town.one.database.asOwner<{ row: string }>('select artifact::text as row from identity.artifact');
    expect(rows.some(({ row }) => row.includes(access_token))).toBe(false);
    const bearer = await fetch(town.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${access_token}` },
      body: JSON.stringify({ query: residents }),
    });
    expect([bearer.status, await bearer.json()]).toMatchObject([401, { errors: [{ extensions: { code: 'TOKEN_INVALID' } }] }]);
    const thief = await openPartner(town, { partnerId: cast.police });
    const { status, body } = await ask(thief, town, access_token, residents);
    expect([status, body.errors[0].extensions.code]).toEqual([401, 'DPOP_PROOF_INVALID']);
  });
});
