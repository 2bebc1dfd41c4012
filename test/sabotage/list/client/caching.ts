import type { Sabotage } from '../../patch.ts';

const unit = 'test/client/session.test.ts';
const screens = 'test/clients/no-leak.test.ts';
const items = 'test/town/shared/rows/item-ids.test.ts';
const after = 'test/clients/asked-after-the-end.test.ts';

/** Defects in keeping apart, forgetting and repeating in client/. */
export const caching: readonly Sabotage[] = [
  {
    sentence: 'The key of a cache leaves the purpose out.',
    edits: [{ in: 'partitionKey', replace: '[$PURPOSE, $ID?.toLowerCase()]', by: '[$PURPOSE && true, $ID?.toLowerCase()]' }],
    tests: [screens, unit],
  },
  {
    sentence: 'The key of a cache leaves the case out.',
    edits: [{ in: 'partitionKey', replace: '$ID?.toLowerCase()', by: '$ID && true' }],
    tests: [screens, unit],
  },
  {
    sentence: 'A cache takes an answer for another purpose.',
    edits: [{ in: 'Channel', drop: '$NAMED.purpose !== this.#partition.purpose' }],
    tests: [unit, 'test/clients/session.test.ts'],
  },
  {
    sentence: 'A cache takes an answer that was decided under another case, such as that of startEncounter.',
    edits: [{ in: 'Channel', replace: '!this.#isBeginning || $NAMED.case === undefined', by: '$NAMED.case === undefined' }],
    tests: [unit],
  },
  {
    sentence: 'An answer that comes after sign-out is kept.',
    edits: [{ in: 'Channel.receive', replace: "$HOLDS_DATA ? refusal('CLIENT_ENDED') : $ANSWER", by: '$ANSWER' }],
    tests: [unit],
  },
  {
    sentence: 'The client of a case keeps what was withheld before the case began.',
    edits: [{ in: 'Channel.fetch', replace: 'this.#isBeginning', by: '!this' }],
    tests: ['test/clients/taken-answers.test.ts'],
  },
  {
    sentence: 'Where a case ends, its cache stays.',
    edits: [{ in: 'session.ts#Session', drop: 'for (const { clear } of $DROPPED) clear()' }],
    tests: [screens, unit],
  },
  {
    sentence: 'What is asked right after the end is answered from the cache.',
    edits: [{ in: 'openApolloSession', drop: 'void $OPENED.cache.reset()' }],
    tests: [after],
  },
  {
    sentence: 'urql answers from the cache what is asked right after the end.',
    edits: [{ in: 'privacyExchange', replace: '$CHANNEL.ended.aborted', by: 'screen.isCleared' }],
    tests: [after],
  },
  {
    sentence: 'graphcache keeps items without ids by their place in the list, with the values of those that were there before.',
    edits: [{ in: 'received', drop: 'tellItemsApart($DATA)' }],
    tests: ['test/clients/list-items.test.ts'],
  },
  {
    sentence: 'A list can have items that caches tell apart by their place alone.',
    edits: [{ in: 'checkListItems', replace: 'if (!isList($FIELD.type)) $THEN', by: '{}' }],
    tests: ['test/engine/markings/check/list-items.test.ts'],
  },
  {
    sentence: 'The entry of a read about two people is one object in the histories of both.',
    edits: [{ in: 'accessHistory', drop: 'String($ROW.subjectId)' }],
    tests: [items],
  },
  {
    sentence: 'Readers can match the accounts that they see by id.',
    edits: [{ in: 'shownItem', text: '${logReaderOf(request)}', by: '' }],
    tests: [items],
  },
  {
    sentence: 'A session goes on with the token of another principal.',
    edits: [{ in: 'session.ts#Session', replace: '$PRINCIPAL === this.#principal', by: '$PRINCIPAL !== undefined' }],
    tests: ['test/clients/session.test.ts'],
  },
  {
    sentence: 'Two mandates of one partner share a cache.',
    edits: [{ in: 'principalOf', replace: '[$ISS, $SUB, $ROLES, $MANDATE]', by: '[$ISS, $SUB, $ROLES, !$MANDATE]' }],
    tests: [unit],
  },
  {
    sentence: 'A change that may have been made is sent again.',
    edits: [{ in: 'nothingChanged', replace: "'TOO_MANY_REQUESTS'", by: "$0, 'REQUEST_OVERDUE'" }],
    tests: ['test/client/retry.test.ts'],
  },
  {
    sentence: 'A client that is told to wait asks again at once.',
    edits: [{ in: 'sendAgain', replace: '$WAIT_FOR($DELAY, $SIGNAL)', by: '$WAIT_FOR(0, $SIGNAL)' }],
    tests: ['test/client/retry.test.ts'],
  },
  {
    sentence: 'An answer does not name the case that a change has ended.',
    edits: [{ in: 'ticketMutations.closeTicket', drop: '$REQUEST.endedCases.add($ID)' }],
    tests: ['test/server/spine/cases/ended-cases.test.ts'],
  },
];
