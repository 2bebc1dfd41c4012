import { cosign } from '../../../../src/log/keys/cosignature.ts';
import { createReceipts } from '../../../../src/log/store/publication/make-receipts.ts';
import { idOf, memoryEntry, memoryOrigin, noteOf, stagedOf, type MemoryLog } from '../../../helpers/log/memory-log.ts';
import { cosigned, stranger, witness, type Case } from './case.ts';

const minute = 60_000;
const checkpoint = ['checkpoint'];
const older = ['older checkpoint'];

function receiptsOf({ signer }: MemoryLog, entries: Parameters<ReturnType<typeof createReceipts>>[0], time: number): readonly unknown[] {
  return createReceipts(
    memoryOrigin,
    () => signer,
    () => time,
  )(entries);
}

/** Older checkpoints, cosignatures and receipts. */
export const olderCases: readonly Case[] = [
  {
    code: 'OLDER_CHECKPOINT_INVALID',
    what: 'signed with an unknown key',
    places: older,
    alter: (_log, made) => ({ since: noteOf(made.slice(0, 9), stranger) }),
  },
  {
    code: 'OLDER_TREE_FORKED',
    what: 'another history',
    places: older,
    alter: (log, made) => ({ since: noteOf([...made.slice(0, 8), memoryEntry(8)], log.signer) }),
  },
  {
    code: 'OLDER_TREE_FORKED',
    what: 'another history, by a witness',
    places: ['cosignature of witness.example/w at size 9'],
    alter: (log, made) => {
      cosigned(log, noteOf([...made.slice(0, 8), memoryEntry(8)], log.signer), 9);
      return { witnesses: [witness.verifier] };
    },
  },
  {
    code: 'OLDER_TREE_LARGER',
    what: 'rolled back',
    places: older,
    alter: (log, made) => ({ since: noteOf([...made, memoryEntry(300)], log.signer) }),
  },
  {
    code: 'ENTRIES_LOST',
    what: 'rolled back by two entries, as a witness proves',
    places: ['entries 300 to 301'],
    alter: (log, made) => {
      cosigned(log, noteOf([...made, memoryEntry(300), memoryEntry(301)], log.signer), 302);
      return { since: noteOf([...made, memoryEntry(300)], log.signer), witnesses: [witness.verifier] };
    },
  },
  {
    code: 'PROMISE_LOST',
    what: 'an entry that is stored nowhere, a moment after it was promised',
    places: [`receipt of ${idOf(300)}`],
    alter: (log) => ({ receipts: receiptsOf(log, [memoryEntry(300)], 0) }),
  },
  {
    code: 'COSIGNATURE_INVALID',
    what: 'under another checkpoint',
    places: ['cosignature of witness.example/w at size 9'],
    alter: (log, made) => {
      cosigned(log, noteOf(made.slice(0, 9), log.signer), 9);
      log.cosignatures[0] = { ...log.cosignatures[0]!, note: noteOf(made.slice(0, 10), log.signer) };
      return { witnesses: [witness.verifier] };
    },
  },
  {
    code: 'COSIGNATURE_INVALID',
    what: 'on the newest checkpoint',
    places: checkpoint,
    alter: (log, made) => {
      log.note += `${cosign(witness, noteOf(made.slice(0, 9), log.signer), 1n)}\n`;
      return { witnesses: [witness.verifier] };
    },
  },
  {
    code: 'COSIGNATURE_INVALID',
    what: 'an unknown witness’s line in the row of a known one',
    places: ['cosignature of witness.example/w at size 9'],
    alter: (log, made) => {
      cosigned(log, noteOf(made.slice(0, 9), log.signer), 9);
      log.cosignatures[0] = { ...log.cosignatures[0]!, line: log.cosignatures[0]!.line.replace('example/w', 'example/x'), time: 5 };
      return { witnesses: [witness.verifier] };
    },
  },
  {
    code: 'COSIGNATURE_ALTERED',
    what: 'in the row of another witness',
    places: ['cosignature of other.example/w at size 9'],
    alter: (log, made) => {
      cosigned(log, noteOf(made.slice(0, 9), log.signer), 9);
      log.cosignatures[0] = { ...log.cosignatures[0]!, witness: 'other.example/w+00000000+AA==' };
      return { witnesses: [witness.verifier] };
    },
  },
  {
    code: 'COSIGNATURE_ALTERED',
    what: 'another time beside it',
    places: ['cosignature of witness.example/w at size 9'],
    alter: (log, made) => {
      cosigned(log, noteOf(made.slice(0, 9), log.signer), 9);
      log.cosignatures[0] = { ...log.cosignatures[0]!, time: 5 };
      return { witnesses: [witness.verifier] };
    },
  },
  {
    code: 'PROMISE_BROKEN',
    what: 'not numbered in time',
    places: [`receipt of ${idOf(300)}`],
    alter: (log) => {
      const waiting = memoryEntry(300);
      log.staged.push(stagedOf(waiting));
      return { receipts: receiptsOf(log, [waiting], 0), now: () => minute + 1 };
    },
  },
  {
    code: 'PROMISE_AHEAD',
    what: 'of a missing entry, and of an existing one',
    places: [`receipt of ${idOf(300)}`, `receipt of ${idOf(17)}`],
    alter: (log, made) => ({
      receipts: createReceipts(
        memoryOrigin,
        () => log.signer,
        () => minute + 1,
      )([memoryEntry(300), made[17]!]),
    }),
  },
  {
    code: 'PROMISE_LATE',
    what: 'a witness saw a tree without it',
    places: [`receipt of ${idOf(17)}`],
    alter: (log, made) => {
      cosigned(log, noteOf(made.slice(0, 17), log.signer), 17, 61);
      return {
        receipts: createReceipts(
          memoryOrigin,
          () => log.signer,
          () => 0,
        )([made[17]!, made[16]!]),
        witnesses: [witness.verifier],
      };
    },
  },
];
