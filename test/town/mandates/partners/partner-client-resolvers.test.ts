import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import type { Answered } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';
import { clientOf } from '../../../helpers/tokens/partner-tokens.ts';

const gateway = useGateway();

const office = { purpose: 'MANDATE_ADMINISTRATION' } as const;
const unknownId = '99999999-9999-4999-8999-999999999999';
const fields = 'id partner { id } name contact jwks jwksUri categories status recordedAt approvedAt endedAt endReason awaitsMyApproval';
const register = `mutation ($input: RegisterPartnerClientInput!) { registerPartnerClient(input: $input) { client { ${fields} } } }`;
const approve = `mutation ($input: ApprovePartnerClientInput!) { approvePartnerClient(input: $input) { client { ${fields} } } }`;
const end = `mutation ($input: EndPartnerClientInput!) { endPartnerClient(input: $input) { client { ${fields} } } }`;
const list = `query ($status: PartnerClientStatus, $partnerId: ID, $mine: Boolean) {
  partnerClients(status: $status, partnerId: $partnerId, awaitsMyApproval: $mine) { totalCount edges { node { ${fields} } } } }`;
const mutate = (persona: string, document: string, input: object): Promise<Answered> =>
  gateway.ask(persona, document, { variables: { input }, ...office });
const reasonOf = ({ errors }: Answered): unknown => (errors[0]?.extensions as { reason?: string } | undefined)?.reason;

const publicKey = { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256' };
const jwksOf = (...keys: readonly object[]): string => JSON.stringify({ keys });
const input = { partnerId: cast.police, name: 'Records desk', contact: 'Operations desk, 780-555-0100', jwks: jwksOf(publicKey) };

/** Records a client and returns its id. */
async function registered(persona = 'privacy-officer', changes: object = {}): Promise<string> {
  return (await mutate(persona, register, { ...input, ...changes })).data.registerPartnerClient.client.id;
}

describe('a partner’s client', () => {
  test('is recorded by one officer, approved by another, and ended with a reason', async () => {
    const { data, errors } = await mutate('privacy-officer', register, { ...input, categories: ['NAME', 'NAME', 'ADDRESS'] });
    expect(errors).toEqual([]);
    const { client } = data.registerPartnerClient;
    expect(client).toMatchObject({
      partner: { id: cast.police },
      name: 'Records desk',
      contact: input.contact,
      jwksUri: null,
      categories: ['NAME', 'ADDRESS'],
      status: 'AWAITING_APPROVAL',
      approvedAt: null,
      awaitsMyApproval: false,
    });
    expect(JSON.parse(client.jwks)).toEqual({ keys: [publicKey] });
    const approved = await mutate('privacy-officer-2', approve, { clientId: client.id });
    expect(approved.data.approvePartnerClient.client).toMatchObject({ status: 'IN_FORCE', approvedAt: expect.any(String) });
    const ended = await mutate('privacy-officer-3', end, { clientId: client.id, reason: 'The contract is over' });
    expect(ended.data.endPartnerClient.client).toMatchObject({
      status: 'ENDED',
      endReason: 'The contract is over',
      endedAt: expect.any(String),
    });
  });

  test('is not approved by the officer who recorded it, twice, or after its end', async () => {
    const clientId = await registered();
    expect(reasonOf(await mutate('privacy-officer', approve, { clientId }))).toBe('OWN_PROPOSAL');
    await mutate('privacy-officer-2', approve, { clientId });
    expect(reasonOf(await mutate('privacy-officer-3', approve, { clientId }))).toBe('ALREADY_APPROVED');
    await mutate('privacy-officer', end, { clientId, reason: 'Over' });
    expect(reasonOf(await mutate('privacy-officer-3', approve, { clientId }))).toBe('CLIENT_ENDED');
    expect(reasonOf(await mutate('privacy-officer-3', end, { clientId, reason: 'Over' }))).toBe('CLIENT_ENDED');
  });

  test('is one that exists, for a partner that exists and has access', async () => {
    expect((await mutate('privacy-officer', approve, { clientId: unknownId })).codes).toEqual(['NOT_FOUND']);
    expect((await mutate('privacy-officer', end, { clientId: unknownId, reason: 'Over' })).codes).toEqual(['NOT_FOUND']);
    expect((await mutate('privacy-officer', register, { ...input, partnerId: unknownId })).codes).toEqual(['NOT_FOUND']);
    await gateway.database.asOwner('update recreation.partner set access_ended_at = now() where id = $1', [cast.creditBureau]);
    expect((await mutate('privacy-officer', register, { ...input, partnerId: cast.creditBureau })).codes).toEqual(['NOT_FOUND']);
  });

  test('cannot be approved in the database by who recorded it', async () => {
    const id = await registered();
    const approval = gateway.database.asOwner(
      'update identity.registration set approved_by = recorded_by, approved_at = now() where id = $1',
      [id],
    );
    await expect(approval).rejects.toMatchObject({ code: '23514' });
  });

  test('leaves an entry for each change', async () => {
    const count = async (): Promise<number> => {
      await gateway.sequence();
      const [found] = await gateway.database.asOwner<{ count: number }>('select count(*)::int as count from access_log.entry');
      return found!.count;
    };
    const before = await count();
    const clientId = await registered();
    await mutate('privacy-officer', approve, { clientId });
    expect((await count()) - before).toBe(2);
  });
});

describe('its keys', () => {
  const rsa = { ...generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' }), kid: 'rsa', alg: 'PS256' };
  const edwards = { ...generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }), kid: 'edwards', alg: 'EdDSA', use: 'sig' };

  test('are public keys for signatures, or an https address', async () => {
    expect(await registered('privacy-officer', { jwks: jwksOf(publicKey, rsa, edwards) })).toEqual(expect.any(String));
    const { data } = await mutate('privacy-officer', register, { ...input, jwks: null, jwksUri: 'https://keys.police.example/jwks.json' });
    expect(data.registerPartnerClient.client).toMatchObject({ jwks: null, jwksUri: 'https://keys.police.example/jwks.json' });
  });

  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const otherCurve = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' });
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' });
  test.each<[string, object]>([
    ['no keys', { jwks: null }],
    ['keys and an address', { jwksUri: 'https://keys.police.example/jwks.json' }],
    ['an empty set', { jwks: jwksOf() }],
    ['no JSON', { jwks: '-----BEGIN PUBLIC KEY-----' }],
    ['a private key', { jwks: jwksOf({ ...privateKey.export({ format: 'jwk' }), kid: 'one' }) }],
    ['a shared secret', { jwks: jwksOf({ kty: 'oct', k: 'c2VjcmV0', kid: 'one' }) }],
    ['a key without a kid', { jwks: jwksOf({ ...publicKey, kid: undefined }) }],
    ['two keys with one kid', { jwks: jwksOf(publicKey, { ...rsa, kid: 'one' }) }],
    ['a weak key', { jwks: jwksOf({ ...weak, kid: 'weak' }) }],
    ['a key on a curve that signs no assertion', { jwks: jwksOf({ ...otherCurve, kid: 'one' }) }],
    ['a key for an algorithm that signs no assertion', { jwks: jwksOf({ ...edwards, alg: 'Ed25519' }) }],
    ['a key for encryption', { jwks: jwksOf({ ...publicKey, use: 'enc' }) }],
    ['a key with an address', { jwks: jwksOf({ ...publicKey, x5u: 'https://elsewhere.example' }) }],
    ['too many keys', { jwks: jwksOf(...Array.from({ length: 6 }, (_, at) => ({ ...publicKey, kid: `${at}` }))) }],
    ['a key for an algorithm with a secret', { jwks: jwksOf({ ...publicKey, alg: 'HS256' }) }],
    ...[
      'http://keys.police.example/',
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://localhost/',
      'https://a:b@keys.example/',
      'file:///etc/passwd',
    ].map((jwksUri): [string, object] => [`the address ${jwksUri}`, { jwks: null, jwksUri }]),
  ])('are not %s', async (_, changes) => {
    const { codes, text } = await mutate('privacy-officer', register, { ...input, ...changes });
    expect(codes).toEqual(['INPUT_INVALID']);
    expect(text).not.toContain('keys.police.example');
  });
});

