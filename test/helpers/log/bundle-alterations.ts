import type { Bundle, BundleEntry } from '../../../src/log/bundle/bundle.ts';
import type { BundleFindingCode } from '../../../src/log/bundle/bundle-findings.ts';
import { special } from './synthetic-bundle.ts';

/** Changes one entry of a copy. */
export function withEntry(of: Bundle, number: number, change: (entry: any) => unknown): Bundle {
  const content = structuredClone(of);
  return {
    ...content,
    entries: content.entries.flatMap((entry) => (entry.number === number ? ([change(entry)].flat() as BundleEntry[]) : [entry])),
  };
}

const set = (part: string, value: unknown) => (entry: any) => ({ ...entry, [part]: value });

/** Alterations of the content, each with the finding that it causes, independent of the signer. */
export const alterations: readonly [what: string, altered: (content: Bundle) => Bundle, code: BundleFindingCode, place: string][] = [
  ['an entry is left out', (content) => withEntry(content, 500, () => []), 'BUNDLE_ENTRY_MISSING', 'entry 500'],
  [
    'the last entries are left out',
    (content) => ({ ...content, entries: content.entries.slice(0, -3) }),
    'BUNDLE_ENTRY_MISSING',
    'entries 558 to 560',
  ],
  ['an entry is there twice', (content) => withEntry(content, 500, (entry) => [entry, entry]), 'BUNDLE_ENTRY_ADDED', 'entry 500'],
  [
    'two entries are in each other’s place',
    (content) => withEntry(content, 500, (entry) => ({ ...entry, header: content.entries.find(({ number }) => number === 502)!.header })),
    'BUNDLE_ENTRY_ALTERED',
    'entry 500',
  ],
  [
    'a header says another role',
    (content) => withEntry(content, 500, (entry) => ({ ...entry, header: { ...entry.header, role: 'SUPPORT' } })),
    'BUNDLE_ENTRY_ALTERED',
    'entry 500',
  ],
  [
    'a header has a member more',
    (content) => withEntry(content, 500, (entry) => ({ ...entry, header: { ...entry.header, note: {} } })),
    'BUNDLE_ENTRY_ALTERED',
    'entry 500',
  ],
  [
    'a header has lost a segment',
    (content) =>
      withEntry(content, 500, (entry) => ({ ...entry, header: { ...entry.header, segments: { ...entry.header.segments, size: 4 } } })),
    'BUNDLE_ENTRY_ALTERED',
    'entry 500',
  ],
  [
    'a partner is said to be another',
    (content) =>
      withEntry(content, 500, (entry) => ({ ...entry, principal: { ...entry.principal, content: { kind: 'principal', id: 'other' } } })),
    'BUNDLE_SEGMENT_ALTERED',
    'entry 500, segment 0',
  ],
  [
    'a mandate is said to be another',
    (content) =>
      withEntry(content, special.mandate, (entry) => ({
        ...entry,
        case: { ...entry.case, content: { kind: 'case', case: null, authority: 'other' } },
      })),
    'BUNDLE_SEGMENT_ALTERED',
    `entry ${special.mandate}, segment 1`,
  ],
  [
    'a salt is another',
    (content) => withEntry(content, 500, (entry) => ({ ...entry, case: { ...entry.case, salt: '00'.repeat(16) } })),
    'BUNDLE_SEGMENT_ALTERED',
    'entry 500, segment 1',
  ],
  [
    'a path has a wrong hash',
    (content) =>
      withEntry(content, 500, (entry) => ({ ...entry, case: { ...entry.case, path: entry.case.path.with(1, '00'.repeat(32)) } })),
    'BUNDLE_SEGMENT_ALTERED',
    'entry 500, segment 1',
  ],
  [
    'a path is too short',
    (content) => withEntry(content, 500, (entry) => ({ ...entry, case: { ...entry.case, path: entry.case.path.slice(0, -1) } })),
    'BUNDLE_SEGMENT_ALTERED',
    'entry 500, segment 1',
  ],
  [
    'a path is too long',
    (content) =>
      withEntry(content, 500, (entry) => ({ ...entry, case: { ...entry.case, path: [...entry.case.path, entry.case.path[0]] } })),
    'BUNDLE_SEGMENT_ALTERED',
    'entry 500, segment 1',
  ],
  [
    'a path is that of the other segment',
    (content) => withEntry(content, 500, (entry) => ({ ...entry, case: { ...entry.case, path: entry.principal.path } })),
    'BUNDLE_SEGMENT_ALTERED',
    'entry 500, segment 1',
  ],
  [
    'a segment is one of another entry, with its salt and path',
    (content) => withEntry(content, 500, set('principal', content.entries.find(({ number }) => number === 502)!.principal)),
    'BUNDLE_SEGMENT_ALTERED',
    'entry 500, segment 0',
  ],
  [
    'a partner is closed',
    (content) => withEntry(content, 500, set('principal', { closed: 'NOT_A_PARTNER' })),
    'BUNDLE_SEGMENT_MISSING',
    'entry 500, segment 0',
  ],
  [
    'a segment is said to be erased that is not among the erased',
    (content) => withEntry(content, 500, set('principal', { closed: 'ERASED' })),
    'BUNDLE_SEGMENT_MISSING',
    'entry 500, segment 0',
  ],
  [
    'an entry in the dates is closed as if it were not',
    (content) => withEntry(content, 500, set('subjects', { closed: 'NOT_IN_DATES' })),
    'BUNDLE_SEGMENT_MISSING',
    'entry 500, data subjects',
  ],
  [
    'another’s entry is closed as if it were the auditor’s',
    (content) => withEntry(content, 500, set('subjects', { closed: 'OWN_ENTRY' })),
    'BUNDLE_SEGMENT_MISSING',
    'entry 500, data subjects',
  ],
  [
    'data subjects are said to be erased',
    (content) => withEntry(content, special.erased, set('subjects', { closed: 'ERASED' })),
    'BUNDLE_SEGMENT_MISSING',
    `entry ${special.erased}, data subjects`,
  ],
  [
    'a data subject is left out',
    (content) => withEntry(content, 500, (entry) => ({ ...entry, subjects: entry.subjects.slice(1) })),
    'BUNDLE_SUBJECTS_DIFFER',
    'entry 500, data subjects',
  ],
  [
    'a data subject is added',
    (content) =>
      withEntry(content, 500, (entry) => ({ ...entry, subjects: [...entry.subjects, { ...entry.subjects[0], pseudonym: 'P-four' }] })),
    'BUNDLE_SUBJECTS_DIFFER',
    'entry 500, data subjects',
  ],
  [
    'a data subject is there twice',
    (content) => withEntry(content, 500, (entry) => ({ ...entry, subjects: [entry.subjects[0], entry.subjects[0]] })),
    'BUNDLE_SUBJECTS_DIFFER',
    'entry 500, data subjects',
  ],
  [
    'one more is said to be unseen',
    (content) => withEntry(content, 500, set('unseen', 2)),
    'BUNDLE_SUBJECTS_DIFFER',
    'entry 500, data subjects',
  ],
  [
    'an erasing is not said',
    (content) => withEntry(content, special.erased, set('erased', [])),
    'BUNDLE_SUBJECTS_DIFFER',
    `entry ${special.erased}, data subjects`,
  ],
  [
    'the range ends where the dates do not',
    (content) => ({
      ...content,
      population: { ...content.population, last: special.late, entries: 11, inDates: 10 },
      entries: content.entries.filter(({ number }) => number <= special.late),
    }),
    'BUNDLE_POPULATION_DIFFERS',
    'population',
  ],
  [
    'fewer are said to be in the dates',
    (content) => ({ ...content, population: { ...content.population, inDates: 79 } }),
    'BUNDLE_POPULATION_DIFFERS',
    'population',
  ],
  [
    'the dates are others',
    (content) => ({ ...content, engagement: { ...content.engagement, from: '2026-01-01T00:00:00.000Z' } }),
    'BUNDLE_POPULATION_DIFFERS',
    'population',
  ],
  [
    'one of the sample is another',
    (content) => ({ ...content, sample: { ...content.sample!, numbers: content.sample!.numbers.with(0, 481) } }),
    'BUNDLE_SAMPLE_DIFFERS',
    'sample',
  ],
  [
    'the sample is drawn by another seed',
    (content) => ({ ...content, sample: { ...content.sample!, seed: 'another' } }),
    'BUNDLE_SAMPLE_DIFFERS',
    'sample',
  ],
  [
    'the sample is smaller',
    (content) => ({ ...content, sample: { ...content.sample!, numbers: content.sample!.numbers.slice(1) } }),
    'BUNDLE_SAMPLE_DIFFERS',
    'sample',
  ],
  [
    'the tree is said to be another',
    (content) => ({ ...content, tree: { ...content.tree, root: Buffer.alloc(32).toString('base64') } }),
    'BUNDLE_CHECKPOINT_DIFFERS',
    'checkpoint',
  ],
  [
    'the tree is said to be larger',
    (content) => ({ ...content, tree: { ...content.tree, size: 901 } }),
    'BUNDLE_CHECKPOINT_DIFFERS',
    'checkpoint',
  ],
];
