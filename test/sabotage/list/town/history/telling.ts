import type { Sabotage } from '../../../patch.ts';

const histories = ['test/town/history/access-history-resolvers.test.ts'];
const questions = ['test/town/history/questioned-entries.test.ts'];

/** The access history that a data subject reads. */
export const telling: readonly Sabotage[] = [
  {
    sentence: 'A guardian’s access history names a minor’s tickets although the guardianship excludes the support history.',
    edits: [{ in: 'needOf', text: 'and ${ticketInScope(scopes?.tickets, viewer)}', by: '' }],
    tests: histories,
  },
  {
    sentence: 'The entry of a person found during another person’s encounter names that encounter.',
    edits: [{ in: 'access-history.ts#columnsFor', text: "in ('ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST')", by: "<> 'MANDATE'" }],
    tests: histories,
  },
  {
    sentence: 'The codes of an access history tell a guardian who lives elsewhere of reads that lead to the minor’s home.',
    edits: [{ in: 'accessHistory', replace: 'disclosedCoordinates($REQUEST, $ROW, $ROW.categories)', by: '$ROW.categories as string[]' }],
    tests: ['test/attacks/records/find-protected-people.test.ts'],
  },
  {
    sentence: 'The access history shows the stored id of a read’s case.',
    edits: [
      {
        in: 'accessHistory',
        replace: '$REQUEST.pseudonyms.disguise($READER, $ROW.case)',
        by: "($REQUEST.pseudonyms.recognise('case', $REQUEST.pseudonyms.disguise('case', $ROW.case)) ?? null)",
      },
    ],
    tests: histories,
  },
  {
    sentence: 'A read disappears from the history if a search is in the same operation.',
    edits: [
      { in: 'access-history.ts#columnsFor', text: '<@ ${JSON.stringify(opensNoRecord)}::jsonb', by: '?| ${[...opensNoRecord]}::text[]' },
    ],
    tests: histories,
  },
  {
    sentence: 'A resident’s reads of other residents are missing from their histories.',
    edits: [{ in: 'isOthers', text: 'from ${$VIEWER_ID}', by: 'from about.subject_id' }],
    tests: histories,
  },
  {
    sentence: 'A page of a history reads all entries about the data subject.',
    edits: [{ in: 'newestPlaces', text: 'about.seq ${$DIRECTION} limit ${$LIMIT})', by: 'about.seq ${direction})' }],
    tests: ['test/town/history/places/access-history-pages.test.ts'],
  },
  {
    sentence: 'A resident can question an entry about any person, so the response reveals which entries exist.',
    edits: [{ in: 'readQuestionedSubjects', replace: "residentInScope('CARE', $VIEWER)", by: "residentInScope('ALL', $VIEWER)" }],
    tests: questions,
  },
  {
    sentence: 'The entry of a question does not name the minor in question.',
    edits: [{ in: 'writePrivacyRequest', drop: '...about' }],
    tests: questions,
  },
  {
    sentence: 'The access history of a minor shows a guardian that the minor has complained.',
    edits: [{ in: 'isInConfidence', text: 'or ${ofRequest}', by: 'or false and ${ofRequest}' }],
    tests: ['test/attacks/records/find-a-minors-complaint.test.ts', 'test/town/history/seals/seals.test.ts'],
  },
  {
    sentence: 'The access history of a minor hides from a guardian what the officer did for the guardian’s own request.',
    edits: [
      {
        in: 'isInConfidence.ofRequest',
        text: "(${showsRequests} and not ${caseIsIn('request', sql`${$PRINCIPAL}::uuid in (of_case.resident_id, of_case.filed_by_id)`)})",
        by: '${showsRequests}',
      },
    ],
    tests: ['test/town/history/seals/seals.test.ts'],
  },
  {
    sentence: 'A revocation is not told to the other officers.',
    edits: [{ in: 'readRevocationsToReview', text: 'mandate.revoked_by <>', by: 'mandate.revoked_by =' }],
    tests: ['test/attacks/insiders/revoke-an-order-unseen.test.ts'],
  },
  {
    sentence: 'A mandate can be revoked with an empty reason.',
    edits: [{ in: 'revokeMandateForm', replace: 'line(500)', by: 'z.string()' }],
    tests: ['test/attacks/insiders/revoke-an-order-unseen.test.ts'],
  },
  {
    sentence: 'The access history tells a guardian who lives elsewhere which reads led to the minor’s home.',
    edits: [
      {
        in: 'disclosedCoordinates',
        replace: '$MAY_FIND_HOME ? $COORDINATES : answerWords($REQUEST).withoutHome($COORDINATES)',
        by: '$MAY_FIND_HOME || answerWords($REQUEST) ? $COORDINATES : []',
      },
    ],
    tests: ['test/attacks/records/find-protected-people.test.ts'],
  },
  {
    sentence: 'The entry of a page of mandates leaves out its newest one, so that a sealed order is told to its people.',
    edits: [{ in: 'mandate-resolvers.ts#mandates', replace: '$FOUND.rows', by: '$FOUND.rows.slice(1)' }],
    tests: ['test/channels/pages-of-mixed-orders.test.ts'],
  },
  {
    sentence: 'An officer who is on record reviews a log that tells about the officer, and counts what is sealed.',
    edits: [{ in: 'checkDuty', replace: '$REVIEWING && $ON_RECORD', by: '$0 && !$REVIEWING' }],
    tests: ['test/attacks/log/count-sealed-reads.test.ts'],
  },
  {
    sentence: 'Entries about a reviewer’s own record leave gaps in the numbers of a review.',
    edits: [
      { in: 'checkDuty', replace: '$REVIEWING && $ON_RECORD', by: '$0 && !$REVIEWING' },
      {
        in: 'entryInScope',
        replace: "if ($SCOPE === 'ALL') return sql`true`",
        by: "if ($SCOPE === 'ALL') return sql`entry.seq not in (select own.seq from access_log.about own join recreation.employee self on self.resident_id = own.subject_id where self.id = ${viewer.principalId ?? null}::uuid)`",
      },
    ],
    tests: ['test/attacks/log/count-sealed-reads.test.ts'],
  },
  {
    sentence: 'An officer who answers requests by name reviews the log under pseudonyms as well.',
    edits: [{ in: 'checkDuty', replace: '$REVIEWING !== $REVIEWS_LOG', by: '$0 && !$REVIEWING' }],
    tests: ['test/attacks/records/join-the-two-views.test.ts', 'test/attacks/log/count-sealed-reads.test.ts'],
  },
  {
    sentence: 'A reviewer is given a request, and learns the names of people.',
    edits: [{ in: 'takesCases', text: 'and not employee.reviews_log', by: '' }],
    tests: ['test/attacks/records/join-the-two-views.test.ts'],
  },
  {
    sentence: 'An access entry has one id for every purpose.',
    edits: [{ in: 'logReader', replace: "purpose ?? ''", by: "purpose && ''" }],
    tests: ['test/attacks/records/join-the-two-views.test.ts'],
  },
  {
    sentence: 'A list of the log shows the ids that receipts have.',
    edits: [
      {
        in: 'shownEntryId',
        replace: '$REQUEST.pseudonyms.disguise(entryReader($$$ARGS), $ID)',
        by: '$REQUEST ? $ID : entryReader($$$ARGS)',
      },
    ],
    tests: ['test/attacks/records/join-the-two-views.test.ts'],
  },
  {
    sentence: 'The proof of an entry is found by the id in somebody’s receipt.',
    edits: [
      { in: 'entryIdFrom', replace: '$REQUEST.pseudonyms.recognise($$$) ?? $SHOWN', by: '$SHOWN || entryReader(logReaderOf($REQUEST))' },
    ],
    tests: ['test/attacks/records/join-the-two-views.test.ts'],
  },
  {
    sentence: 'An officer who answers a request learns the places of entries in the log.',
    edits: [
      {
        in: 'access-entries.ts#columns',
        replace: "$SCOPE === 'OPEN_REQUEST' ? sql`null` : sql`entry.seq::text`",
        by: 'sql`entry.seq::text`',
      },
    ],
    tests: ['test/attacks/records/join-the-two-views.test.ts'],
  },
  {
    sentence: 'A pseudonym is made again for each row that names the person, so that one page of the log keeps everybody waiting.',
    edits: [{ in: 'remember', replace: 'if ($PSEUDONYM === undefined) $KEEP', by: '$KEEP' }],
    tests: ['test/town/history/access-log-pseudonyms.test.ts'],
  },
];
