import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { verifyCheckpoint } from '../../../../src/log/keys/log-keys.ts';
import { verifyInclusion } from '../../../../src/log/proofs/proof.ts';
import { inclusionProof } from '../../../../src/log/proofs/tree-proofs.ts';
import { prune } from '../../../../src/cli/log/change/prune.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';
import { realClock } from '../../../helpers/time/live-today.ts';
import { shownEntry } from '../../../helpers/entries/shown-entry.ts';
import { monthOfNow, moveToMonth } from '../../../helpers/time/months.ts';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';
import type { CommandRun } from '../../../helpers/processes/command-run.ts';
import { runPrivacy, settingsFor } from '../../../helpers/processes/run-privacy.ts';
import { storedTiles } from '../../../helpers/log/stored-tiles.ts';

/** The leaf hashes that clients received, by number. */
const leaves: Buffer[] = [];
const gateway = useGateway({ clock: realClock });
beforeAll(async () => {
  for (let number = 0; number < 6; number++) {
    const { privacy } = await gateway.ask('resident', '{ me { givenName } }');
    leaves.push(Buffer.from(privacy.receipt!.leafHash, 'hex'));
    await gateway.sequence();
  }
  // Two months with partitions and entries, and one without a partition, whose entries are in the default partition.
  await moveToMonth(gateway.database, '2010-01-01', [0, 1], 'MADE');
  await moveToMonth(gateway.database, '2010-02-01', [2], 'DEFAULT');
  await moveToMonth(gateway.database, '2010-03-01', [3, 4], 'MADE');
});
beforeEach(() => gateway.sequence());

const command = (...given: string[]): Promise<CommandRun> => privacyHere(['prune-log', ...given], settingsFor(gateway.database));
async function state() {
  const [row] = await gateway.database.asOwner<{ entries: number[]; segments: number[]; since: Date; first: number; parts: string[] }>(
    `select array(select seq::int from access_log.entry order by seq) as entries,
       array(select distinct seq::int from access_log.about order by seq) as segments,
       since, first_seq::int as first,
       array(select relname::text from pg_class where relnamespace = 'access_log'::regnamespace and relname ~ '^(entry|posting)_20(10|11)_\\d\\d$' order by 1) as parts
     from access_log.coverage`,
  );
  return row!;
}
const asEraser = async <Result>(work: (client: Client) => Promise<Result>): Promise<Result> => {
  const client = new Client({ connectionString: gateway.database.roles.eraser });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

describe('prune-log', () => {
  test.each([
    [
      () => ['--before', monthOfNow()],
      /^Entries of that date are still within the retention period of the access log\. --before: \d{4}-\d{2}-01 at the latest\n$/,
    ],
    [() => ['--before', '2010-02-30'], /^A setting or an option is wrong\. --before: a date such as 2016-01-01\n$/],
  ])('refuses a date within the retention, and a value that is not a date', async (given, sentence) => {
    const before = await state();
    const { code, stderr } = await command(...given());
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(await state()).toEqual(before);
  });

  test('removes nothing if the removal cannot be logged', async () => {
    const before = await state();
    await gateway.database.asOwner('revoke insert on access_log.staged from ntk_eraser');
    try {
      expect(await command()).toEqual({ code: 2, stdout: '', stderr: 'The access log could not be changed. 42501\n' });
    } finally {
      await gateway.database.asOwner('grant insert on access_log.staged to ntk_eraser');
    }
    expect(await state()).toEqual(before);
  });

  test('removes whole months that ended by a date, and prints the removed numbers', async () => {
    expect((await state()).parts).toEqual(['entry_2010_01', 'entry_2010_03', 'posting_2010_01', 'posting_2010_03']);
    const { code, stdout, stderr } = await runPrivacy(['prune-log', '--before', '2010-03-31', '--json'], settingsFor(gateway.database));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const printed = JSON.parse(stdout);
    expect(printed).toEqual({ keptFrom: '2010-03-01', pruned: { first: '0', last: '2', loggedAs: expect.any(String) } });
    await gateway.sequence();
    expect(await state()).toMatchObject({
      entries: [3, 4, 5, 6],
      segments: [3, 4, 5],
      first: 3,
      parts: ['entry_2010_03', 'posting_2010_03'],
    });
    const [own] = await gateway.database.asOwner('select seq::int, id, header from access_log.full_entry entry where role = $1', [
      'ERASER',
    ]);
    expect(own).toMatchObject({
      seq: 6,
      id: printed.pruned.loggedAs,
      header: { rootFields: ['prune-log'], operationType: 'command', purpose: null, erases: ['0-2'] },
    });
  });

  test('moves the start of the coverage to the first month that is kept, and never back', async () => {
    const { since } = await state();
    // This log began later than the entries that are pruned here.
    expect(since.getTime()).toBeGreaterThan(new Date('2010-03-01').getTime());
    await gateway.database.asOwner(`update access_log.coverage set since = '2009-01-01T00:00:00Z'`);
    const printed = await asEraser(async (client) => {
      await client.query('begin');
      const pruned = await prune(policyInForce, client, '2010-04-01', new Date());
      await client.query('commit');
      return pruned;
    });
    expect(printed).toMatchObject({ first: '3', last: '4' });
    expect(await state()).toMatchObject({ since: new Date('2010-04-01T00:00:00.000Z'), first: 5, parts: [] });
  });

  test('logs nothing if no entry is that old', async () => {
    const before = await state();
    const { code, stdout } = await command('--before', '2010-04-01');
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'There is no entry from before 2010-04-01.\n' });
    await gateway.sequence();
    expect(await state()).toEqual(before);
  });

  test('keeps all proofs valid, including those of removed entries', async () => {
    const [row] = await gateway.database.asOwner<{ note: string }>('select note from access_log.checkpoint');
    const { size, root } = verifyCheckpoint(row!.note, gateway.logKeys.keys());
    expect(size).toBe(8n);
    const read = await storedTiles(gateway.database);
    for (const [number, leafHash] of leaves.entries()) {
      const index = BigInt(number);
      verifyInclusion({ index, size, leafHash, proof: await inclusionProof(index, size, read), root });
    }
  });

  test('leaves a log without findings', async () => {
    const { code, stdout } = await privacyHere(['verify-log', '--json'], settingsFor(gateway.database));
    const { whole, findings, erased } = JSON.parse(stdout);
    expect({ code, whole, findings }).toEqual({ code: 0, whole: true, findings: [] });
    expect(erased).toEqual([
      { place: 'entries 0 to 2', by: 6 },
      { place: 'entries 0 to 4', by: 7 },
    ]);
  });

  test('leaves a log in which new entries are numbered and read', async () => {
    const { privacy } = await gateway.ask('resident', '{ me { givenName } }');
    await gateway.sequence();
    const { data, errors } = await gateway.ask('reviewer', '{ accessEntries(first: 50) { edges { node { id number command erases } } } }', {
      purpose: 'ACCESS_REVIEW',
    });
    expect(errors).toEqual([]);
    const nodes = data.accessEntries.edges.map((edge: any) => edge.node);
    expect(nodes[0]).toMatchObject({ id: shownEntry('reviewer', privacy.receipt!.entry, 'ACCESS_REVIEW'), number: '8' });
    expect(nodes.map((node: any) => node.erases)).toEqual([null, ['0-4'], ['0-2'], null]);
  });
});
