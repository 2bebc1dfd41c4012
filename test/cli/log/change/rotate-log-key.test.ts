import { createPrivateKey } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkpointText, parseCheckpoint } from '../../../../src/log/tree/checkpoint.ts';
import { parseLogKeys, verifyCheckpoint } from '../../../../src/log/keys/log-keys.ts';
import { parseNote, signNote } from '../../../../src/log/keys/note.ts';
import { verifyReceipt } from '../../../../src/log/proofs/receipt.ts';
import { createSigner, type Signer } from '../../../../src/log/keys/signer.ts';
import { rotateKey, type Rotation } from '../../../../src/cli/log/change/rotate-key.ts';
import { readConfig } from '../../../../src/platform/settings/config.ts';
import { openLogKeys, publicKeysFile, readStoredLogKeys, type LogKeyStore } from '../../../../src/log/store/publication/log-key-store.ts';
import { Client } from 'pg';
import { openGateway, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { realClock } from '../../../helpers/time/live-today.ts';
import { refusal } from '../../../helpers/log/log-refusal.ts';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';
import type { CommandRun } from '../../../helpers/processes/command-run.ts';
import { runPrivacy, settingsFor } from '../../../helpers/processes/run-privacy.ts';
import { testCluster } from '../../../helpers/database/cluster.ts';

// This suite has its own data directory: keys that are rotated here must not sign other suites' logs. Gateway and
// sequencer have read their keys before and are not restarted.
const directory = mkdtempSync(join(tmpdir(), 'ntk-keys-'));
const place = readConfig({ DATA_DIR: directory });
const origin = 'need-to-know.example/access-log';
let gateway: TestGateway;
let store: LogKeyStore;
beforeAll(async () => {
  cpSync(join(testCluster().dataDirectory, 'secrets'), join(directory, 'secrets'), { recursive: true });
  rmSync(join(directory, 'secrets', 'log-keys'), { force: true });
  store = openLogKeys(place, origin);
  gateway = await openGateway({ logKeys: store, clock: realClock });
});
afterAll(async () => {
  await gateway.close();
  rmSync(directory, { recursive: true });
});

const settings = () => ({ ...settingsFor(gateway.database), DATA_DIR: directory });
const command = (...given: string[]): Promise<CommandRun> => privacyHere(given, settings());
const published = () => parseLogKeys(readFileSync(publicKeysFile(directory), 'utf8'));
/** Adds an entry. @returns the checkpoint that contains it */
async function extend(): Promise<string> {
  expect((await gateway.ask('resident', '{ me { givenName } }')).errors).toEqual([]);
  await gateway.sequence();
  const [row] = await gateway.database.asOwner<{ note: string }>('select note from access_log.checkpoint');
  return row!.note;
}
const signatures = (note: string): number => parseNote(note).signatures.length;
const sizeOf = (note: string): bigint => parseCheckpoint(parseNote(note).text).size;

/** Signs that tree only with the key at this index of the list. */
const signedBy = (key: number, size: bigint): string => {
  const { root } = parseCheckpoint(parseNote(checkpoints.at(-1)!).text);
  return signNote(checkpointText({ origin, size, root }), [signerOf(key)]);
};
function signerOf(key: number): Signer {
  const { name, privateKey } = readStoredLogKeys(place)[key]!;
  return createSigner(name, createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' }));
}
const rotate = (overlap: bigint): Promise<Rotation> => inTransaction((client) => rotateKey(client, place, overlap));
async function inTransaction<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: gateway.database.roles.sequencer });
  await client.connect();
  try {
    await client.query('begin');
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Every checkpoint of this suite, in the order in which it was signed. */
const checkpoints: string[] = [];
const everyOneVerifies = (): void => {
  for (const note of checkpoints) expect(verifyCheckpoint(note, published(), origin).size).toBe(sizeOf(note));
};

describe('a new key', () => {
  test('is refused while the newest one has signed nothing', async () => {
    const before = readStoredLogKeys(place);
    expect(before.map(({ first, last }) => [first, last])).toEqual([['0', null]]);
    checkpoints.push(await extend());
    await rotate(5n);
    await expect(rotate(5n)).rejects.toMatchObject({ code: 'KEY_UNUSED' });
    expect(readStoredLogKeys(place)).toHaveLength(2);
  });

  test('signs together with the old key during the overlap, and alone after it', async () => {
    for (let size = 2; size <= 7; size++) checkpoints.push(await extend());
    expect(checkpoints.map(sizeOf)).toEqual([1n, 2n, 3n, 4n, 5n, 6n, 7n]);
    // The new key signs from size 2 on; the old key signs up to size 1 + 5.
    expect(checkpoints.map(signatures)).toEqual([1, 2, 2, 2, 2, 2, 1]);
    everyOneVerifies();
    const [old, next] = published();
    expect([old!.first, old!.last, next!.first, next!.last]).toEqual([0n, 6n, 2n, undefined]);
    // A verifier with only the old key can follow the log until the overlap ends.
    for (const note of checkpoints.slice(0, 6)) expect(verifyCheckpoint(note, [old!]).origin).toBe(origin);
    expect(() => verifyCheckpoint(checkpoints[6]!, [old!])).toThrow(refusal('LOG_KEY_UNKNOWN'));
  });

  test('signs nothing below its first size, and the old key signs nothing above its last size', () => {
    expect(verifyCheckpoint(signedBy(0, 6n), published()).size).toBe(6n);
    expect(() => verifyCheckpoint(signedBy(0, 7n), published())).toThrow(refusal('LOG_KEY_OUT_OF_RANGE'));
    expect(verifyCheckpoint(signedBy(1, 7n), published()).size).toBe(7n);
    expect(() => verifyCheckpoint(signedBy(1, 1n), published())).toThrow(refusal('LOG_KEY_OUT_OF_RANGE'));
  });

  test('signs the promises made from then on', async () => {
    const { privacy } = await gateway.ask('resident', '{ me { givenName } }');
    checkpoints.push(await extend());
    const { signed } = privacy.receipt!.promise;
    expect(Buffer.from(signed, 'base64').subarray(0, 4)).toEqual(Buffer.from(published()[1]!.verifier.id));
    expect(verifyReceipt(privacy.receipt, published(), origin).entry).toBe(privacy.receipt!.entry);
    expect(() => verifyReceipt(privacy.receipt, published().slice(0, 1))).toThrow(refusal('LOG_KEY_UNKNOWN'));
  });

  test('may be added within an overlap, and then ends the earlier overlap', async () => {
    const size = sizeOf(checkpoints.at(-1)!);
    await rotate(100n);
    checkpoints.push(await extend());
    expect(signatures(checkpoints.at(-1)!)).toBe(2);
    await rotate(0n);
    checkpoints.push(await extend());
    expect(signatures(checkpoints.at(-1)!)).toBe(1);
    expect(published().map(({ last }) => last)).toEqual([6n, size + 1n, size + 1n, undefined]);
    everyOneVerifies();
  });
});

describe('an interrupted rotation', () => {
  test('leaves keys that sign, and a public list that is repaired when the keys are next read', async () => {
    const list = readFileSync(publicKeysFile(directory));
    await rotate(1000n);
    // The files after a stop between the two writes, and after a stop before the first file was renamed.
    writeFileSync(publicKeysFile(directory), list);
    writeFileSync(join(directory, 'secrets', 'log-keys.json.1'), '[{"name":');
    checkpoints.push(await extend());
    expect(signatures(checkpoints.at(-1)!)).toBe(2);
    // The old list still verifies checkpoints that are signed in the overlap.
    everyOneVerifies();
    const { code, stdout } = await command('log-keys');
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(publicKeysFile(directory), 'utf8'));
    expect(published()).toHaveLength(5);
    expect(published()).toEqual(store.keys().map(({ verifier, first, last }) => ({ verifier, first, last })));
    everyOneVerifies();
  });

  test('keeps the sequencer waiting: no tree is signed by keys that are being replaced', async () => {
    await inTransaction(async (client) => {
      await rotateKey(client, place, 0n);
      // The lock lasts until the transaction ends; only a sequencer that does not wait for it could sign a tree.
      const { rows } = await client.query(
        `select count(*)::int as held from pg_locks where locktype = 'advisory' and granted and pid = pg_backend_pid() and objid = 7462001`,
      );
      expect(rows).toEqual([{ held: 1 }]);
    });
    checkpoints.push(await extend());
    everyOneVerifies();
  });
});

