import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import type { PrivacyError } from '../../../src/platform/errors/errors.ts';
import { translate } from '../../../src/platform/language/translate.ts';

const english = {
  title: 'Ask',
  sent: 'A code is on its way to {email}. Give it here by {time}.',
  statements: { 1: { cookies: 'Cookies are optional.' }, 2: { cookies: 'Cookies are optional.' } },
};
const entries = {
  title: 'msgctxt "title"\nmsgid "Ask"\nmsgstr "Demander"',
  sent: 'msgctxt "sent"\nmsgid "A code is on its way to {email}. Give it here by {time}."\nmsgstr "D’ici {time}, entrez le code envoyé à {email}."',
  cookies: 'msgctxt "statements.cookies"\nmsgid "Cookies are optional."\nmsgstr "Les témoins sont facultatifs."',
};
const head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"';

const folder = mkdtempSync(join(tmpdir(), 'ntk-locales-'));
mkdirSync(join(folder, 'fr'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Translates with a catalogue of these entries. @returns the French words, or what is wrong with them */
function translated(changed: Partial<typeof entries> & { readonly more?: string } = {}): unknown {
  writeFileSync(join(folder, 'fr/words.po'), [head, ...Object.values({ ...entries, ...changed })].join('\n\n'));
  try {
    return translate('words', english, pathToFileURL(`${folder}/`)).fr;
  } catch (error) {
    const { code, problems } = error as PrivacyError;
    return { code, problems };
  }
}
const refused = (...problems: readonly string[]) => ({
  code: 'TRANSLATION_INVALID',
  problems: problems.map((problem) => `locales/fr/words.po: ${problem}`),
});

test('each sentence has its translation, and one that several versions share is translated once', () => {
  const cookies = 'Les témoins sont facultatifs.';
  expect(translated()).toEqual({
    title: 'Demander',
    sent: 'D’ici {time}, entrez le code envoyé à {email}.',
    statements: { 1: { cookies }, 2: { cookies } },
  });
});

test.each([
  ['is missing', { title: '' }, 'title: it is not translated'],
  ['is empty', { title: entries.title.replace('Demander', '') }, 'title: it is not translated'],
  ['is marked as fuzzy', { title: `#, fuzzy\n${entries.title}` }, 'title: its translation is marked as fuzzy'],
  ['is obsolete', { title: entries.title.replaceAll(/^/gm, '#~ ') }, 'title: it is not translated'],
  [
    'lacks a placeholder',
    { sent: entries.sent.replace('D’ici {time}, e', 'E') },
    'sent: its translation has other placeholders than {email} {time}',
  ],
  [
    'has another placeholder',
    { title: entries.title.replace('Demander', '{title}') },
    'title: its translation has other placeholders than none',
  ],
  ['is of another sentence', { more: 'msgctxt "gone"\nmsgid "Gone"\nmsgstr "Parti"' }, 'gone: the code no longer has this sentence'],
])('a translation that %s is refused by its place', (_what, changed, problem) => {
  expect(translated(changed)).toEqual(refused(problem));
});

test('a translation of an earlier English sentence is refused, and so is the new one without any', () => {
  expect(translated({ title: entries.title.replace('Ask', 'Ask us') })).toEqual(
    refused('title: it is not translated', 'title: the code no longer has this sentence'),
  );
});

test('an area without a catalogue is refused', () => {
  expect(() => translate('weather', english)).toThrow(
    expect.objectContaining({ code: 'TRANSLATION_INVALID', problems: ['locales/fr/weather.po: it cannot be read (ENOENT)'] }),
  );
});
