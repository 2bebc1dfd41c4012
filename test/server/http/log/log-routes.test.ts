import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { cosign } from '../../../../src/log/keys/cosignature.ts';
import { hashLeaf } from '../../../../src/log/tree/hashes.ts';
import { formatLogKeys, parseLogKeys, verifyCheckpoint } from '../../../../src/log/keys/log-keys.ts';
import { checkpointText } from '../../../../src/log/tree/checkpoint.ts';
import { signNote } from '../../../../src/log/keys/note.ts';
import { createSigner } from '../../../../src/log/keys/signer.ts';
import { decodeBundle, edgeTiles, tilePath } from '../../../../src/log/tree/tile.ts';
import { rootOf } from '../../../../src/log/proofs/tree-proofs.ts';
import { signatureType } from '../../../../src/log/keys/verifier.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

// Clause `control`: anyone with the public key can verify that the log is complete.
const witness = createSigner('witness.example/w1', generateKeyPairSync('ed25519').privateKey, signatureType.cosignature);
const stranger = createSigner('witness.example/w2', generateKeyPairSync('ed25519').privateKey, signatureType.cosignature);
let origin: string;
const gateway = useGateway({ witnesses: [witness.verifier] });
beforeAll(async () => {
  origin = gateway.url.replace(/graphql$/, '');
});

const get = (path: string) => fetch(`${origin}log/${path}`);
const bytes = async (path: string): Promise<Uint8Array> => (await get(path)).bytes();
const checkpoint = async (): Promise<string> => (await get('checkpoint')).text();
const look = async (times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) await gateway.ask('resident', '{ me { givenName } }');
  await gateway.sequence();
};

test('the log serves no files before the first entry', async () => {
  for (const path of ['checkpoint', 'checkpoint/cosigned', 'tile/0/000.p/1', 'tile/entries/000.p/1']) {
    expect((await get(path)).status).toBe(404);
  }
  expect((await gateway.ask('resident', '{ accessLog { checkpoint } }')).data).toEqual({ accessLog: { checkpoint: null } });
});

test('the keys are those with which checkpoints verify, and none is private', async () => {
  await look(1);
  const answer = await get('keys');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const text = await answer.text();
  expect(text).toBe(formatLogKeys(gateway.logKeys.keys()));
  expect(verifyCheckpoint(await checkpoint(), parseLogKeys(text)).size).toBeGreaterThan(0n);
});

test('tiles and bundles yield the root that the checkpoint states', async () => {
  for (const times of [1, 4, 3]) {
    await look(times);
    const answer = await get('checkpoint');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const { size, root } = verifyCheckpoint(await answer.text(), gateway.logKeys.keys(), gateway.logKeys.origin);
    const read = (level: number, index: bigint, width: number) => bytes(tilePath({ level, index, width }));
    expect(Buffer.from(await rootOf(size, read))).toEqual(Buffer.from(root));
    const [{ index, width } = { index: 0n, width: 0 }] = edgeTiles(size);
    const entries = decodeBundle(await bytes(tilePath({ level: 'entries', index, width })), width);
    expect(Buffer.concat(entries.map(hashLeaf))).toEqual(Buffer.from(await read(0, index, width)));
  }
});

test('a tile never changes, and a narrower one stays available', async () => {
  const answer = await get('tile/0/000.p/5');
  expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('content-type')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
    'application/octet-stream',
  ]);
  const before = Buffer.from(await answer.bytes());
  await look(2);
  expect(Buffer.from(await bytes('tile/0/000.p/5'))).toEqual(before);
});

test.each(['tile/0/000', 'tile/0/000.p/200', 'tile/0/001.p/1', 'tile/0/0.p/1', 'tile/00/000.p/1', 'tile/-1/000.p/1', 'tile/'])(
  '%s: there is no such tile',
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

test.each([
  ['application/json', '{}'],
  ['application/json', '["a note"]'],
  [undefined, undefined],
])('a cosignature as %s %s is refused, and leaves no line in the log', async (type, body) => {
  const logged = gateway.logged.length;
  const answer = await gateway.send({
    path: '/log/cosignatures',
    method: 'POST',
    ...(type !== undefined && { headers: { 'content-type': type } }),
    ...(body !== undefined && { body }),
  });
  expect([answer.status, answer.codes]).toEqual([400, ['COSIGNATURE_INVALID']]);
  expect(gateway.logged.slice(logged)).toEqual([]);
});

describe('a witness', () => {
  const post = (note: string) =>
    fetch(`${origin}log/cosignatures`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: note });

  test('cosigns a checkpoint, which is stored and served with its line, even after the log has grown', async () => {
    const note = await checkpoint();
    const cosigned = `${note}${cosign(witness, note, 1_800_000_000n)}\n`;
    expect((await post(cosigned)).status).toBe(204);
    expect(await checkpoint()).toBe(cosigned);
    await look(1);
    expect(await checkpoint()).not.toContain('witness.example');
    expect(await (await get('checkpoint/cosigned')).text()).toBe(cosigned);
    expect((await post(cosigned)).status).toBe(204);
  });

  test('that sent several lines is stored with the line of the stored time', async () => {
    await look(1);
    const note = await checkpoint();
    const [early, late] = [1_800_000_000n, 1_800_000_009n].map((time) => cosign(witness, note, time));
    expect((await post(`${note}${early}\n${late}\n`)).status).toBe(204);
    const [stored] = await gateway.database.asOwner('select time, line from access_log.cosignature order by size desc limit 1');
    expect(stored).toEqual({ time: '1800000009', line: late });
    await look(1);
  });

  test('is refused if it is unknown, if it cosigned nothing, and if the checkpoint is not this log’s', async () => {
    const note = await checkpoint();
    const { size, root } = verifyCheckpoint(note, gateway.logKeys.keys());
    const stored = () => gateway.database.asOwner('select size, witness from access_log.cosignature');
    const before = await stored();
    const fork = (of: bigint, hash: Uint8Array): string => {
      const forked = signNote(checkpointText({ origin: gateway.logKeys.origin, size: of, root: hash }), gateway.logKeys.signersOf(of));
      return `${forked}${cosign(witness, forked, 1_800_000_000n)}\n`;
    };
    const [own] = gateway.logKeys.signersOf(size);
    const foreign = signNote(checkpointText({ origin: 'other.example/log', size, root }), [own!]);
    for (const wrong of [
      note,
      `${note}${cosign(stranger, note, 1_800_000_000n)}\n`,
      `${note}${cosign(witness, note, 1_800_000_000n).replace(/.{8}$/, 'AAAAAAA=')}\n`,
      fork(size, Buffer.alloc(32)),
      fork(size + 1n, root),
      `${foreign}${cosign(witness, foreign, 1_800_000_000n)}\n`,
      'hello',
      '',
    ]) {
      const answer = await post(wrong);
      const { errors } = (await answer.json()) as { errors: { extensions: { code: string } }[] };
      expect([answer.status, errors[0]!.extensions.code]).toEqual([400, 'COSIGNATURE_INVALID']);
    }
    expect((await post('x'.repeat(70_000))).status).toBe(413);
    expect(await stored()).toEqual(before);
    expect((await post(`${note}${cosign(witness, note, 1_800_000_000n)}\n`)).status).toBe(204);
    expect(await stored()).toHaveLength(before.length + 1);
  });
});
