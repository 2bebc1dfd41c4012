import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK } from 'jose';
import { bareEnvironment } from './helpers/processes/bare-environment.ts';
import { copyDatabase, type TestDatabase } from './helpers/database/cluster.ts';
import { startProgram } from './helpers/processes/program.ts';
import { runPrivacy } from './helpers/processes/run-privacy.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const dependencies = ['package.json', 'deploy/package.json'].flatMap((file) => {
  const read = JSON.parse(readFileSync(join(root, file), 'utf8')) as { readonly dependencies: Readonly<Record<string, string>> };
  return Object.keys(read.dependencies);
});

/** The imports that a production start never reaches. Each is made at run time, in one place, outside production. */
const developmentOnly = [
  { from: 'src/main.ts', to: 'demo/development.ts' },
  { from: 'src/platform/postgres/connections/server.ts', to: 'src/platform/postgres/embedded/start-embedded.ts' },
];

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly dynamic: boolean;
}

/** The imports of the product's files, types left out. */
async function readImports(): Promise<readonly Edge[]> {
  const given = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  const { stdout } = await promisify(execFile)('depcruise', given, { cwd: root, maxBuffer: 256 * 1024 * 1024 });
  const { modules } = JSON.parse(stdout) as {
    modules: {
      source: string;
      dependencies: { resolved: string; dynamic: boolean; coreModule: boolean; dependencyTypes: string[] }[];
    }[];
  };
  return modules.flatMap(({ source, dependencies: imported }) =>
    imported
      .filter(({ coreModule, dependencyTypes }) => !coreModule && !dependencyTypes.includes('type-only'))
      .map(({ resolved, dynamic }) => ({ from: source, to: resolved, dynamic })),
  );
}

describe('the imports of the product', () => {
  const commands = readdirSync(join(root, 'src/town/commands'));
  const entries = ['src/main.ts', ...commands.map((name) => `src/town/commands/${name}`)];
  let imports: readonly Edge[];
  beforeAll(async () => {
    imports = await readImports();
  });

  const isDevelopmentOnly = ({ from, to }: Edge): boolean => developmentOnly.some((only) => only.from === from && only.to === to);

  /** All imports reached from the entries, without those for development only. */
  const reached = (): readonly Edge[] => {
    const seen = new Set(entries);
    const edges: Edge[] = [];
    for (const file of seen) {
      for (const edge of imports.filter(({ from }) => from === file)) {
        if (isDevelopmentOnly(edge)) continue;
        edges.push(edge);
        if (!edge.to.includes('node_modules')) seen.add(edge.to);
      }
    }
    return edges;
  };

  test('reach only its own files and the packages of a production install', () => {
    const edges = reached();
    const packages = edges.flatMap(({ to }) => {
      const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(to) ?? [];
      return name === undefined ? [] : [name];
    });
    expect(packages).toEqual(expect.arrayContaining(['pg', 'graphql', 'commander', 'fastify']));
    expect(new Set(packages).difference(new Set(dependencies))).toEqual(new Set());
    const files = edges.map(({ to }) => to).filter((to) => !to.includes('node_modules'));
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter((file) => !/^(src|schema)\//.test(file))).toEqual([]);
  });

  test('reach the demo and the embedded PostgreSQL at run time only, each in one place', () => {
    const found = imports.filter(isDevelopmentOnly);
    expect(found).toHaveLength(developmentOnly.length);
    for (const only of developmentOnly) expect(found).toContainEqual({ ...only, dynamic: true });
  });
});

describe('in a production install', () => {
  const hook = new URL('setup/refuse-development.ts', import.meta.url).href;
  const dataDirectory = mkdtempSync(join(tmpdir(), 'ntk-production-'));
  let database: TestDatabase;
  let settings: Readonly<Record<string, string>>;
  beforeAll(async () => {
    database = await copyDatabase();
    const jwks = join(dataDirectory, 'jwks.json');
    const { publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'EdDSA' }] }));
    settings = {
      // A gateway in production gets nothing of the other roles, and reads no folder with their passwords.
      DATABASE_URL: database.roles.gateway,
      DATA_DIR: dataDirectory,
      NODE_ENV: 'production',
      NODE_OPTIONS: `--import ${hook}`,
      PORT: '0',
      SEQUENCER: 'off',
      TRUSTED_ISSUERS: JSON.stringify([{ issuer: 'https://issuer.example', jwks }]),
    };
  });
  afterAll(async () => {
    await database.drop();
    rmSync(dataDirectory, { recursive: true });
  });

  test('what is for development is missing', async () => {
    const env = { ...bareEnvironment, ...settings, NODE_ENV: 'development' };
    const started = promisify(execFile)('node', ['src/main.ts'], { cwd: root, env });
    await expect(started).rejects.toMatchObject({ code: 1 });
  });

  test('the gateway starts and answers', async () => {
    const gateway = await startProgram('src/main.ts', settings);
    try {
      const response = await fetch(new URL('/graphql', gateway.ready), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ privacyStatement { version } }' }),
      });
      expect(await response.json()).toMatchObject({ data: { privacyStatement: { version: expect.any(String) } } });
      // The page that signs in as any persona of the demo.
      expect((await fetch(new URL('/development', gateway.ready))).status).toBe(404);
    } finally {
      gateway.kill('SIGTERM');
      expect(await gateway.ended).toBe(0);
    }
  });

  test.each([['lint'], ['matrix'], ['log-keys'], ['export'], ['record'], ['verify-log']])('privacy %s runs', async (command) => {
    const { code, stdout, stderr } = await runPrivacy([command], settings);
    expect({ code: code === 2, stderr }).toEqual({ code: false, stderr: '' });
    expect(stdout).not.toBe('');
  });
});
