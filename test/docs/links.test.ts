import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { clientErrors } from '../../client/src/answer.ts';
import { byName } from '../../src/platform/settings/read-settings.ts';
import { settings } from '../../src/platform/settings/settings.ts';
import { secretNames, variableOf } from '../../src/platform/settings/secret-source.ts';
import { allReasons } from '../../src/town/wording/error-reasons.ts';
import { errorCatalogue } from '../../src/platform/errors/errors.ts';
import { findingCatalogue } from '../../src/log/verify/log-findings.ts';
import { parseDocument, readDocuments } from './documents.ts';
import { findBrokenLinks, findMissingPaths } from './find-broken-links.ts';

const documents = readDocuments();
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };

describe('the documents', () => {
  test('are the README, the guides and the notes of folders', () => {
    const files = documents.map(({ file }) => file);
    for (const file of ['README.md', 'docs/client-guide.md', 'docs/recipes/README.md', 'src/README.md']) expect(files).toContain(file);
  });

  test('have no broken link', () => {
    expect(documents.flatMap((document) => findBrokenLinks(document, documents))).toEqual([]);
    expect(documents.flatMap(({ links }) => links).length).toBeGreaterThan(40);
  });

  test('name only paths that exist', () => {
    expect(documents.flatMap(findMissingPaths)).toEqual([]);
  });

  test('name only commands that exist', () => {
    const named = documents.flatMap(({ file, text }) =>
      [...text.matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map(([, name = '']) => ({ file, name })),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ name }) => !(name in scripts))).toEqual([]);
  });

  test('name every command of privacy, and no other', () => {
    const named = documents.flatMap(({ text }) => [...text.matchAll(/npm run -s privacy -- ([a-z][\w-]*)/g)].map(([, name]) => name));
    const sources = globSync(['src/cli/{policy,log}/**/*.ts', 'src/cli/{database/database,identity/identity}.ts']).map((file) =>
      readFileSync(file, 'utf8'),
    );
    const known = sources.flatMap((source) => [...source.matchAll(/\.command\('([\w-]+)'\)/g)].map(([, name]) => name));
    expect(new Set(named)).toEqual(new Set(known));
  });

  test('name only codes, settings and enum values that exist', () => {
    const values = globSync('schema/*.graphql').flatMap((file) => readFileSync(file, 'utf8').match(/^ {2}[A-Z][A-Z_]+$/gm) ?? []);
    // Codes that only the gateway's log has.
    const causes = globSync('src/**/*.ts').flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/(?:code: |reason: |LogError\()'([A-Z_]+)'/g),
    ]);
    // The reasons for withholding are types: `type WithheldReason = 'NO_GRANT' | …`.
    const unions = globSync('src/{engine,town}/policy/**/*.ts').flatMap(
      (file) => readFileSync(file, 'utf8').match(/^export type \w+Reason =[^;]+/gm) ?? [],
    );
    const withheld = unions.flatMap((union) => union.match(/(?<=')[A-Z_]+(?=')/g) ?? []);
    const known = new Set([
      ...Object.keys(errorCatalogue),
      ...Object.keys(clientErrors),
      ...Object.keys(allReasons),
      ...causes.map(([, code]) => code),
      ...withheld,
      ...Object.keys(findingCatalogue),
      ...byName(settings).keys(),
      ...values.map((value) => value.trim()),
      ...secretNames.map(variableOf),
    ]);
    const unknown = documents
      .filter(({ file }) => /^(README|SECURITY|CONTRIBUTING|docs\/[^/]+)\.md$/.test(file))
      .flatMap(({ codes }) => codes)
      .filter(({ text }) => /^[A-Z]+(_[A-Z]+)+$/.test(text) && !known.has(text));
    expect(unknown).toEqual([]);
  });

  test('have a README of at most 10 kB', () => {
    expect(Buffer.byteLength(readFileSync('README.md'))).toBeLessThanOrEqual(10_240);
  });
});

describe('the check of links', () => {
  const other = parseDocument('README.md', '# Title\n');
  const broken = parseDocument(
    'docs/x.md',
    '\n[a](y.md) [b](../README.md#none) [c](../README.md#title) [d](#here) `src/none.ts`\n\n# Here\n',
  );

  test('names the place of a broken link, anchor or path', () => {
    expect(findBrokenLinks(broken, [other, broken])).toEqual([
      'docs/x.md:2: y.md does not exist',
      'docs/x.md:2: ../README.md#none has no such heading',
    ]);
    expect(findMissingPaths(broken)).toEqual(['docs/x.md:2: src/none.ts does not exist']);
  });
});
