import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { openIdentityTown, type IdentityTown } from '../../../helpers/identity/identity-town.ts';
import { ask, openPartner, type PartnerApp } from '../../../helpers/tokens/partner-app.ts';
import { courtOrder, openPartnerRequests, type PartnerRequests } from '../../../helpers/tokens/partner-requests.ts';
import { newClientKeys, signProof, type ProofChanges } from '../../../helpers/tokens/sign-proof.ts';

// A partner asks for data beyond its token, or a thief has a partner's token but not its key.
let town: IdentityTown;
let police: PartnerApp;
let whole = '';
beforeAll(async () => {
  town = await openIdentityTown();
  police = await openPartner(town, { partnerId: cast.police });
  whole = (await police.obtain(courtOrder)).access_token;
});
afterAll(() => town.close());

const everyone = '{ residents { totalCount edges { node { givenName birthDate } } } }';
const narrowed = async (): Promise<string> => (await police.obtain({ ...courtOrder, categories: ['NAME', 'INITIALS'] })).access_token;

// First: the reads of other tests count.
describe('the read budget of a partner is not spent', () => {
  const people = '{ residents { edges { node { givenName } } } }';
  const send = async (
    token: string,
    dpop: string,
    query = people,
    at = town.url,
  ): Promise<readonly [number, string | undefined, Headers]> => {
    const headers = { 'content-type': 'application/json', authorization: `DPoP ${token}`, dpop };
    const response = await fetch(at, { method: 'POST', body: JSON.stringify({ query }), headers });
    const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    return [response.status, errors?.[0]?.extensions.code, response.headers];
  };
  const counted = async (): Promise<number> =>
    (await town.one.database.asOwner('select from access_log.budget_subject where principal_id = $1', [cast.police])).length;

  test('by a captured request whose proof was used, or once access has ended', async () => {
    const requests = await openPartnerRequests(town, cast.police);
    const { token = '' } = await requests.obtain(await requests.assertion());
    const proof = (nonce?: string): Promise<string> => signProof(requests.bound, { url: town.url, token, nonce });
    const nonce = (await send(token, await proof()))[2].get('dpop-nonce') ?? undefined;
    const captured = await proof(nonce);
    expect((await send(token, captured, '{ __typename }'))[0]).toBe(200);
    const places = [town.one.url, town.other.url, town.one.url, town.other.url];
    for (const at of places) expect((await send(token, captured, people, at))[1]).toBe('DPOP_PROOF_INVALID');
    await town.one.database.asOwner('update recreation.partner set access_ended_at = now() where id = $1', [cast.police]);
    for (const at of places) expect((await send(token, await proof(nonce), people, at))[1]).toBe('ACCESS_ENDED');
    expect(await counted()).toBe(0);
    // Counting uses a proof up, and so does the entry of an answer that counts no further person.
    await town.one.database.asOwner('update recreation.partner set access_ended_at = null where id = $1', [cast.police]);
    const fresh = await proof(nonce);
    const answers = await Promise.all(places.map((at) => send(token, fresh, people, at)));
    expect(answers.map(([status]) => status).toSorted((one, other) => one - other)).toEqual([200, 401, 401, 401]);
    expect(await counted()).toBeGreaterThan(0);
  });
});

