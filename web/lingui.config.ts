import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';
import { roleFolders } from './role-folders.ts';

const ofRoles = roleFolders.map((folder) => `<rootDir>/src/${folder}`);

/** Sentences of the pages: those that all share, and those of each role. */
export default defineConfig({
  rootDir: import.meta.dirname,
  sourceLocale: 'en',
  locales: ['en', 'fr'],
  catalogs: [
    { path: '<rootDir>/src/locales/{locale}', include: ['<rootDir>/src'], exclude: ofRoles.map((folder) => `${folder}/**`) },
    ...ofRoles.map((folder) => ({ path: `${folder}/locales/{locale}`, include: [folder] })),
  ],
  format: formatter({ lineNumbers: false }),
});
