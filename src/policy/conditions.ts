/**
 * What can be true of a data subject beyond the relationship. The relationship look-up answers each;
 * a grant may need one, a prohibition may hang on one.
 */
export const conditions = {
  WITHIN_ADDRESS_SCOPE: 'the guardianship’s scope has the address',
  WITHIN_HOUSEHOLD_SCOPE: 'the guardianship’s scope has the household',
  WITHIN_SUPPORT_SCOPE: 'the guardianship’s scope has the support history',
  CREDIT_CHECK_OPEN: 'the credit check is open',
  OVERDUE_AND_ASSIGNED: 'the debt is overdue and assigned to this agency',
  CATEGORY_NAMED: 'the mandate names the category',
  ADDRESS_PROTECTED: 'the data subject, or somebody of the household, is address-protected',
  ADULT_OF_THAT_HOUSEHOLD: 'the principal is an adult of that very household',
} as const;

export type Condition = keyof typeof conditions;
export const allConditions = Object.keys(conditions) as readonly Condition[];
