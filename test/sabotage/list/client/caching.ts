import type { Sabotage } from '../../patch.ts';

const channel = 'client/src/channel.ts';
const session = 'client/src/session.ts';
const retry = 'client/src/retry.ts';
const unit = 'test/client/session.test.ts';
const screens = 'test/clients/no-leak.test.ts';
const items = 'test/town/rows/item-ids.test.ts';
const after = 'test/clients/asked-after-the-end.test.ts';

/** What client/ keeps apart, forgets and repeats in applications. */
export const caching: readonly Sabotage[] = [
  {
    sentence: 'The key of a cache leaves the purpose out.',
    edits: [{ file: 'client/src/partition.ts', from: 'JSON.stringify([$purpose, ', to: 'JSON.stringify([$purpose && true, ' }],
    tests: [screens, unit],
  },
  {
    sentence: 'The key of a cache leaves the case out.',
    edits: [{ file: 'client/src/partition.ts', from: ', $id?.toLowerCase()]', to: ', $id && true]' }],
    tests: [screens, unit],
  },
  {
    sentence: 'A cache takes an answer for another purpose.',
    edits: [{ file: channel, from: 'named === undefined || $named.purpose !== this.#partition.purpose', to: 'named === undefined' }],
    tests: [unit, 'test/clients/session.test.ts'],
  },
  {
    sentence: 'A cache takes an answer that was decided under another case, such as that of startEncounter.',
    edits: [{ file: channel, from: '!this.#isBeginning || $named.case === undefined', to: '$named.case === undefined' }],
    tests: [unit],
  },
  {
    sentence: 'An answer that comes after sign-out is kept.',
    edits: [{ file: channel, from: "holdsData ? refusal('CLIENT_ENDED') : $answer", to: '$answer' }],
    tests: [unit],
  },
  {
    sentence: 'The client of a case keeps what was withheld before the case began.',
    edits: [{ file: channel, from: "this.#isBeginning && $kind === 'query'", to: "!this && $kind === 'query'" }],
    tests: ['test/clients/taken-answers.test.ts'],
  },
  {
    sentence: 'Where a case ends, its cache stays.',
    edits: [{ file: session, from: 'for (const { clear } of $dropped) clear();', to: '' }],
    tests: [screens, unit],
  },
  {
    sentence: 'What is asked right after the end is answered from the cache.',
    edits: [{ file: 'client/src/apollo.ts', from: 'void $opened.cache.reset();', to: '' }],
    tests: [after],
  },
  {
    sentence: 'urql answers from the cache what is asked right after the end.',
    edits: [
      { file: 'client/src/urql.ts', from: "channel.ended.aborted && $kind !== 'teardown'", to: "screen.isCleared && $kind !== 'teardown'" },
    ],
    tests: [after],
  },
  {
    sentence: 'graphcache keeps items without ids by their place in the list, with the values of those that were there before.',
    edits: [{ file: 'client/src/urql.ts', from: '  tellItemsApart($data);\n', to: '' }],
    tests: ['test/clients/list-items.test.ts'],
  },
  {
    sentence: 'A list can have items that caches tell apart by their place alone.',
    edits: [
      {
        file: 'src/engine/markings/check/list-items.ts',
        from: 'if (!isList($field.type)) visit(getNamedType($field.type), $list);',
        to: '{}',
      },
    ],
    tests: ['test/engine/markings/check/list-items.test.ts'],
  },
  {
    sentence: 'The entry of a read about two people is one object in the histories of both.',
    edits: [
      {
        file: 'src/town/history/access-history-resolvers.ts',
        from: 'String($row.pageId), String($row.subjectId)',
        to: 'String($row.pageId)',
      },
    ],
    tests: [items],
  },
  {
    sentence: 'Readers can match the accounts that they see by id.',
    edits: [{ file: 'src/town/graphql/viewer.ts', from: 'item ${$type} ${logReaderOf($request)}', to: 'item ${$type}' }],
    tests: [items],
  },
  {
    sentence: 'A session goes on with the token of another principal.',
    edits: [{ file: session, from: 'if ($principal === this.#principal) return', to: 'if ($principal !== undefined) return' }],
    tests: ['test/clients/session.test.ts'],
  },
  {
    sentence: 'Two mandates of one partner share a cache.',
    edits: [
      {
        file: 'client/src/principal-of.ts',
        from: 'JSON.stringify([$iss, $sub, $roles, $mandate])',
        to: 'JSON.stringify([$iss, $sub, $roles, !$mandate])',
      },
    ],
    tests: [unit],
  },
  {
    sentence: 'A change that may have been made is sent again.',
    edits: [{ file: retry, from: "  'TOO_MANY_REQUESTS',", to: "  'TOO_MANY_REQUESTS',\n  'REQUEST_OVERDUE'," }],
    tests: ['test/client/retry.test.ts'],
  },
  {
    sentence: 'A client that is told to wait asks again at once.',
    edits: [{ file: retry, from: 'await $waitFor($delay, $signal);', to: 'await $waitFor(0, $signal);' }],
    tests: ['test/client/retry.test.ts'],
  },
  {
    sentence: 'An answer does not name the case that a change has ended.',
    edits: [
      {
        file: 'src/town/helpdesk/ticket-mutations.ts',
        from: "$request.endedCases.add($id);\n      return changed($request, $residentId, $id, 'Mutation.closeTicket')",
        to: "return changed($request, $residentId, $id, 'Mutation.closeTicket')",
      },
    ],
    tests: ['test/server/spine/ended-cases.test.ts'],
  },
];