describe('what an operation asks beyond its token is refused or withheld, and the partner has an entry:', () => {
  const newestEntry = async (): Promise<Record<string, unknown>> => {
    await town.one.sequence();
    const [entry] = await town.one.database.asOwner<Record<string, unknown>>(
      `select role, principal_id as principal, authority_ids as mandates, template ->> 'outcome' as outcome, views
       from access_log.full_entry order by seq desc limit 1`,
    );
    return entry!;
  };
  const askNext = async (token: string, query: string): Promise<{ readonly status: number; readonly body: any }> => {
    await town.one.sequence();
    return ask(police, town, token, query);
  };

  test('the value is shown for what the token has', async () => {
    const { body } = await askNext(whole, everyone);
    expect(body.data.residents.edges).toContainEqual({ node: { givenName: 'Peregrine', birthDate: '2008-12-15' } });
    expect(await newestEntry()).toMatchObject({ role: 'LAW_ENFORCEMENT', principal: cast.police, outcome: 'ANSWERED' });
  });

  test.each<[string, () => Promise<string> | string, string, string]>([
    ['another purpose', () => whole, `query @purpose(is: MAINTENANCE) ${everyone}`, 'PURPOSE_NOT_ALLOWED'],
    ['a purpose of employees', () => whole, `query @purpose(is: SERVICE_PROVISION) ${everyone}`, 'PURPOSE_NOT_ALLOWED'],
    ['a root field of others', () => whole, '{ accessEntries(first: 1) { totalCount } }', 'FIELD_NOT_PERMITTED'],
    [
      'a change',
      () => whole,
      `mutation { revokeMandate(input: { mandateId: "${matters.courtOrder}", reason: "x" }) { mandate { id } } }`,
      'FIELD_NOT_PERMITTED',
    ],
    ['an order by what the token does not name', narrowed, '{ residents(orderBy: BIRTH_DATE) { totalCount } }', 'ARGUMENT_NOT_PERMITTED'],
    ['anything, without details', async () => (await police.obtain(undefined)).access_token, everyone, 'PURPOSE_REQUIRED'],
  ])('%s', async (_title, token, query, code) => {
    const { body } = await askNext(await token(), query);
    expect(body.errors.map(({ extensions }: any) => extensions.code)).toEqual([code]);
    expect(Object.values(body.data ?? {}).every((value) => value === null)).toBe(true);
    expect(await newestEntry()).toMatchObject({ role: 'LAW_ENFORCEMENT', principal: cast.police, outcome: 'REFUSED' });
  });

  test('a field that it does not name, and the entry says that it was withheld', async () => {
    const { body } = await askNext(await narrowed(), everyone);
    expect(body.data.residents.edges).toContainEqual({ node: { givenName: 'Peregrine', birthDate: null } });
    expect(JSON.stringify(body)).not.toContain('2008-12-15');
    const entry = await newestEntry();
    expect(entry).toMatchObject({ principal: cast.police, outcome: 'ANSWERED' });
    for (const view of entry['views'] as readonly any[]) {
      expect(view.withheld).toContain('Resident.birthDate');
      expect(view.released).not.toContain('Resident.birthDate');
    }
  });

  test('a person whom it does not name, who is answered like an unknown one', async () => {
    const { body: all } = await askNext(whole, '{ residents { edges { node { id givenName } } } }');
    const people: readonly { id: string; givenName: string }[] = all.data.residents.edges.map(({ node }: any) => node);
    const [named, other] = [people.find((one) => one.givenName === 'Peregrine')!, people.find((one) => one.givenName !== 'Peregrine')!];
    const { access_token } = await police.obtain({ ...courtOrder, subjects: [named.id] });
    const query = `{ resident(id: "${other.id}") { givenName } node(id: "${other.id}") { id } residents { totalCount } }`;
    expect((await askNext(whole, query)).body.data).toMatchObject({ resident: { givenName: other.givenName }, node: { id: other.id } });
    const { body } = await askNext(access_token, query);
    expect(body.data).toEqual({ resident: null, node: null, residents: { totalCount: 1 } });
    const entry = await newestEntry();
    expect(entry).toMatchObject({ principal: cast.police, mandates: [matters.courtOrder] });
    expect(JSON.stringify(entry)).not.toContain(cast.guardian);
  });

  test('a field of a category that it names, where it names fields too', async () => {
    const { access_token } = await police.obtain({ ...courtOrder, fields: ['Resident.birthDate'] });
    const { body } = await askNext(access_token, everyone);
    expect(body.data.residents.edges).toContainEqual({ node: { givenName: null, birthDate: '2008-12-15' } });
    expect(JSON.stringify(body)).not.toContain('Peregrine');
    for (const view of (await newestEntry())['views'] as readonly any[]) expect(view.withheld).toContain('Resident.givenName');
  });

  test('anything, once the mandate is revoked', async () => {
    const { access_token } = await police.obtain(courtOrder);
    expect((await askNext(access_token, everyone)).body.data.residents.totalCount).toBeGreaterThan(0);
    await town.one.database.asOwner(
      `update recreation.mandate set revoked_at = now(), revoked_by = recorded_by, revocation_reason = 'Over' where id = $1`,
      [matters.courtOrder],
    );
    const { body } = await askNext(access_token, everyone);
    expect([body.errors[0].extensions.code, body.data?.residents ?? null]).toEqual(['AUTHORITY_NOT_IN_FORCE', null]);
    expect(await newestEntry()).toMatchObject({ principal: cast.police, mandates: [matters.courtOrder], outcome: 'REFUSED' });
    await town.one.database.asOwner(
      'update recreation.mandate set revoked_at = null, revoked_by = null, revocation_reason = null where id = $1',
      [matters.courtOrder],
    );
  });
});

