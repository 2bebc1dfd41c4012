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

/** A room's folder that a module is in, or the module itself, as the list names them. */
function folderOf(file: string): string {
  const [room, name, ...rest] = file.split('/');
  return `${room}/${name}${rest.length > 0 ? '/' : ''}`;
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
    const found: Record<string, number> = {};
    for (const file of globSync('**/*.ts', { cwd: src }))
      for (const other of importsOf(file)) {
        if (names.indexOf(layerOf(other)!) >= names.indexOf(layerOf(file)!)) continue;
        const pair = `${layerOf(file)} → ${folderOf(other)}`;
        found[pair] = (found[pair] ?? 0) + 1;
      }
    const known = layers.flatMap(({ layer, upward = {} }) =>
      Object.entries(upward).map(([other, count]) => [`${layer} → ${other}`, count]),
    );
    expect(found).toEqual(Object.fromEntries(known));
  });
});
