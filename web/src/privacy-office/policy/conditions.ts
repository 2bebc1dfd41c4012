import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { PolicyCondition } from '../../generated/vocabulary.ts';

/** The conditions in words, as they follow “while”. */
export const conditionNames: Readonly<Record<PolicyCondition, MessageDescriptor>> = {
  CARE_INCLUDES_ADDRESS: msg`the guardianship includes the address`,
  CARE_INCLUDES_HOUSEHOLD: msg`the guardianship includes the household`,
  CARE_INCLUDES_SUPPORT: msg`the guardianship includes the questions to the helpdesk`,
  CREDIT_CHECK_OPEN: msg`the credit check is open`,
  OVERDUE_AND_ASSIGNED: msg`the debt is overdue and assigned to this agency`,
  CATEGORY_NAMED: msg`the mandate names it`,
  ADDRESS_PROTECTED: msg`the person’s home is protected`,
  ADULT_OF_THAT_HOUSEHOLD: msg`the reader is an adult of that home`,
};
