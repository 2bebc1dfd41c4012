import { vocabulary } from '../../../src/town/policy/words/vocabulary.ts';
import type { Prohibition } from '../../../src/engine/policy/declaration/lines.ts';
import { describe, expect, test } from '@jest/globals';
import { matrixBudgets, matrixCells, matrixMarkdown, matrixRootFields } from '../../../src/engine/policy/matrix.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import { sensitiveRoles } from '../../../src/town/policy/words/roles.ts';

// Small policies. matrix.test.ts compares the committed file with the policy in force.
const policy = (...prohibitions: readonly Partial<Prohibition>[]): Policy => ({
  grants: [
    { line: 'search', role: 'SUPPORT', purpose: 'CUSTOMER_SUPPORT', relationship: 'NONE', categories: ['NAME', 'AGE'], clause: 'access' },
    {
      line: 'named',
      role: 'SUPPORT',
      purpose: 'CUSTOMER_SUPPORT',
      relationship: 'NONE',
      categories: ['NAME'],
      when: ['CATEGORY_NAMED', 'CREDIT_CHECK_OPEN'],
      clause: 'police',
    },
  ],
  prohibitions: prohibitions.map((prohibition, index) => ({
    line: `p${index}`,
    categories: ['NAME'],
    clause: 'access',
    because: 'it is so',
    ...prohibition,
  })),
  vocabulary,
  budgets: [
    {
      role: 'SUPPORT',
      purposes: ['CUSTOMER_SUPPORT', 'PAYMENT'],
      perHour: 3,
      perDay: 4,
      acts: {
        UNSERVED_ENCOUNTER: { perHour: 1, perDay: 2 },
        IDENTITY_CHECK: { perHour: 5, perDay: 6 },
        CLAIM_CODE: { perHour: 7, perDay: 8 },
      },
      clause: 'safeguards',
    },
  ],
  rootFields: [
    {
      fields: ['Query.me', 'Query.tickets'],
      role: 'SUPPORT',
      purposes: ['CUSTOMER_SUPPORT', 'PAYMENT'],
      scope: 'QUEUE',
      needs: 'NAME',
      clause: 'access',
    },
    { fields: ['Query.a'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'willing' },
  ],
});
const cells = (of: Policy): string[] => matrixCells(of).map(({ category, line }) => `${category} ${line}`);

describe('the cells of the matrix', () => {
  test('have one entry for each category of each grant', () => {
    expect(cells(policy())).toEqual(['NAME search', 'NAME named', 'AGE search']);
    expect(matrixCells(policy())[1]).toEqual({
      role: 'SUPPORT',
      purpose: 'CUSTOMER_SUPPORT',
      relationship: 'NONE',
      category: 'NAME',
      when: ['CATEGORY_NAMED', 'CREDIT_CHECK_OPEN'],
      except: [],
      line: 'named',
      clause: 'police',
    });
  });

  test('leave out what a prohibition always withholds', () => {
    expect(cells(policy({}))).toEqual(['AGE search']);
    expect(cells(policy({ unless: { purposes: ['PAYMENT'] } }))).toEqual(['AGE search']);
    expect(cells(policy({ roles: ['SECURITY'] }))).toHaveLength(3);
    expect(cells(policy({ when: ['ADDRESS_PROTECTED'] }, {}))).toEqual(['AGE search']);
  });

  test('name what withholds them: conditions, and the absence of an exception', () => {
    const except = (...prohibitions: readonly Partial<Prohibition>[]): unknown => matrixCells(policy(...prohibitions))[0]!.except;
    expect(except({ when: ['ADDRESS_PROTECTED'] })).toEqual([{ holds: ['ADDRESS_PROTECTED'], unless: [], line: 'p0' }]);
    expect(except({ when: ['ADDRESS_PROTECTED'], unless: { purposes: ['PAYMENT'] } })).toEqual([
      { holds: ['ADDRESS_PROTECTED'], unless: [], line: 'p0' },
    ]);
    expect(except({ unless: { conditions: ['ADULT_OF_THAT_HOUSEHOLD'] } })).toEqual([
      { holds: [], unless: ['ADULT_OF_THAT_HOUSEHOLD'], line: 'p0' },
    ]);
  });
});

test('the file has one line for each cell and each root field', () => {
  const lines = matrixMarkdown(
    policy(
      { when: ['ADDRESS_PROTECTED', 'OVERDUE_AND_ASSIGNED'], unless: { conditions: ['ADULT_OF_THAT_HOUSEHOLD'] } },
      { when: ['CREDIT_CHECK_OPEN'] },
    ),
  ).split('\n');
  expect(lines).toContain(
    '| SUPPORT | CUSTOMER_SUPPORT | NONE | NAME | CATEGORY_NAMED and CREDIT_CHECK_OPEN | ADDRESS_PROTECTED and OVERDUE_AND_ASSIGNED and not ADULT_OF_THAT_HOUSEHOLD; CREDIT_CHECK_OPEN | named | police |',
  );
  expect(lines).toContain('| SUPPORT | CUSTOMER_SUPPORT | NONE | AGE |  |  | search | access |');
  expect(lines).toContain('| SUPPORT | CUSTOMER_SUPPORT, PAYMENT |');
  expect(lines.slice(lines.indexOf('## Read budgets') - 4, -1)).toEqual([
    '| Query.a | anyone | any or none | OPEN |  |  | willing |',
    '| Query.me | SUPPORT | CUSTOMER_SUPPORT, PAYMENT | QUEUE | NAME |  | access |',
    '| Query.tickets | SUPPORT | CUSTOMER_SUPPORT, PAYMENT | QUEUE | NAME |  | access |',
    '',
    '## Read budgets',
    '',
    'How many people a principal may read, counted for each purpose; and how often it may do an act (not served, identity checks, claims), counted for all purposes together. A role without a line has no budget.',
    '',
    '| role | purposes | in an hour | in a day | not served | identity checks | claims | clause |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    '| SUPPORT | CUSTOMER_SUPPORT, PAYMENT | 3 | 4 | 1 in an hour, 2 in a day | 5 in an hour, 6 in a day | 7 in an hour, 8 in a day | safeguards |',
    '',
    '## Roles that a second administrator approves',
    '',
    expect.stringMatching(/^One administrator proposes such a role.* Two employees approve nothing together for 90 days/),
    '',
    '| role | because | clause |',
    '| --- | --- | --- |',
    ...sensitiveRoles.map(({ role, because, clause }) => `| ${role} | ${because} | ${clause} |`),
    '',
    '## What proves whose record it is',
    '',
    expect.stringContaining('used for 24 hours'),
    '',
    expect.stringContaining('within 48 hours'),
  ]);
});

describe('a part of the matrix', () => {
  test('has the cells of one role, purpose or category', () => {
    const of = policy();
    expect(matrixCells(of, { role: 'SUPPORT', purpose: 'CUSTOMER_SUPPORT', category: undefined })).toEqual(matrixCells(of));
    expect(matrixCells(of, { category: 'AGE' }).map(({ line }) => line)).toEqual(['search']);
    for (const filter of [{ role: 'SECURITY' }, { purpose: 'PAYMENT' }, { category: 'EMAIL' }] as const) {
      expect(matrixCells(of, filter)).toEqual([]);
    }
  });

  test('has the root fields of the role and purpose that need the category', () => {
    const fields = (filter?: Parameters<typeof matrixRootFields>[1]): string[] =>
      matrixRootFields(policy(), filter).map(({ field }) => field);
    expect(fields()).toEqual(['Query.me', 'Query.tickets', 'Query.a']);
    expect(fields({ role: 'SUPPORT', purpose: 'PAYMENT' })).toEqual(['Query.me', 'Query.tickets', 'Query.a']);
    expect(fields({ role: 'SECURITY' })).toEqual(['Query.a']);
    expect(fields({ purpose: 'SELF_SERVICE' })).toEqual(['Query.a']);
    expect(fields({ category: 'NAME' })).toEqual(['Query.me', 'Query.tickets']);
    expect(fields({ category: 'AGE' })).toEqual([]);
    expect(matrixRootFields(policy())[0]).toEqual({
      field: 'Query.me',
      role: 'SUPPORT',
      purposes: ['CUSTOMER_SUPPORT', 'PAYMENT'],
      scope: 'QUEUE',
      needs: 'NAME',
      clause: 'access',
    });
  });

  test('names the part, and states if nothing may be seen', () => {
    const whole = matrixMarkdown(policy());
    const part = matrixMarkdown(policy(), { role: 'SUPPORT', category: 'AGE' });
    expect(part.split('\n')[2]).toBe('Only SUPPORT, AGE. Everything not listed is withheld.');
    expect(whole.split('\n')[2]).toMatch(/^Generated from/);
    expect(matrixMarkdown(policy(), { role: undefined })).toBe(whole);
    expect(part).toContain('| SUPPORT | CUSTOMER_SUPPORT, PAYMENT |\n\n');
    expect(part).not.toContain('| RESIDENT |');
    expect(part).not.toContain('| Query.me |');
    const none = matrixMarkdown(policy(), { role: 'SECURITY' });
    expect(none).toContain('## What may be seen\n\nnothing: all of it is withheld\n\n## Root fields\n');
    expect(none).toContain('| Query.a | anyone |');
    expect(part).toContain(
      '## What may be seen\n\n| role | purpose | relationship | category | only while | not while | line | clause |\n',
    );
  });
});

test('the budgets of a part of the matrix are those of its role and purpose', () => {
  const [own] = policy().budgets;
  const other = { ...own!, role: 'SECURITY', purposes: ['ACCESS_REVIEW'] } as const;
  const both = { ...policy(), budgets: [own!, other] };
  expect(matrixBudgets(both)).toEqual([own, other]);
  expect(matrixBudgets(both, { role: 'SUPPORT' })).toEqual([own]);
  expect(matrixBudgets(both, { purpose: 'ACCESS_REVIEW' })).toEqual([other]);
  expect(matrixBudgets(both, { role: 'SUPPORT', purpose: 'PAYMENT' })).toEqual([own]);
  expect(matrixBudgets(both, { role: 'SUPPORT', purpose: 'ACCESS_REVIEW' })).toEqual([]);
});
