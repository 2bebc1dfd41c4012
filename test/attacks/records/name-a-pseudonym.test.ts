import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { verifyBundle } from '../../../src/log/bundle/verify-bundle.ts';
import { partnerRoles } from '../../../src/town/policy/partners/partners.ts';
import { bundleIn, openExported, reader, within, type ExportedBundle } from '../../helpers/log/exported-bundle.ts';
import { openTestAccounts, storeAccount } from '../../helpers/identity/open-test-accounts.ts';

// A reviewer or an auditor tries a wrong password of a known person and looks which pseudonym the entry shows: with it, the whole history
// of the person could be found, sealed reads included.
let log: ExportedBundle;
beforeAll(async () => {
  log = await openExported();
  await log.ask(within, 'police', '{ residents { edges { node { givenName } } } }');
  await storeAccount(log.gateway.database, { email: 'resident@example.org', residentId: cast.resident });
  const accounts = openTestAccounts(log.gateway.database, () => within);
  await accounts.signIn('resident@example.org', 'wrong horse battery', { address: '203.0.113.7' });
  await accounts.stop();
  await log.gateway.sequence();
});
afterAll(() => log.close());

const fields = 'totalCount edges { node { number command subjects { pseudonym } } }';

test('the person sees the failed sign-in', async () => {
  const { data } = await log.gateway.ask('resident', '{ me { accessHistory(filter: { ofAccount: true }) { totalCount } } }');
  expect(data.me.accessHistory.totalCount).toBe(1);
});

describe.each([
  ['reviewer', 'ACCESS_REVIEW'],
  ['auditor', 'CONTROL_AUDIT'],
] as const)('the %s', (persona, purpose) => {
  const list = async (given: string): Promise<{ totalCount: number; nodes: any[] }> => {
    const { data, errors } = await log.gateway.ask(persona, `{ list: accessEntries(first: 50, ${given}) { ${fields} } }`, { purpose });
    expect(errors).toEqual([]);
    return { totalCount: data.list.totalCount, nodes: data.list.edges.map(({ node }: any) => node) };
  };

  test('sees that a person failed to sign in, and not whose account it was', async () => {
    const { nodes } = await list('filter: { ofAccount: true }');
    expect(nodes).toEqual([{ number: expect.any(String), command: 'sign-in-failed', subjects: [] }]);
  });

  test('does not find it by the pseudonym of the person', async () => {
    const { nodes } = await list('filter: { role: LAW_ENFORCEMENT }');
    const pseudonyms: string[] = nodes.flatMap(({ subjects }) => subjects.map((one: any) => one.pseudonym));
    expect(pseudonyms.length).toBeGreaterThan(0);
    for (const pseudonym of pseudonyms) {
      const all = await list(`pseudonym: "${pseudonym}"`);
      expect(all.nodes.map(({ command }) => command)).toEqual(all.nodes.map(() => null));
      expect([all.nodes.length > 0, all.totalCount]).toEqual([true, all.nodes.length]);
      for (const ofAccount of ['ofAccount: true', 'ofAccount: true, outcome: REFUSED'])
        expect(await list(`pseudonym: "${pseudonym}", filter: { ${ofAccount} }`)).toEqual({ totalCount: 0, nodes: [] });
    }
  });
});

test('an auditor’s bundle does not show whose account it was', async () => {
  const { files } = await log.run();
  const { entries } = bundleIn(files).content;
  const ofAccounts = entries.filter(({ header }) => header.operationType === 'account');
  expect(ofAccounts.map(({ subjects, unseen }) => ({ subjects, unseen }))).toEqual([{ subjects: { closed: 'OF_ACCOUNT' }, unseen: 0 }]);
  const verified = await verifyBundle(reader(files), log.gateway.logKeys.keys(), partnerRoles, log.gateway.logKeys.origin);
  expect(verified.findings).toEqual([]);
  // Entries that are not about accounts cannot be withheld in this way.
  const { note, content } = bundleIn(files);
  const other = content.entries.map((entry) =>
    entry.header.operationType === 'account' ? entry : { ...entry, subjects: { closed: 'OF_ACCOUNT' }, unseen: 0 },
  );
  const altered = new Map(files).set('bundle.json', Buffer.from(JSON.stringify({ note, content: { ...content, entries: other } })));
  const { findings } = await verifyBundle(reader(altered), log.gateway.logKeys.keys(), partnerRoles, log.gateway.logKeys.origin);
  expect(findings.map(({ code }) => code)).toContain('BUNDLE_SEGMENT_MISSING');
});
