import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { usualRequestLimits } from '../../../src/platform/settings/config.ts';
import { town } from '../../../src/town/index.ts';
import { openGateway, type Answered, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { patientDeadlines } from '../../helpers/gateway/patient-deadlines.ts';
import { until } from '../../helpers/time/until.ts';

// The application's own authentication asks a service, which the attacker's credentials keep busy.
const deadlines = { ...patientDeadlines, mostRequests: 2 };
const [attacker, victim] = ['2001:db8:1::1', '2001:db8:2::1'];
let asked = 0;
let end = (): void => undefined;
const ended = new Promise<void>((done) => (end = done));
const authenticate: NonNullable<typeof town.authenticate> = async ({ headers }) => {
  if (headers['x-forwarded-for'] !== attacker) return undefined;
  asked += 1;
  await ended;
  return undefined;
};
let gateway: TestGateway;
beforeAll(async () => {
  const requestLimits = { ...usualRequestLimits, trustedProxies: ['127.0.0.1'] };
  gateway = await openGateway({ deadlines, requestLimits, application: { ...town, authenticate } });
});
afterAll(async () => {
  end();
  await gateway.close();
});

const ask = (address: string): Promise<Answered> =>
  gateway.ask(null, '{ services { totalCount } }', { headers: { 'x-forwarded-for': address } });

test('requests that hang in authentication keep those of other addresses from no place', async () => {
  expect((await ask(victim)).errors).toEqual([]);
  const hanging = Array.from({ length: 40 }, () => ask(attacker));
  await until(() => asked >= 20);
  expect((await ask(victim)).errors).toEqual([]);
  end();
  expect((await Promise.all(hanging)).flatMap((answer) => answer.codes)).toContain('OVERLOADED');
});
