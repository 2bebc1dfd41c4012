import type { Sabotage } from './patch.ts';

const describeReads = 'src/gateway/describe-reads.ts';
const record = 'src/gateway/record.ts';
const transaction = 'src/gateway/mutation-transaction.ts';

/** Stages 7 and 8: something is read and the access log does not say so. */
export const logging: readonly Sabotage[] = [
  {
    sentence: 'The answer leaves while its entry is still being appended.',
    edits: [
      {
        file: 'src/gateway/serialize-answer.ts',
        from: 'const $committed = await $receipt;',
        to: 'const $committed = void $receipt?.catch(() => undefined);',
      },
    ],
    tests: ['test/past-failures/audit-write-fails.test.ts', 'test/gateway/log-failure.test.ts'],
  },
  {
    sentence: 'A failure to append is swallowed, and the answer goes out.',
    edits: [
      {
        file: record,
        from: 'return $entry && $appends.append($entry);',
        to: 'return $entry && $appends.append($entry).catch(() => undefined);',
      },
    ],
    tests: ['test/past-failures/audit-write-fails.test.ts', 'test/gateway/log-failure.test.ts'],
  },
  {
    sentence: 'A mutation’s entry is appended after its change is committed, and not with it.',
    edits: [
      {
        file: transaction,
        from: `      if ($entry) await append(this.#records.database, $entry);
      await this.#records.manager.commit();
      this.#state = 'COMMITTED';
`,
        to: `      await this.#records.manager.commit();
      this.#state = 'COMMITTED';
      if ($entry) await append(this.#records.database, $entry);
`,
      },
    ],
    tests: ['test/gateway/log-failure.test.ts'],
  },
  {
    sentence: 'The entry does not say whose data was read.',
    edits: [{ file: describeReads, from: ', ...$seen],', to: '],' }],
    tests: ['test/gateway/logged.test.ts'],
  },
  {
    sentence: 'The entry does not say what was withheld.',
    edits: [
      {
        file: describeReads,
        from: 'released: $released.toSorted(), withheld: $withheld.toSorted() };',
        to: 'released: $released.toSorted(), withheld: [] };',
      },
    ],
    tests: ['test/resolvers/access-log.test.ts', 'test/gateway/logged.test.ts'],
  },
  {
    sentence: 'The entry says that everything asked for was released.',
    edits: [
      {
        file: describeReads,
        from: '($visible[$index] === 1 ? $released : $withheld).push($coordinate);',
        to: '($visible[$index] !== undefined ? $released : $withheld).push($coordinate);',
      },
    ],
    tests: ['test/resolvers/access-log.test.ts', 'test/gateway/logged.test.ts'],
  },
  {
    sentence: 'Attempts that are refused leave no entry.',
    edits: [
      {
        file: record,
        from: `($principal.role !== 'ANONYMOUS' ||`,
        to: `(($principal.role !== 'ANONYMOUS' && outcome !== 'REFUSED') ||`,
      },
    ],
    tests: ['test/gateway/bad-input.test.ts', 'test/gateway/logged.test.ts'],
  },
  {
    sentence: 'A read that only counts is not logged.',
    edits: [
      {
        file: 'src/enforcement/bind.ts',
        from: '$line && entryIsLogged($field, $line.scope)',
        to: '$line && entryIsLogged($field, $line.scope) && from.mutation',
      },
    ],
    tests: ['test/enforcement/plan-roots.test.ts', 'test/gateway/logged.test.ts'],
  },
  {
    sentence: 'The people of a list are recorded only if some value about them is visible.',
    edits: [
      {
        file: 'src/enforcement/admit.ts',
        from: '  $request.seenSubjects.mark($sighted, $field.coordinate, $told);',
        to: '  if ($sighted.visible.includes(1)) $request.seenSubjects.mark($sighted, $field.coordinate, $told);',
      },
    ],
    tests: ['test/gateway/logged.test.ts', 'test/resolvers/access-log.test.ts'],
  },
  {
    sentence: 'The people of a count are recorded only if the page shows them.',
    edits: [
      { file: 'src/enforcement/admit.ts', from: '    if ($row[REPORTED_SUBJECTS]) into.push(...$row[REPORTED_SUBJECTS]);\n', to: '' },
    ],
    tests: ['test/gateway/logged-counts.test.ts'],
  },
  {
    sentence: 'The digest of an opening is made without its salt, so that it can be guessed once the opening is erased.',
    edits: [
      {
        file: 'src/transparency-log/digests.ts',
        from: '    $salts.copy($frame, 0, $saltAt, $saltAt + $saltLength);\n',
        to: '',
      },
    ],
    tests: ['test/access-log/create-entry.test.ts'],
  },
  {
    sentence: 'The gateway’s database role may change and delete what it wrote into the access log.',
    edits: [
      {
        file: 'src/database/migrations/Migration0004TreeLog.ts',
        from: 'grant insert, select on access_log.staged to ntk_gateway;',
        to: 'grant insert, select, update, delete on access_log.staged to ntk_gateway;',
      },
    ],
    tests: ['test/database/roles.test.ts'],
  },
];
