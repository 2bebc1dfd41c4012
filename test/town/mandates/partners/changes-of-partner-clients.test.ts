import { vocabulary } from '../../../../src/town/policy/words/vocabulary.ts';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { openPartnerAccess } from '../../../../src/identity/partners/open-partner-access.ts';
import type { RegisteredClient } from '../../../../src/identity/partners/partner-access.ts';
import { testNow } from '../../../helpers/database/cluster.ts';
import { openGateway, type Answered, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { openTestAccounts, type TestAccounts } from '../../../helpers/identity/open-test-accounts.ts';

// Changes of a client after its approval, and their effect on the authorization server.
let now = testNow;
let gateway: TestGateway;
let accounts: TestAccounts;
beforeAll(async () => {
  gateway = await openGateway({ now: () => now });
  accounts = openTestAccounts(gateway.database, () => now);
});
afterAll(async () => {
  await accounts.stop();
  await gateway.close();
});

const fields = `id status contact jwks jwksUri formerJwks formerJwksUntil withdrawnKeys suspendedAt suspendReason awaitsMyApproval
  proposal { id kind jwks jwksUri overlapDays proposedAt }`;
const change = async (persona: string, field: string, input: object): Promise<Answered & { readonly client: any }> => {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { change: ${field}(input: $input) { client { ${fields} } } }`;
  const answered = await gateway.ask(persona, document, { purpose: 'MANDATE_ADMINISTRATION', variables: { input } });
  return { ...answered, client: answered.data?.change?.client };
};
const reasonOf = ({ errors }: Answered): unknown => (errors[0]?.extensions as { reason?: string } | undefined)?.reason;
const found = (clientId: string): Promise<RegisteredClient | undefined> =>
  openPartnerAccess({
    vocabulary,
    database: accounts.pool,
    disguise: (_partner, resident) => resident,
    categoryOf: () => undefined,
    policyVersion: '',
    notice: '',
    now: () => now,
  }).find(clientId);
const kidsOf = async (clientId: string): Promise<readonly string[] | undefined> =>
  (await found(clientId))?.jwks?.keys.map(({ kid }) => kid);

const keysNamed = (...kids: readonly string[]): string =>
  JSON.stringify({
    keys: kids.map((kid) => ({ ...generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }), kid })),
  });
const [first, second, third] = ['privacy-officer', 'privacy-officer-2', 'privacy-officer-3'] as const;

async function approved(jwks = keysNamed('one', 'two')): Promise<string> {
  const { client } = await change(first, 'registerPartnerClient', { partnerId: cast.police, name: 'Records', contact: 'The desk', jwks });
  await change(second, 'approvePartnerClient', { clientId: client.id });
  return client.id;
}

describe('a client is suspended', () => {
  test('by one officer at once, and goes on once two have agreed', async () => {
    const clientId = await approved();
    expect(await kidsOf(clientId)).toEqual(['one', 'two']);
    const suspended = await change(first, 'suspendPartnerClient', { clientId, reason: 'A laptop is lost' });
    expect(suspended.client).toMatchObject({ status: 'SUSPENDED', suspendedAt: expect.any(String), suspendReason: 'A laptop is lost' });
    expect(await found(clientId)).toBeUndefined();
    const proposed = await change(first, 'resumePartnerClient', { clientId });
    expect(proposed.client).toMatchObject({
      status: 'SUSPENDED',
      awaitsMyApproval: false,
      proposal: {
        id: expect.any(String),
        kind: 'RESUMPTION',
        jwks: null,
        jwksUri: null,
        overlapDays: null,
        proposedAt: expect.any(String),
      },
    });
    const changeId = proposed.client.proposal.id;
    expect(reasonOf(await change(first, 'approvePartnerClientChange', { changeId }))).toBe('OWN_PROPOSAL');
    expect(await found(clientId)).toBeUndefined();
    const list = '{ partnerClients(awaitsMyApproval: true) { edges { node { id } } } }';
    const awaiting = async (persona: string): Promise<string> =>
      (await gateway.ask(persona, list, { purpose: 'MANDATE_ADMINISTRATION' })).text;
    expect(await awaiting(second)).toContain(clientId);
    expect(await awaiting(first)).not.toContain(clientId);
    const resumed = await change(second, 'approvePartnerClientChange', { changeId });
    expect(resumed.client).toMatchObject({ status: 'IN_FORCE', suspendedAt: null, suspendReason: null, proposal: null });
    expect(await kidsOf(clientId)).toEqual(['one', 'two']);
    expect(reasonOf(await change(third, 'approvePartnerClientChange', { changeId }))).toBe('ALREADY_APPROVED');
  });

  test('and an approval from before the suspension does not let it go on', async () => {
    const clientId = await approved();
    await change(first, 'suspendPartnerClient', { clientId, reason: 'Lost' });
    const { client } = await change(first, 'resumePartnerClient', { clientId });
    await change(second, 'approvePartnerClientChange', { changeId: client.proposal.id });
    await change(first, 'suspendPartnerClient', { clientId, reason: 'Lost again' });
    expect(reasonOf(await change(third, 'approvePartnerClientChange', { changeId: client.proposal.id }))).toBe('ALREADY_APPROVED');
    expect(await found(clientId)).toBeUndefined();
  });
});

describe('keys of a client', () => {
  test('are replaced by two officers, and the former ones are believed for the days that were proposed', async () => {
    const clientId = await approved();
    const jwks = keysNamed('three', 'one');
    const proposed = await change(first, 'replacePartnerClientKeys', { clientId, jwks, overlapDays: 2 });
    expect(proposed.client).toMatchObject({ status: 'IN_FORCE', proposal: { kind: 'KEYS', overlapDays: 2 } });
    expect(JSON.parse(proposed.client.proposal.jwks)).toEqual(JSON.parse(jwks));
    expect(await kidsOf(clientId)).toEqual(['one', 'two']);
    const { client } = await change(second, 'approvePartnerClientChange', { changeId: proposed.client.proposal.id });
    expect(JSON.parse(client.jwks)).toEqual(JSON.parse(jwks));
    expect(client.formerJwksUntil).toBe(new Date(now.getTime() + 2 * 86_400_000).toISOString());
    // A new key with the id of a former one takes its place.
    expect(await kidsOf(clientId)).toEqual(['three', 'one', 'two']);
    now = new Date(now.getTime() + 2 * 86_400_000);
    expect(await kidsOf(clientId)).toEqual(['three', 'one']);
    now = testNow;
  });

  test('move to an address without an overlap', async () => {
    const clientId = await approved();
    const { client } = await change(first, 'replacePartnerClientKeys', { clientId, jwksUri: 'https://keys.police.example/jwks.json' });
    const moved = await change(second, 'approvePartnerClientChange', { changeId: client.proposal.id });
    expect(moved.client).toMatchObject({ jwks: null, jwksUri: 'https://keys.police.example/jwks.json', formerJwks: null });
  });

  test('are withdrawn by one officer at once, for good', async () => {
    const clientId = await approved();
    expect(reasonOf(await change(first, 'withdrawPartnerClientKey', { clientId, keyId: 'three' }))).toBe('KEY_UNKNOWN');
    const { client } = await change(first, 'withdrawPartnerClientKey', { clientId, keyId: 'one' });
    expect(client).toMatchObject({ status: 'IN_FORCE', withdrawnKeys: ['one'] });
    expect(await kidsOf(clientId)).toEqual(['two']);
    expect(reasonOf(await change(first, 'replacePartnerClientKeys', { clientId, jwks: keysNamed('one') }))).toBe('KEY_WITHDRAWN');
  });

  test('are the ones that were proposed last', async () => {
    const clientId = await approved();
    const { client: before } = await change(first, 'replacePartnerClientKeys', { clientId, jwks: keysNamed('stale') });
    now = new Date(now.getTime() + 1);
    const { client: after } = await change(first, 'replacePartnerClientKeys', { clientId, jwks: keysNamed('fresh'), overlapDays: 0 });
    expect(reasonOf(await change(second, 'approvePartnerClientChange', { changeId: before.proposal.id }))).toBe('OTHER_PROPOSAL');
    await change(second, 'approvePartnerClientChange', { changeId: after.proposal.id });
    expect(await kidsOf(clientId)).toEqual(['fresh']);
    now = testNow;
  });

  test.each([{ jwks: keysNamed('k'), jwksUri: 'https://keys.police.example/' }, {}, { jwks: keysNamed('k'), overlapDays: 31 }])(
    'are refused as %j',
    async (keys) => {
      expect((await change(first, 'replacePartnerClientKeys', { clientId: await approved(), ...keys })).codes).toEqual(['INPUT_INVALID']);
    },
  );
});

test('the contact of a client is changed by one officer', async () => {
  const { client } = await change(third, 'changePartnerClientContact', { clientId: await approved(), contact: 'The night desk' });
  expect(client.contact).toBe('The night desk');
});

test('a client that waits for its approval, has ended or does not exist is not changed', async () => {
  const { client } = await change(first, 'registerPartnerClient', {
    partnerId: cast.police,
    name: 'Records',
    contact: 'The desk',
    jwks: keysNamed('one'),
  });
  const all = (clientId: string): readonly [string, object][] => [
    ['suspendPartnerClient', { clientId, reason: 'Lost' }],
    ['resumePartnerClient', { clientId }],
    ['replacePartnerClientKeys', { clientId, jwks: keysNamed('two') }],
    ['withdrawPartnerClientKey', { clientId, keyId: 'one' }],
    ['changePartnerClientContact', { clientId, contact: 'The desk' }],
  ];
  for (const [field, input] of all(client.id).slice(0, 3)) expect((await change(second, field, input)).codes).toEqual(['CONFLICT']);
  const ended = await approved();
  await change(first, 'endPartnerClient', { clientId: ended, reason: 'Over' });
  for (const [field, input] of all(ended)) expect(reasonOf(await change(second, field, input))).toBe('CLIENT_ENDED');
  for (const [field, input] of all(randomUUID())) expect((await change(second, field, input)).codes).toEqual(['NOT_FOUND']);
  expect((await change(second, 'approvePartnerClientChange', { changeId: randomUUID() })).codes).toEqual(['NOT_FOUND']);
});

test('who proposed a change cannot approve it in the database', async () => {
  const clientId = await approved();
  await change(first, 'replacePartnerClientKeys', { clientId, jwks: keysNamed('three') });
  const approval = gateway.database.asOwner(
    'update identity.registration_change set approved_by = proposed_by, approved_at = now() where registration_id = $1',
    [clientId],
  );
  await expect(approval).rejects.toMatchObject({ code: '23514' });
});
