import { type Language, languages } from '../../../../src/platform/language/languages.ts';
import type { Statement } from '../../../../src/engine/policy/declaration/vocabulary.ts';
import { describe, expect, test } from '@jest/globals';
import { PrivacyError, type AnswerErrorCode } from '../../../../src/platform/errors/errors.ts';
import { askPage, confirmPage, filedPage } from '../../../../src/town/requests/pages/ask-pages.ts';
import { changesPage } from '../../../../src/town/statement/pages/changes-page.ts';
import { partnersPage } from '../../../../src/town/statement/pages/partners-page.ts';
import { problemPage } from '../../../../src/town/shared/pages/problem-page.ts';
import { requestsPage, requestStatePage, type ShownState } from '../../../../src/town/requests/pages/requests-pages.ts';
import { servicesPage } from '../../../../src/town/statement/pages/services-page.ts';
import { statementPage } from '../../../../src/town/statement/pages/statement-page.ts';
import type { Visit } from '../../../../src/town/shared/pages/visit.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { statements } from '../../../../src/town/policy/statement/statements.ts';
import { sayTime } from '../../../../src/identity/pages/layout/say-time.ts';
import { sayStatement } from '../../../../src/town/wording/say-statement.ts';
import { wordings } from '../../../../src/town/wording/wordings.ts';
import { withGrant, withProhibition } from '../../../helpers/policy/changed-policy.ts';
import { textOfPage } from '../../../helpers/asking/open-page.ts';

const service = { name: 'Pass', description: 'For pools.', price: '1.00', minimumAge: 18, validDays: 30 };
const state: ShownState = {
  number: 'R-10000000',
  kind: 'COMMENT',
  status: 'OPEN',
  filedAt: '2026-06-15T12:00:00Z',
  dueOn: '2026-07-27',
  answeredAt: '2026-06-16T12:00:00Z',
  withdrawnAt: '2026-06-16T12:00:00Z',
};
const answered = {
  body: 'May I bring a dog?',
  answer: 'Yes.',
  reopenableUntil: '2026-08-15T12:00:00Z',
  messages: [
    { body: 'No.', sentAt: '2026-06-16T12:00:00Z', fromStaff: true },
    { body: 'Why?', sentAt: '2026-06-17T12:00:00Z', fromStaff: false },
  ],
};
const typed = { kind: 'QUESTION', body: 'x', email: 'y' };
const sent = { ...typed, key: 'z', until: '2026-06-15T12:00:00Z' };
const errors: readonly AnswerErrorCode[] = [
  'CONTACT_NOT_PROVEN',
  'ACCOUNT_REQUIRED',
  'MAIL_UNAVAILABLE',
  'CROSS_SITE_REQUEST',
  'BODY_TOO_LARGE',
  'NOT_FOUND',
  'LOG_UNAVAILABLE',
  'INTERNAL',
];
/** One line without a condition, one with two, and a prohibition with a way out. */
const changed: Policy = withProhibition(
  'address-protection',
  (line) => ({ ...line, unless: { conditions: ['CREDIT_CHECK_OPEN'] } }),
  withGrant(
    'order-categories',
    (grant) => ({ ...grant, when: [] }),
    withGrant('maintenance-hints', (grant) => ({ ...grant, when: ['CATEGORY_NAMED', 'CREDIT_CHECK_OPEN'] })),
  ),
);

