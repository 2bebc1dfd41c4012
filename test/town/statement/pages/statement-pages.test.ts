import type { Statement } from '../../../../src/engine/policy/declaration/vocabulary.ts';
import { expect, test } from '@jest/globals';
import { changesPage } from '../../../../src/town/statement/pages/changes-page.ts';
import { compareWords } from '../../../../src/town/statement/pages/compare-words.ts';
import { inForceOn, statementPage } from '../../../../src/town/statement/pages/statement-page.ts';
import type { Visit } from '../../../../src/town/shared/pages/visit.ts';
import { statements } from '../../../../src/town/policy/statement/statements.ts';
import { textOfPage } from '../../../helpers/asking/open-page.ts';

const { cookies: _cookies, ...kept } = statements[1].clauses;
const third: Statement = {
  version: '3',
  effectiveFrom: '2026-03-01',
  clauses: { ...kept, access: 'An employee sees your information only while serving you.' },
};
const coming: Statement = { version: '4', effectiveFrom: '2027-01-01', clauses: statements[1].clauses };
const all: readonly Statement[] = [statements[0], statements[1], third, coming];
const visit: Visit = {
  language: 'en',
  isChosen: false,
  path: '/statement',
  query: {},
  signIn: undefined,
  today: '2026-06-15',
  timeZone: 'America/Edmonton',
};

test('each version is listed with its dates, those to come as well', async () => {
  const html = await statementPage(visit, all, inForceOn(all, visit.today)!);
  expect(textOfPage(html)).toContain('Version 3, in force since March\u00a01,\u00a02026.');
  const rows = html.split('<tr role="row">').slice(2).map(textOfPage);
  expect(rows).toEqual([
    expect.stringMatching(/Version 4 .*January\u00a01,\u00a02027 .*Not in force yet .*Changes from version 3/),
    expect.stringMatching(/Version 3 .*March\u00a01,\u00a02026 .*December\u00a031,\u00a02026 .*Changes from version 2/),
    expect.stringMatching(/Version 2 .*June\u00a011,\u00a02025 .*February\u00a028,\u00a02026 .*Changes from version 1/),
    expect.stringMatching(/Version 1 .*January\u00a01,\u00a02020 .*June\u00a010,\u00a02025 .*The first version/),
  ]);
  expect(textOfPage(await statementPage(visit, all, all[1]!))).toContain(
    'It was in force from June\u00a011,\u00a02025 until February\u00a028,\u00a02026.',
  );
  expect(textOfPage(await statementPage(visit, all, coming))).toContain('It takes effect on January\u00a01,\u00a02027.');
});

test('before its first day, the first version is shown as one to come', async () => {
  const early = { ...visit, today: '2019-12-31' };
  expect(textOfPage(await statementPage(early, all, inForceOn(all, early.today)!))).toContain(
    'Version 1. It takes effect on January\u00a01,\u00a02020.',
  );
});

test('one version alone is compared with nothing', async () => {
  const only = [statements[0]];
  expect(await statementPage(visit, only, only[0]!)).not.toContain('<form');
});

test('changes are marked in words, and clauses that came or went are said to', async () => {
  const page = textOfPage(await changesPage(visit, all, statements[1], third));
  expect(page).toContain('Clauses that differ: 2 of 18.');
  expect(page).toContain('No longer in version 3');
  const html = await changesPage(visit, all, third, coming);
  expect(html).toContain('New in version 4');
  expect(html).toMatch(/<ins><span class="unseen"> ?Added: ?<\/span>Cookies are optional/);
  expect(textOfPage(await changesPage(visit, all, statements[0], statements[0]))).toContain('Both versions say the same.');
});

const texts = [
  ['en', statements[0].clauses.authority, statements[1].clauses.authority],
  ['fr', 'Nous recueillons l’adresse et le nom.', 'Nous recueillons le nom, l’âge et le numéro.'],
  ['en', '', 'All of it is new.'],
  ['en', 'All of it is gone.', ''],
  ['en', 'Nothing changed.', 'Nothing changed.'],
  ['en', 'One small word of it changed here.', 'Two large words of them changed here.'],
] as const;

test.each(texts)('in %s, the pieces make up both texts: %s → %s', (language, before, after) => {
  const pieces = compareWords(language, before, after);
  const without = (kind: string): string =>
    pieces
      .filter((piece) => piece.kind !== kind)
      .map(({ text }) => text)
      .join('');
  // Spaces between words count as equal.
  const words = (text: string): readonly string[] => text.split(/\s+/);
  expect(words(without('added'))).toEqual(words(before));
  expect(words(without('removed'))).toEqual(words(after));
});

test('a few small words between changes belong to the change', () => {
  expect(compareWords('en', 'One small word of it changed here.', 'Two large words of them changed here.')[0]).toEqual({
    kind: 'removed',
    text: expect.stringContaining('One small word of it'),
  });
  expect(compareWords('en', texts[0][1], texts[0][2]).filter(({ kind }) => kind === 'removed')).toHaveLength(1);
});
