import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';
import { firstOfResident, laterOfAll, partFolders } from './role-folders.ts';

const ofParts = partFolders.map((folder) => `<rootDir>/src/${folder}`);
const resident = '<rootDir>/src/resident';
const later = laterOfAll.map((path) => `<rootDir>/src/${path}`);
const first = firstOfResident.map((path) => `<rootDir>/src/${path}`);

/** Sentences of the pages: those that all share, and those of each part. */
export default defineConfig({
  rootDir: import.meta.dirname,
  sourceLocale: 'en',
  locales: ['en', 'fr'],
  catalogs: [
    { path: '<rootDir>/src/locales/{locale}', include: ['<rootDir>/src'], exclude: [...ofParts.map((folder) => `${folder}/**`), ...later] },
    { path: '<rootDir>/src/locales/later/{locale}', include: later },
    { path: `${resident}/locales/{locale}`, include: first },
    {
      path: `${resident}/locales/later/{locale}`,
      include: [resident],
      exclude: first.map((path) => (path.includes('.ts') ? path : `${path}/**`)),
    },
    ...ofParts.filter((folder) => folder !== resident).map((folder) => ({ path: `${folder}/locales/{locale}`, include: [folder] })),
  ],
  format: formatter({ lineNumbers: false }),
});
