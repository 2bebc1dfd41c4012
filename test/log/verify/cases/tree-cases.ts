import type { LogSource, ExtraRows } from '../../../../src/log/verify/source/log-source.ts';
import { memoryEntry, memoryLog, noteOf } from '../../../helpers/log/memory-log.ts';
import { stranger, type Case } from './case.ts';

const checkpoint = ['checkpoint'];

/** Makes the source return these rows in addition to the tree. */
function extraRows({ entries }: LogSource, shown: Partial<ExtraRows>): void {
  Object.assign(entries!, { extraRows: async () => ({ entries: [], segments: [], tiles: [], unnumbered: [], checkpoints: 1, ...shown }) });
}

/** Checkpoint, root and tiles. */
export const treeCases: readonly Case[] = [
  { code: 'CHECKPOINT_MISSING', what: 'removed', places: checkpoint, alter: (log) => void (log.note = undefined) },
  { code: 'CHECKPOINT_MALFORMED', what: 'not a note', places: checkpoint, alter: (log) => void (log.note = 'x') },
  {
    code: 'CHECKPOINT_KEY_UNKNOWN',
    what: 'signed with an unknown key',
    places: checkpoint,
    alter: (log, made) => void (log.note = noteOf(made, stranger)),
  },
  {
    code: 'CHECKPOINT_SIGNATURE_INVALID',
    what: 'another size under the same signature',
    places: checkpoint,
    alter: (log) => void (log.note = log.note!.replace('\n300\n', '\n301\n')),
  },
  {
    code: 'CHECKPOINT_KEY_OUT_OF_RANGE',
    what: 'a key past its last size',
    places: checkpoint,
    alter: (log) => void (log.keys = [{ ...log.keys[0]!, last: 299n }]),
  },
  {
    code: 'CHECKPOINT_ORIGIN_WRONG',
    what: 'a known key signed for another log',
    places: checkpoint,
    alter: (log, made) => void (log.note = noteOf(made, log.signer, 'other.example/log')),
  },
  {
    code: 'CHECKPOINT_ORIGIN_WRONG',
    what: 'the checkpoint of another log',
    places: checkpoint,
    alter: () => ({ origin: 'other.example/log' }),
  },
  {
    code: 'CHECKPOINT_SIZE_DIFFERS',
    what: 'another size beside it',
    places: checkpoint,
    alter: ({ source }) => void Object.assign(source.entries!, { statedSize: async () => 299 }),
  },
  {
    code: 'CHECKPOINT_BEHIND',
    what: 'an older checkpoint put back',
    places: checkpoint,
    alter: (log, made) => void (log.note = noteOf(made.slice(0, 280), log.signer)),
  },
  {
    code: 'ROOT_DIFFERS',
    what: 'another history under the same checkpoint',
    places: checkpoint,
    alter: (log, made) => {
      const fork = memoryLog([...made.slice(0, 299), memoryEntry(299)]);
      for (const [key, tile] of fork.tiles) log.tiles.set(key, tile);
      [log.entries, log.postings] = [fork.entries, fork.postings];
    },
  },
  { code: 'CHECKPOINT_TWICE', what: 'another one', places: checkpoint, alter: ({ source }) => extraRows(source, { checkpoints: 2 }) },
  {
    code: 'ENTRY_INSERTED',
    what: 'without a number',
    places: ['entry without a number'],
    alter: ({ source }) => extraRows(source, { unnumbered: ['entry'] }),
  },
  {
    code: 'POSTING_ADDED',
    what: 'without a number',
    places: ['posting without a number'],
    alter: ({ source }) => extraRows(source, { unnumbered: ['posting'] }),
  },
  {
    code: 'POSTING_ADDED',
    what: 'outside of the tree',
    places: ['entry -1', 'entry 400'],
    alter: ({ source }) => extraRows(source, { postings: [-1, 400] }),
  },
  {
    code: 'TILE_ADDED',
    what: 'without a number',
    places: ['tile without a number'],
    alter: ({ source }) => extraRows(source, { unnumbered: ['tile'] }),
  },
  {
    code: 'STAGED_ALTERED',
    what: 'without an id',
    places: ['staged entry without a number'],
    alter: ({ source }) => extraRows(source, { unnumbered: ['staged entry'] }),
  },
  { code: 'TILE_MISSING', what: 'a tile', places: ['tile/0/001.p/44'], alter: (log) => void log.tiles.delete('0/1') },
  { code: 'TILE_MISSING', what: 'a bundle', places: ['tile/entries/000'], alter: (log) => void log.tiles.delete('entries/0') },
  { code: 'TILE_ALTERED', what: 'a tile', places: ['tile/0/000'], alter: (log) => void (log.tiles.get('0/0')![40]! ^= 1) },
  {
    code: 'TILE_ALTERED',
    what: 'a bundle whose entries are of another length',
    places: ['tile/entries/000'],
    alter: (log) => void (log.tiles.get('entries/0')![1] = 31),
  },
  {
    code: 'TILE_ADDED',
    what: 'a tile without leaves',
    places: ['tile/0/009'],
    alter: ({ source }) => extraRows(source, { tiles: [{ level: 0, index: 9 }] }),
  },
];
