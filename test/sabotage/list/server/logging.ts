import type { Sabotage } from '../../patch.ts';

/** Stages 7 and 8: data is read and the access log does not record it. */
export const logging: readonly Sabotage[] = [
  {
    sentence: 'The response is sent before its entry is appended.',
    edits: [{ in: 'serializeAnswer', replace: 'await $RECEIPT', by: 'void $RECEIPT?.catch(() => undefined)' }],
    tests: ['test/past-failures/audit-write-fails.test.ts', 'test/server/spine/logging/log-failure.test.ts'],
  },
  {
    sentence: 'A failure to append an entry is ignored, and the response is sent.',
    edits: [{ in: 'store', replace: '$APPENDS.append($ENTRY, $ASKED.deadline, $HELD)', by: '$0.catch(() => undefined)' }],
    tests: ['test/past-failures/audit-write-fails.test.ts', 'test/server/spine/logging/log-failure.test.ts'],
  },
  {
    sentence: 'A change that is made again after a conflict is logged at each attempt.',
    edits: [{ in: 'pipeline.ts#attempt', drop: 'if ($RUN.isLost) $THEN' }],
    tests: ['test/server/spine/change-conflicts.test.ts'],
  },
  {
    sentence: 'A change is made again after any error, although it may have been committed.',
    edits: [{ in: 'isConflict', replace: 'conflicts.has(causeOf($ERROR))', by: 'true || $0' }],
    tests: ['test/server/spine/change-conflicts.test.ts'],
  },
  {
    sentence: 'A mutation’s entry is appended after its change is committed, not in the same transaction.',
    edits: [
      {
        in: 'MutationTransaction.commit',
        replace: "if ($ENTRY) await commitWithEntry($CONDITION, $DATABASE, $$$REST); await $MANAGER.commit(); this.#state = 'COMMITTED';",
        by: "await $MANAGER.commit();\nthis.#state = 'COMMITTED';\nif ($ENTRY) await commitWithEntry($CONDITION, this.#records.database, $$$REST);",
      },
    ],
    tests: ['test/server/spine/logging/log-failure.test.ts'],
  },
  {
    sentence: 'A read trusts the token alone: whether the access has ended is not checked.',
    edits: [{ in: 'stage.ts#inTime', text: 'and ${condition.predicate}', by: '' }],
    tests: ['test/attacks/insiders/read-after-leaving.test.ts'],
  },
  {
    sentence: 'A group of entries counts as stored although the access of a principal has ended.',
    edits: [{ in: 'openGroupCommit', replace: '$ROWS.length === $GROUP.length', by: '$ROWS.length <= $GROUP.length' }],
    tests: ['test/attacks/insiders/read-after-leaving.test.ts'],
  },
  {
    sentence: 'A change is committed although the access of the principal has ended.',
    edits: [{ in: 'committingWhile', text: 'exists (select from stored)', by: 'true' }],
    tests: ['test/attacks/insiders/read-after-leaving.test.ts'],
  },
  {
    sentence: 'A change is committed with its entry after the time of its request is over.',
    edits: [{ in: 'committingWhile', text: 'transaction_timestamp()', by: 'clock_timestamp()' }],
    tests: ['test/log/store/staging/commit-with-entry.test.ts'],
  },
  {
    sentence: 'A change is committed although its entry could not be sent to PostgreSQL.',
    edits: [
      {
        in: 'committing',
        replace:
          'const $EXECUTE = (message: unknown): void => { $WIRE.execute($MESSAGE); send($$$ARGS); }; return Object.create($CONNECTION, { execute: { value: $EXECUTE } }) as Connection;',
        by: 'const sync = (): void => { send($$$ARGS); $CONNECTION.sync(); }; return Object.create($CONNECTION, { sync: { value: sync } }) as Connection;',
      },
    ],
    tests: ['test/platform/sql/prepared-statements/framed-statements.test.ts'],
  },
  {
    sentence: 'A transaction that PostgreSQL rolled back counts as committed.',
    edits: [{ in: 'FramedQuery.handleReadyForQuery', replace: "this.#ended !== 'COMMIT'", by: "this.#ended === 'NOTHING'" }],
    tests: ['test/platform/sql/prepared-statements/framed-statements.test.ts'],
  },
  {
    sentence: 'A principal whose access has ended still gets what leaves no entry.',
    edits: [{ in: 'checkUnlogged', replace: '$HELD.id !== undefined', by: '$HELD.id === null' }],
    tests: ['test/attacks/insiders/read-after-leaving.test.ts'],
  },
  {
    sentence: 'A request that is overdue is refused before the attempt is recorded.',
    edits: [{ in: 'pipeline.ts#answer', drop: '$DEADLINE.hold()' }],
    tests: ['test/server/spine/deadlines.test.ts'],
  },
  {
    sentence: 'The attempt of a request that is overdue is not recorded.',
    edits: [{ in: 'record.ts#refuse', drop: "await recordAttempt($RUN, 'FAILED')" }],
    tests: ['test/server/spine/deadlines.test.ts'],
  },
  {
    sentence: 'A request that is overdue waits for what it executes.',
    edits: [{ in: 'perform', replace: 'deadline.wait(executing)', by: 'executing' }],
    tests: ['test/server/spine/deadlines.test.ts'],
  },
  {
    sentence: 'The transaction of an overdue change is rolled back while the change is still executed, outside of it.',
    edits: [{ in: 'MutationTransaction.abandon', replace: 'work.then(end, end)', by: 'end()' }],
    tests: ['test/server/spine/mutation-transaction.test.ts'],
  },
  {
    sentence: 'The attempt of a principal whose access has ended is not recorded.',
    edits: [{ in: 'record.ts#refuse', drop: "await recordAttempt($RUN, 'REFUSED')" }],
    tests: ['test/attacks/insiders/read-after-leaving.test.ts'],
  },
  {
    sentence: 'The entry does not record whose data was read.',
    edits: [{ in: 'describeReads', drop: '...seen' }],
    tests: ['test/server/spine/logging/logged.test.ts'],
  },
  {
    sentence: 'The entry does not record what was withheld.',
    edits: [{ in: 'seenOf', replace: 'withheld.toSorted()', by: '[]' }],
    tests: ['test/town/history/log/access-log-resolvers.test.ts', 'test/server/spine/logging/logged.test.ts'],
  },
  {
    sentence: 'The entry records every requested field as released.',
    edits: [{ in: 'seenOf', replace: '$VISIBLE[$INDEX] === 1', by: '$VISIBLE[$INDEX] !== undefined' }],
    tests: ['test/town/history/log/access-log-resolvers.test.ts', 'test/server/spine/logging/logged.test.ts'],
  },
  {
    sentence: 'Refused requests leave no entry.',
    edits: [{ in: 'isLogged', replace: '!isAnonymousRole($PLAN.policy.vocabulary, $PRINCIPAL.role)', by: "($0 && outcome !== 'REFUSED')" }],
    tests: ['test/server/spine/requests/bad-input.test.ts', 'test/server/spine/logging/logged.test.ts'],
  },
  {
    sentence: 'A read that only counts is not logged.',
    edits: [{ in: 'bind', replace: '$LINE && entryIsLogged($$$ARGS)', by: '$0 && from.mutation' }],
    tests: ['test/engine/plan/plan-roots.test.ts', 'test/server/spine/logging/logged.test.ts'],
  },
  {
    sentence: 'The data subjects of a list are recorded only if a value about them is visible.',
    edits: [{ in: 'isVisible', replace: '$REQUEST.seenSubjects.mark($$$ARGS);', by: 'if (subject.visible.includes(1)) $0' }],
    tests: ['test/server/spine/logging/logged.test.ts', 'test/town/history/log/access-log-resolvers.test.ts'],
  },
  {
    sentence: 'The data subjects of a count are recorded only if the page shows them.',
    edits: [{ in: 'admit.ts#subjectsOf', drop: 'if ($ROW[REPORTED_SUBJECTS]) $INTO.push($$$)' }],
    tests: ['test/server/spine/logging/logged-counts.test.ts'],
  },
  {
    sentence: 'The leaf of a segment has no salt, so its content can be guessed after the segment is erased.',
    edits: [{ in: 'SegmentLeaves.write', drop: '$SALTS.copy($$$)' }],
    tests: ['test/log/store/staging/create-entry.test.ts'],
  },
  {
    sentence: 'The gateway’s database role may change and delete staged entries of the access log.',
    edits: [{ in: 'privileges.ts#privileges', text: 'select on access_log.staged', by: 'select, update, delete on access_log.staged' }],
    tests: ['test/platform/postgres/roles/roles.test.ts'],
  },
  {
    sentence: 'Salts and nonces repeat.',
    edits: [{ in: 'createRandomPool', drop: '$POOL = $POOL.subarray($LENGTH)' }],
    tests: ['test/platform/random/random-pool.test.ts'],
  },
  {
    sentence: 'A read is logged as one that released nothing, because something broke beside it.',
    edits: [{ in: 'record.ts#outcomeOf', replace: 'Object.values($DATA ?? {}).some($$$ARGS)', by: '$0 && errors.length === 0' }],
    tests: ['test/attacks/log/log-a-read-as-failed.test.ts'],
  },
];
