import type { FindingOf } from '../finding-list.ts';

/** Everything that can be wrong with a bundle, with its one sentence. The codes are stable. */
export const bundleCatalogue = {
  BUNDLE_MISSING: 'There is no bundle.',
  BUNDLE_MALFORMED: 'This does not have the form of a bundle.',
  BUNDLE_NOTE_INVALID: 'The note of the bundle is not signed by a key of the log that may sign it.',
  BUNDLE_ALTERED: 'The content is not the one that was signed.',
  BUNDLE_STATEMENT_DIFFERS: 'What was signed of the bundle is not what its content says.',
  BUNDLE_CHECKPOINT_INVALID: 'The checkpoint is missing, or not signed by a key of the log that may sign it.',
  BUNDLE_CHECKPOINT_DIFFERS: 'The checkpoint is of another tree than the bundle.',
  BUNDLE_TILE_MISSING: 'A tile is missing or too short or long: what lies under it is not proven.',
  BUNDLE_TILE_ALTERED: 'A tile is not the one that was signed: what lies under it is not proven.',
  BUNDLE_ENTRY_MISSING: 'An entry of the range is missing.',
  BUNDLE_ENTRY_ADDED: 'An entry is out of its place, twice there, or outside of the range.',
  BUNDLE_ENTRY_ALTERED: 'The entry is not the one that was signed at this number.',
  BUNDLE_OPENING_ALTERED: 'The opening is not the one that the digest was made of.',
  BUNDLE_OPENING_MISSING: 'An opening that the auditor may see is closed, without a reason that holds.',
  BUNDLE_SUBJECTS_DIFFER: 'Data subjects are missing, too many, or one is there twice: there is one for each digest.',
  BUNDLE_POPULATION_DIFFERS: 'The range or the count of entries is not the one that the headers give.',
  BUNDLE_SAMPLE_DIFFERS: 'The sample is not the one that the seed draws.',
} as const satisfies Record<string, string>;

export type BundleFindingCode = keyof typeof bundleCatalogue;

export type BundleFinding = FindingOf<BundleFindingCode>;

export type Report = (code: BundleFindingCode, place: string) => void;
