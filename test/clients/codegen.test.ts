import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { printSchema } from 'graphql';
import { readTrustedDocuments } from '../../src/engine/document/trusted-documents.ts';
import { openGateway, type TestGateway } from '../helpers/gateway/gateway.ts';
import { wholeSchema } from './drivers/whole-schema.ts';
import { installClient } from './install-client.ts';

// An application outside the repository: it has the package as it is published, and the code that the client preset generates.
const run = promisify(execFile);
const directory = mkdtempSync(join(tmpdir(), 'ntk-application-'));
const compilerOptions = {
  target: 'es2024',
  module: 'nodenext',
  strict: true,
  skipLibCheck: true,
  types: [],
  lib: ['es2024', 'dom'],
  outDir: 'built',
};
let gateway: TestGateway;
beforeAll(async () => {
  cpSync('test/clients/application', directory, { recursive: true });
  writeFileSync(join(directory, 'schema.graphql'), printSchema(wholeSchema()));
  writeFileSync(join(directory, 'package.json'), '{"type":"module"}');
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['profile.ts', 'gql'] }));
  await installClient(directory, ['@apollo', '@graphql-codegen', '@graphql-typed-document-node', 'graphql', 'rxjs']);
  await run('graphql-codegen', ['--config', 'codegen.ts'], { cwd: directory });
  gateway = await openGateway({ trustedDocuments: readTrustedDocuments([join(directory, 'gql/persisted-documents.json')], true) });
});
afterAll(async () => {
  await gateway.close();
  rmSync(directory, { recursive: true });
});

test('generated types compile strictly, with scalars as strings, and the application reads under its registered document', async () => {
  await expect(run('tsc', ['--project', directory])).resolves.toEqual({ stdout: '', stderr: '' });
  const { readProfile } = (await import(pathToFileURL(join(directory, 'built/profile.js')).href)) as {
    readProfile: (url: string, token: string) => Promise<unknown>;
  };
  expect(await readProfile(gateway.url, await gateway.token('resident'))).toEqual({
    name: expect.any(String),
    born: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    owed: expect.stringMatching(/^-?\d+\.\d\d$/),
    missing: undefined,
  });
  expect((await gateway.ask('resident', '{ me { givenName } }')).codes).toEqual(['DOCUMENT_NOT_TRUSTED']);
});
