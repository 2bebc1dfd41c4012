import { languages } from '../../../src/platform/language/languages.ts';
import { describe, expect, test } from '@jest/globals';
import { findPages } from '../../../src/server/http/pages/find-pages.ts';
import { town } from '../../../src/town/index.ts';
import { firstOfResident, laterOfAll, partFolders } from '../../../web/role-folders.ts';
import { filesOf, filesOfRole, foreignModules, readBuilt, type Manifest } from './built-chunks.ts';
import { firstLoadOfResident, zippedBytes } from './first-load.ts';

const folder = findPages(town.pages!)!;
const { manifest, modules } = readBuilt(folder);

/** Bytes of script with gzip that the first page of a resident may load. */
const most = 130_000;

describe('the first page of a resident', () => {
  test.each(languages)(`loads at most ${most} bytes of script in the language %s`, (language) => {
    expect(zippedBytes(folder, firstLoadOfResident(manifest, language))).toBeLessThanOrEqual(most);
  });
});

test('the sentences of the first page of a resident are loaded with it', () => {
  const needed = firstLoadOfResident(manifest, 'en').flatMap((file) => modules[file] ?? []);
  const ofResident = needed.filter((module) => /^src\/resident\/(?!generated\/).*\.tsx$/.test(module));
  const isFirst = (module: string): boolean =>
    firstOfResident.some((path) => module === `src/${path}` || module.startsWith(`src/${path}/`));
  expect(ofResident.filter((module) => !isFirst(module))).toEqual([]);
  const later = laterOfAll.map((path) => `src/${path}`);
  expect(needed.filter((module) => later.some((path) => path === module))).toEqual([]);
  expect(ofResident).toContain('src/resident/my-information/my-information.tsx');
});

test('the page for developers starts without the tools, which are for employees', () => {
  const modulesOf = (chunk: string): readonly string[] => filesOf(manifest, [chunk]).flatMap((file) => modules[file] ?? []);
  const tools = ['editor/workbench', 'editor/editor', 'errors', 'examples', 'schemas'].map((name) => `src/developer/${name}.tsx`);
  expect(modulesOf('src/developer/editor/workbench.tsx')).toEqual(expect.arrayContaining(tools));
  const first = modulesOf('developer.html');
  expect(first).toContain('src/developer/developer.tsx');
  expect(tools.filter((tool) => first.includes(tool))).toEqual([]);
});

describe('a browser', () => {
  // The page for developers starts apart.
  test.each(partFolders.filter((folder) => folder !== 'developer'))('can load the pages of the role %s and no code of another', (role) => {
    const own = filesOfRole(manifest, role).flatMap((file) => modules[file] ?? []);
    expect(own).toContain(`src/${role}/pages.ts`);
    expect(foreignModules(manifest, modules, role)).toEqual([]);
  });

  const built: Manifest = {
    'index.html': { file: 'index.js', dynamicImports: ['src/resident/pages.ts', 'src/counter/pages.ts'] },
    'src/resident/pages.ts': { file: 'resident.js', dynamicImports: ['src/resident/page.tsx'] },
    'src/resident/page.tsx': { file: 'page.js', imports: ['_shared.js'] },
    'src/counter/pages.ts': { file: 'counter.js', imports: ['_shared.js'] },
    '_shared.js': { file: 'shared.js' },
  };
  test.each([
    ['in a chunk that both import', { 'shared.js': ['src/elements/field.tsx', 'src/counter/sale.tsx'] }, ['src/counter/sale.tsx']],
    ['in the chunk of a page', { 'page.js': ['src/resident/page.tsx', 'src/counter/sale.tsx'] }, ['src/counter/sale.tsx']],
    ['in the start of all pages', { 'index.js': ['src/main.tsx', 'src/counter/pages.ts'] }, ['src/counter/pages.ts']],
    ['among sentences', { 'page.js': ['../locales/fr/web/counter.po', '../locales/fr/web/shared.po'] }, ['../locales/fr/web/counter.po']],
    ['in their own chunk alone', { 'counter.js': ['src/counter/sale.tsx'] }, []],
  ])('is found to load the code of another role, or not, %s', (_where, made, found) => {
    expect(foreignModules(built, made, 'resident', ['resident', 'counter'])).toEqual(found);
  });
});
