import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { Sources, Stale } from './anchor/sources.ts';
import { parseModule } from './anchor/syntax.ts';
import { apply } from './apply.ts';
import { listFiles } from './copy.ts';
import { judge, type SuiteResult } from './judge.ts';
import { sabotages } from './list.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const numbered = sabotages.map((sabotage, place) => [place + 1, sabotage] as const);

const readFile = (file: string): string => readFileSync(join(root, file), 'utf8');
const sources = new Sources(listFiles(root), readFile);

/** The working tree, whose writes are only recorded. */
function overlay() {
  const written = new Map<string, string>();
  return {
    sources,
    written,
    read: (file: string) => written.get(file) ?? readFile(file),
    write: (file: string, text: string) => void written.set(file, text),
  };
}

describe('the list', () => {
  test('has at least 25 sabotages, each with a different sentence', () => {
    expect(sabotages.length).toBeGreaterThanOrEqual(25);
    expect(new Set(sabotages.map(({ sentence }) => sentence)).size).toBe(sabotages.length);
    for (const { sentence } of sabotages) expect(sentence).toMatch(/^\S.{15,}\.$/);
  });

  test.each(numbered)('%i applies to the current source, and names existing suites', (_number, sabotage) => {
    const { written, ...files } = overlay();
    const { undo } = apply(files, sabotage);
    for (const [file, text] of written) {
      expect(file).toMatch(/^(src|client|schema|scripts|demo|web)\//);
      expect(text).not.toBe(readFile(file));
      // A sabotage that cannot be loaded is noticed by every suite.
      if (/\.tsx?$/.test(file)) expect([file, parseModule(text, basename(file))]).not.toEqual([file, undefined]);
      for (const [, module] of text.matchAll(/(?:from|import\() ?'(\.[^']+\.tsx?)'/g))
        expect([file, module, existsSync(join(root, dirname(file), module!))]).toEqual([file, module, true]);
    }
    undo();
    for (const [file, text] of written) expect(text).toBe(readFile(file));
    expect(sabotage.tests.length).toBeGreaterThan(0);
    for (const suite of sabotage.tests) {
      expect(suite).toMatch(/^test\/.+\.test\.ts$/);
      expect(existsSync(join(root, suite))).toBe(true);
    }
  });

  test('a sabotage that no longer applies is stale, its message names it, and nothing is written', () => {
    const texts = new Map([['src/a.ts', 'const a = [1, 2, 2];\n']]);
    const read = (file: string): string => texts.get(file)!;
    const files = {
      sources: new Sources([...texts.keys()], read),
      read,
      write: (file: string, text: string) => void texts.set(file, text),
    };
    const good = { in: 'a', replace: '1', by: '3' };
    for (const bad of [
      { in: 'a', drop: '2' },
      { in: 'a', drop: '4' },
      { in: 'b', drop: '1' },
    ]) {
      const attempt = (): unknown => apply(files, { sentence: 'It leaks.', edits: [good, bad], tests: [] });
      expect(attempt).toThrow(Stale);
      expect(attempt).toThrow('It leaks.');
    }
    expect(texts.get('src/a.ts')).toBe('const a = [1, 2, 2];\n');
    const { undo } = apply(files, { sentence: '', edits: [good, { in: 'a', replace: '3', by: '4' }], tests: [] });
    expect(texts.get('src/a.ts')).toBe('const a = [4, 2, 2];\n');
    undo();
    expect(texts.get('src/a.ts')).toBe('const a = [1, 2, 2];\n');
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
