import { expect, test } from '@jest/globals';
import { showProgress } from '../../../src/cli/terminal/show-progress.ts';

function written(isTTY: boolean): string {
  const parts: string[] = [];
  const progress = showProgress(4_000, 'entries', { isTTY, write: (part: string | Uint8Array) => parts.push(String(part)) > 0 });
  for (const done of [1_000, 1_010, 2_000, 4_000]) progress.update(done);
  progress.stop();
  return parts.join('');
}

test('a terminal gets a progress bar that is redrawn in place', () => {
  const [, quarter, half, whole] = written(true).split('\r');
  expect(quarter).toBe(`${'█'.repeat(10)}${'░'.repeat(30)} 25 % of 4000 entries`);
  expect(half).toBe(`${'█'.repeat(20)}${'░'.repeat(20)} 50 % of 4000 entries`);
  expect(whole).toBe(`${'█'.repeat(40)} 100 % of 4000 entries\n`);
});

test('a file or a pipe gets one line for each tenth', () => {
  expect(written(false)).toBe('20 % of 4000 entries\n50 % of 4000 entries\n100 % of 4000 entries\n');
});
