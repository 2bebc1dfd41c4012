import type { Grant } from '../../../../engine/policy/declaration/lines.ts';
import { partnerRoles, partners } from '../../partners/partners.ts';
import type { PartnerRole } from '../../words/roles.ts';
import { account, address, contactDetails, contactHints, name } from './category-groups.ts';

/** The categories that a legal demand can name, one at a time. */
const orderable = [
  ...name,
  'BIRTH_DATE',
  'AGE',
  ...contactDetails,
  ...address,
  'HOUSEHOLD',
  'PURCHASE',
  ...account,
  'CREDIT',
  'SUPPORT_HISTORY',
] as const;

/**
 * The categories that a partner may see under its mandate in force. `when`: beyond the condition that its row in
 * `src/town/policy/partners/partners.ts` names.
 */
type PartnerLine = Pick<Grant, 'line' | 'categories' | 'when'>;

const lines: Readonly<Record<PartnerRole, readonly PartnerLine[]>> = {
  MAINTENANCE_AGENT: [
    { line: 'maintenance-existence', categories: ['EXISTENCE'] },
    { line: 'maintenance-hints', categories: ['INITIALS', 'AGE', ...contactHints, 'LOCALITY'], when: ['CATEGORY_NAMED'] },
  ],
  CREDIT_REPORTING_AGENCY: [
    { line: 'credit-check', categories: ['EXISTENCE'] },
    { line: 'credit-identity', categories: [...name, 'BIRTH_DATE', ...address], when: ['CATEGORY_NAMED'] },
  ],
  COLLECTION_AGENCY: [
    { line: 'collection-debt', categories: ['EXISTENCE'] },
    { line: 'collection-debtor', categories: [...name, ...contactDetails, ...address, 'OVERDUE'], when: ['CATEGORY_NAMED'] },
  ],
  LAW_ENFORCEMENT: [
    { line: 'order-subject', categories: ['EXISTENCE'] },
    { line: 'order-categories', categories: orderable, when: ['CATEGORY_NAMED'] },
  ],
  CONTROL_AGENCY: [{ line: 'audit-log', categories: ['ACCESS_HISTORY'], when: ['CATEGORY_NAMED'] }],
};

/** The grants of partners, all of them under a mandate in force. */
export const partnerGrants: readonly Grant[] = partnerRoles.flatMap((role) => {
  const { purpose, onlyWhile, clause } = partners[role];
  return lines[role].map(({ line, categories, when = [] }): Grant => {
    const needed = onlyWhile === undefined ? when : [onlyWhile, ...when];
    return { line, role, purpose, relationship: 'MANDATE', categories, ...(needed.length > 0 && { when: needed }), clause };
  });
});
