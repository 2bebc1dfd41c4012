import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Purpose, Relationship, Role, RowScope } from '../../../../src/town/shared/graphql/generated/schema.ts';
import { claimRules } from '../../../../src/town/policy/rules/claim-rules.ts';
import { clausePeriods } from '../../../../src/town/policy/statement/clauses.ts';
import { contactRules } from '../../../../src/town/policy/rules/contact-rules.ts';
import { partners } from '../../../../src/town/policy/partners/partners.ts';
import { logRetention } from '../../../../src/town/policy/rules/log-retention.ts';
import { statements } from '../../../../src/town/policy/statement/statements.ts';
import { authorities } from '../../../../src/town/policy/words/purposes.ts';
import { vocabulary } from '../../../../src/town/policy/words/vocabulary.ts';

// Written by hand from STATEMENT.md: who holds each role, and what follows.
const flags = (heldBy: string, isCounted: boolean, acknowledges: boolean, provesFreshly: boolean, needsPasskey = false) => ({
  heldBy,
  isCounted,
  acknowledges,
  provesFreshly,
  needsPasskey,
});
const employee = flags('EMPLOYEE', true, true, true);
const organisation = flags('ORGANISATION', true, false, false);

test('each role is described', () => {
  const { roles } = vocabulary;
  const found = Object.fromEntries(
    Object.entries(roles).map(([role, { sensitive: _because, organisation: _under, ...rest }]) => [role, rest]),
  );
  expect(found).toStrictEqual({
    ANONYMOUS: { noun: 'an anonymous caller', ...flags('NOBODY', false, false, false) },
    RESIDENT: { noun: 'a resident', ...flags('DATA_SUBJECT', false, false, true), usualPurpose: 'SELF_SERVICE' },
    CUSTOMER_SERVICE: { noun: 'a clerk of customer service', ...employee },
    SUPPORT: { noun: 'an employee of the helpdesk', ...employee },
    PRIVACY_OFFICER: { noun: 'a privacy officer', ...employee, needsPasskey: true },
    SECURITY: { noun: 'an employee of web security', ...employee },
    STAFF_ADMINISTRATOR: { noun: 'an administrator of the staff', ...employee },
    MAINTENANCE_AGENT: { noun: 'a maintenance agent', ...organisation },
    CREDIT_REPORTING_AGENCY: { noun: 'a credit reporting agency', ...organisation },
    COLLECTION_AGENCY: { noun: 'a collection agency', ...organisation },
    LAW_ENFORCEMENT: { noun: 'law enforcement', ...organisation },
    CONTROL_AGENCY: { noun: 'a control agency', ...organisation },
  });
  for (const [role, { purpose, mandateKind, approvals, budget }] of Object.entries(partners)) {
    expect(roles[role as keyof typeof partners].organisation).toStrictEqual({ purpose, authorityKind: mandateKind, approvals, budget });
  }
});

test('each relationship is a genitive and a noun', () => {
  expect(vocabulary.relationships).toStrictEqual({
    SELF: { genitive: 'of themselves', noun: 'the person’s own record' },
    GUARDIAN: { genitive: 'of a data subject in their care', noun: 'a minor in the reader’s care' },
    HOUSEHOLD: { genitive: 'of a data subject of their household', noun: 'an adult of the same home' },
    ENCOUNTER: { genitive: 'of a data subject in an encounter', noun: 'somebody who is being served' },
    ASSIGNED_TICKET: { genitive: 'of a data subject whose ticket is assigned to them', noun: 'somebody whose ticket the reader has' },
    OPEN_REQUEST: { genitive: 'of a data subject whose request they answer', noun: 'somebody whose request the reader answers' },
    MANDATE: { genitive: 'of a data subject of their mandate', noun: 'somebody whom the mandate covers' },
    NONE: { genitive: 'of a data subject without any relationship', noun: 'anybody' },
  });
});

test('the words of each kind have the order of the schema', () => {
  expect(Object.keys(vocabulary.roles)).toEqual(Object.keys(Role));
  expect(Object.keys(vocabulary.purposes)).toEqual(Object.keys(Purpose));
  expect(Object.keys(vocabulary.relationships)).toEqual(Object.keys(Relationship));
  expect(Object.keys(vocabulary.scopes)).toEqual(Object.keys(RowScope));
});

test('an authority is recorded, approved, confirmed again and ended by four mutations', () => {
  const fields = ['record', 'approve', 'reconfirm', 'revoke'].map((verb) => `Mutation.${verb}Mandate`);
  expect(vocabulary.authorityFields).toEqual(fields);
});

test('what the matrix says besides its tables names the periods in force', () => {
  expect(vocabulary.independence).toMatch(/^Two employees approve nothing together for 90 days after /);
  const { codeHours, contactDays, contestDays } = claimRules;
  for (const period of [`has been on record for ${contactDays} days`, `For ${contestDays} days, the person can say`, 'clause `identity`'])
    expect(vocabulary.notes[0]!.paragraphs[0]).toContain(period);
  expect(vocabulary.notes).toEqual([
    {
      heading: 'What proves whose record it is',
      paragraphs: [
        expect.stringContaining(`can be used for ${codeHours} hours, `),
        expect.stringContaining(`within ${contactRules.hours} hours (clause `),
      ],
    },
  ]);
});

test('each act is counted by a root field, and described', () => {
  expect(vocabulary.acts).toStrictEqual({
    UNSERVED_ENCOUNTER: {
      field: 'Mutation.startEncounter',
      heading: 'not served',
      does: 'begin encounters with {} and not serve them',
      counted: 'residents',
    },
    IDENTITY_CHECK: {
      field: 'Mutation.confirmIdentity',
      heading: 'identity checks',
      does: 'make {}',
      counted: 'checks of identities',
    },
    CLAIM_CODE: { field: 'Mutation.confirmClaim', heading: 'claims', does: 'issue or confirm {}', counted: 'codes to claim records' },
  });
});

test('the rest is that of the parts of the policy, and its files are there', () => {
  const { reviewPurpose, clauses, accounts, files } = vocabulary;
  expect([reviewPurpose, clauses]).toEqual(['ACCESS_REVIEW', clausePeriods]);
  expect([vocabulary.authorities, vocabulary.logRetention, vocabulary.statements]).toEqual([authorities, logRetention, statements]);
  expect(vocabulary.matrixCommand).toBe('npm run matrix');
  expect(accounts).toEqual({ claims: claimRules, contacts: contactRules, independenceDays: 90 });
  expect(Object.keys(files)).toEqual(['schema', 'words', 'categories', 'conditions', 'clauses', 'rootFields', 'policy']);
  for (const file of Object.values(files))
    expect([file, file !== '' && existsSync(new URL(`../../../../${file}`, import.meta.url))]).toEqual([file, true]);
  expect(files.schema).toMatch(/vocabulary\.graphql$/);
  for (const name of ['categories', 'conditions', 'clauses'] as const) expect(files[name]).toContain(`/${name}.ts`);
});
