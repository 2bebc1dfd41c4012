import type { FindingList, FindingOf } from './finding-list.ts';

/** Everything that can be wrong with a log, with its message. The codes are stable. */
export const findingCatalogue = {
  CHECKPOINT_MISSING: 'There is no checkpoint.',
  CHECKPOINT_MALFORMED: 'The checkpoint is not a signed note with a checkpoint (C2SP tlog-checkpoint).',
  CHECKPOINT_KEY_UNKNOWN: 'None of the given keys signed the checkpoint. Check the given keys.',
  CHECKPOINT_SIGNATURE_INVALID: 'The signature of a key of the log is invalid: the checkpoint was altered.',
  CHECKPOINT_KEY_OUT_OF_RANGE: 'The key that signed the checkpoint must not sign a tree of this size.',
  CHECKPOINT_ORIGIN_WRONG: 'The checkpoint belongs to another log.',
  CHECKPOINT_SIZE_DIFFERS: 'The size stored beside the checkpoint is not the size in the checkpoint.',
  CHECKPOINT_TWICE: 'There is more than one checkpoint.',
  CHECKPOINT_BEHIND:
    'The log has more entries than its checkpoint states: the checkpoint was rolled back, or rows were added after the end.',
  ROOT_DIFFERS: 'The stored log does not give the root in the checkpoint: another history was signed.',
  TILE_MISSING: 'A tile or entry bundle is missing.',
  TILE_ALTERED: 'A tile or entry bundle is not the one that was signed.',
  TILE_ADDED: 'A tile or entry bundle has no place in a tree of this size, or is stored twice.',
  ENTRY_ALTERED: 'The entry is not the one that was signed at this number.',
  ENTRY_REMOVED: 'The entry was removed, and no logged retention accounts for it.',
  ENTRY_INSERTED: 'This entry was not signed at this number, nor at any other.',
  ENTRY_MOVED: 'The entry was signed at another number.',
  ENTRY_VERSION_UNKNOWN: 'The signed header has another version than 2, which this verifier does not know.',
  ENTRY_COPY_DIFFERS: 'The role stored with the entry, which readers see, does not match its header.',
  ENTRY_ID_TWICE: 'An earlier entry has the same id.',
  ENTRY_MONTH_BACK: 'The entry is stored under an earlier month than a preceding entry.',
  ENTRY_MONTH_FAR:
    'The entry is stored under a month that is more than one month from its time: its retention would end too early or too late.',
  ENTRY_TIME_BACK: 'The time of the entry is earlier than that of entries before it by more than any permitted delay: it was back-dated.',
  ENTRY_TIME_AHEAD: 'The time of the entry is later than that of entries after it by more than any permitted delay: it was dated ahead.',
  ROOT_ALTERED: 'The root stored with the entry is not the one that was signed; its segments are whole.',
  SEGMENTS_ALTERED: 'The salts, contents, data subjects and views of the entry do not give the root in its header.',
  SEGMENT_REMOVED: 'The segment is stored as erased, but no entry of the log records the erasure.',
  SEGMENT_VIEW_UNKNOWN: 'The segment names a view that its entry does not have.',
  SEGMENT_SUBJECT_TWICE: 'An earlier segment of the entry is about the same data subject.',
  VIEW_ADDED: 'No segment uses this view of the entry.',
  TEMPLATE_ALTERED: 'The text that entries share is not the one of its id, or readers see another.',
  POSTING_REMOVED: 'The index by data subject lacks the entry for the data subject of this segment.',
  POSTING_ADDED: 'The index by data subject has the entry for somebody whom it is not about, or twice.',
  POSTING_ALTERED: 'The index by data subject has the entry of this segment under another month, kind or authority.',
  ERASURE_INCOMPLETE: 'The segment is stored as erased, but its salt or its content is still there.',
  ERASURE_UNDONE: 'The log says that this was erased, but it is there.',
  ERASURE_PRETENDED: "The entry claims an erasure but does not come from an eraser's command: the claim does not count.",
  RETENTION_GAP: 'The entry claims a retention that begins neither at 0 nor where an earlier one ended: the claim does not count.',
  COVERAGE_WRONG: 'The number from which the log claims to be complete does not match its logged retentions.',
  COVERAGE_MISSING: 'There must be exactly one row that states from when the log is complete, but there is none or more than one.',
  COVERAGE_SINCE_WRONG:
    'The time from which the log claims to be complete is after its first entry, or is not the first of a month after a retention.',
  STAGED_ALTERED: 'The leaf stored with the staged entry does not match its header, or its segments do not give the root in it.',
  OLDER_CHECKPOINT_INVALID: 'The log did not sign the older checkpoint. Check the given checkpoint and keys.',
  OLDER_TREE_FORKED: 'The tree does not continue the tree of the older checkpoint: the log has two histories.',
  OLDER_TREE_LARGER: 'The older checkpoint states a larger tree: the log was rolled back.',
  ENTRIES_LOST: 'These entries were signed, as the older checkpoint proves, and the log ends before them: they are lost.',
  COSIGNATURE_INVALID: "A known witness's signature is invalid, or is not under a checkpoint of this log.",
  COSIGNATURE_ALTERED: 'The witness, the size or the time stored with the cosignature is not the one that was signed.',
  DEFINITION_ALTERED:
    'This part of the database is not as the migrations make it: readers may be shown something else than is stored here.',
  DEFINITION_REMOVED: 'The migrations make this part of the database, and it is gone.',
  DEFINITION_ADDED: 'The migrations do not make this part of the database: it may hide entries or keep them from being stored.',
  PROMISE_BROKEN: 'The entry was promised and its maximum merge delay is over, but it is not in the tree.',
  PROMISE_LOST: 'The entry was promised, and it is neither in the tree nor waiting for a number, or the log was rolled back: it is lost.',
  PROMISE_AHEAD: 'The promise is dated in the future by more than the maximum merge delay, so it would never be due.',
  PROMISE_LATE:
    'A witness saw a tree without the entry after its maximum merge delay, and none with it in time: the entry came late, or the witness was given an old tree.',
} as const satisfies Record<string, string>;

/**
 * Everything that can be wrong with a given receipt, with its message. Anyone can write such a receipt, so it proves nothing
 * against the log. A promise that a key of the log signed and that the log broke is a finding about the log.
 */
export const receiptFaultCatalogue = {
  RECEIPT_INVALID: 'The receipt is forged or altered: no key of this log signed it as a promise.',
  RECEIPT_ENTRY_DIFFERS: 'The receipt is altered: the promised leaf is in the log, but its entry has another id.',
} as const satisfies Record<string, string>;

export type FindingCode = keyof typeof findingCatalogue;

export type Finding = FindingOf<FindingCode>;

export type Findings = FindingList<FindingCode>;

export type ReceiptFaultCode = keyof typeof receiptFaultCatalogue;

/** Something wrong with a receipt that was given to the verifier, not with the log. */
export type ReceiptFault = FindingOf<ReceiptFaultCode>;
