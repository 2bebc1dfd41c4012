import { pathToFileURL } from 'node:url';
import { defineConfig } from '@lingui/cli';
import { createBabelExtractor } from '@lingui/cli/api/extractors/babel';
import type { ExtractorType, MessageType } from '@lingui/conf';
import { formatter } from '@lingui/format-po';
import { generateMessageId } from '@lingui/message-utils/generateMessageId';
import { languages, sourceLanguage } from './src/platform/language/languages.ts';
import { mapSentences, type SentenceTree } from './src/platform/language/sentences.ts';
import { firstOfResident, laterOfAll, partFolders } from './web/role-folders.ts';

const pages = '<rootDir>/web/src';
const within = (paths: readonly string[]): string[] => paths.map((path) => `${pages}/${path}`);
/** Everything in folders, or the files themselves. */
const all = (paths: readonly string[]): string[] => within(paths).map((path) => (/\.tsx?$/.test(path) ? path : `${path}/**`));

/** The files of the gateway that export `english`, the sentences of an area. */
const areas = {
  names: 'src/town/wording/english-names.ts',
  town: 'src/town/wording/english.ts',
  identity: 'src/identity/wording/english.ts',
  errors: 'src/platform/errors/english.ts',
  demo: 'demo/pages/english.ts',
};

/** Finds the sentences of the gateway. Each has its place as the context, and no origin: the same English can need several translations. */
const ofGateway: ExtractorType = {
  match: (file) => Object.values(areas).some((area) => file.endsWith(`/${area}`)),
  extract: async (file, _code, found) => {
    const { english } = (await import(pathToFileURL(file).href)) as { readonly english: SentenceTree };
    mapSentences(english, (message, context) => {
      found({ id: generateMessageId(message, context), message, context });
      return message;
    });
  },
};

const collator = new Intl.Collator('en-US');
const placeOf = ({ context = '', origin = [] }: MessageType): string => (origin.length === 0 ? context : '');

/** The catalogues of all sentences: those of the gateway by area, and those of the pages by part, as browsers load them. */
export default defineConfig({
  rootDir: import.meta.dirname,
  sourceLocale: sourceLanguage,
  locales: [...languages],
  catalogs: [
    ...Object.entries(areas).map(([area, file]) => ({ path: `<rootDir>/locales/{locale}/${area}`, include: [`<rootDir>/${file}`] })),
    ...Object.entries({
      shared: { include: [pages], exclude: all([...partFolders, ...laterOfAll]) },
      'shared-later': { include: within(laterOfAll) },
      resident: { include: within(firstOfResident) },
      'resident-later': { include: within(['resident']), exclude: all(firstOfResident) },
      ...Object.fromEntries(partFolders.flatMap((folder) => (folder === 'resident' ? [] : [[folder, { include: within([folder]) }]]))),
    }).map(([name, files]) => ({ path: `<rootDir>/locales/{locale}/web/${name}`, ...files })),
  ],
  // As they are by default; those of the gateway in the order of their places.
  orderBy: ({ entry: one }, { entry: other }) =>
    collator.compare(placeOf(one), placeOf(other)) ||
    collator.compare(one.message ?? '', other.message ?? '') ||
    collator.compare(one.context ?? '', other.context ?? ''),
  extractors: [ofGateway, createBabelExtractor()],
  format: formatter({ lineNumbers: false }),
});
