import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { roleNames } from '../generated/names.ts';
import type { Role } from '../session/read-session.ts';

/** The name of a role as people say it. */
export function RoleName({ role }: { readonly role: Role }): ReactNode {
  const { i18n } = useLingui();
  return i18n._(roleNames[role]);
}
