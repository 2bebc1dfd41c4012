import type { FindingList, FindingOf } from '../finding-list.ts';

/** Everything that can be wrong with a log, with its one sentence. The codes are stable. */
export const findingCatalogue = {
  CHECKPOINT_MISSING: 'There is no checkpoint.',
  CHECKPOINT_MALFORMED: 'This is not a signed checkpoint.',
  CHECKPOINT_KEY_UNKNOWN: 'No key of the log signed the checkpoint.',
  CHECKPOINT_SIGNATURE_INVALID: 'A signature of a key of the log does not hold: the checkpoint was altered.',
  CHECKPOINT_KEY_OUT_OF_RANGE: 'The key that signed the checkpoint may not sign a tree of this size.',
  CHECKPOINT_ORIGIN_WRONG: 'The checkpoint is of another log.',
  CHECKPOINT_SIZE_DIFFERS: 'The size stored beside the checkpoint is not the one that it states.',
  CHECKPOINT_TWICE: 'There is more than one checkpoint.',
  CHECKPOINT_BEHIND: 'The log holds more than its checkpoint states: it was rolled back, or something was added behind its end.',
  ROOT_DIFFERS: 'What is stored does not come to the root that the checkpoint states: what was signed is another history.',
  TILE_MISSING: 'A tile or bundle is missing.',
  TILE_ALTERED: 'A tile or bundle is not the one that was signed.',
  TILE_ADDED: 'A tile or bundle has no place in a tree of this size, or stands at its place twice.',
  ENTRY_ALTERED: 'The entry is not the one that was signed at this number.',
  ENTRY_REMOVED: 'The entry was removed, and no logged retention accounts for it.',
  ENTRY_INSERTED: 'An entry stands here that was never signed at this number, nor at any other.',
  ENTRY_MOVED: 'The entry was signed at another number.',
  ENTRY_LEAF_ALTERED: 'The leaf stored with the entry is not that of its header.',
  ENTRY_ID_DIFFERS: 'The id stored with the entry is not that of its header.',
  ENTRY_COPY_DIFFERS: 'The time or the role stored with the entry, which readers are shown, is not that of its header.',
  ENTRY_ID_TWICE: 'An earlier entry has the same id.',
  ENTRY_MONTH_BACK: 'The entry is stored under a month before that of an earlier entry.',
  ENTRY_MONTH_FAR:
    'The entry is stored under a month that is more than one from that of its time: its retention would end too early, or too late.',
  OPENING_ALTERED: 'The salt, the content, the data subject or the view is not the one that the digest was made of.',
  OPENING_REMOVED: 'A digest has no opening, and no logged erasure accounts for it: a row of the index was removed.',
  OPENING_ADDED: 'An opening has no digest: a row of the index was added.',
  OPENING_VIEW_UNKNOWN: 'The opening names a view that its entry does not have.',
  OPENING_SUBJECT_TWICE: 'An earlier opening of the entry is about the same data subject.',
  VIEW_ADDED: 'No opening uses this view of the entry.',
  ERASURE_UNDONE: 'The log says that this was erased, and it is still, or again, there.',
  ERASURE_PRETENDED: "The entry says that it took something out of the log, and is not that of an eraser's command: it excuses nothing.",
  RETENTION_GAP: 'The entry claims a retention that begins neither at 0 nor where an earlier one ended: it excuses nothing.',
  COVERAGE_WRONG: 'The number from which the log is said to be complete is not the one that its logged retention gives.',
  COVERAGE_MISSING: 'There is not one statement from when the log is complete, but none or several.',
  COVERAGE_SINCE_WRONG:
    'The log is said to be complete from a time on that is after its first entry, or that after a retention begins no month.',
  STAGED_ALTERED: 'The leaf stored with the staged entry is not that of its header.',
  OLDER_CHECKPOINT_INVALID: 'The older checkpoint is not one that the log signed.',
  OLDER_TREE_FORKED: 'The tree does not continue the one of the older checkpoint: the log has two histories.',
  OLDER_TREE_LARGER: 'The older checkpoint states a larger tree: the log was rolled back.',
  COSIGNATURE_INVALID: "A known witness's signature does not hold, or is not under a checkpoint of this log.",
  COSIGNATURE_ALTERED: 'The size or the time stored with the cosignature is not the one that was signed.',
  RECEIPT_INVALID: 'The receipt is not a promise of this log.',
  RECEIPT_ENTRY_DIFFERS: 'The promised leaf is in the log, but belongs to an entry with another id.',
  PROMISE_BROKEN: 'The entry was promised, its maximum merge delay is over, and it is not in the tree.',
  PROMISE_AHEAD: 'The promise is dated later than now, by more than its maximum merge delay: it would not be due.',
  PROMISE_LATE:
    'After the maximum merge delay of the entry was over, a witness was shown a tree without it, and none in time with it: it came late, or an old tree was shown.',
} as const satisfies Record<string, string>;

export type FindingCode = keyof typeof findingCatalogue;

export type Finding = FindingOf<FindingCode>;

export type Findings = FindingList<FindingCode>;
