import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Browser } from '../../../../demo/sign-in/browser.ts';
import { signInLimits } from '../../../../src/identity/accounts/sign-in/sign-in.ts';
import { openIdentityTown, residentEmail, type IdentityTown } from '../../../helpers/identity/identity-town.ts';
import { openMobileApp } from '../../../helpers/tokens/mobile-app.ts';
import { goodPassword } from '../../../helpers/identity/open-test-accounts.ts';
import { patientLimits } from '../../../helpers/gateway/patient-limits.ts';
import { ownPage, SessionBrowser } from '../../../helpers/identity/session-town.ts';

// An attacker with an IPv6 network, which has 2⁶⁴ addresses, tries passwords from another address each time.
let town: IdentityTown;
let account: string;
beforeAll(async () => {
  town = await openIdentityTown({ ...patientLimits, trustedProxies: ['127.0.0.1', '::1'] });
  account = `${town.issuer}/account`;
});
afterAll(() => town.close());

let addresses = 0;
const next = (network: string): Readonly<Record<string, string>> => ({ 'x-forwarded-for': `${network}::${(addresses += 1).toString(16)}` });

test('the tries of an IPv6 network count together, wherever passwords are asked for', async () => {
  const [network, neighbour] = ['2001:db8:0:1', '2001:db8:0:2'];
  const tried = { email: residentEmail, password: 'wrong horse battery' };
  const browser = new Browser();
  const begun = (await browser.go(await (await openMobileApp(town)).begin())).url;
  const statusOf = {
    session: async (from: string, fields = tried) =>
      (await new SessionBrowser(town).send('POST', '/session', fields, { ...ownPage, ...next(from) })).status,
    page: async (from: string, fields = tried) => (await new Browser().go(`${account}/sign-in`, fields, next(from))).status,
    app: async (from: string, fields = tried) => (await browser.go(begun, { step: 'sign-in', ...fields }, next(from))).status,
    claim: async (from: string, fields = tried) =>
      (await new Browser().go(`${account}/claim`, { code: 'any', ...fields }, next(from))).status,
  };
  for (let count = 0; count < signInLimits.pair.points; count += 1) expect(await statusOf.page(network)).toBe(400);
  const ofNetwork: number[] = [];
  const ofNeighbour: number[] = [];
  for (const one of Object.values(statusOf)) {
    ofNetwork.push(await one(network));
    ofNeighbour.push(await one(neighbour));
  }
  expect(ofNetwork).toEqual([429, 429, 429, 429]);
  expect(ofNeighbour).toEqual([401, 400, 400, 400]);
  // The password itself signs in from elsewhere.
  const right = { email: residentEmail, password: goodPassword };
  expect([await statusOf.session(network, right), await statusOf.session(neighbour, right)]).toEqual([429, 201]);
});
