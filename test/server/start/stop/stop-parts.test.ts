import { expect, test } from '@jest/globals';
import { pino, type Logger } from 'pino';
import { stopParts } from '../../../../src/server/start/stop/stop-parts.ts';

const hangs = (): Promise<void> => new Promise(() => undefined);

function logger(): { readonly log: Logger; readonly lines: { readonly part?: string; readonly cause?: string }[] } {
  const lines: { readonly part?: string }[] = [];
  return { lines, log: pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) }) };
}

test('parts stop in reverse order', async () => {
  const stopped: string[] = [];
  const { log, lines } = logger();
  const parts = ['one', 'two', 'three'].map((name) => ({ name, stop: async () => stopped.push(name) }));
  expect(await stopParts(parts, 1_000, log)).toBe(true);
  expect(stopped).toEqual(['three', 'two', 'one']);
  expect(lines).toEqual([]);
});

test('a part that fails, throws or hangs does not keep the others from stopping, and is named', async () => {
  const stopped: string[] = [];
  const { log, lines } = logger();
  const parts = [
    { name: 'last', stop: async () => stopped.push('last') },
    { name: 'hangs', stop: hangs },
    { name: 'fails', stop: () => Promise.reject(new TypeError('Peregrine')) },
    {
      name: 'throws',
      stop: () => {
        throw new RangeError('Peregrine');
      },
    },
    { name: 'first', stop: async () => stopped.push('first') },
  ];
  expect(await stopParts(parts, 200, log)).toBe(false);
  expect(stopped).toEqual(['first', 'last']);
  expect(lines.map(({ part, cause }) => [part, cause])).toEqual([
    ['throws', 'RangeError'],
    ['fails', 'TypeError'],
    ['hangs', undefined],
  ]);
  expect(JSON.stringify(lines)).not.toContain('Peregrine');
});

test('a part that fails after it was abandoned ends nothing', async () => {
  const { log } = logger();
  let fail = (): void => undefined;
  const late = new Promise<void>((_done, reject) => {
    fail = () => reject(new Error('late'));
  });
  expect(await stopParts([{ name: 'late', stop: () => late }], 20, log)).toBe(false);
  fail();
  await new Promise((done) => setTimeout(done, 10));
});
