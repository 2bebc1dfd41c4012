import { beforeAll, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { realClock } from '../../helpers/time/live-today.ts';
import { goodPassword, openTestAccounts, storeAccount } from '../../helpers/identity/open-test-accounts.ts';
import { runPrivacy, settingsFor } from '../../helpers/processes/run-privacy.ts';

const gateway = useGateway({ clock: realClock });
beforeAll(async () => {
  const accounts = openTestAccounts(gateway.database, realClock);
  const from = { address: '203.0.113.7' };
  await storeAccount(gateway.database, { email: 'guardian@example.org', residentId: cast.guardian });
  await storeAccount(gateway.database, { email: 'neighbour@example.org', residentId: cast.neighbour });
  await accounts.signIn('guardian@example.org', goodPassword, from);
  await accounts.signIn('guardian@example.org', 'wrong horse battery', from);
  await accounts.signIn('neighbour@example.org', 'wrong horse battery', from);
  await accounts.stop();
  await gateway.sequence();
});

const history = (persona: string, includeOwn: boolean, headers = {}) =>
  gateway.ask(
    persona,
    `{ me { accessHistory(includeOwn: ${includeOwn}) { edges { node { kind why purpose relationship fields by { role employee { id } } } } } } }`,
    { headers },
  );
const acts = async (persona: string, includeOwn: boolean): Promise<unknown[]> =>
  (await history(persona, includeOwn)).data.me.accessHistory.edges
    .map(({ node }: { node: { kind: string } }) => node)
    .filter(({ kind }: { kind: string }) => kind === 'ACCOUNT_USED');

const failure = {
  kind: 'ACCOUNT_USED',
  why: 'Somebody tried to sign in to the person’s account and did not know the password.',
  purpose: null,
  relationship: 'NONE',
  fields: [],
  by: { role: null, employee: null },
};

test('residents see who tried to sign in as them, their own sign-ins when they ask for their own, and no one else’s', async () => {
  expect(await acts('guardian', false)).toEqual([failure]);
  expect(await acts('guardian', true)).toEqual([failure, { ...failure, why: 'The person signed in.', relationship: 'SELF' }]);
  expect(await acts('neighbour', true)).toEqual([failure]);
  expect(await acts('resident', true)).toEqual([]);
});

test('what happened with an account is listed and counted by itself, and left out of the reads on request', async () => {
  // Newer than what happened with the account.
  for (let read = 0; read < 3; read += 1) await gateway.ask('guardian', '{ me { birthDate } }');
  await gateway.sequence();
  const items = 'totalCount pageInfo { hasNextPage endCursor } edges { node { id kind } }';
  const idsOf = ({ edges }: any): string[] => edges.map(({ node }: any) => node.id);
  const { data } = await gateway.ask(
    'guardian',
    `{ me {
      all: accessHistory(includeOwn: true) { ${items} } reads: accessHistory(includeOwn: true, filter: { ofAccount: false }) { ${items} }
      newest: accessHistory(first: 1, includeOwn: true, filter: { ofAccount: true }) { ${items} }
      byOthers: accessHistory(filter: { ofAccount: true }) { ${items} } } }`,
  );
  const { all, reads, newest, byOthers } = data.me;
  const kinds: string[] = all.edges.map(({ node }: any) => node.kind);
  expect([kinds[0], kinds.filter((kind) => kind === 'ACCOUNT_USED').length]).toEqual(['RECORD_OPENED', 2]);
  const ofAccount = idsOf(all).filter((_id, at) => kinds[at] === 'ACCOUNT_USED');
  expect(idsOf(reads)).toEqual(idsOf(all).filter((id) => !ofAccount.includes(id)));
  expect([idsOf(newest), newest.totalCount, newest.pageInfo.hasNextPage]).toEqual([ofAccount.slice(0, 1), 2, true]);
  expect([byOthers.edges.length, byOthers.totalCount]).toEqual([1, 1]);
  const { data: next } = await gateway.ask(
    'guardian',
    `{ me { oldest: accessHistory(first: 1, after: "${newest.pageInfo.endCursor}", includeOwn: true, filter: { ofAccount: true }) { ${items} } } }`,
  );
  expect([idsOf(next.me.oldest), next.me.oldest.pageInfo.hasNextPage]).toEqual([ofAccount.slice(1), false]);
  const commands = async (filter: string): Promise<readonly (string | null)[]> => {
    const asked = `{ accessEntries(filter: { ${filter} }) { edges { node { command } } } }`;
    return (await gateway.ask('reviewer', asked, { purpose: 'ACCESS_REVIEW' })).data.accessEntries.edges.map(
      ({ node }: any) => node.command,
    );
  };
  const ofAccounts = ['sign-in-failed', 'sign-in-failed', 'sign-in'];
  expect(await commands('ofAccount: true')).toEqual(ofAccounts);
  const others = await commands('ofAccount: false');
  expect([others.length > 0, others.filter((command) => ofAccounts.includes(command ?? ''))]).toEqual([true, []]);
});

test('the sentence is in the language of the reader', async () => {
  const { data } = await history('guardian', true, { 'accept-language': 'fr' });
  const sentences = data.me.accessHistory.edges.map(({ node }: { node: { why: string } }) => node.why);
  expect(sentences).toContain('La personne s’est connectée.');
});

test('a reviewer sees them among the entries, and no one whom they are about', async () => {
  const { data } = await gateway.ask(
    'reviewer',
    '{ accessEntries { edges { node { command role purpose outcome subjects { pseudonym relationship } } } } }',
    {
      purpose: 'ACCESS_REVIEW',
    },
  );
  const found = data.accessEntries.edges
    .map(({ node }: { node: { command: string | null } }) => node)
    .filter(({ command }: { command: string | null }) => command !== null);
  const failed = { command: 'sign-in-failed', role: null, purpose: null, outcome: 'REFUSED', subjects: [] };
  expect(found).toEqual([failed, failed, { ...failed, command: 'sign-in', outcome: 'ANSWERED' }]);
});

test('the verifier finds nothing wrong with them', async () => {
  const { code, stdout } = await runPrivacy(['verify-log', '--json'], settingsFor(gateway.database));
  expect([code, JSON.parse(stdout)]).toMatchObject([0, { findings: [] }]);
});

test('nothing of an entry says how one signed in, or from where', async () => {
  const rows = await gateway.database.asOwner(`select * from access_log.full_entry where template ->> 'operationType' = 'account'`);
  expect(rows).toHaveLength(3);
  expect(JSON.stringify(rows)).not.toMatch(/example\.org|203\.0|horse/);
});
