import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createEntry } from '../../../../src/log/store/staging/create-entry.ts';
import type { Receipt } from '../../../../src/log/proofs/receipt.ts';
import { stageStatement } from '../../../../src/log/store/staging/stage.ts';
import { tilePath } from '../../../../src/log/tree/tile.ts';
import { cast } from '../../../../demo/personas.ts';
import { openGateway, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { realClock } from '../../../helpers/time/live-today.ts';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';
import type { CommandRun } from '../../../helpers/processes/command-run.ts';
import { runPrivacy, settingsFor } from '../../../helpers/processes/run-privacy.ts';

let gateway: TestGateway;
let server: Server;
let directory: string;
let address: string;
const receipts: Receipt[] = [];

beforeAll(async () => {
  gateway = await openGateway({ clock: realClock });
  directory = mkdtempSync(join(tmpdir(), 'ntk-log-'));
  const asked = Array.from({ length: 12 }, () =>
    gateway.ask('guardian', `{ resident(id: "${cast.resident}") { givenName } me { email } }`),
  );
  for (const { privacy } of await Promise.all(asked)) receipts.push(privacy.receipt!);
  await gateway.sequence();
  await writeTree();
  // A real HTTP server of the same files. It answers 404 for missing files.
  server = createServer((request, response) => {
    try {
      response.end(readFileSync(join(directory, request.url!.replace(/^\/log/, ''))));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log`;
});
afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  rmSync(directory, { recursive: true });
  await gateway.close();
});

/** Writes checkpoint, tiles and bundles in the layout of C2SP tlog-tiles. */
async function writeTree(): Promise<void> {
  const [checkpoint] = await gateway.database.asOwner<{ note: string; size: string }>('select note, size from access_log.checkpoint');
  const tiles = await gateway.database.asOwner<{ level: number; index: string; data: Buffer }>(
    'select level, index, data from access_log.tile',
  );
  writeFileSync(join(directory, 'checkpoint'), checkpoint!.note);
  for (const { level, index, data } of tiles) {
    const place = { level: level < 0 ? ('entries' as const) : level, index: BigInt(index), width: data.length / (level < 0 ? 34 : 32) };
    const file = join(directory, tilePath(place));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, data);
  }
}

function verify(...given: readonly string[]): Promise<CommandRun> {
  return privacyHere(['verify-log', ...given], settingsFor(gateway.database));
}

test('the log of a database has no findings, its receipts are kept, and the unproven parts are printed', async () => {
  const file = join(directory, 'receipts.jsonl');
  writeFileSync(file, receipts.map((receipt) => JSON.stringify({ data: null, extensions: { privacy: { receipt } } })).join('\n'));
  const { code, stdout, stderr } = await verify('--receipts', file, '--since', join(directory, 'checkpoint'));
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^log +need-to-know\.example\/access-log\ntree +12 leaves, root /);
  expect(stdout).toContain('segments  48 verified against the roots of their entries');
  expect(stdout).toContain('receipts  12: 12 kept, 0 pending');
  expect(stdout).toContain('Not proven: That no promised entry came late');
  expect(stdout).toMatch(/The log is whole, as far as this source can prove\.\n$/);
  expect(code).toBe(0);
});

test("the gateway's address, a server of the tree and a directory are verified as trees only, and the result says so", async () => {
  for (const from of [new URL('/log', gateway.url).href, `${address}/`, directory]) {
    const { code, stdout } = await runPrivacy(['verify-log', '--from', from, '--json'], settingsFor(gateway.database));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      whole: true,
      checkpoint: { origin: 'need-to-know.example/access-log', size: 12 },
      findings: [],
      segments: 0,
      notShown: expect.arrayContaining([expect.stringContaining('has only the tree')]),
    });
  }
});

test('an alteration is reported with its place and exit code 1', async () => {
  const [entry] = await gateway.database.asOwner<{ salts: Buffer }>('select salts from access_log.entry where seq = 3');
  await gateway.database.asOwner(`update access_log.entry set salts = overlay(salts placing '\\xab' from 7) where seq = 3`);
  const { code, stdout } = await verify();
  await gateway.database.asOwner('update access_log.entry set salts = $1 where seq = 3', [entry!.salts]);
  expect(code).toBe(1);
  expect(stdout).toContain('SEGMENTS_ALTERED  entry 3, segments  The salts, contents');
  expect(stdout).toMatch(/The log is not whole: 1 finding\.\n$/);

  const tile = join(directory, 'tile/0/000.p/12');
  const bytes = readFileSync(tile);
  writeFileSync(tile, bytes.with(5, bytes[5]! ^ 1));
  const served = await verify('--from', address, '--json');
  writeFileSync(tile, bytes);
  expect(served.code).toBe(1);
  expect(JSON.parse(served.stdout).findings).toMatchObject([{ code: 'TILE_ALTERED', place: 'tile/0/000.p/12' }]);
});

test('a tile at an index beyond all numbers is reported', async () => {
  await gateway.database.asOwner(`insert into access_log.tile values (0, 9000000000000000000, '\\x00')`);
  const { code, stdout } = await verify();
  await gateway.database.asOwner('delete from access_log.tile where index = 9000000000000000000');
  expect(stdout).toContain('TILE_ADDED');
  expect(code).toBe(1);
});

test('in a directory, a pipe does not block and a huge file is not read to its end', async () => {
  const hostile = mkdtempSync(join(tmpdir(), 'ntk-log-'));
  const file = join(hostile, 'checkpoint');
  execFileSync('sh', ['-c', 'mkfifo "$0"', file]);
  const piped = await verify('--from', hostile);
  rmSync(file);
  symlinkSync('/dev/zero', file);
  const endless = await verify('--from', hostile);
  rmSync(file);
  writeFileSync(file, '');
  truncateSync(file, 8 * 1024 ** 3);
  const large = await verify('--from', hostile);
  rmSync(hostile, { recursive: true });
  expect([piped.code, endless.code, large.code]).toEqual([2, 2, 1]);
  expect(piped.stderr + endless.stderr).toMatch(/something at checkpoint that is no file.*something at checkpoint that is no file/s);
  expect(large.stdout).toContain('CHECKPOINT_MALFORMED');
});

test('an older checkpoint of this log is continued; with another key nothing verifies', async () => {
  const before = join(directory, 'before');
  writeFileSync(before, readFileSync(join(directory, 'checkpoint')));
  const segments = [
    { kind: 'principal', id: null },
    { kind: 'case', case: null, authority: null },
  ] as const;
  const more = createEntry({ ...headerOf(receipts[0]!.entry), id: '80000000-0000-4000-8000-000000000001' }, [...segments]);
  const { text, values } = stageStatement([more]);
  await gateway.database.asOwner(text, values);
  await gateway.sequence();
  const { code, stdout } = await verify('--since', before);
  expect(stdout).toContain('older     1 earlier tree compared');
  expect(code).toBe(0);
  const stranger = 'stranger.example+c3b5ef2d+AWxSNyN1BEAdRsRMRDNwyHsEmFXYhJiSQZuJPfHuq8JE';
  const refused = await verify('--key', stranger);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('--key is neither a verifier key nor a file of keys');
});

function headerOf(id: string): Parameters<typeof createEntry>[0] {
  return {
    id,
    at: new Date().toISOString(),
    role: 'SUPPORT',
    purpose: null,
    authority: null,
    operationHash: 'ab'.repeat(32),
    operationType: 'command',
    rootFields: ['nothing'],
    inputs: [],
    policyVersion: 'cd'.repeat(32),
    statementVersion: '1',
    outcome: 'ANSWERED',
  };
}

test.each([
  ['an address that does not answer', ['--from', 'http://127.0.0.1:1/log'], 'the address of --from does not answer'],
  ['no file of receipts', ['--receipts', 'not-there'], 'the file of --receipts cannot be read'],
  ['no witness', ['--witness', 'not-there'], "--witness is neither a witness's verifier key"],
])('%s: the command fails', async (_what, given, sentence) => {
  const { code, stdout, stderr } = await verify(...given);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(sentence);
});
