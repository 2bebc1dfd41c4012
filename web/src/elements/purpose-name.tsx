import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Purpose } from '../generated/vocabulary.ts';

/** The name of each purpose as people say it. */
export const purposeNames: Readonly<Record<Purpose, MessageDescriptor>> = {
  SELF_SERVICE: msg`Own affairs`,
  SERVICE_PROVISION: msg`Service`,
  PAYMENT: msg`Payment`,
  AGE_VERIFICATION: msg`Age check`,
  CUSTOMER_SUPPORT: msg`Questions to the helpdesk`,
  RIGHTS_FULFILMENT: msg`Privacy requests`,
  ACCESS_REVIEW: msg`Review of the access log`,
  MANDATE_ADMINISTRATION: msg`Mandates`,
  WEBSITE_SECURITY: msg`Website security`,
  STAFF_ADMINISTRATION: msg`Staff administration`,
  MAINTENANCE: msg`Maintenance`,
  CREDIT_VERIFICATION: msg`Verification of credit`,
  DEBT_COLLECTION: msg`Collection of a debt`,
  LEGAL_DEMAND: msg`Legal demand`,
  CONTROL_AUDIT: msg`Audit`,
};

/** The name of a purpose as people say it. */
export function PurposeName({ purpose }: { readonly purpose: Purpose }): ReactNode {
  const { i18n } = useLingui();
  return i18n._(purposeNames[purpose]);
}
