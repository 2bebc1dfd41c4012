import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { transformAsync } from '@babel/core';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { build, type Plugin } from 'esbuild';
import { getIntrospectionQuery } from 'graphql';
import { cast, matters } from '../../demo/personas.ts';
import { readDocuments } from '../docs/documents.ts';
import { openGateway, type TestGateway } from '../helpers/gateway/gateway.ts';
import { runPrivacy, settingsFor } from '../helpers/processes/run-privacy.ts';
import { installClient } from './install-client.ts';

// The modules of docs/client-guide.md as they stand, in an application outside the repository: with the package as it is published,
// relay-compiler, and a bundler.
const run = promisify(execFile);
const directory = mkdtempSync(join(tmpdir(), 'ntk-guide-'));
const files = readDocuments()
  .flatMap(({ blocks }) => blocks)
  .map(({ marker, text }) => ({ marker: marker.split(' '), text }))
  .filter(({ marker: [kind] }) => kind === 'application')
  .map(({ marker: [, name], text }) => ({ name: name!, text }));
const modules = files.map(({ name }) => name).filter((name) => name.endsWith('.ts'));
const packages = ['@apollo', '@urql', '@graphql-typed-document-node', 'graphql', 'relay-runtime', 'rxjs', 'wonka'];
const compilerOptions = {
  target: 'es2024',
  module: 'esnext',
  moduleResolution: 'bundler',
  resolveJsonModule: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
  lib: ['es2024', 'dom'],
};

/** The same as babel-plugin-relay in an application's build: a tag becomes the import of what relay-compiler wrote. */
const relayTags: Plugin = {
  name: 'relay-tags',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/with-relay\.ts$/ }, async ({ path }) => {
      const given = { filename: path, babelrc: false, configFile: false, parserOpts: { plugins: ['typescript' as const] } };
      const made = await transformAsync(readFileSync(path, 'utf8'), { ...given, plugins: [['relay', { eagerEsModules: true }]] });
      return { contents: made!.code!, loader: 'ts' };
    }),
};

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openGateway();
  const token = await gateway.token('customer-service');
  const settings = `export const url = ${JSON.stringify(gateway.url)};
    export const token = (): string => ${JSON.stringify(token)};
    export interface Profile { readonly resident: { readonly id: string; readonly email: string | null; readonly birthDate: string | null } | null }`;
  const { data } = await gateway.ask('customer-service', getIntrospectionQuery());
  const { stdout: schema } = await runPrivacy(['schema', '--role', 'CUSTOMER_SERVICE'], settingsFor(gateway.database));
  for (const [name, text] of [
    ...files.map((file) => [file.name, file.text] as const),
    ['settings.ts', settings],
    ['introspection.json', JSON.stringify(data)],
    ['schema.graphql', schema],
    ['package.json', '{"type":"module"}'],
    ['tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.ts', '__generated__'] })],
  ] as const) {
    writeFileSync(join(directory, name), text);
  }
  await installClient(directory, packages);
  await run('relay-compiler', ['relay.config.json'], { cwd: directory });
  const entryPoints = modules.map((name) => join(directory, name));
  const output = { format: 'esm', outdir: join(directory, 'built'), outExtension: { '.js': '.mjs' } } as const;
  await build({ entryPoints, bundle: true, packages: 'external', platform: 'node', plugins: [relayTags], logLevel: 'silent', ...output });
});
afterAll(async () => {
  await gateway.close();
  rmSync(directory, { recursive: true });
});
afterEach(() => void jest.restoreAllMocks());

test('the guide has a module for each library', () => {
  const libraries = globSync('client/src/{apollo,urql,relay}.ts').map((file) => basename(file));
  expect(modules.map((name) => name.replace('with-', '')).toSorted()).toEqual(libraries.toSorted());
});

test('its modules compile strictly', async () => {
  await expect(run('tsc', ['--project', directory])).resolves.toEqual({ stdout: '', stderr: '' });
});

test.each(modules)('%s shows a value, says why another is withheld, and its library warns of nothing', async (name) => {
  const warned = jest.spyOn(console, 'warn');
  const { session, readProfile } = (await import(pathToFileURL(join(directory, 'built', name.replace(/\.ts$/, '.mjs'))).href)) as {
    session: { end(): void };
    readProfile: (id: string, encounter: string) => Promise<unknown>;
  };
  expect(await readProfile(cast.resident, matters.encounter)).toMatchObject({
    person: { id: cast.resident, email: 'kestrelpost@example.org', birthDate: null },
    missing: { code: 'WITHHELD', coordinate: 'Resident.birthDate', reason: 'NO_GRANT' },
  });
  session.end();
  await expect(readProfile(cast.resident, matters.encounter)).rejects.toThrow('SIGNED_OUT');
  expect(warned.mock.calls).toEqual([]);
});
