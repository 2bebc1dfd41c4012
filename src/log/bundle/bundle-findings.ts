import type { FindingOf } from '../verify/finding-list.ts';

/** Everything that can be wrong with a bundle, with its message. The codes are stable. */
export const bundleCatalogue = {
  BUNDLE_MISSING: 'There is no bundle.json.',
  BUNDLE_MALFORMED: 'bundle.json does not have the form of a bundle.',
  BUNDLE_NOTE_INVALID: 'The note of the bundle is not signed by a key of the log that may sign it. Check the given keys.',
  BUNDLE_ALTERED: 'The content is not the one that was signed.',
  BUNDLE_STATEMENT_DIFFERS: 'The signed statement about the bundle differs from its content.',
  BUNDLE_CHECKPOINT_INVALID: 'The checkpoint is missing, or is not signed by a key of the log that may sign it.',
  BUNDLE_CHECKPOINT_DIFFERS: 'The checkpoint belongs to another tree than the bundle.',
  BUNDLE_TILE_MISSING: 'A tile is missing or has the wrong length: the entries below it are not proven.',
  BUNDLE_TILE_ALTERED: 'A tile is not the one that was signed: the entries below it are not proven.',
  BUNDLE_ENTRY_MISSING: 'An entry of the range is missing.',
  BUNDLE_ENTRY_ADDED: 'An entry is out of order, repeated, or outside of the range.',
  BUNDLE_ENTRY_ALTERED: 'The entry is not the one that was signed at this number.',
  BUNDLE_SEGMENT_ALTERED: 'The salt, the content or the path of the segment does not give the root in the header.',
  BUNDLE_SEGMENT_MISSING: 'A segment that the auditor may see is withheld without a valid reason.',
  BUNDLE_SUBJECTS_DIFFER: 'Data subjects are missing, too many or repeated: there must be one for each segment.',
  BUNDLE_POPULATION_DIFFERS: 'The range or the count of entries does not match the headers.',
  BUNDLE_SAMPLE_DIFFERS: 'The sample is not the one that its seed draws.',
} as const satisfies Record<string, string>;

export type BundleFindingCode = keyof typeof bundleCatalogue;

export type BundleFinding = FindingOf<BundleFindingCode>;

export type Report = (code: BundleFindingCode, place: string) => void;
