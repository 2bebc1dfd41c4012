import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bareEnvironment } from './helpers/bare-environment.ts';
import { copyDatabase, type TestDatabase } from './helpers/cluster.ts';
import { runPrivacy, settingsFor } from './helpers/run-privacy.ts';

const run = promisify(execFile);
const root = new URL('../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');

describe('the README', () => {
  test('names only commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z]+)/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(8);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  test('shows the schema and the policy as they are', () => {
    const schema = readFileSync(new URL('schema/residents.graphql', root), 'utf8');
    const [, marked = ''] = /```graphql\n([^`]+)```/.exec(readme) ?? [];
    for (const line of marked.trim().split('\n')) expect(schema).toContain(line);
    const policy = readFileSync(new URL('src/policy/grants/employees.ts', root), 'utf8').replaceAll(/^ {2}/gm, '');
    const [, added = ''] = /```ts\n([^`]+)```/.exec(readme) ?? [];
    expect(policy).toContain(added);
  });

  test('names only files that there are', () => {
    for (const [, file] of readme.matchAll(/`((?:src|schema)\/[\w./-]*)`/g)) {
      expect(() => readdirSync(new URL(file!.endsWith('/') ? file! : file!.replace(/[^/]*$/, ''), root))).not.toThrow();
    }
  });
});

describe('the README’s questions to the policy', () => {
  const [, section = ''] = readme.split('## Asking the policy\n');
  const [, examples = ''] = /```sh\n([^`]+)```/.exec(section) ?? [];
  const commands = examples
    .trim()
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim());
  const directory = mkdtempSync(join(tmpdir(), 'ntk-readme-'));
  let database: TestDatabase;
  beforeAll(async () => {
    database = await copyDatabase();
  });
  afterAll(async () => {
    await database.drop();
    rmSync(directory, { recursive: true });
  });

  test('are those of every command', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { scripts: Record<string, string> };
    expect(scripts['privacy']).toBe('node src/cli/privacy.ts');
    const asked = [...readme.matchAll(/npm run -s privacy -- (\w[\w-]*)/g)].map(([, name]) => name);
    const known = readdirSync(new URL('src/cli/privacy/', root)).map((name) => name.replace('.ts', ''));
    const named = [...readFileSync(new URL('src/cli/privacy.ts', root), 'utf8').matchAll(/from '\.\/privacy\/([\w-]+)\.ts'/g)].map(
      ([, name]) => name,
    );
    expect(new Set(asked)).toEqual(new Set(named));
    for (const name of named) expect(known).toContain(name);
  });

  test.each(commands)('%s', async (command) => {
    const file = join(directory, 'candidate.json');
    const given = command.replace(/^npm run -s privacy -- /, '').replace(/candidate\.json/, file);
    const [asked = '', into] = given.split(' > ');
    const { code, stdout, stderr } = await runPrivacy(asked.split(' '), settingsFor(database));
    // Whoever is changing the policy just now finds something by diff.
    const expected = asked.startsWith('explain') || (asked.startsWith('diff') && code === 1) ? 1 : 0;
    expect({ code, stderr }).toEqual({ code: expected, stderr: '' });
    expect(stdout).not.toBe('');
    if (into !== undefined) writeFileSync(into, stdout);
  });
});

test('the tour finds what the matrix says, and the README shows its table and what the resident is told', async () => {
  const { stdout } = await run('node', ['demo/tour.ts'], { env: bareEnvironment, cwd: root });
  expect(stdout).toContain('Everybody saw what the matrix says.');
  const [, table = ''] = /^( +name {3}[^]*?\nnobody)$/m.exec(stdout) ?? [];
  expect(table).not.toBe('');
  expect(readme).toContain(table);
  const withoutTimes = (text: string): string => text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…');
  const [, told = ''] = /own reads left out:\n\n```text\n([^`]+)```/.exec(readme) ?? [];
  const paragraphs = told.split(/^(?=- )/m);
  expect(paragraphs).toHaveLength(2);
  for (const paragraph of paragraphs) expect(withoutTimes(stdout)).toContain(withoutTimes(paragraph));
  expect(stdout).toMatch(/^\d+\. Regional Police Service, for obeying a command of the law, of P-[\da-f]{12} \(MANDATE\) saw /m);
}, 60_000);
