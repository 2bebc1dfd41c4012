import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { layers } from '../../scripts/docs/layers.ts';

const src = new URL('../../src/', import.meta.url).pathname;
const names = layers.map(({ layer }) => layer);

/** The layer of a module: the innermost one whose folder it is in. */
function layerOf(file: string): string | undefined {
  const holding = names.filter((name) => (name.endsWith('/') ? file.startsWith(name) : file === name));
  return holding.toSorted((one, other) => other.length - one.length)[0];
}

/** The modules of src that one imports, each once. */
function importsOf(file: string): readonly string[] {
  const specifiers = [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import) ?\(?'(\.[^']+)'/g)].map(
    ([, specifier]) => specifier!,
  );
  return [...new Set(specifiers.map((specifier) => join(dirname(file), specifier)))].filter((other) => !other.startsWith('..'));
}

describe('the list of layers', () => {
  test('has each module of src, and nothing that is not there', () => {
    const modules = globSync('**/*.ts', { cwd: src });
    expect(modules.filter((file) => layerOf(file) === undefined)).toEqual([]);
    expect(names.toSorted()).toEqual([...new Set(modules.map((file) => layerOf(file)!))].toSorted());
  });

  test.each([...layers])('$layer begins with files that exist', ({ layer, begin }) => {
    const folder = layer.endsWith('/') ? join(src, layer) : src;
    for (const file of begin) expect(statSync(join(folder, file)).isFile()).toBe(true);
  });

  test('imports upward are as many as the list says, and only ever fewer', () => {
    const upward = globSync('**/*.ts', { cwd: src }).flatMap((file) =>
      importsOf(file).map((other) => [layerOf(file)!, layerOf(other)!] as const),
    );
    const above = upward.filter(([from, to]) => names.indexOf(to) < names.indexOf(from)).map(([from, to]) => `${from} → ${to}`);
    const counted = Object.groupBy(above, (pair) => pair);
    const known = layers.flatMap(({ layer, upward: remaining = {} }) =>
      Object.entries(remaining).map(([other, count]) => [`${layer} → ${other}`, count] as const),
    );
    expect(Object.fromEntries(Object.entries(counted).map(([pair, found]) => [pair, found!.length]))).toEqual(Object.fromEntries(known));
  });
});
