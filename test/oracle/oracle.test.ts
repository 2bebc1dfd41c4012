import { describe, expect, test } from '@jest/globals';
import { policyInForce } from '../../src/town/policy/policy.ts';
import type { Role } from '../../src/engine/register.ts';
import { validationErrors } from './cedar.ts';
import { clinicPolicy } from './clinic.ts';
import { compareDecision } from './compare.ts';
import { openMatrix } from './matrix.ts';
import { mutantsOf } from './mutants.ts';
import { compareMatrix, compareRandom, judgeAll } from './run.ts';

// `npm run oracle` compares the whole matrix of the town, and more random questions and mutants.
const town = openMatrix('town', policyInForce);

describe('Cedar and the gateway agree', () => {
  test('on a sample of the town’s matrix', () => {
    const { cells, permitted, entries, differences } = compareMatrix(town, 97);
    expect(differences).toEqual([]);
    expect(cells).toBeGreaterThan(4_000);
    expect(permitted).toBeGreaterThan(5);
    expect(entries).toBeGreaterThan(150);
  });

  test('wherever a line about the home of a resident grants or prohibits', () => {
    const places = policyInForce.grants
      .filter(({ relationship }) => relationship === 'GUARDIAN')
      .flatMap(({ categories, role, purpose, relationship }) => categories.map((category) => ({ role, purpose, relationship, category })));
    const cells = places.flatMap((place) => town.cellsAt(place));
    expect(cells.flatMap(({ question, answer }) => compareDecision(policyInForce, question, answer) ?? [])).toEqual([]);
    for (const permits of [false, true]) expect(cells.filter(({ answer }) => answer.permits === permits).length).toBeGreaterThan(50);
  });

  test('on random questions about the town, with any conditions', () => {
    expect(compareRandom(town, 2_000, 1)).toEqual([]);
  });

  test('on the whole matrix of the clinic', async () => {
    const { permitted, differences } = compareMatrix(openMatrix('clinic', await clinicPolicy()));
    expect(differences).toEqual([]);
    expect(permitted).toBeGreaterThan(50);
  });
});

describe('Cedar notices', () => {
  test('each change of a word in the clinic’s policy with which a gateway starts', async () => {
    const clinic = await clinicPolicy();
    const { killed, equivalent, survived } = judgeAll(openMatrix('clinic', clinic), mutantsOf(clinic));
    expect([...equivalent, ...survived]).toEqual([]);
    expect(killed.length).toBeGreaterThan(250);
  });

  test('changes of lines of the town', () => {
    const lines = ['guardian-address', 'no-finances-for-support', 'root-field-line-28'];
    const { killed, survived } = judgeAll(
      town,
      mutantsOf(policyInForce).filter(({ line }, at) => lines.includes(line) && at % 11 === 0),
    );
    expect(survived).toEqual([]);
    expect(killed.length).toBeGreaterThan(10);
  });

  test('a condition that a grant lacks', () => {
    const altered = {
      ...policyInForce,
      grants: policyInForce.grants.map(({ when, ...grant }) => (grant.line === 'guardian-support' || !when ? grant : { ...grant, when })),
    };
    const place = { role: 'RESIDENT', purpose: 'SELF_SERVICE', relationship: 'GUARDIAN', category: 'SUPPORT_HISTORY' } as const;
    const found = town.cellsAt(place).flatMap(({ question, answer }) => compareDecision(altered, question, answer) ?? []);
    expect(found).toEqual([
      'RESIDENT for SELF_SERVICE sees SUPPORT_HISTORY of GUARDIAN, no condition: the gateway permits by guardian-support, Cedar withholds by no line',
      'RESIDENT for SELF_SERVICE sees SUPPORT_HISTORY of GUARDIAN, CATEGORY_NAMED: the gateway permits by guardian-support, Cedar withholds by no line',
    ]);
  });

  test('a word that the vocabulary lacks', () => {
    const [first, ...grants] = policyInForce.grants;
    const misspelt = { ...policyInForce, grants: [{ ...first!, role: 'RESIDNET' as Role }, ...grants] };
    expect(validationErrors(policyInForce)).toEqual([]);
    expect(validationErrors(misspelt).join('\n')).toContain('RESIDNET');
  });
});
