import type { Sabotage } from '../../../patch.ts';

const rows = 'src/town/requests/privacy-requests.ts';
const writes = 'src/town/requests/privacy-request-writes.ts';
const conversations = ['test/town/requests/request-conversations.test.ts'];
const opening = ['test/attacks/open-an-answer.test.ts'];
const told = ['test/town/requests/answers-without-account.test.ts'];
const withdrawn = ['test/town/requests/withdrawn-requests.test.ts'];
const forMinors = ['test/town/requests/requests-for-minors.test.ts'];

/** Requests to the privacy officer: who talks about them, who takes them back, and who files them for a minor. */
export const requesting: readonly Sabotage[] = [
  {
    sentence: 'An answer to somebody without an account opens with the number alone.',
    edits: [
      {
        file: 'src/town/requests/request-state.ts',
        from: '  return isRight ? found : undefined;',
        to: '  return isRight || !isRight ? found : undefined;',
      },
    ],
    tests: opening,
  },
  {
    sentence: 'The codes of answers can be guessed without an end.',
    edits: [
      {
        file: 'src/town/requests/privacy-request-resolvers.ts',
        from: 'await anonymousSenderOf(request).find(() => readRequestByCode(reader, pseudonyms, number, code, fields));',
        to: 'await (anonymousSenderOf && readRequestByCode(reader, pseudonyms, number, code, fields));',
      },
    ],
    tests: opening,
  },
  {
    sentence: 'Who opens an answer with its code leaves no entry.',
    edits: [
      {
        file: 'src/server/spine/stages/record.ts',
        from: "(outcome === 'ANSWERED' && !seenSubjects.isEmpty)",
        to: "(plan.mutation && outcome === 'ANSWERED' && !seenSubjects.isEmpty)",
      },
    ],
    tests: opening,
  },
  {
    sentence: 'Nobody without an account is told that there is an answer.',
    edits: [{ file: writes, from: "  await askForMail(reader, requestId, 'ANSWERED');\n", to: '' }],
    tests: told,
  },
  {
    sentence: 'A sender without an account has a request opened again years after its answer.',
    edits: [{ file: writes, from: 'if (!byStaff && isLongAgo) throw', to: 'if (!byStaff && isLongAgo === null) throw' }],
    tests: told,
  },
  {
    sentence: 'A guardian finds what a minor asked of the privacy officer.',
    edits: [
      {
        file: rows,
        from: '((request.resident_id = ${$principal}::uuid or request.filed_by_id = ${$principal}::uuid) and ${$reachable}',
        to: '(${$principal}::uuid is not null and ${$reachable}',
      },
    ],
    tests: [...forMinors, 'test/attacks/find-a-minors-complaint.test.ts'],
  },
  {
    sentence: 'A guardian goes on with a request for a minor after the care has ended.',
    edits: [
      {
        file: rows,
        from: 'request.filed_by_id = ${$principal}::uuid) and ${$reachable} and ${careIncludesSupport($viewer)})',
        to: 'request.filed_by_id = ${$principal}::uuid) and (${$reachable} or request.filed_by_id is not null))',
      },
    ],
    tests: forMinors,
  },
  {
    sentence: 'A guardian files a request for anybody’s child.',
    edits: [
      {
        file: 'src/town/requests/privacy-request-filings.ts',
        from: ' and ${residentInScope($scope, $viewer)} and ${careIncludesSupport($viewer)}',
        to: ' and ${$scope === undefined ? sql`false` : sql`true`}',
      },
    ],
    tests: forMinors,
  },
  {
    sentence: 'The officer is not told that a guardian filed the request and reads along.',
    edits: [{ file: rows, from: 'sql`request.filed_by_id is not null`', to: 'sql`false`' }],
    tests: forMinors,
  },
  {
    sentence: 'The access history shows a guardian the work on what another guardian filed.',
    edits: [
      {
        file: 'src/town/history/guardian-seals.ts',
        from: 'sql`${principal}::uuid in (matter.resident_id, matter.filed_by_id)`',
        to: 'sql`(${principal}::uuid = matter.resident_id or matter.filed_by_id is not null)`',
      },
    ],
    tests: forMinors,
  },
  {
    sentence: 'An officer writes about a request that a colleague has taken.',
    edits: [
      { file: 'src/town/policy/root-fields.ts', from: ", ...entries, 'Mutation.replyToRequest']", to: ', ...entries]' },
      {
        file: 'src/town/policy/root-fields.ts',
        from: "'Mutation.assignRequest', ",
        to: "'Mutation.assignRequest', 'Mutation.replyToRequest', ",
      },
    ],
    tests: conversations,
  },
  {
    sentence: 'A message is kept for a sender without an account, who never reads it.',
    edits: [
      {
        file: writes,
        from: "  if ($subjectId === $requestId) throw new PrivacyError('CONFLICT', { reason: 'SENDER_WITHOUT_ACCOUNT' });\n",
        to: '',
      },
    ],
    tests: [...conversations, 'test/server/spine/reasons.test.ts'],
  },
  {
    sentence: 'A request stays a case after it was withdrawn.',
    edits: [{ file: rows, from: " when request.withdrawn_at is not null then 'REQUEST_WITHDRAWN' end", to: ' end' }],
    tests: [...withdrawn, 'test/server/spine/reasons.test.ts'],
  },
  {
    sentence: 'A withdrawn request stays in the queue of open requests.',
    edits: [{ file: rows, from: " when request.withdrawn_at is not null then 'WITHDRAWN' else", to: ' else' }],
    tests: withdrawn,
  },
  {
    sentence: 'A message that is sent again with its key is added twice.',
    edits: [
      {
        file: 'src/town/requests/privacy-request-mutations.ts',
        from: 'const message = $isRepeated ? undefined : { messageId, body };',
        to: 'const message = $isRepeated ? { messageId: request.newId(), body } : { messageId, body };',
      },
    ],
    tests: ['test/server/spine/idempotency-keys.test.ts'],
  },
];
