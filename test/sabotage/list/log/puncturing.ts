import type { Sabotage } from '../../patch.ts';

const tests = ['test/log/verify/verify-log.test.ts'];

/** An entry's segments: their root, their paths, their erasure, and the index by data subject. */
export const puncturing: readonly Sabotage[] = [
  {
    sentence: 'The root over an entry’s segments leaves out the last of an odd number.',
    edits: [{ in: 'hashTree', replace: '$NODES.copy($NODES, $TO, $AT, $END)', by: '$TO -= hashLength' }],
    tests: ['test/log/tree/hashes.test.ts', 'test/log/store/staging/create-entry.test.ts'],
  },
  {
    sentence: 'The verifier takes the stored root of an entry’s segments for the one that they give.',
    edits: [{ in: 'checkSegments', replace: '$SEGMENTS.root !== $ROOT', by: '$ROOT === ""' }],
    tests,
  },
  {
    sentence: 'The verifier accepts a view with a member that no hash covers.',
    edits: [{ in: 'segment-reader.ts#viewOf', replace: 'Object.keys($VALUE).length !== 3', by: 'Object.keys($VALUE).length < 3' }],
    tests,
  },
  {
    sentence: 'The verifier accepts a segment that is stored as erased although no entry records the erasure.',
    edits: [{ in: 'checkSegments', drop: '$ERASURES.missingSegment($$$)' }],
    tests,
  },
  {
    sentence: 'The verifier accepts an erased segment whose salt is still there.',
    edits: [
      { in: 'isGone', replace: 'if (!$SALTS.subarray($SALT_AT, $SALT_AT + saltLength).equals(noSalt)) return false', by: 'void $SALT_AT' },
    ],
    tests,
  },
  {
    sentence: 'The verifier accepts an index by data subject that hides one person’s entry.',
    edits: [{ in: 'PostingCheck.compare', replace: "this.#findings.add('POSTING_REMOVED', $PLACE)", by: 'void $PLACE' }],
    tests,
  },
  {
    sentence: 'The verifier accepts an index by data subject that invents an entry about somebody.',
    edits: [{ in: 'PostingCheck.compare', drop: 'for (const _posting of waiting?.keys() ?? []) $BODY' }],
    tests,
  },
  {
    sentence: 'The verifier accepts an entry in a row of the index where readers do not look for it.',
    edits: [
      {
        in: 'PostingCheck.add',
        replace: '$NUMBER >= Math.max($FIRST, this.#next) && $IS_SHORT',
        by: '$NUMBER >= this.#next && $FIRST !== Infinity',
      },
    ],
    tests,
  },
  {
    sentence: 'The verifier accepts a template that readers see otherwise than it was hashed.',
    edits: [
      { in: 'checkTemplates', replace: 'canonicalForm(parseJson($CONTENT)) === $TEXT', by: 'canonicalForm(parseJson($CONTENT)) !== ""' },
    ],
    tests,
  },
  {
    sentence: 'The verifier accepts a header of another version.',
    edits: [
      { in: 'EntryCheck', replace: "$TEMPLATE['version'] !== knownVersion", by: "$TEMPLATE['version'] === undefined && knownVersion" },
    ],
    tests,
  },
  {
    sentence: 'A segment of an auditor’s bundle holds with a path that does not lead to the root.',
    edits: [{ in: 'isProven', replace: 'return false', by: 'return true' }],
    tests: ['test/log/bundle/verify-bundle.test.ts'],
  },
  {
    sentence: 'The verifier expects each entry in the index as one that cannot be sealed.',
    edits: [{ in: 'kindOf', replace: '$AUTHORITY !== null', by: '$AUTHORITY === ""' }],
    tests: ['test/cli/log/verify/sources/posting-kind-of.test.ts'],
  },
  {
    sentence: 'The eraser leaves the salt of an erased segment.',
    edits: [
      { in: 'eraseSegment', text: ", salts = overlay(salts placing decode(repeat('00', 16), 'hex') from 16 * erased_ordinal + 1)", by: '' },
    ],
    tests: ['test/platform/postgres/erased-bytes.test.ts', 'test/cli/log/change/erase-approved.test.ts'],
  },
  {
    sentence: 'The eraser leaves the older version of the entry’s row in PostgreSQL’s files.',
    edits: [{ in: 'tables.ts#erasures', text: "('entry' || part), access_log.write_anew", by: '' }],
    tests: ['test/platform/postgres/erased-bytes.test.ts'],
  },
  {
    sentence: 'The eraser leaves the row that was staged in PostgreSQL’s files.',
    edits: [{ in: 'tables.ts#erasures', text: "('staged'), access_log.write_anew", by: '' }],
    tests: ['test/platform/postgres/erased-bytes.test.ts'],
  },
];
