import type { Sabotage } from '../../patch.ts';

const shares = 'src/server/fairness/time-shares.ts';
const accounts = 'src/server/fairness/time-accounts.ts';
const pipeline = 'src/server/spine/pipeline.ts';
const run = 'src/server/spine/operation-run.ts';

/** How the event loop's time is divided between principals, and how long anything waits for it. */
export const sharingTime: readonly Sabotage[] = [
  {
    sentence: 'A large answer is made without a pause, so that everybody else waits.',
    edits: [
      {
        file: 'src/engine/execution/compile-completion.ts',
        from: 'if (!$pace.mustYield || isPromise($completed.at(-1))) continue;',
        to: 'if ($completed.length > 0) continue;',
      },
      {
        file: 'src/engine/execution/compile-completion.ts',
        from: 'return $pace.mustYield ? $pace.yield().then($goOn) : $goOn();',
        to: 'return $goOn();',
      },
      { file: 'src/engine/execution/compile-field.ts', from: 'if ($execution.pace.mustYield) await $execution.pace.yield();', to: '' },
    ],
    tests: ['test/attacks/stall-by-large-answers.test.ts'],
  },
  {
    sentence: 'A principal that used much of the time begins its next request at once.',
    edits: [
      {
        file: shares,
        from: 'const $isFree = accounts.mayGoOn($account, $now);',
        to: 'const $isFree = accounts.mayGoOn($account, $now) || true;',
      },
    ],
    tests: ['test/server/fairness/time-shares.test.ts'],
  },
  {
    sentence: 'Large bodies are parsed as they come, so that everybody else waits.',
    edits: [
      {
        file: 'src/server/http/requests/parse-bodies.ts',
        from: 'if ($text.length >= largeBody) return',
        to: 'if ($text.length < 0) return',
      },
    ],
    tests: ['test/attacks/stall-by-large-bodies.test.ts'],
  },
  {
    sentence: 'One request has as many statements as it likes, before those of others.',
    edits: [{ file: 'src/server/spine/entry/operation-records.ts', from: 'if ($counted?.isThrottled) await $counted.yield();', to: '' }],
    tests: ['test/server/spine/entry/operation-records.test.ts'],
  },
  {
    sentence: 'Documents that are refused cost nobody anything.',
    edits: [{ file: run, from: '      share.countBlocking();\n', to: '' }],
    tests: ['test/server/spine/paces.test.ts'],
  },
  {
    sentence: 'The time of a document is counted from the attempt before it.',
    edits: [{ file: run, from: '    share.begin();\n', to: '' }],
    tests: ['test/server/spine/paces.test.ts'],
  },
  {
    sentence: 'Introspection costs nobody anything.',
    edits: [{ file: 'src/server/spine/stages/execute-under-guard.ts', from: '    share.countBlocking();\n', to: '' }],
    tests: ['test/server/spine/paces.test.ts'],
  },
  {
    sentence: 'A change waits in its transaction for others, with its locks.',
    edits: [{ file: pipeline, from: '  asked.share.prioritize();\n', to: '' }],
    tests: ['test/server/spine/paces.test.ts'],
  },
  {
    sentence: 'Refusals cost nobody anything.',
    edits: [{ file: 'src/server/http/http-app.ts', from: 'if (!$request.hasShare) await', to: 'if ($request.hasShare) await' }],
    tests: ['test/attacks/stall-by-refusals.test.ts'],
  },
  {
    sentence: 'A request waits for as long as its principal uses much.',
    edits: [{ file: shares, from: '$now >= until || accounts.mayGoOn(', to: 'until < 0 || accounts.mayGoOn(' }],
    tests: ['test/server/fairness/time-shares.test.ts'],
  },
  {
    sentence: 'Who worked for long without a pause goes on at once where nobody else asks.',
    edits: [{ file: accounts, from: '$now >= $account.coolsUntil && ', to: '' }],
    tests: ['test/server/fairness/time-shares.test.ts'],
  },
  {
    sentence: 'Who asks for one page after the other is forgotten between two of them.',
    edits: [{ file: accounts, from: ' && $now - $lastOther.at >= lingering', to: '' }],
    tests: ['test/server/fairness/time-shares.test.ts'],
  },
  {
    sentence: 'Who asks alone waits for its own earlier requests.',
    edits: [
      {
        file: accounts,
        from: 'this.#last.account === $account ? this.#lastOfAnother : this.#last;',
        to: 'this.#last.account === $account ? this.#last : this.#lastOfAnother;',
      },
    ],
    tests: ['test/server/fairness/time-shares.test.ts'],
  },
  {
    sentence: 'A use is held against its principal for ever.',
    edits: [{ file: accounts, from: 'Math.min(bucket, Math.max(0,', to: 'Math.max(0, Math.max(0,' }],
    tests: ['test/server/fairness/time-shares.test.ts'],
  },
  {
    sentence: 'A request that is over goes on when it is its turn.',
    edits: [{ file: shares, from: '        deadline.check();\n', to: '' }],
    tests: ['test/server/fairness/time-shares.test.ts'],
  },
  {
    sentence: 'A request waits without an end for the answers before it.',
    edits: [
      {
        file: 'src/server/http/connections/answer-in-order.ts',
        from: 'setTimeout($reset, $within)',
        to: 'setTimeout($reset, 1e9 + $within)',
      },
    ],
    tests: ['test/server/spine/deadlines.test.ts'],
  },
];
