import { town } from '../../../../src/town/index.ts';
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSequencer, type Sequencer } from '../../../../src/log/store/numbering/sequencer.ts';
import { postingKind, postingKinds } from '../../../../src/log/store/numbering/postings.ts';
import { cast } from '../../../../demo/personas.ts';
import { usualRequestLimits } from '../../../../src/platform/settings/config.ts';
import { openGateway, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { overTcp } from '../../../helpers/database/over-tcp.ts';
import { remembered } from '../../../helpers/log/remembered.ts';
import { openSilentServer } from '../../../helpers/processes/silent-server.ts';

let gateway: TestGateway;
let others: Sequencer[];
beforeAll(async () => {
  gateway = await openGateway({ requestLimits: { ...usualRequestLimits, requests: 100 } });
  others = [0, 1].map(() =>
    startSequencer(gateway.database.roles.sequencer, town.postings, gateway.logKeys, remembered(), () => undefined),
  );
});
afterAll(async () => {
  await Promise.all(others.map((one) => one.stop()));
  await gateway.close();
});

test('several sequencers give consecutive numbers, and lose or repeat no entry', async () => {
  const asked = Array.from({ length: 60 }, () =>
    gateway.ask('guardian', `{ resident(id: "${cast.resident}") { givenName } me { email } }`),
  );
  const receipts = (await Promise.all(asked)).map(({ privacy }) => privacy.receipt!);
  await Promise.all([gateway.sequence(), ...others.map((one) => one.run())]);
  const rows = await gateway.database.asOwner<{ seq: string; id: string; hash: string }>(
    `select seq, id, encode(sha256('\\x00'::bytea || substring(data from (34 * (seq % 256) + 3)::int for 32)), 'hex') as hash
     from access_log.entry join access_log.tile on level = -1 and index = seq / 256 order by seq`,
  );
  expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_row, index) => index));
  expect(rows.map(({ id }) => id).toSorted()).toEqual(receipts.map(({ entry }) => entry).toSorted());
  for (const { entry, leafHash } of receipts) expect(rows.find(({ id }) => id === entry)!.hash).toBe(leafHash);
  expect(await gateway.database.asOwner('select from access_log.staged')).toEqual([]);
});

test('each entry can be found by each of its data subjects', async () => {
  const rows = await gateway.database.asOwner<{ subjects: string[]; segments: string }>(
    `select array_agg(subject_id::text order by subject_id) as subjects,
       count(*) as segments
     from access_log.about group by seq`,
  );
  expect(rows.length).toBe(60);
  for (const { subjects, segments } of rows) {
    expect(subjects).toEqual([cast.resident, cast.guardian]);
    expect(Number(segments)).toBe(2);
  }
});

test('entries are put into the index also where no partner’s reads can be sealed, or there is no partner', async () => {
  const kinds = await gateway.database.asOwner<{ count: string }>(
    `select count(*) from access_log.full_entry entry cross join lateral unnest(entry.subjects) subject (id)
     where (${postingKind({ ...town.postings, sealableRoles: [] })}) in (${postingKinds.OPEN}, ${postingKinds.OWN})`,
  );
  expect(Number(kinds[0]!.count)).toBe(120);
});

test('a failed run leaves all entries staged, and the next run numbers them', async () => {
  await gateway.database.asOwner('revoke insert on access_log.posting from ntk_sequencer');
  const { privacy } = await gateway.ask('guardian', '{ me { email } }');
  await expect(others[0]!.run()).rejects.toMatchObject({ code: '42501' });
  expect(await gateway.database.asOwner('select id from access_log.staged')).toEqual([{ id: privacy.receipt!.entry }]);
  await gateway.database.asOwner('grant insert on access_log.posting to ntk_sequencer');
  await gateway.sequence();
  const [row] = await gateway.database.asOwner<{ seq: string }>('select seq from access_log.entry where id = $1', [privacy.receipt!.entry]);
  expect(Number(row!.seq)).toBe(60);
});

