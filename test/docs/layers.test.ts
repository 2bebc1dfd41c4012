import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { layers } from '../../scripts/docs/layers.ts';

const src = new URL('../../src/', import.meta.url).pathname;
const names = layers.map(({ layer }) => layer);

/** The layer of a module: the innermost one whose folder it is in. */
function layerOf(file: string): string | undefined {
  const holding = names.filter((name) => (name.endsWith('/') ? file.startsWith(name) : file === name));
  return holding.toSorted((one, other) => other.length - one.length)[0];
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
});