describe('the token of a partner is refused', () => {
  const stranger = newClientKeys();
  let other: PartnerRequests;
  let token = '';
  let nonce: string | undefined;
  beforeAll(async () => {
    other = await openPartnerRequests(town, cast.police);
    token = (await other.obtain(await other.assertion())).token!;
  });

  interface Refused {
    readonly status: number;
    readonly code: string | undefined;
    readonly text: string;
  }
  const send = async (headers: Readonly<Record<string, string>>): Promise<Refused> => {
    const body = JSON.stringify({ query: everyone });
    const response = await fetch(town.one.url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
    nonce = response.headers.get('dpop-nonce') ?? nonce;
    const text = await response.text();
    return { status: response.status, text, code: JSON.parse(text).errors?.[0]?.extensions.code };
  };
  const sendWith = async (changes: ProofChanges = {}, sent = token, keys = other.bound): Promise<Refused> =>
    send({ authorization: `DPoP ${sent}`, dpop: await signProof(keys, { url: town.url, token: sent, nonce }, changes) });

  test('and accepted with a proof of its key', async () => {
    expect(await sendWith()).toMatchObject({ status: 401, code: 'DPOP_NONCE_REQUIRED' });
    expect(await sendWith()).toMatchObject({ status: 200, code: undefined, text: expect.stringContaining('Peregrine') });
  });

  test.each<[string, () => Promise<Refused>, string]>([
    ['as a bearer token', () => send({ authorization: `Bearer ${token}` }), 'TOKEN_INVALID'],
    ['without a proof', () => send({ authorization: `DPoP ${token}` }), 'DPOP_PROOF_INVALID'],
    ['with a proof of another key', () => sendWith({}, token, stranger), 'DPOP_PROOF_INVALID'],
    ['with a proof for another token', () => sendWith({ claims: { ath: 'x' } }), 'DPOP_PROOF_INVALID'],
    ['with a proof for another method', () => sendWith({ claims: { htm: 'GET' } }), 'DPOP_PROOF_INVALID'],
    ['with a proof for another address', () => sendWith({ claims: { htu: town.issuer } }), 'DPOP_PROOF_INVALID'],
    ['with a proof that is stale', () => sendWith({ claims: { iat: Math.floor(Date.now() / 1_000) - 70 } }), 'DPOP_PROOF_INVALID'],
    ['with a nonce of its own', () => sendWith({ claims: { nonce: 'x'.repeat(43) } }), 'DPOP_NONCE_REQUIRED'],
    ['that differs in one letter', () => sendWith({}, `${token.slice(0, -1)}${token.endsWith('A') ? 'Q' : 'A'}`), 'TOKEN_INVALID'],
    [
      'that is the digest of one',
      async () => {
        const [row] = await town.one.database.asOwner<{ id: Buffer }>(
          `select id from identity.artifact where model = 'ClientCredentials' limit 1`,
        );
        return sendWith({}, row!.id.toString('base64url'));
      },
      'TOKEN_INVALID',
    ],
  ])('%s', async (_title, made, code) => {
    const refused = await made();
    expect([refused.status, refused.code]).toEqual([401, code]);
    expect(refused.text).not.toContain('Peregrine');
  });

  test('with a proof that was used, also by another instance', async () => {
    const dpop = await signProof(other.bound, { url: town.url, token, nonce });
    expect((await send({ authorization: `DPoP ${token}`, dpop })).status).toBe(200);
    for (const at of [town.one.url, town.other.url]) {
      const again = await fetch(at, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `DPoP ${token}`, dpop },
        body: JSON.stringify({ query: everyone }),
      });
      expect([again.status, (await again.text()).includes('Peregrine')]).toEqual([401, false]);
    }
  });
});
