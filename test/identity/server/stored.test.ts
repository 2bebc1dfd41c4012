import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CompiledQuery } from 'kysely';
import { openSmallPool, type SmallPool } from '../../../src/platform/postgres/connections/open-small-pool.ts';
import { endGrants } from '../../../src/identity/accounts/ending/end-grants.ts';
import { endSignIns } from '../../../src/identity/accounts/ending/end-sign-ins.ts';
import { Artifacts } from '../../../src/identity/server/tokens/artifacts.ts';
import { removeExpired } from '../../../src/identity/server/tokens/remove-expired.ts';
import { rotateKey, withdrawKey } from '../../../src/identity/server/tokens/rotate-key.ts';
import { openSigningKeys } from '../../../src/identity/server/tokens/signing-keys.ts';
import { SingleUses } from '../../../src/identity/server/tokens/single-uses.ts';
import type { Database } from '../../../src/platform/sql/sql.ts';
import { copyDatabase, type TestDatabase } from '../../helpers/database/cluster.ts';
import { patientDeadlines } from '../../helpers/gateway/patient-deadlines.ts';

// The data that the authorization server keeps, as its own role.
let database: TestDatabase;
let pool: SmallPool;
beforeAll(async () => {
  database = await copyDatabase();
  pool = openSmallPool(database.roles.identity, patientDeadlines);
});
afterAll(async () => {
  await pool.stop();
  await database.drop();
});
beforeEach(() => database.asOwner('truncate identity.artifact, identity.replay, identity.signing_key'));

const hour = 3_600;
const count = async (table: string): Promise<number> =>
  (await database.asOwner<{ count: number }>(`select count(*)::integer as count from identity.${table}`))[0]!.count;

