import { expect, test } from '@jest/globals';
import { asJson, asText, exitCodeOf } from './report.ts';
import { run, type Round } from './run.ts';

// A small run: shorter deadlines, fewer abandoned requests, two of the faults. `npm run -s faults` has all of them.
const settings = {
  DEADLINE_REQUEST: '1500',
  DEADLINE_STATEMENT: '1000',
  DEADLINE_LOCK: '500',
  DEADLINE_QUEUE: '500',
};

test('a database that is stopped or full refuses in time, logs nothing abandoned, and recovers without a restart', async () => {
  const rounds = await run({
    rounds: 2,
    turn: ['stopped', 'disk'],
    lasts: 4_000,
    abandonedPerSecond: 100,
    settings,
    onRound: () => undefined,
  });
  expect(rounds.map(({ fault, found }) => [fault, found])).toEqual([
    ['stopped', []],
    ['disk', []],
  ]);
  for (const { refused, abandoned } of rounds) expect([refused > 0, abandoned > 0]).toEqual([true, true]);
}, 180_000);

const good: Round = {
  fault: 'stopped',
  answers: 16,
  refused: 289,
  abandoned: 4_760,
  slowest: 8_010,
  noticed: 2_006,
  recovered: 3_245,
  grown: 31,
  found: [],
};
const bad: Round = { ...good, fault: 'table', noticed: undefined, found: ['a request had no answer'] };

test('a finding is reported with its round and sets exit code 1, and a round without requests 2', () => {
  expect([exitCodeOf([good]), exitCodeOf([good, bad]), exitCodeOf([{ ...good, answers: 0, refused: 0 }])]).toEqual([0, 1, 2]);
  expect(asText([good, bad], 30)).toContain('round 2 (table): a request had no answer\n');
  expect(asText([good], 30)).toContain('nothing that was abandoned was logged');
  expect(JSON.parse(asJson([bad], 30))).toEqual({ seconds: 30, rounds: [JSON.parse(JSON.stringify(bad))] });
});
