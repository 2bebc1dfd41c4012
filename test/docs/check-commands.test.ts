import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { bareEnvironment } from '../helpers/processes/bare-environment.ts';

const root = process.cwd();
const directory = mkdtempSync(join(tmpdir(), 'ntk-check-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** A folder with these files, in place of the repository. */
function folderWith(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    const path = join(directory, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return join(directory, name);
}

function runIn(cwd: string, script: string, ...given: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((done) => {
    execFile('node', [join(root, script), ...given], { cwd, env: bareEnvironment }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

describe('the check of imports', () => {
  const cruise = (files: Readonly<Record<string, string>>, name: string) => {
    const folder = folderWith(name, { 'tsconfig.json': '{}', ...files });
    const given = ['--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'err', 'src'];
    return runIn(folder, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', ...given);
  };
  const leaf = 'export const one = 1;\nexport type One = 1;\n';

  test('takes an import that points down', async () => {
    const files = { 'src/server/a.ts': "import { one } from '../engine/b.ts';\nexport const two = one;\n", 'src/engine/b.ts': leaf };
    expect(await cruise(files, 'down')).toMatchObject({ code: 0 });
  });

  test('names each import that does not', async () => {
    const violations = [
      ['src/engine/upward.ts', 'src/server/b.ts'],
      ['src/engine/upward-type.ts', 'src/server/b.ts'],
      ['src/town/people/forbidden-resolvers.ts', 'src/town/policy/b.ts'],
      ['src/town/people/of-a-page.ts', 'src/town/requests/pages/b.ts'],
      ['src/engine/execution/forbidden.ts', 'src/engine/c.ts'],
      ['src/server/of-the-demo.ts', 'demo/b.ts'],
      ['src/server/in-no-layer.ts', 'src/utils/b.ts'],
    ] as const;
    const importing = ([from, to]: (typeof violations)[number]): [string, string] => {
      const path = relative(dirname(from), to);
      return [from, from.includes('type') ? `import type { One } from '${path}';\n` : `import { one } from '${path}';\nvoid one;\n`];
    };
    const { code, output } = await cruise(
      { ...Object.fromEntries(violations.map(importing)), ...Object.fromEntries(violations.map(([, to]) => [to, leaf])) },
      'violations',
    );
    expect(code).toBeGreaterThan(0);
    for (const [from, to] of violations) expect(output).toContain(`${from} → ${to}`);
  });
});

describe('the check of generated documents', () => {
  test('names a stale one, and writes nothing', async () => {
    const folder = join(directory, 'documents');
    for (const file of [
      'src/README.md',
      'src/platform/errors/errors.ts',
      'src/platform/errors/command-errors.ts',
      'docs/configuration.md',
      'docs/operations.md',
      'deploy/prometheus/need-to-know.rules.yml',
      '.oxfmtrc.json',
    ])
      cpSync(join(root, file), join(folder, file));
    folderWith('documents', { 'docs/errors.md': '# Errors\n' });
    expect(await runIn(folder, 'scripts/docs.ts', '--check')).toEqual({
      code: 1,
      output: 'docs/errors.md: is stale; npm run docs writes it again\n',
    });
  });
});

describe('the check of the glossary', () => {
  test('names file and line of a type', async () => {
    const folder = folderWith('glossary', { 'src/a.ts': '\nexport interface CurrentUser {}\n' });
    cpSync(join(root, 'docs/glossary.md'), join(folder, 'docs/glossary.md'));
    const { code, output } = await runIn(folder, 'scripts/glossary.ts');
    expect(code).toBe(1);
    expect(output).toContain('src/a.ts:2: CurrentUser is named "User"');
  });

  test('names file and line of an archaic word', async () => {
    const word = ['who', 'ever'].join('');
    const folder = folderWith('archaic', { 'test/a.test.ts': `\n// For ${word} asks.\n`, 'src/a.ts': '// Plain.\n' });
    cpSync(join(root, 'docs/glossary.md'), join(folder, 'docs/glossary.md'));
    const { code, output } = await runIn(folder, 'scripts/glossary.ts');
    expect(code).toBe(1);
    expect(output).toBe(`test/a.test.ts:2: says "${word}"; docs/glossary.md, Plain English, says what to write\n`);
  });
});

describe('the check of translations', () => {
  test('names catalogue and place of one with other placeholders or tags, and of one that is fuzzy', async () => {
    const entries = [
      'msgctxt "a.sent"\nmsgid "Sent to {email}."\nmsgstr "Envoyé."',
      'msgid "Read <0>this</0>."\nmsgstr "Lisez ceci."',
      '#, fuzzy\nmsgid "Yes"\nmsgstr "Oui"',
      'msgid "{0, plural, one {# read of {name}} other {# reads of {name}}}"\nmsgstr "{0, plural, one {# lecture de {name}} other {# lectures de {name}}}"',
    ];
    const folder = folderWith('sentences', { 'locales/fr/a.po': entries.join('\n\n') });
    expect(await runIn(folder, 'scripts/sentences.ts')).toEqual({
      code: 1,
      output: [
        'locales/fr/a.po: a.sent: has none in place of {email}\n',
        'locales/fr/a.po: Read <0>this</0>.: has none in place of </0> <0>\n',
        'locales/fr/a.po: Yes: is marked as fuzzy\n',
      ].join(''),
    });
  });
});
