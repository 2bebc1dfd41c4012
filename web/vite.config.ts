import { getConfig } from '@lingui/conf';
import { lingui } from '@lingui/vite-plugin';
import babel, { defineRolldownBabelPreset } from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { modulesOfChunks } from './vite/modules-of-chunks.ts';
import { ownDocuments } from './vite/own-documents.ts';

/** What all pages need before anything is shown. It is one file: compressed, many small ones are larger. */
const start = new RegExp(
  [
    'client/src/',
    // The names of all roles are for pages that show several.
    'web/src/(layout/(?!role-name|not-found)|session/)',
    'node_modules/(@0no-co|@lingui|@urql|react|react-dom|scheduler|urql|wonka)/',
    'node_modules/@tanstack/(history|react-router|react-store|router-core|store)/',
  ].join('|'),
);

/** What most pages need to read and to say something. */
const reading =
  /web\/src\/elements\/\w+\/(answered|day-of|person-name|problem|read|say-address|telephone|typeset|use-answers|use-formats|use-missing|use-status)\.tsx?$/;

/** Chunks that are there before any page is: they are not named again for each. */
const always = /\/(gql|later-sentences|load-page|reading|rolldown-runtime|start)-[\w-]+\.js$/;

const configPath = `${import.meta.dirname}/../lingui.config.ts`;

/**
 * What turns the macros of sentences into calls. Lingui's own transform is a native package that npm leaves out where it runs on Node 20, and
 * `npm ci` has to work there.
 */
const sentences = defineRolldownBabelPreset({
  preset: { plugins: [['@lingui/babel-plugin-lingui-macro', { descriptorFields: 'id-only', linguiConfig: getConfig({ configPath }) }]] },
  rolldown: { filter: { code: /from '@lingui\/(core|react)\/macro'/ } },
});

export default defineConfig({
  root: import.meta.dirname,
  // The browser loads nothing that is not a file of its own: the Content-Security-Policy allows no inline script or style.
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: (_file, needed) => needed.filter((one) => !always.test(one)) },
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: ['index.html', 'developer.html'].map((file) => `${import.meta.dirname}/${file}`),
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], test: start },
            { name: 'reading', test: reading },
            { name: 'names', test: /web\/src\/(elements\/names\/purpose-name|generated\/names|layout\/role-name)\.tsx?$/ },
          ],
        },
      },
    },
  },
  plugins: [
    ownDocuments(import.meta.dirname),
    react(),
    babel({ presets: [sentences] }),
    lingui({ configPath }),
    modulesOfChunks(import.meta.dirname),
  ],
});
