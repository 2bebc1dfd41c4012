import type { Sabotage } from '../../../patch.ts';

const conversations = ['test/town/requests/request-conversations.test.ts'];
const opening = ['test/attacks/log/open-an-answer.test.ts'];
const told = ['test/town/requests/answers-without-account.test.ts'];
const withdrawn = ['test/town/requests/withdrawn-requests.test.ts'];
const forMinors = ['test/town/requests/requests-for-minors.test.ts'];

/** Requests to the privacy officer: who talks about them, who takes them back, and who files them for a minor. */
export const requesting: readonly Sabotage[] = [
  {
    sentence: 'An answer to somebody without an account opens with the number alone.',
    edits: [{ in: 'ifRight', replace: '$IS_RIGHT ? $FOUND : undefined', by: '$IS_RIGHT || !$0' }],
    tests: opening,
  },
  {
    sentence: 'The codes of answers can be guessed without an end.',
    edits: [
      {
        in: 'privacy-request-resolvers.ts#requests',
        replace: 'anonymousSenderOf($REQUEST).find(() => readRequestByCode($$$ARGS))',
        by: '(anonymousSenderOf && readRequestByCode($$$ARGS))',
      },
    ],
    tests: opening,
  },
  {
    sentence: 'Who opens an answer with its code leaves no entry.',
    edits: [{ in: 'isLogged', replace: "$OUTCOME === 'ANSWERED'", by: 'plan.mutation && $0' }],
    tests: opening,
  },
  {
    sentence: 'Nobody without an account is told that there is an answer.',
    edits: [{ in: 'writeAnswer', drop: 'await askForMail($$$)' }],
    tests: told,
  },
  {
    sentence: 'A sender without an account has a request opened again years after its answer.',
    edits: [{ in: 'privacy-request-writes.ts#reopen', replace: '!$BY_STAFF && $IS_LONG_AGO', by: '$0 === null' }],
    tests: told,
  },
  {
    sentence: 'A guardian finds what a minor asked of the privacy officer.',
    edits: [
      {
        in: 'privacyRequestInScope',
        text: '(request.resident_id = ${$PRINCIPAL}::uuid or request.filed_by_id = ${$PRINCIPAL}::uuid)',
        by: '${$PRINCIPAL}::uuid is not null',
      },
    ],
    tests: [...forMinors, 'test/attacks/records/find-a-minors-complaint.test.ts'],
  },
  {
    sentence: 'A guardian goes on with a request for a minor after the care has ended.',
    edits: [
      {
        in: 'privacyRequestInScope',
        text: '${$REACHABLE} and ${careIncludesSupport(viewer)}',
        by: '(${$REACHABLE} or request.filed_by_id is not null)',
      },
    ],
    tests: forMinors,
  },
  {
    sentence: 'A guardian files a request for anybody’s child.',
    edits: [
      {
        in: 'privacy-request-filings.ts#subjectOf',
        text: '${residentInScope(scope, viewer)} and ${careIncludesSupport(viewer)}',
        by: '${scope === undefined ? sql`false` : sql`true`}',
      },
    ],
    tests: forMinors,
  },
  {
    sentence: 'The officer is not told that a guardian filed the request and reads along.',
    edits: [{ in: 'privacy-requests.ts#columns', text: 'request.filed_by_id is not null', by: 'false' }],
    tests: forMinors,
  },
  {
    sentence: 'The access history shows a guardian the work on what another guardian filed.',
    edits: [
      {
        in: 'isInConfidence',
        replace: '`${$PRINCIPAL}::uuid in (of_case.resident_id, of_case.filed_by_id)`',
        by: '`(${$PRINCIPAL}::uuid = of_case.resident_id or of_case.filed_by_id is not null)`',
      },
    ],
    tests: forMinors,
  },
  {
    sentence: 'An officer writes about a request that a colleague has taken.',
    edits: [
      { in: 'rootFieldLines', within: "[...people, 'Query.accounts', $$$, 'Mutation.replyToRequest']", drop: "'Mutation.replyToRequest'" },
      { in: 'rootFieldLines', replace: "'Mutation.assignRequest'", by: "$0, 'Mutation.replyToRequest'" },
    ],
    tests: conversations,
  },
  {
    sentence: 'A message is kept for a sender without an account, who never reads it.',
    edits: [{ in: 'writePrivacyRequestMessage', drop: 'if ($SUBJECT_ID === $REQUEST_ID) throw new PrivacyError($$$)' }],
    tests: [...conversations, 'test/server/spine/cases/reasons.test.ts'],
  },
  {
    sentence: 'A request stays a case after it was withdrawn.',
    edits: [{ in: 'privacyRequestClosed', text: "when request.withdrawn_at is not null then 'REQUEST_WITHDRAWN'", by: '' }],
    tests: [...withdrawn, 'test/server/spine/cases/reasons.test.ts'],
  },
  {
    sentence: 'A withdrawn request stays in the queue of open requests.',
    edits: [{ in: 'privacyRequestStatus', text: "when request.withdrawn_at is not null then 'WITHDRAWN'", by: '' }],
    tests: withdrawn,
  },
  {
    sentence: 'A message that is sent again with its key is added twice.',
    edits: [
      {
        in: 'requestMutations',
        replace: '$IS_REPEATED ? undefined : { messageId, body }',
        by: '$IS_REPEATED ? { messageId: request.newId(), body } : { messageId, body }',
      },
    ],
    tests: ['test/server/spine/requests/idempotency-keys.test.ts'],
  },
];
