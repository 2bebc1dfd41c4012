import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Browser } from '../../../../demo/sign-in/browser.ts';
import { addressLimitersIn } from '../../../../src/platform/sql/limiters.ts';
import { app, openIdentityTown, residentEmail, type IdentityTown } from '../../../helpers/identity/identity-town.ts';
import { goodPassword, plain } from '../../../helpers/identity/open-test-accounts.ts';
import { patientLimits } from '../../../helpers/gateway/patient-limits.ts';
import { ownPage, SessionBrowser } from '../../../helpers/identity/session-town.ts';

// One customer has a site with IPv6: 65,536 networks, each of which would have limits of its own.
const [site, elsewhere] = ['2001:db8:7', '2001:db8:8'];
const networks = [0, 1, 0x7f_ff, 0xff_ff];
let town: IdentityTown;
beforeAll(async () => {
  town = await openIdentityTown({ ...patientLimits, trustedProxies: ['127.0.0.1', '::1'] });
});
beforeEach(() => town.one.database.asOwner('delete from identity.attempt'));
afterAll(() => town.close());

type Headers = Readonly<Record<string, string>>;
const from = (network: string): Headers => ({ 'x-forwarded-for': `${network}::1` });
const post = async (path: string, form: Readonly<Record<string, string>>, headers: Headers): Promise<number> => {
  const init = { method: 'POST', body: new URLSearchParams(form), headers: { origin: new URL(town.issuer).origin, ...headers } };
  return (await fetch(`${town.issuer}${path}`, init)).status;
};
const page = async (path: string, form: Readonly<Record<string, string>>, headers: Headers): Promise<number> =>
  (await new Browser().go(`${town.issuer}/account/${path}`, form, headers)).status;
const session = async (path: string, body: object, headers: Headers): Promise<number> =>
  (await new SessionBrowser(town).send('POST', path, body, { ...ownPage, ...headers })).status;

const owner = { email: residentEmail, password: goodPassword };
/** Each limit by network address, and something that counts for it. */
const limits: Readonly<Record<string, (headers: Headers) => Promise<number>>> = {
  address: (headers) => session('/session', owner, headers),
  hash: (headers) => page('sign-in', owner, headers),
  'mail-address': (headers) => page('register', { email: 'new@mail.example' }, headers),
  challenge: (headers) => session('/session/options', {}, headers),
  'claim-address': (headers) => page('claim', { ...owner, code: 'any', second: 'any' }, headers),
  'pushed-request': (headers) => post('/request', { client_id: app.id }, headers),
  interaction: async (headers) => (await fetch(`${town.issuer}/auth?client_id=${app.id}&request_uri=any`, { headers })).status,
  token: (headers) => post('/token', { client_id: app.id, grant_type: 'authorization_code', code: 'any' }, headers),
};
/** Those of senders without an account, which `silence-a-citizen.test.ts` and `stand-in-for-a-crowd.test.ts` use up. */
const ofSenders = ['code', 'try', 'look'];

describe('each limit by network address', () => {
  test.each(Object.entries(limits))('%s holds all networks of a site together, and no other site', async (name, ask) => {
    const { database } = town.one;
    const until = Date.now() + 600_000;
    await database.asOwner(`insert into identity.attempt (key, points, expire) values ($1, 1000000, $2)`, [
      `${name}-site:${plain('site', site)}`,
      until,
    ]);
    for (const network of networks) expect([network, await ask(from(`${site}:${network.toString(16)}`))]).toEqual([network, 429]);
    expect(await ask(from(`${elsewhere}:1`))).not.toBe(429);
  });

  test('is one of this list, and counts nowhere but where the site is counted', () => {
    const sources = globSync('src/**/*.ts').map((file) => [file, readFileSync(file, 'utf8')] as const);
    const named = sources.flatMap(([, text]) => [...text.matchAll(/name: '([\w-]+)', points: [\w_]+, site:/g)].map(([, name]) => name!));
    expect(named.toSorted()).toEqual(Object.keys(limits).toSorted());
    const senders = readFileSync('src/town/requests/senders/anonymous-senders.ts', 'utf8');
    expect([...senders.matchAll(/ofAddress\('(\w+)'\)/g)].map(([, name]) => name)).toEqual(ofSenders);
    const counting = sources.filter(([, text]) => /(?:disguise|name)\('(?:address|site)'/.test(text)).map(([file]) => file);
    expect(counting).toEqual(['src/platform/sql/limiters.ts']);
    // The counts in memory; the last four name the address of the request. `stand-in-for-a-crowd.test.ts` has the first ones.
    const grouping = sources.filter(([, text]) => /address(?:Group|Levels)\(/.test(text)).map(([file]) => file.replace('src/', ''));
    expect(grouping.toSorted()).toEqual([
      'identity/server/clients/bound-authorization.ts',
      'identity/server/serve-identity.ts',
      'identity/server/steps/serve-account.ts',
      'identity/sessions/serve-sessions.ts',
      'platform/fairness/bounds.ts',
      'platform/network/network-address.ts',
      'server/fairness/fair-queue.ts',
      'server/fairness/hold-body.ts',
      'server/http/connections/http-server.ts',
      'server/http/requests/parse-bodies.ts',
      'server/spine/operation-context.ts',
    ]);
  });
});

test('of 65,536 networks, a site gets as many points as it has, and gives back what it took', async () => {
  const limit = { name: 'example', points: 2, site: 20, duration: 600 };
  const limiter = addressLimitersIn(town.identity, ['identity', 'attempt'], plain)(limit);
  const address = (at: number): string => `${site}:${((at * 937) % 65_536).toString(16)}`;
  const counted = await Promise.all(Array.from({ length: 200 }, (_none, at) => limiter.count(address(at))));
  expect(counted.filter((seconds) => seconds === undefined)).toHaveLength(limit.site);
  await limiter.giveBack(address(1));
  for (let late = 0; late < 180; late += 1) await limiter.giveBack(address(late));
  expect(await limiter.count(address(300))).toBeUndefined();
  // IPv4 has no sites: an address has its points.
  const alone = [1, 2, 3].map(() => limiter.count('192.0.2.7'));
  expect((await Promise.all(alone)).filter((seconds) => seconds === undefined)).toHaveLength(limit.points);
});
