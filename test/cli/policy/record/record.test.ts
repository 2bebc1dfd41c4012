import { town } from '../../../../src/town/index.ts';
import { vocabulary } from '../../../../src/town/policy/words/vocabulary.ts';
import { describe, expect, test } from '@jest/globals';
import { blocksMarkdown } from '../../../../src/cli/policy/record/blocks-markdown.ts';
import { activities, anyPurposeFields } from '../../../../src/cli/policy/record/activities.ts';
import { recordBlocks } from '../../../../src/cli/policy/record/record-blocks.ts';
import { buildSchema } from '../../../../src/server/spine/document/build-schema.ts';
import type { DataCategory, Role } from '../../../../src/town/shared/graphql/generated/schema.ts';
import { authorityVersions } from '../../../../src/engine/review/explain/authority-versions.ts';
import { categories } from '../../../../src/town/policy/words/categories.ts';
import { policyHash } from '../../../../src/engine/policy/declaration/policy-hash.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { authorityOn, statementOn } from '../../../../src/engine/policy/declaration/vocabulary.ts';
import { allPurposes, purposes } from '../../../../src/town/policy/words/purposes.ts';
import { partnerOf } from '../../../../src/town/policy/partners/partners.ts';
import { readMatrixFile, readRootFieldsFile } from '../../../helpers/policy/matrix-file.ts';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';
import { runPrivacy } from '../../../helpers/processes/run-privacy.ts';

const date = '2026-01-31';
const enforced = buildSchema(town);
const all = activities(policyInForce, enforced, date);
const matrix = readMatrixFile();
const of = (purpose: string): (typeof all)[number] => all.find((activity) => activity.purpose === purpose)!;

