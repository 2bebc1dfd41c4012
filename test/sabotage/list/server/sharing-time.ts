import type { Sabotage } from '../../patch.ts';

/** How the event loop's time is divided between principals, and how long anything waits for it. */
export const sharingTime: readonly Sabotage[] = [
  {
    sentence: 'A large answer is made without a pause, so that everybody else waits.',
    edits: [
      { in: 'compileList', replace: '!$PACE.mustYield || isPromise($COMPLETED.at(-1))', by: '$COMPLETED.length > 0' },
      { in: 'compileList', replace: '$PACE.mustYield ? $PACE.yield().then($GO_ON) : $GO_ON()', by: '$GO_ON()' },
      { in: 'compileField', drop: 'if ($EXECUTION.pace.mustYield) $THEN' },
    ],
    tests: ['test/attacks/overload/stall-by-large-answers.test.ts'],
  },
  {
    sentence: 'A principal that used much of the time begins its next request at once.',
    edits: [{ in: 'createTimeShares.isFree', replace: '$ACCOUNTS.mayGoOn($ACCOUNT, $NOW)', by: '$0 || true' }],
    tests: ['test/server/fairness/time-shares.test.ts'],
  },
  {
    sentence: 'Large bodies are parsed as they come, so that everybody else waits.',
    edits: [{ in: 'parseBodies', replace: '$TEXT.length >= largeBody', by: '$TEXT.length < 0' }],
    tests: ['test/attacks/overload/stall-by-large-bodies.test.ts'],
  },
  {
    sentence: 'One request has as many statements as it likes, before those of others.',
    edits: [{ in: 'untilDeadline', drop: 'if ($COUNTED?.isThrottled) await $COUNTED.yield()' }],
    tests: ['test/server/spine/entry/operation-records.test.ts'],
  },
  {
    sentence: 'Documents that are refused cost nobody anything.',
    edits: [{ in: 'OperationRun.stage', drop: '$SHARE.countBlocking()' }],
    tests: ['test/server/spine/requests/paces.test.ts'],
  },
  {
    sentence: 'The time of a document is counted from the attempt before it.',
    edits: [{ in: 'OperationRun.stage', drop: '$SHARE.begin()' }],
    tests: ['test/server/spine/requests/paces.test.ts'],
  },
  {
    sentence: 'Introspection costs nobody anything.',
    edits: [{ in: 'executeUnderGuard', drop: '$SHARE.countBlocking()' }],
    tests: ['test/server/spine/requests/paces.test.ts'],
  },
  {
    sentence: 'A change waits in its transaction for others, with its locks.',
    edits: [{ in: 'pipeline.ts#begin', drop: '$ASKED.share.prioritize()' }],
    tests: ['test/server/spine/requests/paces.test.ts'],
  },
  {
    sentence: 'Refusals cost nobody anything.',
    edits: [{ in: 'createHttpApp', replace: '!$REQUEST.hasShare', by: '$REQUEST.hasShare' }],
    tests: ['test/attacks/overload/stall-by-refusals.test.ts'],
  },
  {
    sentence: 'A request waits for as long as its principal uses much.',
    edits: [{ in: 'createTimeShares', replace: 'now >= until', by: 'until < 0' }],
    tests: ['test/server/fairness/time-shares.test.ts'],
  },
  {
    sentence: 'Who worked for long without a pause goes on at once where nobody else asks.',
    edits: [{ in: 'TimeAccounts.mayGoOn', drop: '$NOW >= $ACCOUNT.coolsUntil' }],
    tests: ['test/server/fairness/time-shares.test.ts'],
  },
  {
    sentence: 'Who asks for one page after the other is forgotten between two of them.',
    edits: [{ in: 'TimeAccounts.mayGoOn', drop: '$NOW - $LAST_OTHER.at >= lingering' }],
    tests: ['test/server/fairness/time-shares.test.ts'],
  },
  {
    sentence: 'Who asks alone waits for its own earlier requests.',
    edits: [
      { in: 'TimeAccounts.mayGoOn', replace: '$IF ? this.#lastOfAnother : this.#last', by: '$IF ? this.#last : this.#lastOfAnother' },
    ],
    tests: ['test/server/fairness/time-shares.test.ts'],
  },
  {
    sentence: 'A use is held against its principal for ever.',
    edits: [{ in: 'TimeAccounts.charge', replace: 'Math.min(bucket, $LEFT + $USED)', by: 'Math.max(0, $LEFT + $USED)' }],
    tests: ['test/server/fairness/time-shares.test.ts'],
  },
  {
    sentence: 'A request that is over goes on when it is its turn.',
    edits: [{ in: 'createTimeShares', drop: '$DEADLINE.check()' }],
    tests: ['test/server/fairness/time-shares.test.ts'],
  },
  {
    sentence: 'A request waits without an end for the answers before it.',
    edits: [{ in: 'answerInOrder', replace: 'setTimeout($RESET, $WITHIN)', by: 'setTimeout($RESET, 1e9 + $WITHIN)' }],
    tests: ['test/server/spine/deadlines.test.ts'],
  },
];
