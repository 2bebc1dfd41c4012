import { randomBytes } from 'node:crypto';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { createRandom } from '../../../demo/population/random.ts';
import { Browser } from '../../../demo/sign-in/browser.ts';
import { openSoftwareAuthenticator, type SoftwareAuthenticator } from '../../../demo/sign-in/software-authenticator.ts';
import { paddedSize, type Publication } from '../../../src/log/store/publication/publication.ts';
import { accountSteps } from '../../../src/identity/server/steps/account-steps.ts';
import { parseCheckpoint } from '../../../src/log/tree/checkpoint.ts';
import { parseNote } from '../../../src/log/keys/note.ts';
import { openGateway, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { app, openIdentityTown, residentEmail, type IdentityTown } from '../../helpers/identity/identity-town.ts';
import { realClock } from '../../helpers/time/live-today.ts';
import { openMobileApp } from '../../helpers/tokens/mobile-app.ts';
import { privacyHere } from '../../helpers/processes/privacy-here.ts';
import { settingsFor } from '../../helpers/processes/run-privacy.ts';
import { openTestAccounts, storeAccount } from '../../helpers/identity/open-test-accounts.ts';
import { ownPage } from '../../helpers/identity/session-town.ts';
import { newClientKeys, signProof } from '../../helpers/tokens/sign-proof.ts';
import { storePasskey } from '../../helpers/identity/store-passkey.ts';
import { until } from '../../helpers/time/until.ts';

// A stranger reads the public tree of the log, whose size and times are open to everybody, before and after what the stranger does.

/** The size that a stranger reads. */
async function publicSize(origin: string): Promise<number> {
  const response = await fetch(`${origin}/log/checkpoint`);
  return response.ok ? Number(parseCheckpoint(parseNote(await response.text()).text).size) : 0;
}

describe('a stranger who tries an address', () => {
  const unknownEmail = 'nobody@mail.example';
  let town: IdentityTown;
  let known: SoftwareAuthenticator;
  let unknown: SoftwareAuthenticator;
  beforeAll(async () => {
    town = await openIdentityTown();
    const origin = new URL(town.issuer).origin;
    [known, unknown] = [openSoftwareAuthenticator(origin), openSoftwareAuthenticator(origin)];
    await storePasskey(town.one.database, town.bothId, known);
  });
  afterAll(() => town.close());

  interface Target {
    readonly email: string;
    readonly passkey: SoftwareAuthenticator;
  }

  const wrong = 'wrong horse battery';
  const origin = (): string => new URL(town.issuer).origin;
  const fill = (path: string, form: Readonly<Record<string, string>>) => new Browser().go(`${town.issuer}/account/${path}`, form);
  const post = (path: string, body: object) =>
    fetch(`${origin()}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...ownPage },
      body: JSON.stringify(body),
    });
  const token = async (path: string, form: Readonly<Record<string, string>>): Promise<void> => {
    const url = `${town.issuer}${path}`;
    const send = async (nonce?: string): Promise<Response> =>
      fetch(url, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { dpop: await signProof(newClientKeys(), { url, token: '', nonce }) },
      });
    const first = await send();
    if ((await first.text()).includes('use_dpop_nonce')) await send(first.headers.get('dpop-nonce')!);
  };

  /** Whatever a stranger can send that names an account. */
  const acts: Readonly<Record<string, (target: Target) => Promise<unknown>>> = {
    'account/register': ({ email }) => fill('register', { email }),
    'account/forgotten': ({ email }) => fill('forgotten', { email }),
    'account/claim': ({ email }) => fill('claim', { email, password: wrong, code: 'AAAA-BBBB' }),
    'account/invitation': ({ email }) => fill('invitation', { email, password: wrong, code: 'AAAA-BBBB' }),
    'account/password/:token': ({ email }) => fill(`password/${randomBytes(32).toString('base64url')}`, { email, password: wrong }),
    'account/email/:token': () => fill(`email/${randomBytes(32).toString('base64url')}`, {}),
    'account/confirm-contact/:token': () => fill(`confirm-contact/${randomBytes(32).toString('base64url')}`, {}),
    'account/contest/:token': () => fill(`contest/${randomBytes(32).toString('base64url')}`, {}),
    'account/own-record': ({ email }) => fill('own-record', { email, password: wrong }),
    'account/sign-in': ({ email }) => fill('sign-in', { email, password: wrong }),
    'a sign-in of an app': async ({ email }) => {
      const browser = new Browser();
      const form = await browser.go(await (await openMobileApp(town)).begin());
      return browser.go(form.url, { step: 'sign-in', email, password: wrong });
    },
    'a session': ({ email }) => post('/session', { email, password: wrong }),
    'a session by a passkey': async ({ passkey }) => {
      const { options } = (await (await post('/session/options', {})).json()) as { options: PublicKeyCredentialRequestOptionsJSON };
      return post('/session', { passkey: passkey.get(options, { challenge: 'another' }) });
    },
    'a code': ({ email }) =>
      token('/token', { client_id: app.id, grant_type: 'authorization_code', code: email, redirect_uri: app.redirectUris[0] }),
    'a refresh token': ({ email }) => token('/token', { client_id: app.id, grant_type: 'refresh_token', refresh_token: email }),
    'a revocation': ({ email }) => token('/token/revocation', { client_id: app.id, token: email }),
    'an introspection': ({ email }) => token('/token/introspection', { client_id: app.id, token: email }),
    'a pushed request': ({ email }) => token('/request', { client_id: app.id, login_hint: email }),
  };

  async function grownBy(act: (target: Target) => Promise<unknown>, target: Target): Promise<number> {
    await town.one.sequence();
    const before = await publicSize(origin());
    await act(target);
    await town.one.sequence();
    return (await publicSize(origin())) - before;
  }

  test('can do so at these forms', () => {
    const forms = accountSteps.map(({ path }) => `account/${path}`);
    expect(forms.filter((form) => !(form in acts))).toEqual([]);
  });

  test.each(Object.entries(acts))('at %s makes the tree grow alike, whether or not there is an account', async (_name, act) => {
    const withAccount = await grownBy(act, { email: residentEmail, passkey: known });
    expect(await grownBy(act, { email: unknownEmail, passkey: unknown })).toBe(withAccount);
  });

  test('leaves something to see at all', async () => {
    expect(await grownBy(acts['a session']!, { email: residentEmail, passkey: known })).toBe(1);
    expect(await grownBy(acts['a session by a passkey']!, { email: residentEmail, passkey: known })).toBe(1);
  });
});

describe('a stranger who watches the tree', () => {
  const every = 20;
  let time = Date.parse('2026-11-30T12:00:00Z');
  let looks = 0;
  const publication: Publication = {
    every,
    now: () => {
      looks += 1;
      return time;
    },
    random: (below) => draw(below),
  };
  let draw = (_below: number): number => 0;
  let gateway: TestGateway;
  let origin: string;
  beforeAll(async () => {
    gateway = await openGateway({ publication, clock: realClock });
    origin = new URL(gateway.url).origin;
  });
  afterAll(() => gateway.close());

  const size = () => publicSize(origin);
  /** Lets the next time come, and waits for what is published then. */
  async function nextSize(): Promise<number> {
    const before = await size();
    time += every;
    await until(async () => (await size()) > before);
    return size();
  }

  test('sees no read when it happens, and only that the next time has come', async () => {
    await until(async () => (await size()) > 0);
    const quiet = (await nextSize()) - (await size());
    const before = await size();
    const { privacy } = await gateway.ask('guardian', '{ me { birthDate } }');
    const looked = looks;
    // The sequencer looked at the clock again and again meanwhile.
    await until(() => looks > looked + 10);
    expect(await size()).toBe(before);
    expect(await gateway.database.asOwner('select id from access_log.staged')).toEqual([{ id: privacy.receipt!.entry }]);
    const withRead = (await nextSize()) - before;
    expect(await gateway.database.asOwner('select id from access_log.staged')).toEqual([]);
    const without = -(await size()) + (await nextSize());
    expect([quiet, withRead, without]).toEqual([0, 16, 16]);
  });

  test('sees the same growth for one failed sign-in, for ten, and for none', async () => {
    const accounts = openTestAccounts(gateway.database, () => new Date());
    await storeAccount(gateway.database, { email: 'guardian@example.org', residentId: cast.guardian });
    const grown: number[] = [];
    for (const [tries, email] of [
      [0, ''],
      [1, 'guardian@example.org'],
      [1, 'nobody@example.org'],
      [5, 'guardian@example.org'],
      [5, 'nobody@example.org'],
    ] as const) {
      const before = await size();
      for (let each = 0; each < tries; each += 1) await accounts.signIn(email, 'wrong horse battery', { address: `203.0.113.${each}` });
      grown.push((await nextSize()) - before);
    }
    await accounts.stop();
    expect(grown).toEqual([16, 16, 16, 16, 16]);
  });

  test('learns nothing of other entries from the place of an own one', async () => {
    const random = createRandom('places');
    draw = (below) => random.below(below);
    const before = await size();
    for (let read = 0; read < 12; read += 1) await gateway.ask('guardian', '{ me { birthDate } }');
    const after = await nextSize();
    draw = () => 0;
    const placed = await gateway.database.asOwner<{ seq: string }>('select seq from access_log.entry where seq >= $1 order by at', [
      before,
    ]);
    const places = placed.map(({ seq }) => Number(seq));
    expect([places.length, new Set(places).size, Math.max(...places) < after]).toEqual([12, 12, true]);
    expect(places).not.toEqual(places.toSorted((one, other) => one - other));
    // They are not the first ones of the publication either.
    expect(Math.max(...places)).toBeGreaterThan(before + 12);
  });

  test('does not learn that one more came, where a step is filled up to its end', () => {
    const sizes = (needed: number): readonly number[] =>
      Array.from({ length: 16 }, (_, random) => paddedSize(needed, { ...publication, random: () => random }));
    expect(new Set(Array.from({ length: 64 }, (_, needed) => sizes(needed)).flat())).toEqual(new Set([16, 64, 256]));
    const differing = (needed: number): number => sizes(needed).filter((step, at) => step !== sizes(needed + 1)[at]).length;
    expect(Math.max(...Array.from({ length: 1_000 }, (_, needed) => differing(needed)))).toBe(1);
  });

  test('leaves a log that verifies, in which an entry that was removed is no padding', async () => {
    const verify = async () => JSON.parse((await privacyHere(['verify-log', '--json'], settingsFor(gateway.database))).stdout);
    const whole = await verify();
    expect([whole.findings, whole.padded > 0, whole.checkpoint.size]).toEqual([[], true, await size()]);
    const [removed] = await gateway.database.asOwner<{ seq: string }>(
      'delete from access_log.entry where seq = (select max(seq) from access_log.entry) returning seq',
    );
    const { findings } = await verify();
    expect(findings.map(({ code, place }: any) => `${code} ${place}`)).toContain(`ENTRY_REMOVED entry ${removed!.seq}`);
  });
});
