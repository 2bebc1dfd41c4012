import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';

// The access of a partner is what policy, registration, mandate, token and operation all leave open. `explain` says which does not.
const folder = mkdtempSync(join(tmpdir(), 'ntk-explain-'));
const operation = join(folder, 'operation.graphql');
beforeAll(() => writeFileSync(operation, '{ residents { edges { node { givenName birthDate phone } } } tickets { totalCount } }'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const police = ['--as', 'LAW_ENFORCEMENT', '--relationship', 'MANDATE', '--json'];
async function explained(...given: string[]): Promise<{ effect: string; withheldBy: string[] }> {
  const { explanation } = JSON.parse((await privacyHere(['explain', ...police, ...given])).stdout);
  return { effect: explanation.effect, withheldBy: explanation.withheldBy };
}
async function explainedIn(coordinate: string, ...given: string[]): Promise<{ effect: string; withheldBy: string[] }> {
  const { coordinates } = JSON.parse(
    (await privacyHere(['explain', ...police, '--operation', operation, '--field', coordinate, ...given])).stdout,
  );
  return { effect: coordinates[0].effect, withheldBy: coordinates[0].because.withheldBy };
}

const [order, registration, token] = [
  ['--authority', 'NAME'],
  ['--registration', 'NAME'],
  ['--token-categories', 'NAME'],
] as const;
const named = ['--authority', 'NAME', 'BIRTH_DATE', 'TELEPHONE'];

describe('what withholds a coordinate from a partner', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['nothing', 'Resident.birthDate', named, []],
    ['the policy, whatever else allows it', 'WebVisit.section', ['--authority', 'BROWSING', ...token], ['POLICY']],
    ['the mandate', 'Resident.birthDate', order, ['AUTHORITY']],
    ['the registration', 'Resident.birthDate', [...named, ...registration], ['REGISTRATION']],
    ['the token, by its categories', 'Resident.birthDate', [...named, ...token], ['TOKEN']],
    ['the token, by its fields', 'Resident.birthDate', [...named, '--token-fields', 'Resident.givenName'], ['TOKEN']],
    ['all that do not name it', 'Resident.birthDate', [...order, ...registration, ...token], ['AUTHORITY', 'REGISTRATION', 'TOKEN']],
    ['what closes a root field: the registration', 'Query.tickets', ['--authority', 'SUPPORT_HISTORY', ...registration], ['REGISTRATION']],
    ['what closes a root field: the token', 'Query.tickets', ['--authority', 'SUPPORT_HISTORY', ...token], ['TOKEN']],
    ['what closes a root field: the mandate', 'Query.tickets', order, ['AUTHORITY']],
    ['what closes a root field: the policy', 'Query.webVisits', named, ['POLICY']],
    ['a filter: the token that names fields', 'ResidentFilter.birthDate', [...named, '--token-fields', 'Resident.birthDate'], ['TOKEN']],
  ])('is %s', async (_what, coordinate, given, withheldBy) => {
    const effect = withheldBy.length > 0 ? 'WITHHOLD' : 'PERMIT';
    expect(await explained('--field', coordinate, ...given)).toEqual({ effect, withheldBy });
  });

  test('is the operation, if it does not ask for it', async () => {
    expect(await explainedIn('Resident.birthDate', ...named)).toEqual({ effect: 'PERMIT', withheldBy: [] });
    expect(await explainedIn('Resident.email', '--authority', 'EMAIL')).toEqual({ effect: 'WITHHOLD', withheldBy: ['OPERATION'] });
    expect(await explainedIn('Resident.email', ...order, ...token)).toEqual({
      effect: 'WITHHOLD',
      withheldBy: ['AUTHORITY', 'TOKEN', 'OPERATION'],
    });
    expect(await explainedIn('Resident.phone', ...named, ...token)).toEqual({ effect: 'WITHHOLD', withheldBy: ['TOKEN'] });
    expect(await explainedIn('Query.tickets', '--authority', 'SUPPORT_HISTORY', ...registration)).toEqual({
      effect: 'WITHHOLD',
      withheldBy: ['REGISTRATION'],
    });
  });

  test('stands in the sentences', async () => {
    const as = police.slice(0, -1);
    const { code, stdout } = await privacyHere(['explain', ...as, ...named, ...registration, ...token, '--field', 'Resident.birthDate']);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'Withheld by the registration, which does not allow the category.\n  Withheld by the token, which does not name it.',
    );
    expect(stdout).not.toContain('Withheld by the mandate');
  });
});

test.each([
  [
    'for others than partners',
    ['--as', 'SUPPORT', '--field', 'Resident', '--token-categories', 'NAME'],
    'only for a role that organisations hold',
  ],
  ['with an unknown category', ['--as', 'LAW_ENFORCEMENT', '--field', 'Resident', '--registration', 'NAMES'], 'did you mean NAME?'],
  ['with an unknown field', ['--as', 'LAW_ENFORCEMENT', '--field', 'Resident', '--token-fields', 'Resident.fone'], 'Resident.phone'],
])('limits are refused %s', async (_what, given, words) => {
  const { code, stderr } = await privacyHere(['explain', ...given]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(words) });
});
