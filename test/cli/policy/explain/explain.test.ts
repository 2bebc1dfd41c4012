import { town } from '../../../../src/town/index.ts';
import { describe, expect, test } from '@jest/globals';
import { readCoordinates } from '../../../../src/cli/policy/explain/coordinates.ts';
import { explainCoordinate } from '../../../../src/cli/policy/explain/explain-coordinate.ts';
import { buildSchema } from '../../../../src/server/spine/document/build-schema.ts';
import { Role } from '../../../../src/town/shared/graphql/generated/schema.ts';
import { purposesOf } from '../../../../src/engine/policy/decision/enter.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';
import type { CommandRun } from '../../../helpers/processes/command-run.ts';
import { runPrivacy } from '../../../helpers/processes/run-privacy.ts';

const explainRun = (...given: string[]): Promise<CommandRun> => privacyHere(['explain', ...given]);

const { schema, markings } = buildSchema(town);

test('a failed command exits with 2 and states the reason', async () => {
  const unknown = await runPrivacy(['explain', '--as', 'RESIDENT', '--field', 'Resident.birthDat']);
  expect(unknown).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('did you mean Resident.birthDate?') });
  const usage = await explainRun('--field', 'Resident');
  expect(usage).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('required option') });
});

describe('a field', () => {
  test('that is permitted: the line, the clause and its words', async () => {
    const given = ['--as', 'SUPPORT', '--purpose', 'CUSTOMER_SUPPORT', '--relationship', 'ASSIGNED_TICKET', '--field', 'Resident.email'];
    const { code, stdout } = await explainRun(...given);
    expect(code).toBe(0);
    expect(stdout).toContain('Resident.email: permitted.');
    expect(stdout).toContain('by line support-ticket, clause helpdesk:');
    expect(stdout).toContain('“When you write to the helpdesk we keep your name');
    const { explanation } = JSON.parse((await explainRun(...given, '--json')).stdout);
    expect(explanation).toMatchObject({
      kind: 'SEEN',
      category: 'EMAIL',
      effect: 'PERMIT',
      each: [{ effect: 'PERMIT', line: 'support-ticket', clause: 'helpdesk', asked: { relationship: 'ASSIGNED_TICKET' } }],
    });
  });

  test('that is withheld: what would permit it, and it does', async () => {
    const as = ['--as', 'CREDIT_REPORTING_AGENCY', '--relationship', 'MANDATE', '--field', 'Resident.birthDate'];
    const { code, stdout } = await explainRun(...as);
    expect(code).toBe(1);
    expect(stdout).toContain(
      '- for CREDIT_VERIFICATION under MANDATE, while the credit check is open, and the mandate names the category: line credit-identity, clause credit.',
    );
    const holding = await explainRun(...as, '--holding', 'CREDIT_CHECK_OPEN', 'CATEGORY_NAMED');
    expect(holding.code).toBe(0);
  });

  test('that is forbidden to the role: no line', async () => {
    const { code, stdout } = await explainRun('--as', 'SUPPORT', '--purpose', 'CUSTOMER_SUPPORT', '--field', 'Account.balance');
    expect(code).toBe(1);
    expect(stdout).toContain('Prohibited, because the helpdesk needs no balance, credit or birth date, by line no-finances-for-support');
    expect(stdout).toContain('no line permits it to this role for any purpose');
  });

  test('under every relationship if none is given', async () => {
    const { code, stdout } = await explainRun('--as', 'RESIDENT', '--field', 'Resident.birthDate', '--json');
    expect(code).toBe(1);
    const { asked, explanation } = JSON.parse(stdout);
    expect(asked.purpose).toBe('SELF_SERVICE');
    expect(explanation.effect).toBe('RELATIONSHIP_REQUIRED');
    expect(explanation.each.map((one: any) => `${one.asked.relationship} ${one.effect}`)).toEqual([
      'SELF PERMIT',
      'GUARDIAN PERMIT',
      'HOUSEHOLD WITHHOLD',
      'NONE WITHHOLD',
    ]);
  });

  test.each([
    ['impersonal', ['--as', 'ANONYMOUS', '--field', 'Service.price'], 0, 'impersonal. Nothing withholds it.'],
    ['decided elsewhere', ['--as', 'RESIDENT', '--field', 'Purchase'], 0, 'It is decided at PurchaseEdge.node'],
    ['existence', ['--as', 'RESIDENT', '--field', 'Resident', '--relationship', 'HOUSEHOLD'], 0, 'line household-member'],
    [
      'without a data subject',
      ['--as', 'SECURITY', '--purpose', 'WEBSITE_SECURITY', '--field', 'WebVisit.section'],
      0,
      'line web-security',
    ],
    ['on an interface', ['--as', 'SUPPORT', '--purpose', 'CUSTOMER_SUPPORT', '--field', 'Person.givenName'], 1, 'line support-ticket'],
    ['a root field', ['--as', 'RESIDENT', '--field', 'Query.residents'], 0, 'Rows: FAMILY'],
    ['the root field of nodes', ['--as', 'SUPPORT', '--purpose', 'CUSTOMER_SUPPORT', '--field', 'Query.node'], 0, 'Rows: ASSIGNED_TICKET'],
    ['the root field of nodes, closed for one type', ['--as', 'RESIDENT', '--field', 'Query.node'], 0, '  Query.mandate: closed.'],
    ['the root field of nodes, open for what is public', ['--as', 'ANONYMOUS', '--field', 'Query.node'], 0, '  Query.service: open.'],
    [
      'the id of a node',
      ['--as', 'RESIDENT', '--field', 'Node.id'],
      0,
      'It is decided at Resident.id, Ticket.id, Mandate.id, PrivacyRequest.id',
    ],
    ['a node', ['--as', 'RESIDENT', '--field', 'Node'], 0, 'It is decided at Query.node'],
    ['a closed root field', ['--as', 'SECURITY', '--purpose', 'WEBSITE_SECURITY', '--field', 'Query.residents'], 1, 'for any purpose'],
    [
      'a root field for another purpose',
      ['--as', 'CUSTOMER_SERVICE', '--purpose', 'SERVICE_PROVISION', '--field', 'Query.accounts'],
      1,
      'another purpose: PAYMENT',
    ],
    ['a root field that needs a category', ['--as', 'LAW_ENFORCEMENT', '--field', 'Query.tickets'], 1, 'It needs SUPPORT_HISTORY'],
    [
      'a root field that needs a category that the order names',
      ['--as', 'LAW_ENFORCEMENT', '--field', 'Query.tickets', '--holding', 'CATEGORY_NAMED'],
      0,
      'Rows: MANDATE',
    ],
    [
      'an argument',
      ['--as', 'CUSTOMER_SERVICE', '--purpose', 'PAYMENT', '--field', 'Query.accounts(overdue:)'],
      0,
      'At Query.accounts: permitted.',
    ],
    [
      'a closed argument',
      ['--as', 'COLLECTION_AGENCY', '--holding', 'CATEGORY_NAMED', '--field', 'Query.accounts(overdue:)'],
      1,
      'No line permits this role to use it there',
    ],
    ['an argument that selects a row', ['--as', 'RESIDENT', '--field', 'Query.resident(id:)'], 0, 'only selects among the rows'],
    [
      'an input field',
      ['--as', 'CUSTOMER_SERVICE', '--purpose', 'SERVICE_PROVISION', '--field', 'ResidentFilter.birthDate'],
      1,
      'another purpose: AGE_VERIFICATION',
    ],
    [
      'an input field of a mutation',
      ['--as', 'CUSTOMER_SERVICE', '--purpose', 'PAYMENT', '--field', 'UpdateContactInput.email'],
      0,
      'An input of a change is only written.',
    ],
    [
      'an enum value',
      ['--as', 'CUSTOMER_SERVICE', '--purpose', 'SERVICE_PROVISION', '--field', 'ResidentOrder.FAMILY_NAME'],
      0,
      'It is for NAME',
    ],
    ['without a purpose', ['--as', 'SUPPORT', '--field', 'Resident.email'], 1, 'No purpose was declared.'],
    [
      'for a purpose that the role cannot declare',
      ['--as', 'SUPPORT', '--purpose', 'PAYMENT', '--field', 'Resident.email'],
      1,
      'SUPPORT cannot declare PAYMENT',
    ],
    ['unknown', ['--as', 'RESIDENT', '--field', 'Resident.birthDat'], 2, 'did you mean Resident.birthDate?'],
    ['an unknown name without a similar one', ['--as', 'RESIDENT', '--field', 'Account.motherMaidenName'], 2, 'there are Account.id'],
    ['as an unknown role', ['--as', 'SUPORT', '--field', 'Resident'], 2, '--as: unknown name; did you mean SUPPORT?'],
    ['for an unknown purpose', ['--as', 'SUPPORT', '--purpose', 'PAYMENTS', '--field', 'Resident'], 2, 'did you mean PAYMENT?'],
    ['under an unknown relationship', ['--as', 'SUPPORT', '--relationship', 'SELFIE', '--field', 'Resident'], 2, 'did you mean SELF?'],
    [
      'with an unknown condition',
      ['--as', 'SUPPORT', '--field', 'Resident', '--holding', 'ADDRESS_PROTECT'],
      2,
      'did you mean ADDRESS_PROTECTED?',
    ],
    ['without a field', ['--as', 'SUPPORT'], 2, 'give --field, --operation or both'],
    ['without a role', ['--field', 'Resident'], 2, "required option '--as <role>' not specified"],
    ['with help', ['--help'], 0, 'explain --as ROLE'],
  ])('%s', async (_what, given, expected, words) => {
    const { code, stdout, stderr } = await privacyHere(['explain', ...given]);
    expect({ code, said: code === 2 ? stderr : stdout }).toEqual({ code: expected, said: expect.stringContaining(words) });
  });

  test('of every kind can be explained for every role, purpose and relationship', () => {
    const all = readCoordinates(schema, markings);
    const kinds = new Set<string>();
    for (const coordinate of all.keys()) {
      for (const role of Object.values(Role)) {
        for (const purpose of [undefined, ...purposesOf(policyInForce, role)]) {
          const explanation = explainCoordinate(
            policyInForce,
            all,
            { role, purpose, relationship: undefined, holding: new Set() },
            coordinate,
          );
          kinds.add(`${explanation.kind} ${explanation.effect}`);
          expect(explanation.coordinate).toBe(coordinate);
        }
      }
    }
    expect(all.size).toBeGreaterThan(300);
    for (const output of markings.outputs.keys()) expect([...all.keys()]).toContain(output);
    for (const input of markings.inputs.keys()) expect([...all.keys()]).toContain(input);
    expect([...kinds].toSorted()).toEqual([
      'ENTERED PERMIT',
      'ENTERED WITHHOLD',
      'IMPERSONAL PERMIT',
      'NODE PERMIT',
      'SEEN PERMIT',
      'SEEN RELATIONSHIP_REQUIRED',
      'SEEN WITHHOLD',
      'USED PERMIT',
      'USED WITHHOLD',
    ]);
  });
});
