import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { bareEnvironment } from '../helpers/processes/bare-environment.ts';
import { readDocuments } from './documents.ts';

const run = promisify(execFile);

test('the tour finds what the matrix says, and prints what the documents show of it', async () => {
  const { stdout } = await run('node', ['demo/tour.ts'], { env: bareEnvironment });
  expect(stdout).toContain('Every persona saw what the policy matrix says.');
  expect(stdout).toMatch(/^\d+\. Regional Police Service, for complying with a legal demand, saw of P-[\da-f]{32} \(MANDATE\): /m);
  const withoutTimes = (text: string): string => text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…');
  const shown = readDocuments().flatMap(({ blocks }) => blocks.filter(({ marker }) => marker === 'tour'));
  expect(shown).toHaveLength(2);
  for (const { text } of shown) {
    // Of the table and of each case alike: the parts as a whole.
    for (const part of text.split(/^(?=- )/m)) expect(withoutTimes(stdout)).toContain(withoutTimes(part).trimEnd());
  }
});