test('a failed run does not fail the one that waited for it', async () => {
  let reads = 0;
  const lastSigned = {
    read: () => {
      reads += 1;
      if (reads === 1) throw new Error('cannot be read');
      return undefined;
    },
    write: () => undefined,
  };
  await gateway.ask('guardian', '{ me { email } }');
  const one = startSequencer(gateway.database.roles.sequencer, town.postings, gateway.logKeys, lastSigned, () => undefined);
  // The first run fails, unless another sequencer was faster.
  const [, second] = await Promise.allSettled([one.run(), one.run()]);
  await one.stop();
  expect(second.status).toBe('fulfilled');
  await gateway.sequence();
});

test('a tree that the owner rewrote is not extended or signed: the next entry waits', async () => {
  const [before] = await gateway.database.asOwner<{ note: string }>('select note from access_log.checkpoint');
  // A valid tree with one leaf that the owner chose: its root is the leaf's hash.
  const root = createHash('sha256').update('a leaf').digest();
  const forged = before!.note.replace(/\n\d+\n.*\n/, `\n1\n${root.toString('base64')}\n`);
  const tiles = await gateway.database.asOwner<{ data: Buffer }>('select data from access_log.tile where level = 0 and index = 0');
  await gateway.database.asOwner('update access_log.checkpoint set size = 1, note = $1', [forged]);
  await gateway.database.asOwner('update access_log.tile set data = $1 where level = 0 and index = 0', [root]);
  const { privacy } = await gateway.ask('guardian', '{ me { email } }');
  await expect(others[0]!.run()).rejects.toMatchObject({ code: 'LOG_SIGNATURE_INVALID' });
  expect(await gateway.database.asOwner('select id from access_log.staged')).toEqual([{ id: privacy.receipt!.entry }]);
  const size = before!.note.split('\n')[1];
  await gateway.database.asOwner('update access_log.checkpoint set size = $1, note = $2', [size, before!.note]);
  await gateway.database.asOwner('update access_log.tile set data = $1 where level = 0 and index = 0', [tiles[0]!.data]);
  await gateway.sequence();
  expect(await gateway.database.asOwner('select id from access_log.staged')).toEqual([]);
});

test('an entry holds no personal value and no text that a caller chose', async () => {
  const chosen = `Q${randomUUID().replaceAll('-', '')}`;
  const { data } = await gateway.ask(
    'guardian',
    `query ${chosen} { ${chosen}: resident(id: "${cast.resident}") { ${chosen}: givenName email phone birthDate address { street } } }`,
  );
  await gateway.sequence();
  const [row] = await gateway.database.asOwner<{ text: string }>(
    `select string_agg(header::text || content::text, ' ') as text from access_log.full_entry join access_log.segment using (seq)`,
  );
  expect(row!.text).not.toContain(chosen);
  const { [chosen]: resident } = data;
  for (const value of [resident[chosen], resident.email, resident.phone, resident.birthDate, resident.address.street]) {
    expect(value).toEqual(expect.any(String));
    expect(row!.text).not.toContain(value);
  }
});

test('a sequencer gives up to connect at its deadline, and says nothing of what a stop interrupts', async () => {
  const silent = await openSilentServer();
  const url = Object.assign(overTcp(gateway.database.roles.sequencer), { port: String(silent.port) }).href;
  const first: string[] = [];
  const fail = new Promise<Error>((resolve) => {
    const begin = (name: string, connect: number) =>
      startSequencer(
        url,
        town.postings,
        gateway.logKeys,
        remembered(),
        (error) => {
          first.push(name);
          resolve(error as Error);
        },
        { connect },
      );
    others.push(begin('patient', 60_000), begin('impatient', 100));
  });
  expect((await fail).message).toContain('timeout');
  const stopped = others.splice(-2);
  await Promise.all(stopped.map((one) => one.stop()));
  expect(new Set(first)).toEqual(new Set(['impatient']));
  silent.close();
});