describe('an artifact', () => {
  test('is found by its id, without the id being stored', async () => {
    const codes = new Artifacts(pool, 'AuthorizationCode');
    await codes.upsert('the-code', { jti: 'the-code', kind: 'AuthorizationCode', accountId: 'somebody' }, hour);
    expect(await codes.find('the-code')).toEqual({ jti: 'the-code', kind: 'AuthorizationCode', accountId: 'somebody' });
    expect(await codes.find('another')).toBeUndefined();
    expect(await new Artifacts(pool, 'RefreshToken').find('the-code')).toBeUndefined();
    const rows = await database.asOwner<{ text: string }>('select row_to_json(artifact)::text as text from identity.artifact');
    expect(rows.map(({ text }) => text).join('')).not.toContain('the-code');
  });

  test('of an interaction is stored without its id and without that of the session', async () => {
    const interactions = new Artifacts(pool, 'Interaction');
    const returnTo = 'https://id.example/oidc/auth/the-id';
    await interactions.upsert('the-id', { jti: 'the-id', returnTo, session: { accountId: 'somebody', cookie: 'the-cookie' } }, hour);
    expect(await interactions.find('the-id')).toEqual({ jti: 'the-id', returnTo, session: { accountId: 'somebody' } });
    const rows = await database.asOwner<{ text: string }>('select row_to_json(artifact)::text as text from identity.artifact');
    expect(rows.map(({ text }) => text).join('')).not.toMatch(/the-id|the-cookie/);
  });

  test('of a session is found by its uid, without an id that could be used', async () => {
    const sessions = new Artifacts(pool, 'Session');
    await sessions.upsert('the-id', { jti: 'the-id', uid: 'the-uid', accountId: 'somebody' }, hour);
    expect(await sessions.findByUid('the-uid')).toEqual({ uid: 'the-uid', accountId: 'somebody' });
  });

  test('of a session that its owner signed out is not stored again by a request that was under way, under no id', async () => {
    const sessions = new Artifacts(pool, 'Session');
    const [accountId, other] = [randomUUID(), randomUUID()];
    const session = { jti: 'the-id', uid: 'the-uid', accountId: `${accountId} RESIDENT 0` };
    await sessions.upsert('the-id', session, hour);
    await sessions.upsert('other-id', { jti: 'other-id', uid: 'other-uid', accountId: `${other} RESIDENT 0` }, hour);
    await sessions.upsert('the-id', session, hour);
    expect(await sessions.find('the-id')).toMatchObject({ accountId: session.accountId });
    await endSignIns(pool, accountId);
    // Each request ends with this, and one that came back from a page with the other.
    await sessions.upsert('the-id', session, hour);
    await sessions.destroy('the-id');
    await expect(sessions.upsert('next-id', { ...session, jti: 'next-id' }, hour)).rejects.toThrow('artifact_uid');
    expect(await Promise.all(['the-id', 'next-id'].map((id) => sessions.find(id)))).toEqual([undefined, undefined]);
    expect(await sessions.findByUid('the-uid')).toBeUndefined();
    expect(await sessions.find('other-id')).toMatchObject({ uid: 'other-uid' });
    const rows = await database.asOwner<{ text: string }>('select row_to_json(artifact)::text as text from identity.artifact');
    expect(rows.map(({ text }) => text).join('')).not.toContain(accountId);
  });

  test('of one account among many is found by an index, since a sign-out has one of two connections', async () => {
    await database.asOwner(
      `insert into identity.artifact (id, model, payload, expires_at)
       select sha256(n::text::bytea), 'Session', jsonb_build_object('accountId', gen_random_uuid() || ' RESIDENT 0'), now() from generate_series(1, 3000) n`,
    );
    await database.asOwner('analyze identity.artifact');
    const ended: CompiledQuery[] = [];
    const listening: Database = { executeQuery: (query) => (ended.push(query), pool.executeQuery(query)) };
    await endSignIns(listening, randomUUID());
    await pool.transaction((transaction) =>
      endGrants({ executeQuery: (query) => (ended.push(query), transaction.executeQuery(query)) }, randomUUID()),
    );
    const plans = await Promise.all(
      ended
        .filter(({ sql }) => sql.includes('identity.artifact'))
        .map(({ sql, parameters }) => database.asOwner(`explain ${sql}`, [...parameters])),
    );
    expect(plans.map((plan) => JSON.stringify(plan).includes('artifact_account'))).toEqual([true, true]);
  });

  test('says that it was used, and the second use ends all that was issued under its grant', async () => {
    const [grants, codes, refreshTokens] = ['Grant', 'AuthorizationCode', 'RefreshToken'].map((model) => new Artifacts(pool, model));
    await grants!.upsert('grant', { jti: 'grant' }, hour);
    await grants!.upsert('other', { jti: 'other' }, hour);
    await codes!.upsert('code', { jti: 'code', grantId: 'grant' }, hour);
    await refreshTokens!.upsert('refresh', { jti: 'refresh', grantId: 'grant' }, hour);
    await codes!.consume('code');
    expect(await codes!.find('code')).toMatchObject({ consumed: expect.any(Number) });
    await expect(codes!.consume('code')).rejects.toMatchObject({ error: 'invalid_grant' });
    expect(await refreshTokens!.find('refresh')).toBeUndefined();
    expect(await grants!.find('grant')).toBeUndefined();
    // Its owner is still known.
    expect(await codes!.find('code')).toMatchObject({ consumed: expect.any(Number) });
    await codes!.revokeByGrantId('grant');
    await expect(codes!.consume('code')).rejects.toMatchObject({ error: 'invalid_grant' });
    expect(await grants!.find('other')).toBeDefined();
  });

  test('ends with its grant, and one that is destroyed is gone', async () => {
    const tokens = new Artifacts(pool, 'RefreshToken');
    await tokens.upsert('one', { jti: 'one', grantId: 'grant' }, hour);
    await tokens.upsert('two', { jti: 'two', grantId: 'other' }, hour);
    await tokens.revokeByGrantId('grant');
    expect([await tokens.find('one'), (await tokens.find('two'))?.jti]).toEqual([undefined, 'two']);
    await tokens.destroy('two');
    expect(await tokens.find('two')).toBeUndefined();
  });
});

