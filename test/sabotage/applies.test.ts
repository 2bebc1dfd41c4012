import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { apply, Stale } from './apply.ts';
import { judge, type SuiteResult } from './judge.ts';
import { sabotages } from './list.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const numbered = sabotages.map((sabotage, place) => [place + 1, sabotage] as const);

/** The working tree, whose writes are only recorded. */
function overlay(): { readonly written: Map<string, string>; read(file: string): string; write(file: string, text: string): void } {
  const written = new Map<string, string>();
  return {
    written,
    read: (file) => written.get(file) ?? readFileSync(join(root, file), 'utf8'),
    write: (file, text) => void written.set(file, text),
  };
}

describe('the list', () => {
  test('has at least 25 sabotages, each with a different sentence', () => {
    expect(sabotages.length).toBeGreaterThanOrEqual(25);
    expect(new Set(sabotages.map(({ sentence }) => sentence)).size).toBe(sabotages.length);
    for (const { sentence } of sabotages) expect(sentence).toMatch(/^\S.{15,}\.$/);
  });

  test.each(numbered)('%i applies to the current source, and names existing suites', (_number, sabotage) => {
    const { written, read, write } = overlay();
    const undo = apply({ read, write }, sabotage);
    for (const { file, from, to } of sabotage.edits) {
      expect(file).toMatch(/^(src|client|schema|scripts|demo|web)\//);
      expect(to).not.toBe(from);
    }
    for (const [file, text] of written) {
      expect(text).not.toBe(readFileSync(join(root, file), 'utf8'));
      // A sabotage that cannot be loaded is noticed by every suite.
      for (const [, module] of text.matchAll(/(?:from|import\() ?'(\.[^']+\.tsx?)'/g))
        expect([file, module, existsSync(join(root, dirname(file), module!))]).toEqual([file, module, true]);
    }
    undo();
    for (const [file, text] of written) expect(text).toBe(readFileSync(join(root, file), 'utf8'));
    expect(sabotage.tests.length).toBeGreaterThan(0);
    for (const suite of sabotage.tests) {
      expect(suite).toMatch(/^test\/.+\.test\.ts$/);
      expect(existsSync(join(root, suite))).toBe(true);
    }
  });

  test('an anchor that is missing, ambiguous, or in a missing file is stale, and nothing is written', () => {
    const texts = new Map([['a.ts', 'one two two']]);
    const files = {
      read: (file: string) => {
        const text = texts.get(file);
        if (text === undefined) throw new Error('no such file');
        return text;
      },
      write: (file: string, text: string) => void texts.set(file, text),
    };
    const good = { file: 'a.ts', from: 'one', to: 'three' };
    for (const bad of [
      { file: 'a.ts', from: 'two', to: 'x' },
      { file: 'a.ts', from: 'four', to: 'x' },
      { ...good, file: 'b.ts' },
    ]) {
      expect(() => apply(files, { sentence: '', edits: [good, bad], tests: [] })).toThrow(Stale);
    }
    expect(texts.get('a.ts')).toBe('one two two');
    apply(files, { sentence: '', edits: [good], tests: [] });
    expect(texts.get('a.ts')).toBe('three two two');
  });
});

describe('a notice is', () => {
  const failed = (fullName: string, message: string) => ({ fullName, status: 'failed', failureMessages: [message] });
  const passed = { fullName: 'passes', status: 'passed' };
  const suite = (assertionResults: SuiteResult['assertionResults'], message = ''): SuiteResult => ({
    name: '/copy/test/a.test.ts',
    status: 'failed',
    message,
    assertionResults,
  });
  const red = (name: string, because: string) => ({ kind: 'red', suite: 'test/a.test.ts', test: name, because });
  const broken = (because: string) => ({ kind: 'broken', suite: 'test/a.test.ts', because });

  test.each<[string, SuiteResult, object]>([
    ['none where all is well', { ...suite([passed]), status: 'passed' }, { kind: 'green' }],
    [
      'the first test that failed',
      suite([passed, failed('fails', 'Error: no'), failed('fails too', 'Error: no')]),
      red('fails', 'Error: no'),
    ],
    [
      'a lone test that failed by what it expects',
      suite([failed('fails', 'Error: expect(1).toBe(2)')]),
      red('fails', 'Error: expect(1).toBe(2)'),
    ],
    [
      'what is checked at the end',
      suite([passed], 'Error: found a name'),
      red('what is checked after all tests of the suite', 'Error: found a name'),
    ],
    ['not a suite that does not load', suite([], '  ● Test suite failed to run\n\n    SyntaxError: no'), broken('SyntaxError: no')],
    ['not a preparation that failed', suite([failed('a', 'Error: no\n at x'), failed('b', 'Error: no\n at x')]), broken('Error: no')],
  ])('%s', (_what, result, verdict) => {
    expect(judge('/copy', result)).toEqual(verdict);
  });
});

describe('the command', () => {
  const sabotage = async (
    ...given: readonly string[]
  ): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> => {
    const command = promisify(execFile)(process.execPath, [join(root, 'test/sabotage/sabotage.ts'), ...given]);
    return command.then(
      (output) => ({ code: 0, ...output }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
  };

  test('makes one mistake in a copy and reports which test noticed', async () => {
    const place = sabotages.findIndex(({ tests }) => tests[0] === 'test/town/services/visits/suppress.test.ts');
    const { code, stdout } = await sabotage('--only', String(place + 1), '--json');
    expect(code).toBe(0);
    const [one] = (JSON.parse(stdout) as { sabotages: Record<string, unknown>[] }).sabotages;
    expect(one).toMatchObject({
      number: place + 1,
      outcome: 'noticed',
      suite: 'test/town/services/visits/suppress.test.ts',
      elsewhere: false,
    });
    expect(one!['test']).toMatch(/count/);
  });

  test('lists the sabotages, and refuses an unknown number', async () => {
    const { code, stdout } = await sabotage('--list', '--json', '--only', '1,2');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { sabotages: unknown[] }).sabotages).toEqual([
      { number: 1, ...sabotages[0] },
      { number: 2, ...sabotages[1] },
    ]);
    for (const wrong of ['0', 'x', String(sabotages.length + 1)]) expect((await sabotage('--only', wrong)).code).toBe(2);
  });
});