describe('the command', () => {
  test('rotates the key, and prints the sizes', async () => {
    const size = sizeOf(checkpoints.at(-1)!);
    const { code, stdout, stderr } = await runPrivacy(['rotate-log-key', '--json'], settings());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({ newFirst: String(size + 1n), oldLast: String(size + 1024n) });
    checkpoints.push(await extend());
    everyOneVerifies();
    const secrets = statSync(join(directory, 'secrets', 'log-keys'));
    expect(secrets.mode & 0o077).toBe(0);
    expect(readFileSync(publicKeysFile(directory), 'utf8')).not.toContain(readStoredLogKeys(place)[0]!.privateKey);
  });

  test('leaves a log that the verifier accepts with the list alone', async () => {
    const { code, stdout } = await command('verify-log', '--json');
    expect({ code, findings: JSON.parse(stdout).findings }).toEqual({ code: 0, findings: [] });
  });

  test('prints the list, and never a private key', async () => {
    const { stdout } = await runPrivacy(['log-keys', '--json'], settings());
    const list = JSON.parse(stdout);
    expect(list.map(({ key }: { key: string }) => key)).toEqual(published().map(({ verifier }) => verifier.vkey));
    expect(list.at(-1).last).toBeNull();
    for (const { privateKey } of readStoredLogKeys(place)) expect(stdout).not.toContain(privateKey);
  });

  test.each([
    [['rotate-log-key', '--overlap', '-1'], 'A setting or an option is wrong. --overlap: a number of leaves\n'],
    [['rotate-log-key', '--overlap', 'many'], 'A setting or an option is wrong. --overlap: a number of leaves\n'],
  ])('refuses %j', async (given, sentence) => {
    const before = readStoredLogKeys(place);
    expect(await command(...given)).toEqual({ code: 2, stdout: '', stderr: sentence });
    expect(readStoredLogKeys(place)).toEqual(before);
  });
});