describe('the record', () => {
  test('has one activity for each purpose, with term, sentence and authority', () => {
    expect(all.map(({ purpose }) => purpose)).toEqual(allPurposes);
    for (const { purpose, term, sentence, authority, retention } of all) {
      expect({ term, sentence }).toEqual(purposes[purpose]);
      expect(authority).toBe('Municipal Government Act; Protection of Privacy Act; Access to Information Act');
      expect(retention).toBeNull();
    }
  });

  test('has every recipient of every category that the matrix lists, and no other', () => {
    for (const { purpose, recipients } of all) {
      const recorded = recipients.flatMap(({ role, relationship, line, categories: seen, when, clause }) =>
        seen.map((category) => [role, relationship, category, when.join(' and '), line, clause].join(' | ')),
      );
      const listed = matrix
        .filter((line) => line.purpose === purpose)
        .map((line) => [line.role, line.relationship, line.category, line.when.join(' and ')].join(' | '));
      expect(recorded.map((one) => one.split(' | ').slice(0, 4).join(' | ')).toSorted()).toEqual(listed.toSorted());
    }
    expect(all.flatMap(({ recipients }) => recipients).length).toBeGreaterThan(20);
  });

  test('names partners as external recipients, each under its mandate', () => {
    for (const { recipients } of all) {
      for (const { role, outside, underAuthority } of recipients) {
        expect({ role, outside, mandates: underAuthority.length }).toEqual({
          role,
          outside: partnerOf(role) !== undefined,
          mandates: partnerOf(role) ? 1 : 0,
        });
      }
    }
    expect(of('LEGAL_DEMAND').recipients.map(({ underAuthority }) => underAuthority)).toEqual([['COURT_ORDER'], ['COURT_ORDER']]);
    expect(of('LEGAL_DEMAND').safeguards.authorityFields.map(({ field }) => field)).toContain('Mutation.approveMandate');
    expect(of('PAYMENT').safeguards.authorityFields).toEqual([]);
  });

  test('has each category with its term, where it is held and where it is gathered', () => {
    for (const { categories: recorded } of all) {
      for (const { category, term, label, heldAt } of recorded) {
        expect({ term, label }).toEqual({ term: categories[category].term, label: categories[category].label });
        expect(heldAt).toEqual(
          [...enforced.markings.outputs.values()].filter((one) => one.category === category).map((one) => one.coordinate),
        );
      }
    }
    const birth = of('SERVICE_PROVISION').categories.find(({ category }) => category === 'BIRTH_DATE')!;
    // Customer service records it, and compares it with what a person says, but does not see it.
    expect(birth).toMatchObject({ recipients: [], gatheredAt: ['ConfirmIdentityInput.birthDate', 'RegisterResidentInput.birthDate'] });
    expect(of('PAYMENT').categories.map(({ category }) => category)).not.toContain('BIRTH_DATE');
    const known = new Map(
      all.flatMap((one) =>
        one.categories.map(({ category, recipients }): [string, readonly Role[]] => [`${one.purpose} ${category}`, recipients]),
      ),
    );
    for (const { purpose, category, role } of matrix) expect(known.get(`${purpose} ${category}`)).toContain(role);
  });

  test('names the data subjects by the types of the schema', () => {
    expect(of('WEBSITE_SECURITY').dataSubjects.map(({ type, withoutDataSubject }) => ({ type, withoutDataSubject }))).toEqual([
      { type: 'WebVisit', withoutDataSubject: true },
      { type: 'WebVisitStatistic', withoutDataSubject: true },
    ]);
    const types = of('CUSTOMER_SUPPORT').dataSubjects.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['Resident', 'Employee', 'Ticket', 'TicketMessage']));
    expect(types).not.toContain('Purchase');
  });

  test('lists the processing of each purpose, and what belongs to no single purpose', () => {
    const rows = readRootFieldsFile().filter(({ purposes: list }) => list[0] !== 'any or none');
    for (const { purpose, rootFields } of all) {
      const listed = rows
        .filter((row) => row.purposes.includes(purpose))
        .map(({ field, role, rows: scope }) => `${field} ${role} ${scope}`);
      expect(rootFields.map(({ field, role, scope }) => `${field} ${role} ${scope}`).toSorted()).toEqual(listed.toSorted());
    }
    expect(
      anyPurposeFields(policyInForce, enforced).map(({ field, role, gathers }) => [field, role, gathers.map((one) => one.category).join()]),
    ).toEqual([
      ['Query.services', 'ANYBODY', ''],
      ['Query.service', 'ANYBODY', ''],
      ['Query.privacyStatement', 'ANYBODY', ''],
      ['Query.policy', 'ANYBODY', ''],
      ['Mutation.sendContactCode', 'ANONYMOUS', 'SUPPORT_HISTORY,EMAIL'],
      ['Mutation.fileRequest', 'ANONYMOUS', 'EXISTENCE,SUPPORT_HISTORY,EMAIL,ACCESS_HISTORY'],
      ['Query.requestState', 'ANONYMOUS', ''],
      ['Query.purposeTexts', 'ANYBODY', ''],
      ['Mutation.acknowledgePurpose', 'CUSTOMER_SERVICE', ''],
      ['Mutation.acknowledgePurpose', 'SUPPORT', ''],
      ['Mutation.acknowledgePurpose', 'PRIVACY_OFFICER', ''],
      ['Mutation.acknowledgePurpose', 'SECURITY', ''],
      ['Mutation.acknowledgePurpose', 'STAFF_ADMINISTRATOR', ''],
    ]);
  });

  test('lists safeguards that follow from the policy and the schema', () => {
    const names = (purpose: string): string[] => of(purpose).safeguards.prohibitions.map(({ line }) => line);
    expect(names('CUSTOMER_SUPPORT')).toEqual(expect.arrayContaining(['no-finances-for-support', 'address-protection', 'no-passwords']));
    expect(names('LEGAL_DEMAND')).not.toContain('address-protection');
    expect(names('LEGAL_DEMAND')).not.toContain('no-support-history-for-partners');
    expect(names('MAINTENANCE')).toContain('no-support-history-for-partners');
    expect(of('DEBT_COLLECTION').safeguards.conditions).toEqual(['OVERDUE_AND_ASSIGNED', 'CATEGORY_NAMED']);
    expect(of('LEGAL_DEMAND').safeguards.pseudonyms.map(({ coordinate }) => coordinate)).toEqual([
      'Resident.id',
      'DisclosedPerson.residentId',
    ]);
    expect(of('CONTROL_AUDIT').safeguards.pseudonyms.map(({ coordinate }) => coordinate)).toEqual(['AccessEntrySubject.pseudonym']);
    expect(of('PAYMENT').safeguards.pseudonyms).toEqual([]);
    expect(new Set(of('PAYMENT').safeguards.logReaders.map(({ role }) => role))).toEqual(
      new Set(matrix.filter(({ category }) => category === 'ACCESS_HISTORY').map(({ role }) => role)),
    );
  });
});

