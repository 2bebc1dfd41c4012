import { town } from '../../../src/town/index.ts';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startSequencer, type Sequencer } from '../../../src/log/store/numbering/sequencer.ts';
import { openLastSigned } from '../../../src/log/store/numbering/last-signed.ts';
import { openGateway, type TestGateway } from '../../helpers/gateway/gateway.ts';

// The database's owner holds no key. If the owner replaces the log's state, the sequencer must not sign a continuation of it.
let gateway: TestGateway;
let directory: string;
let sequencer: Sequencer;
beforeEach(async () => {
  gateway = await openGateway();
  directory = mkdtempSync(join(tmpdir(), 'ntk-signed-'));
  // The gateway's own sequencer must not number at the same time.
  await gateway.database.asOwner('revoke select on access_log.staged from ntk_sequencer');
  sequencer = startSequencer(gateway.database.roles.owner, town.postings, gateway.logKeys, openLastSigned(directory), () => undefined);
});
afterEach(async () => {
  await sequencer.stop();
  await gateway.close();
  rmSync(directory, { recursive: true });
});

const tables = ['entry', 'posting', 'tile', 'checkpoint'];
const emptied = tables.map((table) => `delete from access_log.${table}`).join('; ');
const kept = tables.map((table) => `create table kept_${table} as select * from access_log.${table}`).join('; ');
const putBack = tables.map((table) => `insert into access_log.${table} select * from kept_${table}`).join('; ');

async function look(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await gateway.ask('resident', '{ me { email } }');
}
const owner = (statement: string) => gateway.database.asOwner(statement);

test('the sequencer continues its own tree and stores the checkpoint once', async () => {
  for (const times of [1, 3, 2]) {
    await look(times);
    await sequencer.run();
  }
  const [row] = await owner('select size::text, note from access_log.checkpoint');
  expect(row).toEqual({ size: '6', note: openLastSigned(directory).read() });
  expect(readdirSync(directory)).toEqual(['log-checkpoint.txt']);
});

test('a tree that is newer than the remembered checkpoint is continued', async () => {
  await look(3);
  await sequencer.run();
  const early = openLastSigned(directory).read()!;
  await look(4);
  await sequencer.run();
  rmSync(join(directory, 'log-checkpoint.txt'));
  openLastSigned(directory).write(early);
  await look(2);
  await sequencer.run();
  expect(await owner('select size::text from access_log.checkpoint')).toEqual([{ size: '9' }]);
  // An older checkpoint does not replace a newer one.
  openLastSigned(directory).write(early);
  expect(openLastSigned(directory).read()).not.toBe(early);
});

test('an emptied log is not started again', async () => {
  await look(3);
  await sequencer.run();
  await owner(emptied);
  await look(1);
  await expect(sequencer.run()).rejects.toMatchObject({ code: 'LOG_ROLLED_BACK' });
  expect(await owner('select from access_log.entry')).toEqual([]);
  expect(await owner('select from access_log.staged')).toHaveLength(1);
});

test('a restored older state is not continued, whether smaller or grown differently', async () => {
  await look(3);
  await sequencer.run();
  await owner(kept);
  await look(4);
  await sequencer.run();
  const [last] = await owner('select note from access_log.checkpoint');
  await owner(`${emptied}; ${putBack}`);
  await look(1);
  await expect(sequencer.run()).rejects.toMatchObject({ code: 'LOG_ROLLED_BACK' });
  // A sequencer without a remembered checkpoint grows the log past the signed size. This sequencer still refuses it.
  const forgetful = startSequencer(
    gateway.database.roles.owner,
    town.postings,
    gateway.logKeys,
    { read: () => undefined, write: () => undefined },
    () => undefined,
  );
  await look(8);
  await forgetful.run();
  await forgetful.stop();
  await look(1);
  await expect(sequencer.run()).rejects.toMatchObject({ code: 'LOG_ROLLED_BACK' });
  expect(openLastSigned(directory).read()).toBe((last as { note: string }).note);
});