test('a proof is used once, by whichever of many that use it at once', async () => {
  const uses = new SingleUses(pool);
  const found = await Promise.all(Array.from({ length: 10 }, () => uses.find('proof')));
  expect(found.filter((one) => one === undefined)).toHaveLength(1);
});

test('what has expired is removed in batches, and what is valid stays', async () => {
  await database.asOwner(
    `insert into identity.replay select sha256(n::text::bytea), now() - interval '1 second' from generate_series(1, 2500) n`,
  );
  await database.asOwner(`insert into identity.replay values (sha256('valid'), now() + interval '1 minute')`);
  const tokens = new Artifacts(pool, 'RefreshToken');
  await tokens.upsert('late', { jti: 'late' }, -60);
  await tokens.upsert('old', { jti: 'old' }, -2 * hour);
  // Strangers can have these stored, as many as they like.
  for (const begun of ['PushedAuthorizationRequest', 'Interaction'].map((model) => new Artifacts(pool, model))) {
    await begun.upsert('over', { jti: 'over' }, -1);
    await begun.upsert('open', { jti: 'open' }, 60);
  }
  // A server without mails never sends its notices, so their addresses must not stay there forever.
  await database.asOwner(
    `insert into identity.mail (id, kind, email, language, asked_at, next_try_at)
     select gen_random_uuid(), 'PASSWORD_CHANGED', days || '@mail.example', 'en', now() - make_interval(days => days), now() from unnest(array[2, 4]) days`,
  );
  expect(await removeExpired(pool)).toBe(2_504);
  expect(await database.asOwner('delete from identity.mail returning email')).toEqual([{ email: '2@mail.example' }]);
  expect([await count('replay'), await count('artifact')]).toEqual([1, 3]);
  expect(await tokens.find('late')).toBeDefined();
});

describe('signing keys', () => {
  const secret = randomBytes(32);
  const ids = async (): Promise<readonly string[]> => (await openSigningKeys(pool, secret)).map(({ kid }) => kid);

  test('are made once and shared, also by processes that start at once', async () => {
    const others = Array.from({ length: 4 }, () => openSmallPool(database.roles.identity, patientDeadlines));
    await Promise.all(others.map((other) => new Artifacts(other, 'Grant').find('connected')));
    const opened = await Promise.all(others.map((other) => openSigningKeys(other, secret)));
    const [first] = await ids();
    expect(opened.map((keys) => keys.map(({ kid }) => kid))).toEqual(others.map(() => [first]));
    expect(await count('signing_key')).toBe(1);
    for (const other of others) await other.stop();
  });

  test('are stored encrypted, and one that the secret does not open is named', async () => {
    const [{ kid, jwk }] = (await openSigningKeys(pool, secret)) as [{ kid: string; jwk: { d: string } }];
    const [row] = await database.asOwner<{ sealed: Buffer }>('select sealed from identity.signing_key');
    expect(row!.sealed.toString('latin1')).not.toContain(jwk.d);
    await expect(openSigningKeys(pool, randomBytes(32))).rejects.toMatchObject({
      code: 'SETTING_INVALID',
      problems: [expect.stringMatching(new RegExp(`^SECRETS: the secret identity-keys .*does not open the signing key ${kid}`))],
    });
  });

  test('are rotated with overlap: the new one is published before it signs, and the old one is believed after that', async () => {
    const [old] = await ids();
    const next = await rotateKey(pool, secret, { wait: 60, overlap: 60 });
    expect(await ids()).toEqual([old, next]);
    await database.asOwner(`update identity.signing_key set signs_from = signs_from - interval '2 minutes'`);
    expect(await ids()).toEqual([next, old]);
    await database.asOwner(`update identity.signing_key set believed_until = now() where kid = $1`, [old]);
    expect(await ids()).toEqual([next]);
  });

  test('that are all withdrawn are replaced', async () => {
    const [leaked] = await ids();
    expect(await withdrawKey(pool, leaked!)).toBe(true);
    expect(await withdrawKey(pool, 'peregrine')).toBe(false);
    const [next, ...more] = await ids();
    expect([next === leaked, more]).toEqual([false, []]);
  });
});
