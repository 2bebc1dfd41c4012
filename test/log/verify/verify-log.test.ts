import { expect, test } from '@jest/globals';
import { checkpointText } from '../../../src/log/tree/checkpoint.ts';
import { createEntry } from '../../../src/log/store/staging/create-entry.ts';
import { createReceipts } from '../../../src/log/store/publication/make-receipts.ts';
import { signNote } from '../../../src/log/keys/note.ts';
import { findingCatalogue, type FindingCode } from '../../../src/log/verify/log-findings.ts';
import { verifyLog } from '../../../src/log/verify/verify-log.ts';
import type { Verification, VerifyOptions } from '../../../src/log/verify/verification.ts';
import {
  eraseSegment,
  idOf,
  memoryEntry,
  memoryLog,
  memoryOrigin,
  noteOf,
  stagedOf,
  type MemoryLog,
} from '../../helpers/log/memory-log.ts';
import { cosigned, entry, witness } from './cases/case.ts';
import { cases } from './cases/cases.ts';

const { segments: _root, ...bareHeader } = memoryEntry(17).header;
const bare = createEntry(bareHeader, [
  { kind: 'principal', id: null },
  { kind: 'case', case: null, authority: null },
]);
const made = Array.from({ length: 300 }, (_entry, at) => memoryEntry(at));

function verify(log: MemoryLog, options: Partial<VerifyOptions> = {}): Promise<Verification> {
  return verifyLog(log.source, { keys: log.keys, now: () => 0, ...options });
}

test('an unaltered log has no findings, and the result counts what was compared', async () => {
  const log = memoryLog(made);
  const verified = await verify(log, { since: noteOf(made.slice(0, 260), log.signer) });
  expect(verified).toMatchObject({ findings: [], unlisted: 0, erased: [], older: 1, segments: 1_200, staged: 0 });
  expect(verified.checkpoint).toMatchObject({ size: 300 });
});

test.each([0, 1, 2, 255, 256, 257, 512, 513])('a log of %i entries has no findings', async (size) => {
  const log = memoryLog(Array.from({ length: size }, (_entry, at) => memoryEntry(at)));
  expect((await verify(log)).findings).toEqual([]);
});

test('a logged erasure is no finding; it is listed with the entry that records it, numbered or staged', async () => {
  const eraser = memoryEntry(300, { erases: ['17/2'] });
  const log = memoryLog([...made, eraser]);
  eraseSegment(log, 17, 2);
  expect(await verify(log)).toMatchObject({ findings: [], erased: [{ place: 'entry 17, segment 2', by: 300 }] });

  const waiting = memoryLog(made);
  eraseSegment(waiting, 17, 2);
  waiting.staged.push(stagedOf(eraser));
  expect(await verify(waiting)).toMatchObject({
    findings: [],
    erased: [{ place: 'entry 17, segment 2', by: eraser.header.id }],
    staged: 1,
  });

  waiting.staged.length = 0;
  expect((await verify(waiting)).findings).toMatchObject([{ code: 'SEGMENT_REMOVED', place: 'entry 17, segment 2' }]);
});

test('entries past a logged retention are no finding; their leaf hashes are still verified', async () => {
  const log = memoryLog([...made, memoryEntry(300, { erases: ['0-99'] })]);
  log.entries.splice(0, 100);
  log.postings = log.postings.filter(({ numbers }) => numbers[0]! >= 100);
  log.firstNumber = 100;
  expect(await verify(log)).toMatchObject({ findings: [], erased: [{ place: 'entries 0 to 99', by: 300 }] });
  log.entries.shift();
  log.postings = log.postings.filter(({ numbers }) => numbers[0]! >= 101);
  expect((await verify(log)).findings).toMatchObject([{ code: 'ENTRY_REMOVED', place: 'entry 100' }]);
});

test('a later retention continues an earlier one, or covers it once its entry is gone', async () => {
  const erasing = (at: number, ...erases: string[]) => memoryEntry(at, { erases });
  const both = memoryLog([...made, erasing(300, '0-9'), erasing(301, '10-99')]);
  const last = memoryLog([...made.slice(0, 50), erasing(50, '0-9'), ...made.slice(51), erasing(300, '0-99')]);
  for (const log of [both, last]) {
    log.entries.splice(0, 100);
    log.postings = log.postings.filter(({ numbers }) => numbers[0]! >= 100);
    log.firstNumber = 100;
    expect((await verify(log)).findings).toEqual([]);
  }
});

