import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Principal } from '../../../src/engine/purpose/principal.ts';
import { networksPerSite } from '../../../src/platform/network/network-address.ts';
import { FairBound } from '../../../src/platform/fairness/bounds.ts';
import { createFairQueue, type FairQueue } from '../../../src/server/fairness/fair-queue.ts';
import { usualRequestLimits } from '../../../src/platform/settings/config.ts';
import { openGateway, type Answered, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { openMailServer, type MailServer } from '../../helpers/identity/mail-server.ts';
import { undividedTime } from '../../helpers/gateway/undivided-time.ts';

// One customer with an IPv6 site asks as 65,536 networks, so that each gets what a neighbour gets.
const crowd = 65_536;
const site = '2001:db8:7';
const networkOf = (at: number): string => `${site}:${at.toString(16)}`;
const nobody = { id: undefined } as Principal;
const arrived = { bodyBytes: 10, parsedIn: 0, deadline: { check: () => undefined, left: 60_000 } };

describe('in the memory of a process', () => {
  const limits = { ...usualRequestLimits, requests: 4, waiting: 32 };
  const ask: Readonly<Record<string, (queue: FairQueue, address: string, work: () => Promise<object>) => Promise<unknown>>> = {
    operations: (queue, address, work) => queue.runForPrincipal(nobody, address, arrived, work),
    'pages and the public log': (queue, address, work) => queue.runForAddress(address, arrived.deadline, work),
  };

  test.each(Object.entries(ask))('%s of a site are served as those of eight networks', async (_name, askOne) => {
    const queue = createFairQueue(limits, undividedTime, (work) => work());
    const { promise: release, resolve: end } = Promise.withResolvers<object>();
    let served = 0;
    let refused = 0;
    const all = Array.from({ length: crowd }, (_none, at) =>
      askOne(queue, `${networkOf(at)}::1`, () => {
        served += 1;
        return release;
      }).catch(() => void (refused += 1)),
    );
    await new Promise((done) => setImmediate(done));
    const [atOnce, waiting] = [limits.requests * networksPerSite, limits.waiting * networksPerSite];
    expect([served, refused]).toEqual([atOnce, crowd - atOnce - waiting]);
    // Another site is served meanwhile, and all of what waited afterwards.
    expect(await askOne(queue, '2001:db8:8::1', async () => ({ isServed: true }))).toEqual({ isServed: true });
    end({});
    await Promise.all(all);
    expect(served).toBe(atOnce + waiting);
    expect(await askOne(queue, `${networkOf(1)}::1`, async () => ({ isServed: true }))).toEqual({ isServed: true });
  });

  test('documents of a site that are refused count together', async () => {
    const queue = createFairQueue({ ...limits, refusedDocuments: 2 }, undividedTime, (work) => work());
    const refuse = async () => ({ code: 'DOCUMENT_TOO_LONG' }) as const;
    for (let at = 0; at < 2 * networksPerSite; at += 1) await queue.runForPrincipal(nobody, `${networkOf(at)}::1`, arrived, refuse);
    await expect(queue.runForPrincipal(nobody, `${networkOf(crowd - 1)}::1`, arrived, refuse)).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
    });
    expect(await queue.runForPrincipal(nobody, '2001:db8:8::1', arrived, refuse)).toEqual({ code: 'DOCUMENT_TOO_LONG' });
  });

  test('connections and bodies of a site give way to those of another that has fewer', () => {
    const bound = new FairBound(1_000);
    const lost: string[] = [];
    const take = (holder: string, amount = 1) => bound.reserve(holder, amount, () => lost.push(holder));
    for (let at = 0; at < 2_000; at += 1) take(networkOf(at));
    expect(lost).toHaveLength(1_000);
    for (const holder of ['192.0.2.7', '192.0.2.7', '2001:db8:8:1', '2001:db8:8:2', '2001:db8:8:2']) take(holder);
    take('192.0.2.8', 100);
    expect(lost.slice(1_000).filter((holder) => !holder.startsWith(site))).toEqual([]);
    expect([lost.length, bound.total]).toEqual([1_105, 1_000]);
  });
});

describe('senders without an account', () => {
  const perAddress = 2;
  const requestLimits = { ...usualRequestLimits, trustedProxies: ['127.0.0.1'], anonymousSenders: { perAddress, inTotal: 500 } };
  const send = 'mutation ($input: SendContactCodeInput!) { sendContactCode(input: $input) { validUntil } }';
  const file = 'mutation ($input: FileRequestInput!) { fileRequest(input: $input) { receipt { number } } }';
  const look = 'query ($input: String!) { requestState(number: $input, code: "AAAA-AAAA-AAAA") { status } }';
  let gateway: TestGateway;
  let mails: MailServer;
  beforeAll(async () => {
    mails = await openMailServer();
    gateway = await openGateway({ requestLimits, smtpUrl: mails.url });
  });
  afterAll(async () => {
    await gateway.close();
    await mails.close();
  });
  beforeEach(() => gateway.database.asOwner('delete from recreation.asked'));
  afterEach(() => gateway.database.asOwner('delete from recreation.contact_code'));

  const asked = (query: string, network: string, input: unknown): Promise<Answered> =>
    gateway.ask(null, query, { variables: { input }, headers: { 'x-forwarded-for': `${network}::1` } });
  const letter = (at: number) => ({ kind: 'QUESTION', body: `Question ${at}`, contactEmail: `somebody.${at}@example.org` });

  test.each<[string, (network: string, at: number) => Promise<Answered>]>([
    ['ask for codes', (network, at) => asked(send, network, letter(at))],
    ['try to file', (network, at) => asked(file, network, { ...letter(at), contactCode: '0000-0000' })],
    ['try codes of states', (network, at) => asked(look, network, `PR-${at}`)],
  ])('%s as those of eight networks', async (_what, ask) => {
    const allowed = perAddress * networksPerSite;
    for (let at = 0; at < allowed; at += 1) expect((await ask(networkOf(at * 2_047), at)).codes).not.toContain('TOO_MANY_REQUESTS');
    expect((await ask(networkOf(crowd - 1), allowed)).codes).toEqual(['TOO_MANY_REQUESTS']);
    expect((await ask('2001:db8:8:1', allowed)).codes).not.toContain('TOO_MANY_REQUESTS');
  });
});
