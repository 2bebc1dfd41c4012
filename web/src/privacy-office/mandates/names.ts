import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { MandateKind, MandateStatus, Role } from '../../generated/vocabulary.ts';

export const mandateKinds: Readonly<Record<MandateKind, MessageDescriptor>> = {
  WORK_ORDER: msg`Work order`,
  CREDIT_CHECK: msg`Credit check`,
  DEBT_ASSIGNMENT: msg`Debt assignment`,
  COURT_ORDER: msg`Court order`,
  AUDIT_ENGAGEMENT: msg`Audit engagement`,
};

export const mandateStatuses: Readonly<Record<MandateStatus, MessageDescriptor>> = {
  AWAITING_APPROVAL: msg`Awaits approval`,
  NOT_YET_VALID: msg`Not valid yet`,
  IN_FORCE: msg`In force`,
  EXPIRED: msg`Expired`,
  REVOKED: msg`Revoked`,
};

/** The kind of document under which each kind of partner may see something. */
export const kindOfPartner: Readonly<Partial<Record<Role, MandateKind>>> = {
  MAINTENANCE_AGENT: 'WORK_ORDER',
  CREDIT_REPORTING_AGENCY: 'CREDIT_CHECK',
  COLLECTION_AGENCY: 'DEBT_ASSIGNMENT',
  LAW_ENFORCEMENT: 'COURT_ORDER',
  CONTROL_AGENCY: 'AUDIT_ENGAGEMENT',
};