/** Every page, with each of its sentences on at least one of them. */
function pagesIn(language: Language): readonly Promise<string>[] {
  const visit: Visit = {
    language,
    isChosen: false,
    path: '/ask',
    query: {},
    signIn: '/sign-in',
    today: '2026-06-15',
    timeZone: 'America/Edmonton',
  };
  const { problems, requests } = wordings[language].publicPages;
  const said = statements.map((one) => sayStatement(wordings[language], one));
  const { authority, ...others } = said[0]!.clauses;
  const all: readonly Statement[] = [...said, { version: '4', effectiveFrom: '2027-01-01', clauses: { ...others, changes: authority! } }];
  return [
    ...all.map((one) => statementPage(visit, all, one)),
    statementPage(visit, said.slice(0, 2), said[1]!),
    changesPage(visit, all, all[0]!, all.at(-1)!),
    changesPage(visit, all, all.at(-1)!, all[0]!),
    changesPage(visit, all, all[0]!, all[0]!),
    servicesPage(visit, []),
    servicesPage(visit, [service, { ...service, minimumAge: null, validDays: null }]),
    askPage(visit),
    askPage(visit, typed, { fields: { kind: problems.kind, body: problems.body, email: problems.email } }),
    confirmPage(visit, sent),
    confirmPage(visit, sent, { fields: { code: problems.code } }),
    filedPage(visit, { number: 'R-10000000', dueOn: '2026-07-27', stateCode: '0000-0000-0000' }),
    requestsPage(visit),
    requestsPage(visit, { number: '', code: '' }, { fields: { number: problems.number, code: problems.stateCode } }),
    requestsPage(visit, { number: '1', code: '2' }, { whole: requests.unknown }),
    requestStatePage(visit, state),
    requestStatePage(visit, { ...state, dueOn: '2026-01-05' }),
    requestStatePage(visit, { ...state, status: 'ANSWERED' }),
    requestStatePage(visit, { ...state, status: 'ANSWERED' }, answered),
    requestStatePage(
      visit,
      { ...state, status: 'ANSWERED' },
      answered,
      { number: 'R-10000000', code: '0', body: '' },
      { fields: { body: problems.body } },
    ),
    requestStatePage(visit, { ...state, status: 'ANSWERED' }, { ...answered, reopenableUntil: '2026-01-05T12:00:00Z' }),
    requestStatePage(visit, state, { ...answered, answer: null, reopenableUntil: null }),
    requestStatePage(visit, { ...state, status: 'WITHDRAWN' }),
    partnersPage(visit, policyInForce, said[1]),
    partnersPage(visit, changed, said[1]),
    ...errors.map((code) => problemPage(visit, new PrivacyError(code))),
  ];
}

/** All sentences below a member of the wording, with where each is. */
const sentencesIn = (given: unknown, path = ''): readonly (readonly [string, string])[] =>
  typeof given === 'string'
    ? [[path, given]]
    : Object.entries(given as object).flatMap(([name, part]) => sentencesIn(part, `${path}.${name}`));
/** No line of the policy about partners has the other conditions. */
const isUsed = ([path]: readonly [string, string]): boolean => !/\.(?:glance|conditions)\.(?:CARE|ADULT|CREDIT|OVERDUE)/.test(path);
/** The catalogue is in English. A page in English does not say so. */
const isSaid = ([path]: readonly [string, string], language: Language): boolean => path !== '.services.language' || language !== 'en';
const sentencesOf = (language: Language): readonly string[] =>
  sentencesIn(wordings[language].publicPages)
    .filter((one) => isUsed(one) && isSaid(one, language))
    .map(([, sentence]) => sentence);
/** The longest piece of a sentence without a placeholder. */
const pieceOf = (sentence: string): string =>
  sentence
    .split(/\{\w+\}/)
    .map((piece) => piece.trim())
    .toSorted((one, other) => other.length - one.length)[0]!
    .replaceAll('\u00a0', ' ');

test('no line ends within a day or within a time', () => {
  expect(sayTime('en', '2026-06-01T20:05:00Z', 'America/Edmonton')).toBe('June\u00a01,\u00a02026 at\u00a02:05\u00a0p.m.');
  expect(sayTime('fr', '2026-06-01T15:05:00Z', 'America/Edmonton')).toBe('1er\u00a0juin\u00a02026 à\u00a09\u00a0h\u00a005');
});

describe.each(languages)('in %s', (language) => {
  const other = languages.find((one) => one !== language)!;

  test('each sentence is on a page, none has a placeholder left, and none of the other language is there', async () => {
    const texts = (await Promise.all(pagesIn(language))).map((page) =>
      textOfPage(page.replaceAll(/<[^>]*?aria-label="([^"]*)"[^>]*>/g, ' $1 ')).replaceAll('\u00a0', ' '),
    );
    const all = texts.join(' ');
    const own = sentencesOf(language);
    expect(own.filter((sentence) => !all.includes(pieceOf(sentence)))).toEqual([]);
    const foreign = sentencesOf(other).filter((sentence) => pieceOf(sentence).split(' ').length > 3 && !own.includes(sentence));
    expect(foreign.length).toBeGreaterThan(50);
    expect(foreign.filter((sentence) => all.includes(pieceOf(sentence)))).toEqual([]);
    for (const text of texts) expect(text).not.toMatch(/[{}]|undefined|\[object|Invalid Date/);
  });
});
