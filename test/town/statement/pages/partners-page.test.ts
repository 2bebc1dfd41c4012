import { type Language, languages } from '../../../../src/platform/language/languages.ts';
import { describe, expect, test } from '@jest/globals';
import { partnersPage } from '../../../../src/town/statement/pages/partners-page.ts';
import type { Visit } from '../../../../src/town/shared/pages/visit.ts';
import { partnerRoles, partners } from '../../../../src/town/policy/partners/partners.ts';
import { allCategories } from '../../../../src/town/policy/words/categories.ts';
import { decide } from '../../../../src/engine/policy/decision/decide.ts';
import { allConditions, type Condition } from '../../../../src/town/policy/lines/conditions.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { statements } from '../../../../src/town/policy/statement/statements.ts';
import { wordings } from '../../../../src/town/wording/wordings.ts';
import { withBudget, withGrant, withProhibition } from '../../../helpers/policy/changed-policy.ts';
import { textOfPage } from '../../../helpers/asking/open-page.ts';

const pageOf = (policy: Policy, language: Language = 'en'): Promise<string> => {
  const visit: Visit = {
    language,
    isChosen: false,
    path: '/partners',
    query: {},
    signIn: undefined,
    today: '2026-06-15',
    timeZone: 'America/Edmonton',
  };
  return partnersPage(visit, policy, statements[1]);
};
const rowsOf = (html: string): readonly (readonly string[])[] =>
  html
    .split('<tr role="row">')
    .slice(1)
    .map((row) =>
      row
        .split(/<t[hd] /)
        .slice(1)
        .map((cell) => textOfPage(`<t ${cell.split(/<\/t[hd]>/)[0]!}`).trim()),
    );
/** The cells of the first table, by category and then by partner. */
const glance = (html: string): ReadonlyMap<string, readonly string[]> =>
  new Map(rowsOf(html.split('<section')[0]!).map(([head, ...cells]) => [head!, cells]));
const section = (html: string, role: string): string => html.split(`<section id="${role}"`)[1]!.split('</section>')[0]!;

describe.each(languages)('in %s', (language) => {
  const { fields, publicPages, names } = wordings[language];
  const { neverMeaning } = publicPages.partners;

  test('the table says never exactly where no conditions whatever make the policy permit it', async () => {
    const table = glance(await pageOf(policyInForce, language));
    const every = subsets(['CREDIT_CHECK_OPEN', 'OVERDUE_AND_ASSIGNED', 'CATEGORY_NAMED', 'ADDRESS_PROTECTED']);
    let permitted = 0;
    for (const [at, role] of partnerRoles.entries()) {
      for (const category of allCategories) {
        const question = { role, purpose: partners[role].purpose, relationship: 'MANDATE', category } as const;
        const can = every.some((holding) => decide(policyInForce, { ...question, holding }).effect === 'PERMIT');
        const cell = table.get(fields[category])?.[at];
        expect([role, category, cell === undefined || cell.endsWith(neverMeaning)]).toEqual([role, category, !can]);
        permitted += can ? 1 : 0;
      }
    }
    expect(permitted).toBeGreaterThan(30);
  });

  test('each kind of partner has its clause, its purpose, its mandate and its budget', async () => {
    const html = await pageOf(policyInForce, language);
    for (const role of partnerRoles) {
      const text = textOfPage(section(html, role));
      const { purpose, mandateKind } = partners[role];
      for (const part of [names.partners[role], names.activities[purpose], wordings[language].mandates[mandateKind]])
        expect(text).toContain(part);
      expect(section(html, role)).toContain(`href="/statement#${partners[role].clause}"`);
    }
  });
});

test('no condition of a person’s own is left out', async () => {
  const text = textOfPage(await pageOf(policyInForce));
  const { conditions } = wordings.en.publicPages.partners;
  const used = new Set<Condition>(policyInForce.grants.filter(({ role }) => role in partners).flatMap(({ when }) => when ?? []));
  expect(used.size).toBeGreaterThan(1);
  for (const condition of allConditions.filter((one) => used.has(one))) expect(text).toContain(conditions[condition]);
});

test('a changed policy makes another page', async () => {
  const collection = partnerRoles.indexOf('COLLECTION_AGENCY');
  const before = glance(await pageOf(policyInForce));
  expect(before.get('email address')![collection]).toMatch(/^If named/);
  const without = withGrant('collection-debtor', (grant) => ({ ...grant, categories: grant.categories.filter((one) => one !== 'EMAIL') }));
  expect(glance(await pageOf(without)).get('email address')![collection]).toMatch(/Never$/);
  expect(before.get('address')![collection]).toContain('not: protected homes');
  const unprotected = withProhibition('address-protection', () => undefined);
  expect(glance(await pageOf(unprotected)).get('address')![collection]).toBe('If named');
  const prohibited = withProhibition('credit-nothing-else', (line) => ({ ...line, categories: ['BIRTH_DATE'] }));
  const credit = partnerRoles.indexOf('CREDIT_REPORTING_AGENCY');
  expect(before.get('birth date')![credit]).toMatch(/^If named/);
  expect(glance(await pageOf(prohibited)).get('birth date')![credit]).toMatch(/Never$/);
  const fewer = withBudget('LAW_ENFORCEMENT', 'LEGAL_DEMAND', (line) => ({ ...line, perHour: 7 }));
  expect(textOfPage(section(await pageOf(fewer), 'LAW_ENFORCEMENT'))).toContain('At most 7 people in an hour');
});

function subsets(conditions: readonly Condition[]): readonly ReadonlySet<Condition>[] {
  const [first, ...rest] = conditions;
  if (first === undefined) return [new Set()];
  return subsets(rest).flatMap((some) => [some, new Set([first, ...some])]);
}
