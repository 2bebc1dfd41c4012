import type { Sabotage } from '../../patch.ts';

/** How the access log is stored, indexed by data subject, and forgotten. */
export const storing: readonly Sabotage[] = [
  {
    sentence: 'A gateway stores another content under the id of a form, for entries of others.',
    edits: [
      {
        file: 'src/log/database/entries.ts',
        from: "check (id = encode(substring(sha256(convert_to(text, 'UTF8')) for 16), 'hex')::uuid)",
        to: 'check (id is not null)',
      },
    ],
    tests: ['test/log/store/poison.test.ts'],
  },
  {
    sentence: 'Statistics of the log’s tables hold ids, which no erasure reaches.',
    edits: [
      {
        file: 'src/log/database/entries.ts',
        from: 'set statistics 0',
        to: 'set statistics 100',
      },
    ],
    tests: ['test/platform/postgres/erased-bytes.test.ts'],
  },
  {
    sentence: 'The embedded PostgreSQL uses segments of its write-ahead log again, with what they held.',
    edits: [{ file: 'src/platform/postgres/embedded/start-embedded.ts', from: "      'wal_recycle=off',\n", to: '' }],
    tests: ['test/platform/postgres/erased-bytes.test.ts'],
  },
  {
    sentence: 'The index by data subject still names an erased person, or the erased mandate of a read.',
    edits: [
      {
        file: 'src/log/database/erase-opening.ts',
        from: 'delete from access_log.posting using touched where posting.tableoid = touched.part and posting.ctid = touched.place;',
        to: '',
      },
    ],
    tests: ['test/log/store/erased-postings.test.ts'],
  },
  {
    sentence: 'Reviews of the log are indexed as reads that nothing can seal.',
    edits: [
      {
        file: 'src/town/history/places/posting-rules.ts',
        from: "['ACCESS_REVIEW', 'CONTROL_AUDIT', 'MANDATE_ADMINISTRATION']",
        to: "['NONE']",
      },
    ],
    tests: ['test/town/history/seals.test.ts'],
  },
  {
    sentence: 'Reads under a sealed order are indexed as reads that nothing can seal.',
    edits: [
      {
        file: 'src/log/store/postings.ts',
        from: 'authority_ids is not null then ${postingKinds.ORDERED}',
        to: 'authority_ids is not null then 0',
      },
    ],
    tests: ['test/town/history/seals.test.ts', 'test/channels/seals.test.ts'],
  },
  {
    sentence: 'Pages of an access history walk the reads under sealed mandates.',
    edits: [
      { file: 'src/town/mandates/seals/unsealed-mandates.ts', from: 'where mandates.id <> all(${sealedMandates($now)})', to: '' },
      { file: 'src/town/history/seals.ts', from: 'ORDERED: whenOrdered', to: 'ORDERED: sql`false`' },
    ],
    tests: ['test/channels/seals.test.ts'],
  },
  {
    sentence: 'The count of an access history walks the reads under sealed mandates.',
    edits: [
      {
        file: 'src/town/history/places/count-places.ts',
        from: "from ${unsealedMandates($now)} cross join lateral (${walk('ORDERED', sql`about.authority_id = unsealed.id`)} offset 0) ordered",
        to: "from (${walk('ORDERED', sql`about.authority_id is not null`)}) ordered",
      },
    ],
    tests: ['test/town/history/places/access-history-pages.test.ts'],
  },
  {
    sentence: 'Once the only entry that waits is dropped, because its client went away, no entry is stored any more.',
    edits: [
      {
        file: 'src/log/store/group-commit.ts',
        from: '    $isWorking = true;\n    $worked = work();',
        to: '    $worked = work();\n    $isWorking = true;',
      },
    ],
    tests: ['test/server/spine/deadlines.test.ts', 'test/log/store/group-commit.test.ts'],
  },
];
