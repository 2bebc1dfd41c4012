import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { Role } from '../session/read-session.ts';

/** The name of each role as people say it. */
export const roleNames: Readonly<Record<Role, MessageDescriptor>> = {
  ANONYMOUS: msg`Somebody without an account`,
  RESIDENT: msg`Resident`,
  CUSTOMER_SERVICE: msg`Customer service`,
  SUPPORT: msg`Helpdesk`,
  PRIVACY_OFFICER: msg`Privacy office`,
  SECURITY: msg`Information security`,
  STAFF_ADMINISTRATOR: msg`Staff administration`,
  MAINTENANCE_AGENT: msg`Maintenance firm`,
  CREDIT_REPORTING_AGENCY: msg`Credit bureau`,
  COLLECTION_AGENCY: msg`Collection agency`,
  LAW_ENFORCEMENT: msg`Police`,
  CONTROL_AGENCY: msg`Auditor`,
};

/** The name of a role as people say it. */
export function RoleName({ role }: { readonly role: Role }): ReactNode {
  const { i18n } = useLingui();
  return i18n._(roleNames[role]);
}
