/**
 * The facts about a data subject, beyond the relationship, that decisions can depend on. The look-up of relationships
 * determines each. A grant can need conditions, and a prohibition can depend on them.
 */
export const conditions = {
  CARE_INCLUDES_ADDRESS: 'the guardianship’s areas include the address',
  CARE_INCLUDES_HOUSEHOLD: 'the guardianship’s areas include the household',
  CARE_INCLUDES_SUPPORT: 'the guardianship’s areas include the support history',
  CREDIT_CHECK_OPEN: 'the credit check is open',
  OVERDUE_AND_ASSIGNED: 'the debt is overdue and assigned to this agency',
  CATEGORY_NAMED: 'the mandate names the category',
  ADDRESS_PROTECTED: 'the data subject or a member of the household is address-protected',
  ADULT_OF_THAT_HOUSEHOLD: 'the principal is an adult of the data subject’s household',
} as const;

export type Condition = keyof typeof conditions;
export const allConditions = Object.keys(conditions) as readonly Condition[];
