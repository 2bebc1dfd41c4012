import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const folder = new URL('./', import.meta.url);
const readme = readFileSync(new URL('README.md', folder), 'utf8');
// `identity/` has a table of its own.
const files = globSync('{*,!(identity)/**/*}.test.ts', { cwd: fileURLToPath(folder) })
  .map((path) => basename(path))
  .filter((name) => name !== 'completeness.test.ts');

/** The number of each finding of the table, with its files. */
const table = [...readme.matchAll(/^\| (\d+)\. [^|]+\|([^|]*)\|$/gm)].map(([, number, cell]) => ({
  finding: Number(number),
  files: [...cell!.matchAll(/`([\w-]+\.test\.ts)`/g)].map(([, name]) => name!),
}));
const named = table.flatMap((line) => line.files);
const unnamed = files.filter((name) => !named.includes(name));
const awaited = table.filter((line) => line.files.length === 0);

describe('the attacks', () => {
  test('have a line for every finding but the one that is measured elsewhere', () => {
    const findings = Array.from({ length: table.length + 1 }, (_none, at) => at + 1).filter((finding) => finding !== 3);
    expect(table.map(({ finding }) => finding)).toEqual(findings);
    expect(readme).toMatch(/^Finding 3 /m);
  });

  test('have every file that the table names, once', () => {
    expect(named.filter((name) => !files.includes(name))).toEqual([]);
    expect(named).toHaveLength(new Set(named).size);
  });

  test('have a file for every finding, and a line for every file, once all findings have one', () => {
    // While some wait, their files may come in any order, before their lines.
    if (unnamed.length < awaited.length) return;
    expect({ unnamed, awaited: awaited.map(({ finding }) => finding) }).toEqual({ unnamed: [], awaited: [] });
  });
});
