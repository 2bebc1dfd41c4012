import { expect, test } from '@jest/globals';
import { createReceipts } from '../../../src/access-log/make-receipts.ts';
import { parseReceipts } from '../../../src/access-log/verify/parse-receipts.ts';
import { verifyLog } from '../../../src/access-log/verify/verify-log.ts';
import { memoryEntry, memoryLog, memoryOrigin, stagedOf } from '../../helpers/memory-log.ts';

const made = Array.from({ length: 20 }, (_entry, at) => memoryEntry(at));
const log = memoryLog(made);
const waiting = memoryEntry(20);
const receipts = createReceipts(
  memoryOrigin,
  () => log.signer,
  () => 1_000_000,
)([...made.slice(3, 6), waiting]);
const verify = (given: readonly unknown[], now: number) => verifyLog(log.source, { keys: log.keys, receipts: given, now: () => now });

test('a promise that was kept, one that is pending, and the same one broken', async () => {
  const pending = await verify(receipts, 1_060_000);
  expect(pending).toMatchObject({ findings: [], receipts: { given: 4, kept: 3, pending: [waiting.header.id] } });
  const broken = await verify(receipts, 1_060_001);
  expect(broken.findings).toMatchObject([{ code: 'PROMISE_BROKEN', place: `receipt of ${waiting.header.id}` }]);
  log.staged.push(stagedOf(waiting));
  expect((await verify(receipts, 1_060_001)).findings).toHaveLength(1);
});

test('a promise may be dated by a clock that is ahead by its delay, and is not pending beyond that', async () => {
  expect(await verify(receipts, 940_000)).toMatchObject({ findings: [], receipts: { pending: [waiting.header.id] } });
  const { findings, receipts: verified } = await verify(receipts, 939_999);
  expect(findings.map(({ code }) => code)).toEqual(Array(4).fill('PROMISE_AHEAD'));
  expect(verified).toEqual({ given: 4, kept: 3, pending: [] });
});

test('nobody stretches the delay by a longer one in the receipt, which nobody signed', async () => {
  const stretched = receipts.map((receipt) => ({ ...receipt, maximumMergeDelay: 1e9 }));
  expect((await verify(stretched, 1_060_001)).findings).toMatchObject([{ code: 'PROMISE_BROKEN' }]);
});

test('without a witness, that it came late is not shown, and it says so', async () => {
  expect((await verify(receipts, 0)).notShown).toContain(
    "Checkpoints hold no time: that a promised entry came late shows only against a witness's time.",
  );
});

test('receipts are taken out of JSON, JSON lines and whole answers', () => {
  const answer = (receipt: unknown) => ({ data: { me: null }, extensions: { privacy: { withheld: [], receipt } } });
  const without = [{ data: {} }, { errors: [] }, { extensions: null }, { extensions: { privacy: 1 } }];
  expect(parseReceipts(JSON.stringify(receipts))).toEqual(receipts);
  expect(parseReceipts(JSON.stringify(receipts[0]))).toEqual([receipts[0]]);
  expect(parseReceipts(receipts.map((one) => JSON.stringify(answer(one))).join('\n\n'))).toEqual(receipts);
  expect(parseReceipts(JSON.stringify([...without, answer(receipts[1])]))).toEqual([receipts[1]]);
  expect(parseReceipts(`${JSON.stringify(receipts[0])}\n{`)).toEqual([receipts[0], undefined]);
  expect(parseReceipts('')).toEqual([]);
});
