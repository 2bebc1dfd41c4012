import { globSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { parseSync, type ExportNamedDeclaration, type ImportDeclaration } from '@swc/core';

/** A file to mutate, and its unit tests. */
export interface Target {
  readonly file: string;
  /** The folder whose score includes the file. */
  readonly group: string;
  readonly tests: readonly string[];
  readonly needsDatabase: boolean;
}

/** Files that are mutated together. */
interface Group {
  /** Glob patterns of the files and of their tests. */
  readonly files: string;
  readonly tests: string;
  /** The file that its parts are for: they have its tests too. */
  readonly whole?: string;
}

const groups: Readonly<Record<string, Group>> = {
  'src/town/policy': {
    files: 'src/town/policy/**/*.ts',
    tests: 'test/{engine,town}/policy/**/*.test.ts',
    whole: 'src/town/policy/policy.ts',
  },
  'src/engine/policy': { files: 'src/engine/policy/**/*.ts', tests: 'test/{engine,town}/policy/**/*.test.ts' },
  'src/engine/purpose': { files: 'src/engine/purpose/**/*.ts', tests: 'test/engine/purpose/**/*.test.ts' },
  'src/engine/plan': {
    files: 'src/engine/plan/{plan,outline/outline,outline/collect,bind/bind,bind/permit-table}.ts',
    tests: 'test/engine/plan/**/{plan,plan-*,outline,bind,collect,arguments,permit-table,settle-by-scope}.test.ts',
    whole: 'src/engine/plan/plan.ts',
  },
};
const cluster = 'test/helpers/database/cluster.ts';

/**
 * Lists the files to mutate with their tests. A file's tests are those of its folder that reach it through the
 * fewest imports: tests further away use the file but do not test it in detail. Parts of the policy in force and of a plan also have
 * the tests of the whole. A test that needs the database counts only for the file with its name; for other files it is
 * not a unit test.
 * @param root the repository
 */
export function findTargets(root: string): readonly Target[] {
  const distances = new Map<string, ReadonlyMap<string, number>>();
  const from = (file: string): ReadonlyMap<string, number> => {
    const known = distances.get(file) ?? importDistances(root, file);
    distances.set(file, known);
    return known;
  };
  const nearest = (file: string, own: string, candidates: readonly string[]): readonly string[] => {
    const possible = candidates.filter((test) => from(test).has(file) && (test === own || !from(test).has(cluster)));
    const least = Math.min(...possible.map((test) => from(test).get(file)!));
    return possible.filter((test) => test === own || from(test).get(file) === least);
  };
  return Object.entries(groups).flatMap(([group, where]) => {
    const candidates = globSync(where.tests, { cwd: root }).toSorted();
    return globSync(where.files, { cwd: root })
      .toSorted()
      .map((file): Target => {
        const own = file.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts');
        const tests = new Set(nearest(file, own, candidates));
        if (where.whole !== undefined && from(where.whole).has(file))
          for (const test of nearest(where.whole, own, candidates)) tests.add(test);
        return { file, group, tests: [...tests], needsDatabase: tests.has(own) && from(own).has(cluster) };
      });
  });
}

/** Every file that a file imports, directly or not, with the number of imports in between; imports of test files are not counted. */
function importDistances(root: string, entry: string): ReadonlyMap<string, number> {
  const found = new Map([[entry, 0]]);
  for (const [file, distance] of found) {
    for (const imported of directImports(root, file)) {
      const steps = distance + (imported.startsWith('test/') ? 0 : 1);
      if ((found.get(imported) ?? Infinity) <= steps) continue;
      // Inserted again, so that the loop visits it again.
      found.delete(imported);
      found.set(imported, steps);
    }
  }
  return found;
}

/** The repository's files from which a file imports values. */
function directImports(root: string, file: string): string[] {
  const { body } = parseSync(readFileSync(join(root, file), 'utf8'), { syntax: 'typescript' });
  return body
    .filter((item) => item.type === 'ImportDeclaration' || item.type === 'ExportNamedDeclaration' || item.type === 'ExportAllDeclaration')
    .filter((item) => item.type === 'ExportAllDeclaration' || !isTypeOnly(item))
    .flatMap(({ source }) => source?.value ?? [])
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(file), specifier))
    .filter((path) => path.endsWith('.ts') && existsSync(join(root, path)));
}

function isTypeOnly(item: ImportDeclaration | ExportNamedDeclaration): boolean {
  if ('typeOnly' in item && item.typeOnly) return true;
  return item.specifiers.length > 0 && item.specifiers.every((specifier) => 'isTypeOnly' in specifier && specifier.isTypeOnly);
}
