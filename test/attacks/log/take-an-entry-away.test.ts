import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { watchTree, type TreeWatch } from '../../../src/log/store/publication/watch-tree.ts';
import { verifyCheckpoint } from '../../../src/log/keys/log-keys.ts';
import { openSmallPool } from '../../../src/platform/postgres/connections/open-small-pool.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { testLogKeys } from '../../helpers/gateway/test-log-keys.ts';
import { openGateway, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { patientDeadlines } from '../../helpers/gateway/patient-deadlines.ts';

// An administrator of the database takes entries away between their commit and their number: the stored log is whole without them. Or the
// administrator restores an earlier state, in which they were never made.
let gateway: TestGateway;
let watch: TreeWatch;
let clock = testNow.getTime();
let lastSigned: string | undefined;
const reports: string[] = [];
beforeAll(async () => {
  gateway = await openGateway({
    clock: () => new Date(clock),
    openParts: async (database) => {
      const logKeys = testLogKeys();
      const pool = openSmallPool(database.roles.gateway, patientDeadlines);
      const parts = { database: pool, lastSigned: () => lastSigned, now: () => clock };
      watch = watchTree({
        ...parts,
        origin: logKeys.origin,
        keys: () => logKeys.keys(),
        report: (entry, state) => reports.push(`${state} ${entry}`),
      });
      const stop = async (): Promise<void> => {
        watch.stop();
        await pool.stop();
      };
      return { tree: watch, stop };
    },
  });
});
afterAll(() => gateway.close());

const read = async (): Promise<string> => (await gateway.ask('resident', '{ me { givenName } }')).privacy.receipt!.entry;
const note = async (): Promise<string> =>
  (await gateway.database.asOwner<{ note: string }>('select note from access_log.checkpoint'))[0]!.note;

test('an entry that is in the tree by its delay is no alarm, and one that comes late is one until it is there', async () => {
  await read();
  await gateway.sequence();
  expect(watch.waiting).toBe(1);
  await watch.look();
  expect([watch.waiting, watch.missing]).toEqual([1, []]);
  clock += 70_000;
  await watch.look();
  expect([watch.waiting, watch.missing, reports]).toEqual([0, [], []]);

  await gateway.database.asOwner('revoke insert on access_log.entry from ntk_sequencer');
  const late = await read();
  clock += 70_000;
  await watch.look();
  expect(watch.missing).toEqual([late]);
  await gateway.database.asOwner('grant insert on access_log.entry to ntk_sequencer');
  await gateway.sequence();
  await watch.look();
  expect([watch.missing, reports.splice(0)]).toEqual([[], [`MISSING ${late}`, `FOUND ${late}`]]);
});

test('an entry that a trigger takes away is missing, and is named', async () => {
  await gateway.database.asOwner(`
    create function access_log.forget() returns trigger language plpgsql security definer as
      $$ begin delete from access_log.staged where id = new.id; return null; end $$;
    create trigger forget after insert on access_log.staged for each row execute function access_log.forget();`);
  const lost = await read();
  await gateway.database.asOwner('drop trigger forget on access_log.staged; drop function access_log.forget');
  const kept = await read();
  await gateway.sequence();
  clock += 70_000;
  await watch.look();
  expect([watch.missing, reports.splice(0)]).toEqual([[lost], [`MISSING ${lost}`]]);
  expect(kept).not.toBe(lost);
});

test('an entry that has a number, but another leaf in the tree, is missing', async () => {
  const promised = await read();
  await gateway.sequence();
  const [row] = await gateway.database.asOwner<{ seq: string }>('select seq from access_log.entry where id = $1', [promised]);
  await gateway.database.asOwner('update access_log.entry set id = gen_random_uuid() where seq = $1', [row!.seq]);
  await gateway.database.asOwner('update access_log.entry set id = $1 where seq = 0', [promised]);
  clock += 70_000;
  await watch.look();
  expect(watch.missing).toContain(promised);
  reports.length = 0;
});

test('what was signed once and is gone is named at once, with the entries that were promised', async () => {
  lastSigned = await note();
  const size = BigInt(lastSigned.split('\n')[1]!);
  await watch.look();
  expect(watch.rolledBack).toBeUndefined();
  const state = await gateway.database.asOwner<{ size: string; note: string }>('select size, note from access_log.checkpoint');
  const tiles = await gateway.database.asOwner<{ level: number; index: string; data: Buffer }>('select * from access_log.tile');
  const promised = await read();
  await gateway.sequence();
  lastSigned = await note();
  await gateway.database.asOwner('delete from access_log.entry where id = $1', [promised]);
  await gateway.database.asOwner('update access_log.checkpoint set size = $1, note = $2', [state[0]!.size, state[0]!.note]);
  for (const { level, index, data } of tiles)
    await gateway.database.asOwner('update access_log.tile set data = $3 where level = $1 and index = $2', [level, index, data]);
  await watch.look();
  expect(watch.rolledBack).toEqual({ size, signed: size + 1n });
  expect(reports).toContain(`MISSING ${promised}`);

  // A witness that remembers a larger tree proves the same where the data directory does not.
  watch.remind(verifyCheckpoint(lastSigned, gateway.logKeys.keys()));
  lastSigned = undefined;
  await watch.look();
  expect(watch.rolledBack).toEqual({ size, signed: size + 1n });
});
