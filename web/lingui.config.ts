import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';
import { partFolders } from './role-folders.ts';

const ofParts = partFolders.map((folder) => `<rootDir>/src/${folder}`);

/** Sentences of the pages: those that all share, and those of each part. */
export default defineConfig({
  rootDir: import.meta.dirname,
  sourceLocale: 'en',
  locales: ['en', 'fr'],
  catalogs: [
    { path: '<rootDir>/src/locales/{locale}', include: ['<rootDir>/src'], exclude: ofParts.map((folder) => `${folder}/**`) },
    ...ofParts.map((folder) => ({ path: `${folder}/locales/{locale}`, include: [folder] })),
  ],
  format: formatter({ lineNumbers: false }),
});
