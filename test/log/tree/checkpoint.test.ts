import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkpointText, parseCheckpoint } from '../../../src/log/tree/checkpoint.ts';
import { emptyRoot } from '../../../src/log/tree/hashes.ts';
import { parseNote } from '../../../src/log/keys/note.ts';
import { refusal } from '../../helpers/log/log-refusal.ts';

// The example of C2SP tlog-checkpoint. Its key is not printed, so its signature can't be verified.
const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
const text = `example.com/behind-the-sofa\n20852163\n${root}\n`;
const line = '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=';
const example = { origin: 'example.com/behind-the-sofa', size: 20_852_163n, root: Buffer.from(root, 'base64') };

test('the example of tlog-checkpoint is parsed, and written unchanged', () => {
  const note = parseNote(`${text}\n${line}\n`);
  expect(note.text).toBe(text);
  expect(note.signatures).toMatchObject([{ name: 'example.com/behind-the-sofa' }]);
  expect(note.signatures[0]!.signature).toHaveLength(64);
  expect(parseCheckpoint(note.text)).toEqual(example);
  expect(checkpointText(example)).toBe(text);
});

test('extension lines are ignored', () => {
  expect(parseCheckpoint(`${text}one\ntwo three\n`)).toEqual(example);
});

test('a checkpoint of the empty tree has the empty root', () => {
  expect(parseCheckpoint(checkpointText({ origin: 'a', size: 0n, root: emptyRoot })).size).toBe(0n);
  expect(() => checkpointText({ origin: 'a', size: 0n, root: example.root })).toThrow(refusal('LOG_CHECKPOINT_INVALID'));
});

test.each([
  '',
  '\n',
  'a\n1\n',
  `a\n1\n${root}`,
  `\n1\n${root}\n`,
  `a\n\n${root}\n`,
  `a\n1\n\n`,
  `a\n1\n${root}\n\n`,
  `a\n1\n${root}\n\nx\n`,
  `a\n1\n${root}\nx`,
  `a\n\n1\n${root}\n`,
  `a\n01\n${root}\n`,
  `a\n-1\n${root}\n`,
  `a\n+1\n${root}\n`,
  `a\n1.0\n${root}\n`,
  `a\n1e3\n${root}\n`,
  `a\n0x1\n${root}\n`,
  `a\n 1\n${root}\n`,
  `a\n1 \n${root}\n`,
  `a\n١\n${root}\n`,
  `a\n18446744073709551616\n${root}\n`,
  `a\n${'9'.repeat(10_000)}\n${root}\n`,
  `a\n1\n${root.slice(0, -1)}\n`,
  `a\n1\n${root.replace('2I=', '2J=')}\n`,
  `a\n1\n${root.replace('/', '_')}\n`,
  `a\n1\n ${root}\n`,
  `a\n1\n${root}=\n`,
  `a\n1\n${Buffer.alloc(31).toString('base64')}\n`,
  `a\n1\n${Buffer.alloc(33).toString('base64')}\n`,
  `a\n1\r\n${root}\n`,
])('not a checkpoint: %j', (wrong) => {
  expect(() => parseCheckpoint(wrong)).toThrow(refusal('LOG_CHECKPOINT_INVALID'));
});

test('a written checkpoint is parsed back', () => {
  const origin = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !one.includes('\n'));
  const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(origin, fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }), bytes, (origin, size, root) => {
      const read = parseCheckpoint(checkpointText({ origin, size, root }));
      expect({ ...read, root: [...read.root] }).toEqual({ origin, size, root: [...root] });
    }),
  );
});

test.each([
  { origin: '' },
  { origin: 'a\nb' },
  { origin: 'a\n5' },
  { size: -1n },
  { size: 2n ** 64n },
  { size: 5 as unknown as bigint },
  { root: Buffer.alloc(31) },
  { root: root as unknown as Uint8Array },
])('no checkpoint is written for %p', (change) => {
  expect(() => checkpointText({ ...example, ...change })).toThrow(refusal('LOG_CHECKPOINT_INVALID'));
});
