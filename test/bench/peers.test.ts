import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

interface Manifest {
  readonly private: boolean;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

const bench = new URL('../../bench/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
const product = read('package.json') as Manifest;
const peers = read('bench/package.json') as Manifest;
const { packages } = read('bench/package-lock.json') as Lock;

// Once they are installed, what the benchmarks import is found there first.
describe('the servers that the gateway is timed against', () => {
  test('are pinned, and the product needs none of them', () => {
    expect(peers.private).toBe(true);
    for (const [name, version] of Object.entries(peers.dependencies)) {
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
      expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version]);
    }
    for (const name of ['postgraphile', 'mercurius'])
      expect({ ...product.dependencies, ...product.devDependencies }).not.toHaveProperty(name);
  });

  test('share one copy of what the product has too, in its version', () => {
    const own: Readonly<Record<string, string>> = { ...product.dependencies, ...product.devDependencies };
    const shared = ['graphql', 'pg', '@types/node', '@types/pg'];
    for (const name of shared) {
      expect([name, { ...peers.dependencies, ...peers.overrides }[name]]).toEqual([name, own[name]]);
      expect(Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`))).toEqual([`node_modules/${name}`]);
      expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, own[name]]);
    }
    const files = readdirSync(bench, { recursive: true, encoding: 'utf8' }).filter((file) => /^(?!node_modules).*\.ts$/.test(file));
    const imported = files.flatMap((file) => [...readFileSync(new URL(file, bench), 'utf8').matchAll(/ from '((?:@[\w-]+\/)?[\w-]+)/g)]);
    const names = new Set(imported.map(([, name]) => name!));
    expect(names).toContain('pg');
    for (const name of names) if (`node_modules/${name}` in packages) expect(shared).toContain(name);
  });
});
