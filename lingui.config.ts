import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';
import { languages, sourceLanguage } from './src/platform/language/languages.ts';
import { firstOfResident, laterOfAll, partFolders } from './web/role-folders.ts';

const pages = '<rootDir>/web/src';
const within = (paths: readonly string[]): string[] => paths.map((path) => `${pages}/${path}`);
/** Everything in folders, or the files themselves. */
const all = (paths: readonly string[]): string[] => within(paths).map((path) => (/\.tsx?$/.test(path) ? path : `${path}/**`));

/** The catalogues of all sentences of the pages, by part, as browsers load them. */
export default defineConfig({
  rootDir: import.meta.dirname,
  sourceLocale: sourceLanguage,
  locales: [...languages],
  catalogs: Object.entries({
    shared: { include: [pages], exclude: all([...partFolders, ...laterOfAll]) },
    'shared-later': { include: within(laterOfAll) },
    resident: { include: within(firstOfResident) },
    'resident-later': { include: within(['resident']), exclude: all(firstOfResident) },
    ...Object.fromEntries(partFolders.flatMap((folder) => (folder === 'resident' ? [] : [[folder, { include: within([folder]) }]]))),
  }).map(([name, files]) => ({ path: `<rootDir>/locales/{locale}/web/${name}`, ...files })),
  format: formatter({ lineNumbers: false }),
});