test('clause authority: each authority has its days, the earlier ones too', () => {
  const earlier = { acts: 'Municipal Government Act; Freedom of Information and Protection of Privacy Act', from: null };
  expect(authorityVersions(vocabulary, '2025-06-10')).toEqual([{ ...earlier, until: null }]);
  expect(authorityVersions(vocabulary, '2026-01-31')).toEqual([
    { ...earlier, until: '2025-06-11' },
    { acts: authorityOn(vocabulary, '2026-01-31'), from: '2025-06-11', until: null },
  ]);
});

describe('written down', () => {
  const hostile = `"><script>alert('x')</script> | *bold* [a](b) \`c\` &amp;`;
  const changed = (category: DataCategory): Policy => ({
    ...policyInForce,
    prohibitions: policyInForce.prohibitions.map((one) => (one.categories.includes(category) ? { ...one, because: hostile } : one)),
  });
  const blocks = recordBlocks(
    vocabulary,
    { date, policy: hostile, statement: statementOn(vocabulary, date)! },
    activities(changed('CREDENTIAL'), enforced, date),
    [],
  );

  test('as Markdown, no text becomes markup', () => {
    const text = blocksMarkdown(blocks);
    expect(text).not.toContain('<script');
    expect(text).toContain(`since ">&lt;script>alert('x')&lt;/script> \\| \\*bold\\* \\[a\\](b) \\\`c\\\` &amp;amp;`);
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) expect(row.endsWith(' |')).toBe(true);
  });
});

describe('the command', () => {
  test('prints the record of a day as JSON', async () => {
    const { code, stdout } = await privacyHere(['record', '--date', date, '--json']);
    expect(code).toBe(0);
    const { version, effectiveFrom } = statementOn(vocabulary, date)!;
    expect(JSON.parse(stdout)).toEqual(
      JSON.parse(
        JSON.stringify({
          date,
          policy: policyHash(policyInForce),
          statement: { version, effectiveFrom },
          activities: all,
          anyPurpose: anyPurposeFields(policyInForce, enforced),
        }),
      ),
    );
  });

  test('has the authority and the statement of an earlier day', async () => {
    const { stdout } = await runPrivacy(['record', '--date', '2024-05-01']);
    expect(stdout).toContain('On 2024-05-01. Privacy statement 1, in force since 2020-01-01.');
    expect(stdout).toContain('| Legal authority | Municipal Government Act; Freedom of Information and Protection of Privacy Act |');
    expect(stdout).toContain('| Earlier authorities | none since the first statement |');
    expect(stdout).toContain('| Retention | not set here |');
  });

  test.each([
    [['--format', 'html'], "unknown option '--format'"],
    [['--date', '2026-02-30'], '--date: a date such as 2026-01-31'],
    [['--date', 'yesterday'], '--date: a date such as 2026-01-31'],
    [['--date', '2019-12-31'], 'from 2020-01-01 on'],
  ])('fails for %j', async (given, words) => {
    const { code, stdout, stderr } = await privacyHere(['record', ...given]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });

  test('has help with examples', async () => {
    expect((await privacyHere(['record', '--help'])).stdout).toContain('npm run -s privacy -- record > record.md');
  });
});
