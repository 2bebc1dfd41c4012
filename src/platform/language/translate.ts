import { readFileSync } from 'node:fs';
import { parsePo } from 'pofile-ts';
import { PrivacyError } from '../errors/errors.ts';
import { languages, sourceLanguage, type Language } from './languages.ts';
import { mapSentences, type Sentences } from './sentences.ts';

const locales = new URL('../../../locales/', import.meta.url);

/**
 * The sentences of an area in every language. A translation is read from `<language>/<area>.po` (GNU gettext).
 * @param english the sentences in the code
 * @param folder has a folder for each language; the repository's own by default
 * @throws PrivacyError TRANSLATION_INVALID naming each sentence that is not translated, or with other placeholders, and each translation of
 *   a sentence that no longer exists: nothing is said in half a language
 */
export function translate<Given>(area: string, english: Given, folder = locales): Readonly<Record<Language, Sentences<Given>>> {
  const problems = new Set<string>();
  const said = languages.map((language) => [
    language,
    language === sourceLanguage ? english : translateWith(readCatalogue(folder, `${language}/${area}.po`), english, problems),
  ]);
  if (problems.size > 0) throw new PrivacyError('TRANSLATION_INVALID', { problems: [...problems] });
  return Object.fromEntries(said) as Record<Language, Sentences<Given>>;
}

/** The translations of an area into one language, as written. */
interface Catalogue {
  readonly file: string;
  readonly text: string;
}

function readCatalogue(folder: URL, name: string): Catalogue {
  const file = `locales/${name}`;
  try {
    return { file, text: readFileSync(new URL(name, folder), 'utf8') };
  } catch (error) {
    throw new PrivacyError('TRANSLATION_INVALID', { problems: [`${file}: it cannot be read (${(error as NodeJS.ErrnoException).code})`] });
  }
}

/** @param problems receives what is wrong; the sentences are then incomplete */
function translateWith<Given>({ file, text }: Catalogue, english: Given, problems: Set<string>): Sentences<Given> {
  const items = parsePo(text).items.filter(({ obsolete }) => !obsolete);
  const unused = new Map(items.map((item) => [keyOf(item.msgid, item.msgctxt ?? ''), item]));
  const found = new Map(unused);
  const report = (context: string, problem: string): void => void problems.add(`${file}: ${context}: ${problem}`);
  const translated = mapSentences(english, (sentence, context) => {
    const key = keyOf(sentence, context);
    const item = found.get(key);
    unused.delete(key);
    const [said = ''] = item?.msgstr ?? [];
    if (said === '') report(context, 'it is not translated');
    else if (item!.flags['fuzzy']) report(context, 'its translation is marked as fuzzy');
    else if (placeholdersOf(said) !== placeholdersOf(sentence))
      report(context, `its translation has other placeholders than ${placeholdersOf(sentence)}`);
    return said;
  });
  for (const { msgctxt, msgid } of unused.values()) report(msgctxt ?? msgid, 'the code no longer has this sentence');
  return translated;
}

function keyOf(sentence: string, context: string): string {
  return `${context}\u0004${sentence}`;
}

function placeholdersOf(sentence: string): string {
  return [...new Set(sentence.match(/\{\w+\}/g))].toSorted().join(' ') || 'none';
}
