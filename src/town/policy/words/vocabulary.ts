import type { RoleDescription, Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';
import { Purpose, Relationship, Role, RowScope } from '../../shared/graphql/generated/schema.ts';
import { acts } from './acts.ts';
import { categories } from './categories.ts';
import { claimRules } from '../rules/claim-rules.ts';
import { clausePeriods } from '../statement/clauses.ts';
import { conditions } from '../lines/conditions.ts';
import { contactRules } from '../rules/contact-rules.ts';
import { logRetention } from '../rules/log-retention.ts';
import { perPartner } from '../partners/partners.ts';
import { authorities, purposes } from './purposes.ts';
import { relationships } from './relationships.ts';
import { employeeRoles, independenceDays, sensitiveRoles } from './roles.ts';
import { rowScopes } from '../lines/row-scopes.ts';
import { reviewPurpose } from '../rules/separate-duty.ts';
import { statements } from '../statement/statements.ts';

const stranger: RoleDescription = {
  noun: 'an anonymous caller',
  heldBy: 'NOBODY',
  isCounted: false,
  acknowledges: false,
  provesFreshly: false,
  needsPasskey: false,
};
const resident: RoleDescription = {
  noun: 'a resident',
  heldBy: 'DATA_SUBJECT',
  isCounted: false,
  acknowledges: false,
  provesFreshly: true,
  needsPasskey: false,
  usualPurpose: 'SELF_SERVICE',
};

const nouns: Readonly<Record<(typeof employeeRoles)[number], string>> = {
  CUSTOMER_SERVICE: 'a clerk of customer service',
  SUPPORT: 'an employee of the helpdesk',
  PRIVACY_OFFICER: 'a privacy officer',
  SECURITY: 'an employee of web security',
  STAFF_ADMINISTRATOR: 'an administrator of the staff',
};

function employee(role: (typeof employeeRoles)[number]): RoleDescription {
  const sensitive = sensitiveRoles.find((one) => one.role === role);
  return {
    noun: nouns[role],
    heldBy: 'EMPLOYEE',
    isCounted: true,
    acknowledges: true,
    provesFreshly: true,
    needsPasskey: role === 'PRIVACY_OFFICER',
    ...(sensitive && { sensitive: { because: sensitive.because, clause: sensitive.clause } }),
  };
}

const roles: Readonly<Record<Role, RoleDescription>> = {
  ANONYMOUS: stranger,
  RESIDENT: resident,
  ...(Object.fromEntries(employeeRoles.map((role) => [role, employee(role)])) as Record<(typeof employeeRoles)[number], RoleDescription>),
  ...perPartner(({ noun, purpose, mandateKind, approvals, budget }) => ({
    noun,
    heldBy: 'ORGANISATION' as const,
    isCounted: true,
    acknowledges: false,
    provesFreshly: false,
    needsPasskey: false,
    organisation: { purpose, authorityKind: mandateKind, approvals, budget },
  })),
};

const { codeHours, contactDays, contestDays } = claimRules;

/** The members of a record in the order of the schema's words. */
function inOrderOf<Word extends string, Described>(
  words: Readonly<Record<Word, Word>>,
  described: Readonly<Record<Word, Described>>,
): Readonly<Record<Word, Described>> {
  return Object.fromEntries((Object.keys(words) as Word[]).map((word) => [word, described[word]])) as Record<Word, Described>;
}

/** The words of the municipality's policy, and their meaning for the engine. */
export const vocabulary: Vocabulary = {
  roles: inOrderOf(Role, roles),
  purposes: inOrderOf(Purpose, purposes),
  categories,
  relationships: inOrderOf(Relationship, relationships),
  scopes: inOrderOf(RowScope, rowScopes),
  conditions,
  acts,
  clauses: clausePeriods,
  reviewPurpose,
  authorities,
  authorityFields: ['Mutation.recordMandate', 'Mutation.approveMandate', 'Mutation.reconfirmMandate', 'Mutation.revokeMandate'],
  accounts: { claims: claimRules, contacts: contactRules, independenceDays },
  logRetention,
  statements,
  independence: `Two employees approve nothing together for ${independenceDays} days after one brought in the other, or the same administrator brought in both. An invitation brings in, and so does the proposal of a sensitive role. Two employees with the same record as a resident never do.`,
  notes: [
    {
      heading: 'What proves whose record it is',
      paragraphs: [
        `A code of the counter can be used for ${codeHours} hours, together with another one: it is mailed to an address that is proven and has been on record for ${contactDays} days, or confirmed by a second employee who may approve together with the first and is of another home. For an address-protected person, no employee but a privacy officer confirms. For ${contestDays} days, the person can say by the link of a mail that it was another person (clause \`identity\`).`,
        `Another mail address of a record takes effect once the link is opened that is mailed to it, within ${contactRules.hours} hours (clause \`identity\`).`,
      ],
    },
  ],
  files: {
    schema: 'schema/vocabulary.graphql',
    words: 'src/town/policy/words/',
    categories: 'src/town/policy/words/categories.ts',
    conditions: 'src/town/policy/lines/conditions.ts',
    clauses: 'src/town/policy/statement/clauses.ts',
    rootFields: 'src/town/policy/lines/root-fields.ts',
    policy: 'src/town/policy/',
  },
  matrixCommand: 'npm run matrix',
};
