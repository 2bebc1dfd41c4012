import { describe, expect, test } from '@jest/globals';
import { createReceipts } from '../../../src/log/store/publication/make-receipts.ts';
import { parseReceipts } from '../../../src/log/verify/source/parse-receipts.ts';
import { verifyLog } from '../../../src/log/verify/verify-log.ts';
import { memoryEntry, memoryLog, memoryOrigin, noteOf, stagedOf } from '../../helpers/log/memory-log.ts';
import { cosigned, witness } from './cases/case.ts';

const made = Array.from({ length: 20 }, (_entry, at) => memoryEntry(at));
const log = memoryLog(made);
const waiting = memoryEntry(20);
const receipts = createReceipts(
  memoryOrigin,
  () => log.signer,
  () => 1_000_000,
)([...made.slice(3, 6), waiting]);
const verify = (given: readonly unknown[], now: number) => verifyLog(log.source, { keys: log.keys, receipts: given, now: () => now });

test('a promise is kept, pending, or broken', async () => {
  log.staged.push(stagedOf(waiting));
  const pending = await verify(receipts, 1_060_000);
  expect(pending).toMatchObject({ findings: [], receipts: { given: 4, kept: 3, pending: [waiting.header.id] } });
  const broken = await verify(receipts, 1_060_001);
  expect(broken.findings).toMatchObject([{ code: 'PROMISE_BROKEN', place: `receipt of ${waiting.header.id}` }]);
});

test('an entry that was promised and is stored nowhere is lost at once, whatever the delay', async () => {
  const without = { ...log.source, entries: { ...log.source.entries!, staged: async function* staged() {} } };
  const verified = await verifyLog(without, { keys: log.keys, receipts, now: () => 1_000_000 });
  expect(verified.findings).toMatchObject([{ code: 'PROMISE_LOST', place: `receipt of ${waiting.header.id}` }]);
  expect(verified.receipts).toMatchObject({ kept: 3, pending: [] });
});

test('a source without entries that wait cannot tell a lost one from one that waits, unless the log was rolled back', async () => {
  const { entries: _entries, ...tree } = log.source;
  const known = { keys: log.keys, receipts, now: () => 1_000_000 };
  expect(await verifyLog(tree, known)).toMatchObject({ findings: [], receipts: { pending: [waiting.header.id] } });
  const since = noteOf([...made, waiting, memoryEntry(21)], log.signer);
  const rolledBack = await verifyLog(tree, { ...known, since });
  expect(rolledBack.findings).toMatchObject([
    { code: 'ENTRIES_LOST', place: 'entries 20 to 21' },
    { code: 'OLDER_TREE_LARGER', place: 'older checkpoint' },
    { code: 'PROMISE_LOST', place: `receipt of ${waiting.header.id}` },
  ]);
  expect(rolledBack.receipts.pending).toEqual([]);
});

test('a promise may be dated ahead by its delay, and is reported beyond that', async () => {
  expect(await verify(receipts, 940_000)).toMatchObject({ findings: [], receipts: { pending: [waiting.header.id] } });
  const { findings, receipts: verified } = await verify(receipts, 939_999);
  expect(findings.map(({ code }) => code)).toEqual(Array(4).fill('PROMISE_AHEAD'));
  expect(verified).toEqual({ given: 4, kept: 3, pending: [], faults: [], unlisted: 0 });
});

test('the result states that lateness cannot be proven without a witness', async () => {
  expect((await verify(receipts, 0)).notShown).toContain(
    'That no promised entry came late: checkpoints have no time. Give a witness that cosigned them.',
  );
});

describe('a tree without the entry, seen by a witness after the delay,', () => {
  const promised = createReceipts(
    memoryOrigin,
    () => log.signer,
    () => 0,
  )([made[17]!]);
  const late = async (seen: readonly (readonly [size: number, time: number])[], entries = made): Promise<readonly string[]> => {
    const whole = { ...memoryLog(entries), signer: log.signer, keys: log.keys };
    const note = (size: number): string => noteOf(entries.slice(0, size), log.signer);
    const source = { ...whole.source, checkpoint: async () => note(entries.length), cosignatures: async () => whole.cosignatures };
    for (const [size, time] of seen) cosigned(whole, note(size), size, time);
    const options = { keys: log.keys, receipts: promised, witnesses: [witness.verifier], now: () => 0 };
    return (await verifyLog(source, options)).findings.map(({ code }) => code);
  };

  test('is reported as late', async () => {
    expect(await late([[17, 61]])).toEqual(['PROMISE_LATE']);
    expect(await late([[17, 60]])).toEqual([]);
  });

  test('is no finding if another witness saw the entry in time', async () => {
    expect(await late([[17, 61], [18, 60]])).toEqual([]); // oxfmt-ignore
    expect(await late([[17, 61], [18, 62]])).toEqual(['PROMISE_LATE']); // oxfmt-ignore
  });

  test('is no finding if the witness had already seen a larger tree', async () => {
    expect(await late([[9, 70], [18, 65]])).toEqual([]); // oxfmt-ignore
    expect(await late([[9, 70], [17, 65]])).toEqual(['PROMISE_LATE']); // oxfmt-ignore
  });

  test('is no finding if the same leaf is in the tree twice', async () => {
    const twice = [...made, made[17]!];
    expect(await late([[20, 61]], twice)).toEqual(['ENTRY_ID_TWICE']);
  });
});

test('receipts are read from JSON, JSON lines and whole answers', () => {
  const answer = (receipt: unknown) => ({ data: { me: null }, extensions: { privacy: { withheld: [], receipt } } });
  const without = [{ data: {} }, { errors: [] }, { extensions: null }, { extensions: { privacy: 1 } }];
  expect(parseReceipts(JSON.stringify(receipts))).toEqual(receipts);
  expect(parseReceipts(JSON.stringify(receipts[0]))).toEqual([receipts[0]]);
  expect(parseReceipts(receipts.map((one) => JSON.stringify(answer(one))).join('\n\n'))).toEqual(receipts);
  expect(parseReceipts(JSON.stringify([...without, answer(receipts[1])]))).toEqual([receipts[1]]);
  expect(parseReceipts(`${JSON.stringify(receipts[0])}\n{`)).toEqual([receipts[0], undefined]);
  expect(parseReceipts('')).toEqual([]);
});
