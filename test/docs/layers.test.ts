import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { layers } from '../../scripts/docs/layers.ts';

const src = new URL('../../src/', import.meta.url).pathname;
const names = layers.map(({ layer }) => layer);

/** A folder that holds folders alone is a group of layers. */
function foldersOf(folder: string): readonly string[] {
  const entries = readdirSync(join(src, folder), { withFileTypes: true });
  return entries.every((entry) => entry.isDirectory()) ? entries.map(({ name }) => `${folder}/${name}/`) : [`${folder}/`];
}

describe('the list of layers', () => {
  test('has each folder and each module of src once', () => {
    const present = readdirSync(src, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.name.endsWith('.ts'))
      .flatMap((entry) => (entry.isDirectory() ? foldersOf(entry.name) : [entry.name]));
    expect(names.toSorted()).toEqual(present.toSorted());
  });

  test.each([...layers])('$layer begins with files that exist', ({ layer, begin }) => {
    const folder = layer.endsWith('/') ? join(src, layer) : src;
    for (const file of begin) expect(statSync(join(folder, file)).isFile()).toBe(true);
  });

  test.each([...layers])('$layer is limited to layers below it', ({ layer, only = [] }) => {
    const below = names.slice(names.indexOf(layer) + 1);
    for (const allowed of only)
      expect(below.some((name) => allowed === name || (name.endsWith('/') && allowed.startsWith(name)))).toBe(true);
  });
});
