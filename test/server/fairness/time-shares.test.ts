import { expect, test } from '@jest/globals';
import { PrivacyError } from '../../../src/platform/errors/errors.ts';
import { createTimeShares, type TimeShare } from '../../../src/server/fairness/time-shares.ts';

const always = { check: () => undefined };
/** Lets timers come due, one after the other: after a stall of the machine, several that follow one another do not in one wait. */
async function turn(): Promise<void> {
  for (let time = 0; time < 5; time += 1) await new Promise((done) => void setTimeout(done, 1));
}

/** Shares by a clock that a test moves. */
function shares() {
  let now = 0;
  const { begin, chargeRefusal } = createTimeShares(() => now);
  const beginLater = async (...given: Parameters<typeof begin>): Promise<TimeShare> => begin(...given);
  const events: string[] = [];
  return {
    events,
    begin: beginLater,
    chargeRefusal,
    pass: (milliseconds: number): void => void (now += milliseconds),
    /** Works in small steps, and says whether others must have their turn. */
    work: (share: TimeShare, milliseconds: number): boolean => {
      share.begin();
      for (let left = milliseconds; left > 0; left -= 1) {
        now += Math.min(1, left);
        share.count();
      }
      return share.mustYield;
    },
    /** Works without a pause. */
    workAtOnce: (share: TimeShare, milliseconds: number): void => {
      share.begin();
      now += milliseconds;
      share.countBlocking();
    },
    note: (name: string, event: Promise<unknown>): void => void event.then(() => events.push(name)),
  };
}

test('who uses little never waits, even among many others', async () => {
  const { begin, work } = shares();
  const all = await Promise.all(['a', 'b', 'c', 'd'].map((key) => begin(key, always)));
  expect(all.map((share) => work(share, 0.9))).toEqual([false, false, false, false]);
});

test('who uses much, alone, gives others their turn after each part, and goes on at once', async () => {
  const { begin, work, events, note } = shares();
  const share = await begin('a', always);
  expect(work(share, 4)).toBe(false);
  expect(work(share, 4)).toBe(true);
  note('first', share.yield());
  await turn();
  expect(events).toEqual(['first']);
  expect(work(share, 0.5)).toBe(false);
  expect(work(share, 0.6)).toBe(true);
  note('second', share.yield());
  await turn();
  expect(events).toEqual(['first', 'second']);
});

test('who asks alone does not wait for its own earlier requests, but for those of others', async () => {
  const { begin, work, pass, events, note } = shares();
  const askTwice = async (key: string): Promise<void> => {
    for (let time = 0; time < 2; time += 1) {
      const share = await begin(key, always);
      work(share, 4);
      share.end();
    }
  };
  await askTwice('a');
  note('a alone', begin('a', always));
  await turn();
  expect(events).toEqual(['a alone']);
  (await begin('b', always)).end();
  note('a beside b', begin('a', always));
  await turn();
  expect(events).toEqual(['a alone']);
  pass(60);
  await turn();
  expect(events).toEqual(['a alone', 'a beside b']);
});

test('who uses much waits while another asks, until its use is a tenth of the time', async () => {
  const { begin, work, pass, events, note } = shares();
  const heavy = await begin('heavy', always);
  await begin('light', always);
  expect(work(heavy, 10)).toBe(true);
  note('goes on', heavy.yield());
  note('begins', begin('heavy', always));
  pass(50);
  await turn();
  expect(events).toEqual([]);
  pass(30);
  await turn();
  expect(events).toEqual(['goes on', 'begins']);
});

test('who uses much goes on a moment after the last other request, however much it used', async () => {
  const { begin, work, pass, events, note } = shares();
  const heavy = await begin('heavy', always);
  const light = await begin('light', always);
  work(heavy, 1_000);
  note('goes on', heavy.yield());
  light.end();
  pass(40);
  await turn();
  expect(events).toEqual([]);
  pass(20);
  await turn();
  expect(events).toEqual(['goes on']);
});

