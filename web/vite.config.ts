import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { modulesOfChunks } from './vite/modules-of-chunks.ts';
import { ownDocuments } from './vite/own-documents.ts';

/** What all pages need before anything is shown. It is one file: compressed, many small ones are larger. */
const start = new RegExp(
  [
    'client/src/',
    'web/src/(layout|session)/',
    'node_modules/(@0no-co|@lingui|@urql|react|react-dom|scheduler|urql|wonka)/',
    'node_modules/@tanstack/(history|react-router|react-store|router-core|store)/',
  ].join('|'),
);

export default defineConfig({
  root: import.meta.dirname,
  // The browser loads nothing that is not a file of its own: the Content-Security-Policy allows no inline script or style.
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: ['index.html', 'developer.html'].map((file) => `${import.meta.dirname}/${file}`),
      output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'], test: start }] } },
    },
  },
  plugins: [
    ownDocuments(import.meta.dirname),
    react(),
    lingui({ macroTransform: true, configPath: `${import.meta.dirname}/lingui.config.ts` }),
    modulesOfChunks(import.meta.dirname),
  ],
});
