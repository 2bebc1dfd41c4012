import type { Grant } from '../../../../engine/policy/declaration/lines.ts';
import { account, address, contactDetails, email, name, telephone } from './category-groups.ts';

/** The categories of a resident's own record that the resident sees. */
const ownRecord = [
  'EXISTENCE',
  'CARD_NUMBER',
  ...name,
  'BIRTH_DATE',
  'AGE',
  ...contactDetails,
  'WAITING_EMAIL',
  ...address,
  'HOUSEHOLD',
  'HELD_SINCE',
  'PURCHASE',
  ...account,
  'CREDIT',
  'SUPPORT_HISTORY',
  'ACCESS_HISTORY',
] as const;

/**
 * The grants of residents: for their own data, for the minors in their care, and for the adults of their household. A guardian sees values
 * that lead to the minor's home only as an adult of that home, whether or not the minor is address-protected: a value that is null only for
 * protected minors would show who is protected (clause `safeguards`).
 */
export const residentGrants: readonly Grant[] = [
  {
    line: 'resident-self',
    role: 'RESIDENT',
    purpose: 'SELF_SERVICE',
    relationship: 'SELF',
    categories: ownRecord,
    clause: 'rights',
  },
  {
    // Only for the one request whose number and code the sender gives. The address is not shown: a person with the code may not learn it.
    line: 'sender-without-account',
    role: 'ANONYMOUS',
    purpose: 'SELF_SERVICE',
    relationship: 'SELF',
    categories: ['SUPPORT_HISTORY'],
    clause: 'contact',
  },
  {
    line: 'guardian',
    role: 'RESIDENT',
    purpose: 'SELF_SERVICE',
    relationship: 'GUARDIAN',
    categories: [
      'EXISTENCE',
      'CARD_NUMBER',
      ...name,
      'BIRTH_DATE',
      'AGE',
      ...email,
      'WAITING_EMAIL',
      'PURCHASE',
      ...account,
      'ACCESS_HISTORY',
    ],
    clause: 'rights',
  },
  {
    line: 'guardian-telephone',
    role: 'RESIDENT',
    purpose: 'SELF_SERVICE',
    relationship: 'GUARDIAN',
    categories: telephone,
    when: ['ADULT_OF_THAT_HOUSEHOLD'],
    clause: 'rights',
  },
  {
    line: 'guardian-address',
    role: 'RESIDENT',
    purpose: 'SELF_SERVICE',
    relationship: 'GUARDIAN',
    categories: address,
    when: ['CARE_INCLUDES_ADDRESS', 'ADULT_OF_THAT_HOUSEHOLD'],
    clause: 'rights',
  },
  {
    line: 'guardian-household',
    role: 'RESIDENT',
    purpose: 'SELF_SERVICE',
    relationship: 'GUARDIAN',
    categories: ['HOUSEHOLD'],
    when: ['CARE_INCLUDES_HOUSEHOLD', 'ADULT_OF_THAT_HOUSEHOLD'],
    clause: 'rights',
  },
  {
    // One day belongs to several values, so it needs the grants for all of them: it would reveal a move of the home.
    line: 'guardian-held-since',
    role: 'RESIDENT',
    purpose: 'SELF_SERVICE',
    relationship: 'GUARDIAN',
    categories: ['HELD_SINCE'],
    when: ['CARE_INCLUDES_ADDRESS', 'CARE_INCLUDES_HOUSEHOLD', 'ADULT_OF_THAT_HOUSEHOLD'],
    clause: 'rights',
  },
  {
    line: 'guardian-support',
    role: 'RESIDENT',
    purpose: 'SELF_SERVICE',
    relationship: 'GUARDIAN',
    categories: ['SUPPORT_HISTORY'],
    when: ['CARE_INCLUDES_SUPPORT'],
    clause: 'rights',
  },
  {
    line: 'household-member',
    role: 'RESIDENT',
    purpose: 'SELF_SERVICE',
    relationship: 'HOUSEHOLD',
    categories: ['EXISTENCE', ...name],
    clause: 'access',
  },
];