describe('the list of clients', () => {
  test('has those that an officer can approve, and those of one partner', async () => {
    const clientId = await registered('privacy-officer-2', { partnerId: cast.auditor });
    const ids = async (persona: string, variables: object): Promise<string[]> =>
      (await gateway.ask(persona, list, { variables: { ...variables }, ...office })).data.partnerClients.edges.map(
        ({ node }: any) => node.id,
      );
    expect(await ids('privacy-officer', { partnerId: cast.auditor, mine: true })).toEqual([clientId]);
    expect(await ids('privacy-officer-2', { partnerId: cast.auditor, mine: true })).toEqual([]);
    expect(await ids('privacy-officer-2', { partnerId: cast.auditor, status: 'IN_FORCE' })).toEqual([clientOf(cast.auditor)]);
    expect((await ids('privacy-officer', {})).length).toBeGreaterThan(1);
  });

  test.each(['resident', 'customer-service', 'support', 'security', 'police', 'auditor'])(
    'is closed to %s, as the changes are',
    async (persona) => {
      expect((await gateway.ask(persona, list)).codes).toEqual([expect.stringMatching(/^(FIELD_NOT_PERMITTED|PURPOSE_REQUIRED)$/)]);
      const { data, codes } = await gateway.ask(persona, register, { variables: { input } });
      expect({ made: data?.registerPartnerClient ?? null, codes }).toEqual({
        made: null,
        codes: [expect.stringMatching(/^(FIELD_NOT_PERMITTED|PURPOSE_REQUIRED)$/)],
      });
    },
  );
});

test('a change that fails leaves nothing behind', async () => {
  const rows = async (): Promise<number> =>
    (await gateway.database.asOwner<{ count: number }>('select count(*)::int as count from identity.registration'))[0]!.count;
  const before = await rows();
  await mutate('privacy-officer', register, { ...input, jwksUri: 'https://both.example/' });
  expect(await rows()).toBe(before);
});
