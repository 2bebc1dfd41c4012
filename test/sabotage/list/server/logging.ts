import type { Sabotage } from '../../patch.ts';

const describeReads = 'src/server/spine/entry/describe-reads.ts';
const record = 'src/server/spine/stages/record.ts';
const transaction = 'src/server/spine/mutation-transaction.ts';

/** Stages 7 and 8: data is read and the access log does not record it. */
export const logging: readonly Sabotage[] = [
  {
    sentence: 'The response is sent before its entry is appended.',
    edits: [
      {
        file: 'src/server/spine/answer/serialize-answer.ts',
        from: 'const $committed = await $receipt;',
        to: 'const $committed = void $receipt?.catch(() => undefined);',
      },
    ],
    tests: ['test/past-failures/audit-write-fails.test.ts', 'test/server/spine/log-failure.test.ts'],
  },
  {
    sentence: 'A failure to append an entry is ignored, and the response is sent.',
    edits: [
      {
        file: record,
        from: '(await $appends.append($entry, $asked.deadline, $holder));',
        to: '(await $appends.append($entry, $asked.deadline, $holder).catch(() => undefined));',
      },
    ],
    tests: ['test/past-failures/audit-write-fails.test.ts', 'test/server/spine/log-failure.test.ts'],
  },
  {
    sentence: 'A change that is made again after a conflict is logged at each attempt.',
    edits: [
      {
        file: 'src/server/spine/pipeline.ts',
        from: '    if (run.isLost) throw new ConflictLost();\n',
        to: '',
      },
    ],
    tests: ['test/server/spine/change-conflicts.test.ts'],
  },
  {
    sentence: 'A change is made again after any error, although it may have been committed.',
    edits: [
      {
        file: 'src/server/spine/retry-on-conflict.ts',
        from: 'return $conflicts.has(causeOf(error));',
        to: 'return true || $conflicts.has(causeOf(error));',
      },
    ],
    tests: ['test/server/spine/change-conflicts.test.ts'],
  },
  {
    sentence: 'A mutation’s entry is appended after its change is committed, not in the same transaction.',
    edits: [
      {
        file: transaction,
        from: `      if ($entry) await commitWithEntry(this.#condition, database, $entry, $holder, this.#lasts);
      // Where it is committed already, this gives the connection back.
      await manager.commit();
      this.#state = 'COMMITTED';
`,
        to: `      await manager.commit();
      this.#state = 'COMMITTED';
      if ($entry) await commitWithEntry(this.#condition, this.#records.database, $entry, $holder, this.#lasts);
`,
      },
    ],
    tests: ['test/server/spine/log-failure.test.ts'],
  },
  {
    sentence: 'A read trusts the token alone: whether the access has ended is not checked.',
    edits: [{ file: 'src/log/store/stage.ts', from: ' * 1000) and ${condition.predicate} returning id', to: ' * 1000) returning id' }],
    tests: ['test/attacks/read-after-leaving.test.ts'],
  },
  {
    sentence: 'A group of entries counts as stored although the access of a principal has ended.',
    edits: [
      {
        file: 'src/log/store/group-commit.ts',
        from: 'if ($rows.length === $group.length)',
        to: 'if ($rows.length <= $group.length)',
      },
    ],
    tests: ['test/attacks/read-after-leaving.test.ts'],
  },
  {
    sentence: 'A change is committed although the access of the principal has ended.',
    edits: [{ file: 'src/log/store/stage.ts', from: 'assert_stored(exists (select from stored),', to: 'assert_stored(true,' }],
    tests: ['test/attacks/read-after-leaving.test.ts'],
  },
  {
    sentence: 'A change is committed with its entry after the time of its request is over.',
    edits: [
      {
        file: 'src/log/store/stage.ts',
        from: 'transaction_timestamp() + ${lasts} * interval',
        to: 'clock_timestamp() + ${lasts} * interval',
      },
    ],
    tests: ['test/log/store/commit-with-entry.test.ts'],
  },
  {
    sentence: 'A change is committed although its entry could not be sent to PostgreSQL.',
    edits: [
      {
        file: 'src/platform/sql/prepared-statements/framed-query.ts',
        from: `  const execute = ($message: unknown): void => {
    $wire.execute($message);
    send($wire, 'commit');
  };
  return Object.create(connection, { execute: { value: execute } }) as Connection;`,
        to: `  const sync = (): void => {
    send($wire, 'commit');
    connection.sync();
  };
  return Object.create(connection, { sync: { value: sync } }) as Connection;`,
      },
    ],
    tests: ['test/platform/sql/prepared-statements/framed-statements.test.ts'],
  },
  {
    sentence: 'A transaction that PostgreSQL rolled back counts as committed.',
    edits: [
      {
        file: 'src/platform/sql/prepared-statements/framed-query.ts',
        from: `if (this.#frame.commits && this.#ended !== 'COMMIT')`,
        to: `if (this.#frame.commits && this.#ended === 'NOTHING')`,
      },
    ],
    tests: ['test/platform/sql/prepared-statements/framed-statements.test.ts'],
  },
  {
    sentence: 'A principal whose access has ended still gets what leaves no entry.',
    edits: [{ file: record, from: 'if ($holder.id !== undefined) await', to: 'if ($holder.id === null) await' }],
    tests: ['test/attacks/read-after-leaving.test.ts'],
  },
  {
    sentence: 'The attempt of a principal whose access has ended is not recorded.',
    edits: [
      {
        file: record,
        from: "    await services.appends.append(entryOf(run, withholdAll(run.seen), 'REFUSED'), asked.deadline);\n",
        to: '',
      },
    ],
    tests: ['test/attacks/read-after-leaving.test.ts'],
  },
  {
    sentence: 'The entry does not record whose data was read.',
    edits: [{ file: describeReads, from: ', ...$seen],', to: '],' }],
    tests: ['test/server/spine/logged.test.ts'],
  },
  {
    sentence: 'The entry does not record what was withheld.',
    edits: [
      {
        file: describeReads,
        from: 'released: $released.toSorted(), withheld: $withheld.toSorted() };',
        to: 'released: $released.toSorted(), withheld: [] };',
      },
    ],
    tests: ['test/town/history/access-log-resolvers.test.ts', 'test/server/spine/logged.test.ts'],
  },
  {
    sentence: 'The entry records every requested field as released.',
    edits: [
      {
        file: describeReads,
        from: '($visible[$index] === 1 ? $released : $withheld).push($coordinate);',
        to: '($visible[$index] !== undefined ? $released : $withheld).push($coordinate);',
      },
    ],
    tests: ['test/town/history/access-log-resolvers.test.ts', 'test/server/spine/logged.test.ts'],
  },
  {
    sentence: 'Refused requests leave no entry.',
    edits: [
      {
        file: record,
        from: `(!isAnonymousRole($plan.policy.vocabulary, $principal.role) ||`,
        to: `((!isAnonymousRole($plan.policy.vocabulary, $principal.role) && outcome !== 'REFUSED') ||`,
      },
    ],
    tests: ['test/server/spine/bad-input.test.ts', 'test/server/spine/logged.test.ts'],
  },
  {
    sentence: 'A read that only counts is not logged.',
    edits: [
      {
        file: 'src/engine/plan/bind/bind.ts',
        from: '$line && entryIsLogged($from.policy.vocabulary, $field, $line.scope)',
        to: '$line && entryIsLogged($from.policy.vocabulary, $field, $line.scope) && from.mutation',
      },
    ],
    tests: ['test/engine/plan/plan-roots.test.ts', 'test/server/spine/logged.test.ts'],
  },
  {
    sentence: 'The data subjects of a list are recorded only if a value about them is visible.',
    edits: [
      {
        file: 'src/engine/guard/admit.ts',
        from: '  $request.seenSubjects.mark($sighted, $field.coordinate, $told);',
        to: '  if ($sighted.visible.includes(1)) $request.seenSubjects.mark($sighted, $field.coordinate, $told);',
      },
    ],
    tests: ['test/server/spine/logged.test.ts', 'test/town/history/access-log-resolvers.test.ts'],
  },
  {
    sentence: 'The data subjects of a count are recorded only if the page shows them.',
    edits: [
      { file: 'src/engine/guard/admit.ts', from: '    if ($row[REPORTED_SUBJECTS]) into.push(...$row[REPORTED_SUBJECTS]);\n', to: '' },
    ],
    tests: ['test/server/spine/logged-counts.test.ts'],
  },
  {
    sentence: 'The leaf of an opening has no salt, so its content can be guessed after the opening is erased.',
    edits: [
      {
        file: 'src/log/entry/opening-leaves.ts',
        from: '    $salts.copy($input, 1, $saltAt, $saltAt + saltLength);\n',
        to: '',
      },
    ],
    tests: ['test/log/store/create-entry.test.ts'],
  },
  {
    sentence: 'The gateway’s database role may change and delete staged entries of the access log.',
    edits: [
      {
        file: 'src/log/database/privileges.ts',
        from: 'grant insert, select on access_log.staged, access_log.cosignature to',
        to: 'grant insert, select, update, delete on access_log.staged, access_log.cosignature to',
      },
    ],
    tests: ['test/platform/postgres/roles.test.ts'],
  },
  {
    sentence: 'Salts and nonces repeat.',
    edits: [{ file: 'src/platform/random/random-pool.ts', from: 'pool = pool.subarray(length);', to: '' }],
    tests: ['test/platform/random/random-pool.test.ts'],
  },
  {
    sentence: 'A read is logged as one that released nothing, because something broke beside it.',
    edits: [
      {
        file: 'src/server/spine/stages/record.ts',
        from: "$value === 'object' && $value !== null)) return 'ANSWERED';",
        to: "$value === 'object' && $value !== null) && errors.length === 0) return 'ANSWERED';",
      },
    ],
    tests: ['test/attacks/log-a-read-as-failed.test.ts'],
  },
];
