import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { SayPurpose } from '../../../src/engine/application.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import { PurposeTexts } from '../../../src/engine/purpose/purpose-texts.ts';
import { smallPolicy } from '../plan/small-club.ts';

const day = '2026-06-15';
let said = 0;
/** Says what it was told. */
const say: SayPurpose = (purpose, cells, statement) => {
  said += 1;
  const text = `${purpose} ${cells.length} ${statement?.version}`;
  return { en: text, fr: text };
};
const textsOf = (policy: Policy, on = day) => new PurposeTexts(policy, say).of('RECEPTIONIST', on);
const versionOf = (policy: Policy, purpose = 'RECEPTION', on = day) => textsOf(policy, on).find((one) => one.purpose === purpose)!.version;
const grants = (change: (grant: Policy['grants'][number]) => Policy['grants'][number]): Policy => ({
  ...smallPolicy,
  grants: smallPolicy.grants.map((grant) => (grant.line === 'desk' ? change(grant) : grant)),
});
const lines = (change: (line: Policy['rootFields'][number]) => Policy['rootFields'][number]): Policy => ({
  ...smallPolicy,
  rootFields: smallPolicy.rootFields.map((line) => (line.role === 'RECEPTIONIST' && line.scope === 'QUEUE' ? change(line) : line)),
});

describe('the texts of purposes', () => {
  test('are those of each purpose of a role that acknowledges, in the order of the policy', () => {
    expect(textsOf(smallPolicy).map(({ purpose, text }) => [purpose, text.en])).toEqual([
      ['RECEPTION', 'RECEPTION 6 2'],
      ['AGE_CHECK', 'AGE_CHECK 2 2'],
    ]);
    for (const { version } of textsOf(smallPolicy)) expect(version).toMatch(/^[0-9a-f]{32}$/);
    for (const role of ['MEMBER', 'VISITOR', 'FEDERATION'] as const) {
      expect(new PurposeTexts(smallPolicy, say).of(role, day)).toEqual([]);
    }
  });

  test('are made once for a role and a version of the statement', () => {
    const texts = new PurposeTexts(smallPolicy, say);
    const first = texts.of('RECEPTIONIST', day);
    const before = said;
    expect(texts.of('RECEPTIONIST', '2026-06-16')).toBe(first);
    expect(said).toBe(before);
    expect(texts.of('SECRETARY', day).map(({ purpose }) => purpose)).toEqual(['INQUIRIES']);
    expect(texts.of('RECEPTIONIST', '2020-06-15')[0]!.text.en).toBe('RECEPTION 6 1');
    // Before the first version there was none.
    expect(texts.of('RECEPTIONIST', '2000-01-01')[0]!.text.en).toBe('RECEPTION 6 undefined');
  });

  test('have as their version a digest of what the role may see and do for the purpose', () => {
    const whole = JSON.stringify([
      'RECEPTIONIST',
      'AGE_CHECK',
      { en: 'AGE_CHECK 2 2', fr: 'AGE_CHECK 2 2' },
      ['["DESK","BIRTH_DATE",[],[]]', '["DESK","EXISTENCE",[],[]]'],
      ['["Query.member","DESK",null]', '["Query.members","DESK",null]'],
    ]);
    expect(versionOf(smallPolicy, 'AGE_CHECK')).toBe(createHash('sha256').update(whole).digest('hex').slice(0, 32));
  });
});

describe('the version of a text', () => {
  const is = versionOf(smallPolicy);

  test.each([
    ['a category more', grants((grant) => ({ ...grant, categories: [...grant.categories, 'EMAIL'] }))],
    ['another category', grants((grant) => ({ ...grant, categories: grant.categories.map((one) => (one === 'TEAM' ? 'EMAIL' : one)) }))],
    ['another relationship', grants((grant) => ({ ...grant, relationship: 'TRAINEE' }))],
    ['a condition', grants((grant) => ({ ...grant, when: ['CLAIM_OPEN'] }))],
    ['an exception', exceptWhile({ when: ['UNLISTED'] })],
    ['another root field', lines((line) => ({ ...line, fields: ['Query.counted'] }))],
    ['a root field more', lines((line) => ({ ...line, fields: [...line.fields, 'Query.notice'] }))],
    ['another scope', lines((line) => ({ ...line, scope: 'DESK' }))],
    ['a category that is needed', lines((line) => ({ ...line, needs: 'NAME' }))],
    ['a root field for any purpose', { ...smallPolicy, rootFields: [...smallPolicy.rootFields, anyPurpose('RECEPTIONIST')] }],
  ] as readonly (readonly [string, Policy])[])('changes with %s', (_what, policy) => {
    expect(versionOf(policy)).not.toBe(is);
  });

  test.each([
    ['the order of lines', { ...smallPolicy, grants: smallPolicy.grants.toReversed(), rootFields: smallPolicy.rootFields.toReversed() }],
    ['a line of another role', { ...smallPolicy, rootFields: [...smallPolicy.rootFields, anyPurpose('SECRETARY')] }],
    [
      'a grant of another role for the purpose',
      {
        ...smallPolicy,
        grants: [
          ...smallPolicy.grants,
          { line: 's', role: 'CARETAKER', purpose: 'RECEPTION', relationship: 'NONE', categories: ['EMAIL'], clause: 'access' },
        ],
      },
    ],
    [
      'a line for another purpose',
      {
        ...smallPolicy,
        rootFields: [
          ...smallPolicy.rootFields,
          { fields: ['Query.queued'], role: 'RECEPTIONIST', purposes: ['AGE_CHECK'], scope: 'QUEUE', clause: 'access' },
        ],
      },
    ],
  ] as readonly (readonly [string, Policy])[])('does not change with %s', (_what, policy) => {
    expect(versionOf(policy)).toBe(is);
  });

  test('is another one for each exception', () => {
    const versions = [
      exceptWhile({ when: ['UNLISTED'] }),
      exceptWhile({ when: ['CLAIM_OPEN'] }),
      exceptWhile({ when: ['UNLISTED'], unless: { conditions: ['CLAIM_OPEN'] } }),
    ].map((policy) => versionOf(policy));
    expect(new Set(versions).size).toBe(3);
  });

  test('is another one under another version of the statement, and for each purpose', () => {
    expect(versionOf(smallPolicy, 'RECEPTION', '2020-06-15')).not.toBe(is);
    expect(versionOf(smallPolicy, 'AGE_CHECK')).not.toBe(is);
  });
});

function anyPurpose(role: 'RECEPTIONIST' | 'SECRETARY'): Policy['rootFields'][number] {
  return { fields: ['Query.plain'], role, purposes: 'ANY', scope: 'OPEN', clause: 'access' };
}

/** The club's policy, with names prohibited while conditions hold. */
function exceptWhile(while_: Pick<Policy['prohibitions'][number], 'when' | 'unless'>): Policy {
  const prohibition = { line: 'p', categories: ['NAME'], ...while_, clause: 'safeguards', because: 'x' } as const;
  return { ...smallPolicy, prohibitions: [...smallPolicy.prohibitions, prohibition] };
}
