import { linesOf } from '../../../src/engine/policy/declaration/policy.ts';
import { describe, expect, test } from '@jest/globals';
import { PrivacyError } from '../../../src/platform/errors/errors.ts';
import { parsePolicy, PolicyInvalid } from '../../../src/engine/review/parse-policy.ts';
import { policyHash } from '../../../src/engine/policy/declaration/policy-hash.ts';
import { clubPolicy } from '../club/policy.ts';
import { vocabulary } from '../club/vocabulary.ts';

/** A policy as parsed from a file, which a test can change freely. */
interface LooseLine {
  [member: string]: any;
}
interface LoosePolicy {
  grants: LooseLine[];
  prohibitions: LooseLine[];
  rootFields: LooseLine[];
  budgets: LooseLine[];
}

function json(): LoosePolicy {
  return JSON.parse(JSON.stringify(linesOf(clubPolicy))) as LoosePolicy;
}

/** The problems of a policy, each as coordinate, problem and hint. */
function wrongWith(value: unknown): string[][] {
  try {
    parsePolicy(vocabulary, value);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyInvalid)) throw error;
    return error.disagreements.map(({ coordinate, problem, hint }) => [coordinate, problem, hint]);
  }
}

function changed(change: (policy: LoosePolicy) => void): LoosePolicy {
  const policy = json();
  change(policy);
  return policy;
}

const at = (line: string): number => clubPolicy.grants.findIndex((grant) => grant.line === line);
const deskAge = at('desk-age');
const ofMe = clubPolicy.rootFields.findIndex(({ fields }) => fields[0] === 'Query.me');
const protection = clubPolicy.prohibitions.findIndex(({ line }) => line === 'unlisted');

