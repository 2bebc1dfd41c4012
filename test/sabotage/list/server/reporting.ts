import type { Sabotage } from '../../patch.ts';

const extensions = 'src/server/spine/answer/privacy-extensions.ts';
const context = 'src/server/spine/operation-context.ts';

/** What an answer reports of its plan, under which case it is decided, and its receipt. */
export const reporting: readonly Sabotage[] = [
  {
    sentence: 'The report follows the data and not the plan: once somebody was found, nothing depends on the data subject.',
    edits: [
      {
        file: extensions,
        from: 'privacyReport($plan.withheld, ',
        to: `privacyReport(plan.withheld.filter(({ reason }) => reason !== 'RELATIONSHIP_REQUIRED' || context.seenSubjects.isEmpty), `,
      },
    ],
    tests: ['test/channels/extensions.test.ts'],
  },
  {
    sentence: 'An error of a withheld value stands at the path of the plan, whatever objects the answer has.',
    edits: [
      {
        file: 'src/server/spine/answer/add-withheld-errors.ts',
        from: 'for (const $place of occurrences($result.data, $path, mostErrors + 1)) {',
        to: 'for (const place of [path, ...occurrences(result.data, path, 0)]) {',
      },
    ],
    tests: ['test/server/spine/withheld.test.ts', 'test/channels/extensions.test.ts'],
  },
  {
    sentence: 'What a change returns is decided by the relationships before it, although its case has ended.',
    edits: [
      {
        file: context,
        from: 'this.relationships.forget();',
        to: '',
      },
    ],
    tests: ['test/server/spine/changed-cases.test.ts'],
  },
  {
    sentence: 'A case that a change has ended stays the case of what it returns.',
    edits: [
      {
        file: context,
        from: '$openCase?.id === $caseId ? undefined : ',
        to: 'openCase?.id === caseId ? caseId : ',
      },
      {
        file: context,
        from: '?? (await this.#findCase($other, $facts));',
        to: '?? (other === undefined ? undefined : openCase);',
      },
    ],
    tests: ['test/server/spine/changed-cases.test.ts'],
  },
  {
    sentence: 'The row scope of a root field settles what is reported about other people below it too.',
    edits: [
      {
        file: 'src/engine/plan/outline/under-scope.ts',
        from: 'return $catalogue.sameSubject.has($field) ? $over : undefined;',
        to: 'return over;',
      },
    ],
    tests: ['test/engine/plan/bind/settle-by-scope.test.ts', 'test/server/spine/withheld.test.ts'],
  },
  {
    sentence: 'An error of an invalid document names types that introspection hides from the role.',
    edits: [
      {
        file: 'src/server/spine/stages/check-document.ts',
        from: 'describeInvalidDocument(views(principal.role), document)',
        to: 'describeInvalidDocument(run.services.schema, document)',
      },
    ],
    tests: ['test/server/spine/document/describe-invalid-document.test.ts'],
  },
  {
    sentence: 'A receipt is given to everybody who knows the id of its entry.',
    edits: [
      {
        file: 'src/town/history/entries/received-entries.ts',
        from: 'where found.principal_id = ${$receiver.id ?? null}::uuid and ',
        to: 'where coalesce(found.principal_id, ${receiver.id ?? null}::uuid) is not null and ',
      },
    ],
    tests: ['test/town/history/access-receipt.test.ts'],
  },
  {
    sentence: 'A receipt is given for another purpose than that of its answer.',
    edits: [
      {
        file: 'src/town/history/entries/received-entries.ts',
        from: `and form.content ->> 'purpose' = \${$receiver.purpose ?? null}\``,
        to: `and (form.content ->> 'purpose' = \${receiver.purpose ?? null} or true)\``,
      },
    ],
    tests: ['test/town/history/access-receipt.test.ts'],
  },
];
