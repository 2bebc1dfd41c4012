import type { Sabotage } from '../../patch.ts';

/** The report of an answer about its plan, the case under which it is decided, and its receipt. */
export const reporting: readonly Sabotage[] = [
  {
    sentence: 'The report follows the data and not the plan: once somebody was found, nothing depends on the data subject.',
    edits: [
      {
        in: 'privacyExtensions',
        replace: '$PLAN.withheld',
        by: "$0.filter(({ reason }) => reason !== 'RELATIONSHIP_REQUIRED' || context.seenSubjects.isEmpty)",
      },
    ],
    tests: ['test/channels/extensions.test.ts'],
  },
  {
    sentence: 'An error of a withheld value stands at the path of the plan, whatever objects the answer has.',
    edits: [
      {
        in: 'addWithheldErrors',
        replace: 'occurrences($RESULT.data, $PATH, mostErrors + 1)',
        by: '[$PATH, ...occurrences($RESULT.data, $PATH, 0)]',
      },
    ],
    tests: ['test/server/spine/answers/withheld.test.ts', 'test/channels/extensions.test.ts'],
  },
  {
    sentence: 'What a change returns is decided by the relationships before it, although its case has ended.',
    edits: [{ in: 'OperationContext.changeCase', drop: 'this.relationships.forget()' }],
    tests: ['test/server/spine/cases/changed-cases.test.ts'],
  },
  {
    sentence: 'A case that a change has ended stays the case of what it returns.',
    edits: [
      {
        in: 'OperationContext.changeCase',
        replace: '$OPEN_CASE?.id === $CASE_ID ? undefined : $OPEN_CASE?.id',
        by: '$OPEN_CASE?.id === $CASE_ID ? $CASE_ID : $OPEN_CASE?.id',
      },
      {
        in: 'OperationContext.changeCase',
        replace: 'await this.#findCase(other, facts)',
        by: 'other === undefined ? undefined : openCase',
      },
    ],
    tests: ['test/server/spine/cases/changed-cases.test.ts'],
  },
  {
    sentence: 'The row scope of a root field settles what is reported about other people below it too.',
    edits: [{ in: 'scopeBelow', replace: '$MARKINGS.sameSubject.has($FIELD) ? $OVER : undefined', by: '$OVER' }],
    tests: ['test/engine/plan/bind/settle-by-scope.test.ts', 'test/server/spine/answers/withheld.test.ts'],
  },
  {
    sentence: 'An error of an invalid document names types that introspection hides from the role.',
    edits: [{ in: 'checkDocument', replace: '$VIEWS($PRINCIPAL.role)', by: 'run.runtime.schema' }],
    tests: ['test/server/spine/document/describe-invalid-document.test.ts'],
  },
  {
    sentence: 'A receipt is given to everybody who knows the id of its entry.',
    edits: [
      {
        in: 'readReceivedEntry',
        text: 'found.principal_id = ${receiver.id ?? null}::uuid',
        by: 'coalesce(found.principal_id, ${receiver.id ?? null}::uuid) is not null',
      },
    ],
    tests: ['test/town/history/access-receipt.test.ts'],
  },
  {
    sentence: 'A receipt is given for another purpose than that of its answer.',
    edits: [
      {
        in: 'readReceivedEntry',
        text: "template.content ->> 'purpose' = ${receiver.purpose ?? null}",
        by: "(template.content ->> 'purpose' = ${receiver.purpose ?? null} or true)",
      },
    ],
    tests: ['test/town/history/access-receipt.test.ts'],
  },
];
