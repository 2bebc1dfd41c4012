import type { Sabotage } from '../../patch.ts';

const tests = ['test/log/verify/verify-log.test.ts'];
const verify = 'src/log/verify';
const erase = 'src/log/database/erase-opening.ts';
const erasures = 'src/town/requests/erasures/tables.ts';

/** An entry's openings: their root, their paths, their erasure, and the index by data subject. */
export const puncturing: readonly Sabotage[] = [
  {
    sentence: 'The root over an entry’s openings leaves out the last of an odd number.',
    edits: [
      {
        file: 'src/log/tree/hashes.ts',
        from: 'if ($at + hashLength === $end) $nodes.copy($nodes, $to, $at, $end);',
        to: 'if ($at + hashLength === $end) $to -= hashLength;',
      },
    ],
    tests: ['test/log/tree/hashes.test.ts', 'test/log/store/create-entry.test.ts'],
  },
  {
    sentence: 'The verifier takes the stored root of an entry’s openings for the one that they give.',
    edits: [
      { file: `${verify}/check-openings.ts`, from: '!$rootAltered && $openings.root !== $root', to: '!$rootAltered && $root === ""' },
    ],
    tests,
  },
  {
    sentence: 'The verifier accepts a view with a member that no hash covers.',
    edits: [{ file: `${verify}/opening-reader.ts`, from: 'Object.keys($value).length !== 3', to: 'Object.keys($value).length < 3' }],
    tests,
  },
  {
    sentence: 'The verifier accepts an opening that is stored as erased although no entry records the erasure.',
    edits: [{ file: `${verify}/check-openings.ts`, from: '    $erasures.missingOpening($number, $ordinal);\n', to: '' }],
    tests,
  },
  {
    sentence: 'The verifier accepts an erased opening whose salt is still there.',
    edits: [
      {
        file: `${verify}/check-openings.ts`,
        from: '  if (!$salts.subarray($saltAt, $saltAt + saltLength).equals($noSalt)) return false;\n',
        to: '  void $saltAt;\n',
      },
    ],
    tests,
  },
  {
    sentence: 'The verifier accepts an index by data subject that hides one person’s entry.',
    edits: [
      {
        file: `${verify}/check-postings.ts`,
        from: "if (!$posting) this.#findings.add('POSTING_REMOVED', $place);",
        to: 'if (!$posting) void $place;',
      },
    ],
    tests,
  },
  {
    sentence: 'The verifier accepts an index by data subject that invents an entry about somebody.',
    edits: [
      {
        file: `${verify}/check-postings.ts`,
        from: "for (const $posting of $waiting?.keys() ?? []) this.#findings.add('POSTING_ADDED', places.entry($number));",
        to: '',
      },
    ],
    tests,
  },
  {
    sentence: 'The verifier accepts an entry in a row of the index where readers do not look for it.',
    edits: [
      {
        file: `${verify}/check-postings.ts`,
        from: '$number >= Math.max($first, this.#next) && $number < $first + this.#store.longestPosting',
        to: '$number >= this.#next && $first !== Infinity',
      },
    ],
    tests,
  },
  {
    sentence: 'The verifier accepts a form that readers see otherwise than it was hashed.',
    edits: [
      {
        file: `${verify}/check-forms.ts`,
        from: ' && canonicalForm(parseJson($content)) === $text',
        to: ' && canonicalForm(parseJson($content)) !== ""',
      },
    ],
    tests,
  },
  {
    sentence: 'The verifier accepts a header of another version.',
    edits: [
      {
        file: `${verify}/check-entries.ts`,
        from: "$form['version'] !== $knownVersion",
        to: "$form['version'] === undefined && $knownVersion",
      },
    ],
    tests,
  },
  {
    sentence: 'An opening of an auditor’s bundle holds with a path that does not lead to the root.',
    edits: [
      {
        file: 'src/log/bundle/check-bundle-openings.ts',
        from: 'if ($error instanceof LogError) return false;',
        to: 'if ($error instanceof LogError) return true;',
      },
    ],
    tests: ['test/log/bundle/verify-bundle.test.ts'],
  },
  {
    sentence: 'The verifier expects each entry in the index as one that cannot be sealed.',
    edits: [
      {
        file: 'src/cli/log/verify/posting-kind-of.ts',
        from: 'if ($isSealable && $mandate !== null) return postingKinds.ORDERED;',
        to: 'if ($isSealable && $mandate === "") return postingKinds.ORDERED;',
      },
    ],
    tests: ['test/cli/log/verify/posting-kind-of.test.ts'],
  },
  {
    sentence: 'The eraser leaves the salt of an erased opening.',
    edits: [
      { file: erase, from: "      salts = overlay(salts placing decode(repeat('00', 16), 'hex') from 16 * erased_ordinal + 1),\n", to: '' },
    ],
    tests: ['test/platform/postgres/erased-bytes.test.ts', 'test/cli/log/change/erase-approved.test.ts'],
  },
  {
    sentence: 'The eraser leaves the older version of the entry’s row in PostgreSQL’s files.',
    edits: [
      {
        file: erasures,
        from: "perform access_log.write_anew('entry' || part), access_log.write_anew",
        to: 'perform access_log.write_anew',
      },
    ],
    tests: ['test/platform/postgres/erased-bytes.test.ts'],
  },
  {
    sentence: 'The eraser leaves the row that was staged in PostgreSQL’s files.',
    edits: [{ file: erasures, from: "perform access_log.write_anew('staged'), access_log", to: 'perform access_log' }],
    tests: ['test/platform/postgres/erased-bytes.test.ts'],
  },
];