describe('parsePolicy', () => {
  test('parses the club’s policy from JSON unchanged', () => {
    const parsed = parsePolicy(vocabulary, json());
    expect(parsed).toEqual(clubPolicy);
    expect(policyHash(parsed)).toBe(policyHash(clubPolicy));
  });

  test('refuses a fresh proof that is not simply true', () => {
    const at = clubPolicy.rootFields.findIndex(({ freshProof }) => freshProof);
    const [field] = clubPolicy.rootFields[at]!.fields;
    for (const given of [false, 'yes', 300]) {
      const policy = changed(({ rootFields }) => (rootFields[at]!['freshProof'] = given));
      expect(wrongWith(policy)).toEqual([[`rootFields[${at}] "${field}" freshProof`, 'it is not true', 'give true']]);
    }
  });

  test('refuses with an error that names each place, problem and hint', () => {
    const policy = changed(({ grants }) => {
      grants[deskAge]!['categories'][1] = 'NAEM';
      grants[deskAge]!['clause'] = 'x'.repeat(60);
    });
    const refuse = (): unknown => parsePolicy(vocabulary, policy);
    expect(refuse).toThrow(PrivacyError);
    expect(refuse).toThrow(
      `The policy cannot be applied. grants[${deskAge}] "desk-age" categories[1]: there is no category "NAEM" (did you mean NAME?); ` +
        `grants[${deskAge}] "desk-age" clause: there is no clause "${'x'.repeat(40)}…" (the clause must be one of those in test/engine/club/vocabulary.ts)`,
    );
    expect(() => parsePolicy(vocabulary, null)).toThrow(expect.objectContaining({ code: 'POLICY_INVALID' }));
  });

  test.each([
    ['null', null, ['the policy', 'it is not an object', 'give an object']],
    ['a list', [], ['the policy', 'it is not an object', 'give an object']],
    ['a text', 'policy', ['the policy', 'it is not an object', 'give an object']],
    [
      'an empty object',
      {},
      ['grants', 'it is missing', 'give it: a list'],
      ['prohibitions', 'it is missing', 'give it: a list'],
      ['rootFields', 'it is missing', 'give it: a list'],
      ['budgets', 'it is missing', 'give it: a list'],
    ],
    [
      'a member that the policy does not have',
      { ...json(), rotFields: [] },
      ['the policy', 'unknown member "rotFields"', 'did you mean rootFields?'],
    ],
    ['a member that is not a list', { ...json(), grants: {} }, ['grants', 'it is not a list', 'give a list']],
    ['a line that is not an object', changed(({ grants }) => (grants[2] = null!)), ['grants[2]', 'it is not an object', 'give an object']],
    [
      'a member that a grant does not have',
      changed(({ grants }) => (grants[deskAge]!['wen'] = [])),
      [`grants[${deskAge}] "desk-age"`, 'unknown member "wen"', 'did you mean when?'],
    ],
    [
      'a member that a grant must have',
      changed(({ grants }) => delete grants[deskAge]!['role']),
      [`grants[${deskAge}] "desk-age" role`, 'it is missing', 'give it: a word of the vocabulary'],
    ],
    [
      'a line without a name',
      changed(({ grants }) => delete grants[deskAge]!['line']),
      [`grants[${deskAge}] line`, 'it is missing', 'give it: a string'],
    ],
    [
      'a value that is not a word',
      changed(({ grants }) => (grants[deskAge]!['relationship'] = 7)),
      [`grants[${deskAge}] "desk-age" relationship`, 'it is not a word of the vocabulary', 'give a word of the vocabulary'],
    ],
    [
      'null in place of an optional list',
      changed(({ grants }) => (grants[deskAge]!['when'] = null)),
      [`grants[${deskAge}] "desk-age" when`, 'it is not a list', 'give a list'],
    ],
    [
      'an unknown condition of an exception',
      changed(({ prohibitions }) => (prohibitions[protection]!['unless'].conditions = ['CAPTAIN_OF_TEAM'])),
      [
        `prohibitions[${protection}] "unlisted" unless.conditions[0]`,
        'there is no condition "CAPTAIN_OF_TEAM"',
        'did you mean CAPTAIN_OF_THAT_TEAM?',
      ],
    ],
    [
      'a member that an exception does not have',
      changed(({ prohibitions }) => (prohibitions[protection]!['unless'].roles = ['MEMBER'])),
      [`prohibitions[${protection}] "unlisted" unless`, 'unknown member "roles"', 'the members are purposes, relationships, conditions'],
    ],
    [
      'a prohibition without a reason',
      changed(({ prohibitions }) => delete prohibitions[protection]!['because']),
      [`prohibitions[${protection}] "unlisted" because`, 'it is missing', 'give it: a string'],
    ],
    [
      'an unknown role of a root field',
      changed(({ rootFields }) => (rootFields[0]!['role'] = 'ANYBDOY')),
      ['rootFields[0] "Query.courses" role', 'there is no role "ANYBDOY"', 'did you mean ANYBODY?'],
    ],
    [
      'purposes that are not a list',
      changed(({ rootFields }) => (rootFields[0]!['purposes'] = 'ALL')),
      [
        'rootFields[0] "Query.courses" purposes',
        'neither a list of purposes nor ANY',
        'give a list of purposes, or "ANY" for all purposes and none',
      ],
    ],
    [
      'an unknown purpose in a list',
      changed(({ rootFields }) => (rootFields[ofMe]!['purposes'] = ['OWN_AFAIRS'])),
      [`rootFields[${ofMe}] "Query.me" purposes[0]`, 'there is no purpose "OWN_AFAIRS"', 'did you mean OWN_AFFAIRS?'],
    ],
    [
      'purposes that are missing',
      changed(({ rootFields }) => delete rootFields[ofMe]!['purposes']),
      [`rootFields[${ofMe}] "Query.me" purposes`, 'it is missing', 'give it: a list of purposes, or "ANY"'],
    ],
    [
      'an unknown scope',
      changed(({ rootFields }) => (rootFields[ofMe]!['scope'] = 'OWN')),
      [
        `rootFields[${ofMe}] "Query.me" scope`,
        'there is no row scope "OWN"',
        'the row scope must be one of those in test/engine/club/vocabulary.graphql',
      ],
    ],
    [
      'a budget that is not a number',
      changed(({ budgets }) => (budgets[0]!['perHour'] = '500')),
      ['budgets[0] "RECEPTIONIST" perHour', 'it is not a number', 'give a number'],
    ],
    [
      'a missing budget',
      changed(({ budgets }) => delete budgets[0]!['perDay']),
      ['budgets[0] "RECEPTIONIST" perDay', 'it is missing', 'give it: a number'],
    ],
    [
      'an unknown role of a budget',
      changed(({ budgets }) => (budgets[0]!['role'] = 'RECEPTIONST')),
      ['budgets[0] "RECEPTIONST" role', 'there is no role "RECEPTIONST"', 'did you mean RECEPTIONIST?'],
    ],
    [
      'a member that a budget does not have',
      changed(({ budgets }) => (budgets[0]!['perWeek'] = 1)),
      ['budgets[0] "RECEPTIONIST"', 'unknown member "perWeek"', 'the members are role, purposes, perHour, perDay, acts, clause'],
    ],
    [
      'an unknown member of the budget of an act',
      changed(({ budgets }) => (budgets[0]!['acts'] = { CARD_CHECK: { perHour: 1, perDay: 2, perWeek: 3 } })),
      ['budgets[0] "RECEPTIONIST" acts.CARD_CHECK', 'unknown member "perWeek"', 'the members are perHour, perDay'],
    ],
    [
      'a budget of an unknown act',
      changed(({ budgets }) => (budgets[0]!['acts'] = { CARD_CHEKC: { perHour: 1, perDay: 2 } })),
      ['budgets[0] "RECEPTIONIST" acts', 'unknown member "CARD_CHEKC"', 'did you mean CARD_CHECK?'],
    ],
    [
      'a budget that is not a positive whole number',
      changed(({ budgets }) => (budgets[0]!['perHour'] = -1)),
      ['budgets RECEPTIONIST RECEPTION', 'perHour is not a positive whole number', 'give a whole number from 1'],
    ],
    [
      'contradictions within the policy',
      changed(({ grants }) => grants[deskAge]!['categories'].push('LOCKER_CODE')),
      [
        'grants desk-age',
        'LOCKER_CODE can never be permitted by this line: always prohibited by no-locker-codes',
        'remove LOCKER_CODE from desk-age, or make an exception in no-locker-codes',
      ],
    ],
  ])('refuses %s', (_name, value, ...problems) => {
    expect(wrongWith(value)).toEqual(problems);
  });
});
