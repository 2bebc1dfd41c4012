import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { MandateKind } from '../generated/vocabulary.ts';

/** The name of each kind of mandate. */
export const mandateKindNames: Readonly<Record<MandateKind, MessageDescriptor>> = {
  WORK_ORDER: msg`Work order`,
  CREDIT_CHECK: msg`Order to check credit`,
  DEBT_ASSIGNMENT: msg`Assignment of a debt`,
  COURT_ORDER: msg`Court order`,
  AUDIT_ENGAGEMENT: msg`Audit engagement`,
};
