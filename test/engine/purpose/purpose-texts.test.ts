import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { SayPurpose } from '../../../src/engine/application.ts';
import type { Policy } from '../../../src/engine/policy/policy.ts';
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
const textsOf = (policy: Policy, on = day) => new PurposeTexts(policy, say).of('CUSTOMER_SERVICE', on);
const versionOf = (policy: Policy, purpose = 'SERVICE_PROVISION', on = day) =>
  textsOf(policy, on).find((one) => one.purpose === purpose)!.version;
const grants = (change: (grant: Policy['grants'][number]) => Policy['grants'][number]): Policy => ({
  ...smallPolicy,
  grants: smallPolicy.grants.map((grant) => (grant.line === 'counter' ? change(grant) : grant)),
});
const lines = (change: (line: Policy['rootFields'][number]) => Policy['rootFields'][number]): Policy => ({
  ...smallPolicy,
  rootFields: smallPolicy.rootFields.map((line) => (line.role === 'CUSTOMER_SERVICE' && line.scope === 'QUEUE' ? change(line) : line)),
});

describe('the texts of purposes', () => {
  test('are those of each purpose of a role that acknowledges, in the order of the policy', () => {
    expect(textsOf(smallPolicy).map(({ purpose, text }) => [purpose, text.en])).toEqual([
      ['SERVICE_PROVISION', 'SERVICE_PROVISION 6 2'],
      ['AGE_VERIFICATION', 'AGE_VERIFICATION 2 2'],
    ]);
    for (const { version } of textsOf(smallPolicy)) expect(version).toMatch(/^[0-9a-f]{32}$/);
    for (const role of ['RESIDENT', 'ANONYMOUS', 'LAW_ENFORCEMENT'] as const) {
      expect(new PurposeTexts(smallPolicy, say).of(role, day)).toEqual([]);
    }
  });

  test('are made once for a role and a version of the statement', () => {
    const texts = new PurposeTexts(smallPolicy, say);
    const first = texts.of('CUSTOMER_SERVICE', day);
    const before = said;
    expect(texts.of('CUSTOMER_SERVICE', '2026-06-16')).toBe(first);
    expect(said).toBe(before);
    expect(texts.of('PRIVACY_OFFICER', day).map(({ purpose }) => purpose)).toEqual(['RIGHTS_FULFILMENT']);
    expect(texts.of('CUSTOMER_SERVICE', '2020-06-15')[0]!.text.en).toBe('SERVICE_PROVISION 6 1');
    // Before the first version there was none.
    expect(texts.of('CUSTOMER_SERVICE', '2000-01-01')[0]!.text.en).toBe('SERVICE_PROVISION 6 undefined');
  });

  test('have as their version a digest of what the role may see and do for the purpose', () => {
    const whole = JSON.stringify([
      'CUSTOMER_SERVICE',
      'AGE_VERIFICATION',
      { en: 'AGE_VERIFICATION 2 2', fr: 'AGE_VERIFICATION 2 2' },
      ['["ENCOUNTER","BIRTH_DATE",[],[]]', '["ENCOUNTER","EXISTENCE",[],[]]'],
      ['["Query.member","ENCOUNTER",null]', '["Query.members","ENCOUNTER",null]'],
    ]);
    expect(versionOf(smallPolicy, 'AGE_VERIFICATION')).toBe(createHash('sha256').update(whole).digest('hex').slice(0, 32));
  });
});

describe('the version of a text', () => {
  const is = versionOf(smallPolicy);

  test.each([
    ['a category more', grants((grant) => ({ ...grant, categories: [...grant.categories, 'EMAIL'] }))],
    [
      'another category',
      grants((grant) => ({ ...grant, categories: grant.categories.map((one) => (one === 'HOUSEHOLD' ? 'EMAIL' : one)) })),
    ],
    ['another relationship', grants((grant) => ({ ...grant, relationship: 'ASSIGNED_TICKET' }))],
    ['a condition', grants((grant) => ({ ...grant, when: ['CREDIT_CHECK_OPEN'] }))],
    ['an exception', exceptWhile({ when: ['ADDRESS_PROTECTED'] })],
    ['another root field', lines((line) => ({ ...line, fields: ['Query.counted'] }))],
    ['a root field more', lines((line) => ({ ...line, fields: [...line.fields, 'Query.notice'] }))],
    ['another scope', lines((line) => ({ ...line, scope: 'ENCOUNTER' }))],
    ['a category that is needed', lines((line) => ({ ...line, needs: 'NAME' }))],
    ['a root field for any purpose', { ...smallPolicy, rootFields: [...smallPolicy.rootFields, anyPurpose('CUSTOMER_SERVICE')] }],
  ] as readonly (readonly [string, Policy])[])('changes with %s', (_what, policy) => {
    expect(versionOf(policy)).not.toBe(is);
  });

  test.each([
    ['the order of lines', { ...smallPolicy, grants: smallPolicy.grants.toReversed(), rootFields: smallPolicy.rootFields.toReversed() }],
    ['a line of another role', { ...smallPolicy, rootFields: [...smallPolicy.rootFields, anyPurpose('PRIVACY_OFFICER')] }],
    [
      'a grant of another role for the purpose',
      {
        ...smallPolicy,
        grants: [
          ...smallPolicy.grants,
          { line: 's', role: 'SECURITY', purpose: 'SERVICE_PROVISION', relationship: 'NONE', categories: ['EMAIL'], clause: 'access' },
        ],
      },
    ],
    [
      'a line for another purpose',
      {
        ...smallPolicy,
        rootFields: [
          ...smallPolicy.rootFields,
          { fields: ['Query.queued'], role: 'CUSTOMER_SERVICE', purposes: ['AGE_VERIFICATION'], scope: 'QUEUE', clause: 'access' },
        ],
      },
    ],
  ] as readonly (readonly [string, Policy])[])('does not change with %s', (_what, policy) => {
    expect(versionOf(policy)).toBe(is);
  });

  test('is another one for each exception', () => {
    const versions = [
      exceptWhile({ when: ['ADDRESS_PROTECTED'] }),
      exceptWhile({ when: ['CREDIT_CHECK_OPEN'] }),
      exceptWhile({ when: ['ADDRESS_PROTECTED'], unless: { conditions: ['CREDIT_CHECK_OPEN'] } }),
    ].map((policy) => versionOf(policy));
    expect(new Set(versions).size).toBe(3);
  });

  test('is another one under another version of the statement, and for each purpose', () => {
    expect(versionOf(smallPolicy, 'SERVICE_PROVISION', '2020-06-15')).not.toBe(is);
    expect(versionOf(smallPolicy, 'AGE_VERIFICATION')).not.toBe(is);
  });
});

function anyPurpose(role: 'CUSTOMER_SERVICE' | 'PRIVACY_OFFICER'): Policy['rootFields'][number] {
  return { fields: ['Query.plain'], role, purposes: 'ANY', scope: 'OPEN', clause: 'access' };
}

/** The club's policy, with names prohibited while conditions hold. */
function exceptWhile(while_: Pick<Policy['prohibitions'][number], 'when' | 'unless'>): Policy {
  const prohibition = { line: 'p', categories: ['NAME'], ...while_, clause: 'safeguards', because: 'x' } as const;
  return { ...smallPolicy, prohibitions: [...smallPolicy.prohibitions, prohibition] };
}
