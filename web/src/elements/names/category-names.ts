import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { DataCategory } from '../../generated/vocabulary.ts';

/** The categories of personal information as people say them. */
export const categoryNames: Readonly<Record<DataCategory, MessageDescriptor>> = {
  EXISTENCE: msg`Being on record`,
  CARD_NUMBER: msg`Card number`,
  NAME: msg`Name`,
  INITIALS: msg`Initials`,
  BIRTH_DATE: msg`Birth date`,
  AGE: msg`Age band`,
  EMAIL: msg`Email address`,
  WAITING_EMAIL: msg`Email address that waits for its link`,
  EMAIL_HINT: msg`Hint of the email address`,
  TELEPHONE: msg`Telephone number`,
  TELEPHONE_HINT: msg`Hint of the telephone number`,
  ADDRESS: msg`Address`,
  LOCALITY: msg`Town`,
  HOUSEHOLD: msg`Household`,
  HELD_SINCE: msg`Since when the record is unchanged`,
  PURCHASE: msg`Purchases`,
  BALANCE: msg`Balance`,
  OVERDUE: msg`Overdue amount`,
  CREDIT: msg`Credit check`,
  SUPPORT_HISTORY: msg`Questions and answers`,
  NETWORK_ADDRESS: msg`Network address`,
  DEVICE: msg`Browser and platform`,
  BROWSING: msg`Pages visited`,
  CREDENTIAL: msg`Password`,
  ACCESS_HISTORY: msg`Who looked`,
  EMPLOYEE_IDENTITY: msg`Employee’s name`,
  EMPLOYEE_ROLES: msg`Employee’s roles`,
  EMPLOYMENT: msg`Employee’s work address`,
};
