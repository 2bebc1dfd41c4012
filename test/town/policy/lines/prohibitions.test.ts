import { vocabulary } from '../../../../src/town/policy/words/vocabulary.ts';
import { describe, expect, test } from '@jest/globals';
import { Purpose, Relationship, Role, type DataCategory } from '../../../../src/town/shared/graphql/generated/schema.ts';
import { allCategories } from '../../../../src/town/policy/words/categories.ts';
import { allConditions, type Condition } from '../../../../src/town/policy/lines/conditions.ts';
import { decide, type Question } from '../../../../src/engine/policy/decision/decide.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { prohibitions } from '../../../../src/town/policy/lines/prohibitions.ts';
import { partnersInStatement } from '../statement.ts';

// Everything is granted to every role here, so that only prohibitions withhold.
const grants: Policy['grants'] = Object.values(Role).flatMap((role) =>
  Object.values(Purpose).flatMap((purpose) =>
    Object.values(Relationship).map((relationship) => ({
      line: 'all',
      role,
      purpose,
      relationship,
      categories: allCategories,
      clause: 'access' as const,
    })),
  ),
);
const policy: Policy = { grants, prohibitions, rootFields: [], budgets: [], vocabulary };

const home: readonly DataCategory[] = ['ADDRESS', 'LOCALITY', 'TELEPHONE', 'TELEPHONE_HINT', 'HOUSEHOLD', 'HELD_SINCE'];
const staff: readonly DataCategory[] = ['EMPLOYEE_IDENTITY', 'EMPLOYEE_ROLES', 'EMPLOYMENT'];
const webVisits: readonly DataCategory[] = ['NETWORK_ADDRESS', 'DEVICE', 'BROWSING'];

/** The prohibitions of the statement, written by hand: the line and its clause, or undefined. */
function forbidden({ role, purpose, relationship, category, holding }: Question): readonly [line: string, clause: string] | undefined {
  if (category === 'SUPPORT_HISTORY' && partnersInStatement.includes(role) && purpose !== 'LEGAL_DEMAND')
    return ['no-support-history-for-partners', 'helpdesk'];
  if (role === 'SUPPORT' && ['BALANCE', 'OVERDUE', 'CREDIT', 'BIRTH_DATE'].includes(category)) return ['no-finances-for-support', 'access'];
  if (role !== 'SECURITY' && webVisits.includes(category)) return ['no-web-visits', 'telemetry'];
  if (role === 'STAFF_ADMINISTRATOR' && category !== 'CREDENTIAL' && !staff.includes(category))
    return ['no-residents-for-staff-administrators', 'safeguards'];
  if (role !== 'STAFF_ADMINISTRATOR' && category === 'EMPLOYMENT') return ['employment-for-staff-administrators-only', 'safeguards'];
  if (category === 'EMPLOYEE_ROLES' && purpose !== 'STAFF_ADMINISTRATION' && purpose !== 'RIGHTS_FULFILMENT')
    return ['employee-roles-for-those-who-check-them', 'safeguards'];
  const excepted = relationship === 'SELF' || purpose === 'LEGAL_DEMAND' || holding.has('ADULT_OF_THAT_HOUSEHOLD');
  if (home.includes(category) && holding.has('ADDRESS_PROTECTED') && !excepted) return ['address-protection', 'safeguards'];
  if (role === 'CUSTOMER_SERVICE' && category.startsWith('TELEPHONE')) return ['no-telephone-at-the-counter', 'access'];
  if (category === 'CREDENTIAL') return ['no-passwords', 'passwords'];
  if (category === 'AGE' && role === 'CREDIT_REPORTING_AGENCY') return ['credit-nothing-else', 'credit'];
  if (category === 'AGE' && role === 'PRIVACY_OFFICER' && purpose === 'MANDATE_ADMINISTRATION')
    return ['mandate-subjects-nothing-else', 'sharing'];
  return undefined;
}

describe('the prohibitions', () => {
  test('forbid exactly what the statement forbids, with line and clause', () => {
    const bearing: readonly Condition[] = ['ADDRESS_PROTECTED', 'ADULT_OF_THAT_HOUSEHOLD'];
    const rest = allConditions.filter((condition) => !bearing.includes(condition));
    const holdings = [[], ['ADDRESS_PROTECTED'], ['ADULT_OF_THAT_HOUSEHOLD'], bearing, rest] as const;
    const wrong: unknown[] = [];
    const seen = new Set<string>();
    for (const { role, purpose, relationship } of grants) {
      for (const category of allCategories) {
        for (const holding of holdings.map((conditions) => new Set<Condition>(conditions))) {
          const question = { role, purpose, relationship, category, holding };
          // The policy contains only the grant in question, so that deciding is fast.
          const decision = decide(
            { ...policy, grants: grants.slice(0, 1).map((all) => ({ ...all, role, purpose, relationship })) },
            question,
          );
          const [line, clause] = forbidden(question) ?? [];
          const right =
            line === undefined
              ? decision.effect === 'PERMIT'
              : decision.line === line && decision.clause === clause && decision.effect === 'WITHHOLD';
          if (!right) wrong.push({ ...question, holding: [...holding], decision });
          seen.add(decision.line ?? '');
        }
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(seen).toEqual(new Set(['all', ...prohibitions.map(({ line }) => line)]));
  });
});

test('an administrator of the staff is kept from what is about residents, and the line names nothing else', () => {
  const { categories } = prohibitions.find(({ line }) => line === 'no-residents-for-staff-administrators')!;
  expect(categories).toEqual(allCategories.filter((category) => ![...staff, ...webVisits, 'CREDENTIAL'].includes(category)));
});
