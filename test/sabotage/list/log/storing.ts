import type { Sabotage } from '../../patch.ts';

/** How the access log is stored, indexed by data subject, and forgotten. */
export const storing: readonly Sabotage[] = [
  {
    sentence: 'A gateway stores another content under the id of a template, for entries of others.',
    edits: [
      {
        in: 'entries.ts#entries',
        text: "id = encode(substring(sha256(convert_to(text, 'UTF8')) for 16), 'hex')::uuid",
        by: 'id is not null',
      },
    ],
    tests: ['test/log/store/poison.test.ts'],
  },
  {
    sentence: 'Statistics of the log’s tables hold ids, which no erasure reaches.',
    edits: [
      {
        in: 'entries.ts#entries',
        text: "'alter table %s alter column %I set statistics 0'",
        by: "'alter table %s alter column %I set statistics 100'",
      },
    ],
    tests: ['test/platform/postgres/erased-bytes.test.ts'],
  },
  {
    sentence: 'The embedded PostgreSQL uses segments of its write-ahead log again, with what they held.',
    edits: [{ in: 'startEmbedded', drop: "'wal_recycle=off'" }],
    tests: ['test/platform/postgres/erased-bytes.test.ts'],
  },
  {
    sentence: 'The index by data subject still names an erased person, or the erased mandate of a read.',
    edits: [{ in: 'eraseSegment', text: 'delete from access_log.posting $TOUCHED;', by: '' }],
    tests: ['test/log/store/erased-postings.test.ts'],
  },
  {
    sentence: 'Reviews of the log are indexed as reads that nothing can seal.',
    edits: [{ in: 'postingRules', replace: "'ACCESS_REVIEW', 'CONTROL_AUDIT', 'MANDATE_ADMINISTRATION'", by: "'NONE'" }],
    tests: ['test/town/history/seals/seals.test.ts'],
  },
  {
    sentence: 'Reads under a sealed order are indexed as reads that nothing can seal.',
    edits: [{ in: 'postingKind', text: '${postingKinds.ORDERED}', by: '0' }],
    tests: ['test/town/history/seals/seals.test.ts', 'test/channels/seals.test.ts'],
  },
  {
    sentence: 'Pages of an access history walk the reads under sealed mandates.',
    edits: [
      { in: 'unsealedMandates', text: 'where mandates.id <> all(${sealedMandates(now)})', by: '' },
      { in: 'sealedIf', replace: 'ORDERED: $WHEN_ORDERED', by: 'ORDERED: sql`false`' },
    ],
    tests: ['test/channels/seals.test.ts'],
  },
  {
    sentence: 'The count of an access history walks the reads under sealed mandates.',
    edits: [
      {
        in: 'countPlaces',
        text: "${unsealedMandates(now)} cross join lateral (${walk('ORDERED', sql`about.authority_id = unsealed.id`)} offset 0)",
        by: "(${walk('ORDERED', sql`about.authority_id is not null`)})",
      },
    ],
    tests: ['test/town/history/places/access-history-pages.test.ts'],
  },
  {
    sentence: 'Once the only entry that waits is dropped, because its client went away, no entry is stored any more.',
    edits: [{ in: 'openGroupCommit', replace: '$IS_WORKING = true; $WORKED = $WORK();', by: '$WORKED = $WORK(); $IS_WORKING = true;' }],
    tests: ['test/server/spine/deadlines.test.ts', 'test/log/store/staging/group-commit.test.ts'],
  },
];