test('an entry cannot account for entries after it', async () => {
  const log = memoryLog([...made.slice(0, 10), memoryEntry(10, { erases: ['20/2', '10/2', 'x', '5-'] }), ...made.slice(11)]);
  eraseSegment(log, 20, 2);
  expect((await verify(log)).findings).toMatchObject([{ code: 'SEGMENT_REMOVED', place: 'entry 20, segment 2' }]);
});

test('for a source with only the tree, the unproven parts are listed', async () => {
  const { source, keys } = memoryLog(made);
  const { entries: _entries, cosignatures: _cosignatures, ...tree } = source;
  const verified = await verifyLog(tree, { keys, now: () => 0 });
  expect(verified).toMatchObject({ findings: [], segments: 0 });
  expect(verified.notShown).toEqual([
    'This source has only the tree: entries, segments and the index by data subject were not verified.',
    'That the log was not rolled back and has no second history: give an older checkpoint or a witness that cosigned it.',
    'That every promised entry is in the tree: give receipts.',
  ]);
});

test('a known witness without a signature proves nothing', async () => {
  const log = memoryLog(made.slice(0, 100));
  const rolledBack = await verify(log, { witnesses: [witness.verifier] });
  const unshown = expect.stringContaining('was not rolled back');
  expect(rolledBack).toMatchObject({ findings: [], notShown: expect.arrayContaining([unshown]) });
  cosigned(log, noteOf(made.slice(0, 9), log.signer), 9);
  expect((await verify(log, { witnesses: [witness.verifier] })).notShown).not.toContainEqual(unshown);
});

test('views that are not a list are found, even without data subjects', async () => {
  const log = memoryLog([...made.slice(0, 17), bare, ...made.slice(18)]);
  entry(log, 17, { views: '[]' });
  expect((await verify(log)).findings).toEqual([]);
  entry(log, 17, { views: '{"released":[]}' });
  expect((await verify(log)).findings).toMatchObject([{ code: 'VIEW_ADDED', place: 'entry 17, view 0' }]);
});

test('if tile and entry bundle disagree, the tree shows which was altered', async () => {
  for (const [key, place] of [
    ['0/0', 'tile/0/000'],
    ['0/1', 'tile/0/001.p/44'],
    ['entries/0', 'tile/entries/000'],
    ['entries/1', 'tile/entries/001.p/44'],
    ['1/0', 'tile/1/000.p/1'],
  ] as const) {
    const { source, keys, tiles } = memoryLog(made);
    const { entries: _entries, ...tree } = source;
    tiles.get(key)![20]! ^= 4;
    expect((await verifyLog(tree, { keys, now: () => 0 })).findings).toMatchObject([{ code: 'TILE_ALTERED', place }]);
  }
});

test('the size of an unsigned checkpoint is not used', async () => {
  const { source, keys, ...log } = memoryLog(made);
  const { entries: _entries, ...tree } = source;
  // A size that would keep a verifier busy forever.
  const note = log.note!.replace('\n300\n', '\n8589934591\n');
  const verified = await verifyLog({ ...tree, checkpoint: async () => note }, { keys, now: () => 0 });
  expect(verified.findings.map(({ code }) => code)).toEqual(['CHECKPOINT_SIGNATURE_INVALID']);
  expect(verified.notShown[0]).toBe('There is no valid checkpoint and no stored size, so no tree was read.');
});

test('the time from which a log claims to be complete is compared with its first entry; an earlier time is listed as unproven', async () => {
  const claimed = 'That the log is complete from 2016-01-01T00:00:00.000Z on: it has no entry before 2026-06-15T18:00:00.000Z to prove it.';
  const log = memoryLog(made);
  log.since = ['2016-01-01T00:00:00.000Z'];
  expect(await verify(log)).toMatchObject({ findings: [], notShown: expect.arrayContaining([claimed]) });
  // The clocks of two computers differ.
  for (const since of ['2026-06-14T18:00:00.000Z', '2026-06-15T18:01:00.000Z']) {
    log.since = [since];
    const { findings, notShown } = await verify(log);
    expect({ findings, notShown }).toEqual({ findings: [], notShown: expect.not.arrayContaining([expect.stringContaining('complete')]) });
  }
});