test('no use makes anyone wait for longer than half a second', async () => {
  const { begin, work, pass, events, note } = shares();
  const heavy = await begin('heavy', always);
  await begin('light', always);
  work(heavy, 60_000);
  note('goes on', heavy.yield());
  pass(440);
  await turn();
  expect(events).toEqual([]);
  pass(60);
  await turn();
  expect(events).toEqual(['goes on']);
});

test('no request waits for longer than five seconds, whatever its principal uses meanwhile', async () => {
  const { begin, workAtOnce, pass, events, note } = shares();
  const other = await begin('heavy', always);
  await begin('light', always);
  workAtOnce(other, 50);
  note('begins', begin('heavy', always));
  for (let time = 0; time < 49; time += 1) {
    workAtOnce(other, 50);
    pass(50);
  }
  await turn();
  expect(events).toEqual([]);
  pass(100);
  await turn();
  expect(events).toEqual(['begins']);
});

test('who worked for long without a pause rests for four times as long, even alone', async () => {
  const { begin, workAtOnce, pass, events, note } = shares();
  const share = await begin('a', always);
  workAtOnce(share, 10);
  note('goes on', share.yield());
  note('begins', begin('a', always));
  pass(39);
  await turn();
  expect(events).toEqual([]);
  pass(1);
  await turn();
  expect(events).toEqual(['goes on', 'begins']);
});

test('use outlasts its request: another of the same principal waits, one of another principal does not', async () => {
  const { begin, work, pass, events, note } = shares();
  const heavy = await begin('heavy', always);
  work(heavy, 30);
  heavy.end();
  await begin('light', always);
  note('begins', begin('heavy', always));
  pass(100);
  await turn();
  expect(events).toEqual([]);
  pass(200);
  await turn();
  expect(events).toEqual(['begins']);
});

test('parts of one request go on one at a time', async () => {
  const { begin, work, events, note } = shares();
  const share = await begin('a', always);
  expect(work(share, 10)).toBe(true);
  const other = share.yield();
  note('first', other);
  // Its other lists wait as well.
  expect(work(share, 0)).toBe(true);
  note('second', share.yield());
  const goOn = async (): Promise<void> => {
    await other;
    expect(work(share, 2)).toBe(true);
    await share.yield();
  };
  note('third', goOn());
  await turn();
  expect(events).toEqual(['first', 'second', 'third']);
});

test('two who use much take turns', async () => {
  const { begin, work, events, note } = shares();
  const [one, other] = await Promise.all([begin('one', always), begin('other', always)]);
  const goOn = async (name: string, share: TimeShare): Promise<void> => {
    for (let time = 0; time < 3; time += 1) {
      work(share, 6);
      await share.yield();
      events.push(name);
    }
  };
  note('one ended', goOn('one', one));
  note('other ended', goOn('other', other));
  await turn();
  await turn();
  expect(events).toEqual(['one', 'other', 'one', 'other', 'one', 'one ended', 'other', 'other ended']);
});

test('who hurries goes on in the next turn of the event loop, while another asks', async () => {
  const { begin, work, events, note } = shares();
  const heavy = await begin('heavy', always);
  await begin('light', always);
  work(heavy, 20);
  heavy.prioritize();
  const first = heavy.yield();
  note('first', first);
  note('second', heavy.yield());
  await first;
  expect(events).not.toContain('second');
  await turn();
  expect(events).toEqual(['first', 'second']);
});

test('who is refused pays, and waits as the next request would', async () => {
  const { chargeRefusal, begin, pass, events, note } = shares();
  await begin('light', always);
  await chargeRefusal('a', 4);
  await chargeRefusal('a', 4);
  note('paid', chargeRefusal('a', 4));
  await chargeRefusal('b', 4);
  pass(50);
  await turn();
  expect(events).toEqual([]);
  pass(10);
  await turn();
  expect(events).toEqual(['paid']);
});

test('a request whose deadline is over does not go on', async () => {
  const { begin, work } = shares();
  const share = await begin('a', {
    check: () => {
      throw new PrivacyError('REQUEST_OVERDUE');
    },
  });
  expect(work(share, 10)).toBe(true);
  await expect(share.yield()).rejects.toMatchObject({ code: 'REQUEST_OVERDUE' });
});