test('after a retention that time is the start of a month, not after the first kept entry', async () => {
  const log = memoryLog([...made, memoryEntry(300, { erases: ['0-99'] })]);
  log.entries.splice(0, 100);
  log.postings = log.postings.filter(({ numbers }) => numbers[0]! >= 100);
  log.firstNumber = 100;
  const codes = async (since: string) => {
    log.since = [since];
    const { findings, notShown } = await verify(log);
    return [...findings.map(({ code }) => code), ...notShown.filter((one) => one.includes('complete')).map(() => 'NOT_SHOWN')];
  };
  expect(await codes('2026-06-01T00:00:00.000Z')).toEqual([]);
  expect(await codes('2026-05-01T00:00:00.000Z')).toEqual(['NOT_SHOWN']);
  expect(await codes('2026-05-31T00:00:00.000Z')).toEqual(['COVERAGE_SINCE_WRONG']);
  expect(await codes('2026-07-01T00:00:00.000Z')).toEqual(['COVERAGE_SINCE_WRONG']);
});

test('an unsigned size is limited to the stored rows', async () => {
  const asked: number[] = [];
  const { source, keys } = memoryLog(made);
  const far = { ...source.entries!, statedSize: async () => 5e9 };
  for (const note of ['x', undefined]) {
    const tiles: typeof source.tiles = async (wanted) => {
      asked.push(...wanted.map(({ index }) => index));
      if (asked.length > 100) throw new Error('it walks on');
      return source.tiles(wanted);
    };
    const verified = await verifyLog({ ...source, tiles, entries: far, checkpoint: async () => note }, { keys, now: () => 0 });
    expect(verified.findings.map(({ code }) => code)).toEqual([note === undefined ? 'CHECKPOINT_MISSING' : 'CHECKPOINT_MALFORMED']);
    expect(Math.max(...asked)).toBe(1);
  }
});

test('a server that claims a huge tree and serves none of it is not asked for all of it', async () => {
  const { signer, keys } = memoryLog(made);
  const note = signNote(checkpointText({ origin: memoryOrigin, size: 2n ** 33n, root: Buffer.alloc(32) }), [signer]);
  let asked = 0;
  const tiles = async (wanted: readonly unknown[]) => {
    asked += wanted.length;
    if (asked > 20_000) throw new Error('it walks on');
    return wanted.map(() => undefined);
  };
  const receipts = createReceipts(
    memoryOrigin,
    () => signer,
    () => 0,
  )([made[17]!]);
  const since = noteOf(made.slice(0, 9), signer);
  const verified = await verifyLog({ checkpoint: async () => note, tiles }, { keys, receipts, since, now: () => 1e9 });
  expect(verified.findings).toHaveLength(10_000);
  expect(new Set(verified.findings.map(({ code }) => code))).toEqual(new Set(['TILE_MISSING']));
  expect(verified).toMatchObject({ older: 0, receipts: { kept: 0, pending: [] } });
  expect(verified.notShown).toContain('Reading stopped after 10000 findings: the root and the earlier trees were not compared.');
});

test.each(cases.map((one) => [one.code, one.what, one] as const))('%s: %s', async (code, _what, { alter, places }) => {
  const log = memoryLog(made);
  const options = alter(log, made) ?? {};
  const { findings } = await verify(log, options);
  expect(findings.filter((one) => one.code === code).map(({ place }) => place)).toEqual(places);
  expect(findings.find((one) => one.code === code)!.sentence).toBe(findingCatalogue[code]);
});

test('each code is produced by one of these cases', () => {
  const codes = new Set<FindingCode>(cases.map(({ code }) => code));
  expect(Object.keys(findingCatalogue).filter((code) => !codes.has(code as FindingCode))).toEqual([]);
});

test('no finding has a data subject, a salt or a content', async () => {
  const log = memoryLog(made);
  for (let number = 0; number < made.length; number++) eraseSegment(log, number, 2);
  log.entries[3] = { ...log.entries[3]!, views: '[]' };
  log.postings.splice(400);
  const { findings } = await verify(log);
  expect(findings.length).toBeGreaterThan(300);
  for (const { place } of findings) expect(place).toMatch(/^entry \d+(, ((segment|view) \d+|segments))?$/);
  expect(JSON.stringify(findings)).not.toContain(idOf(3, 2).slice(0, 8));
});
