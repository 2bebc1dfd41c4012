import type { RolePages } from './role-pages.ts';
import type { Role } from './session/read-session.ts';

/** Loads the pages of a role: a chunk each. */
export const pagesOfRoles: Readonly<Partial<Record<Role, () => Promise<{ readonly default: RolePages }>>>> = {
  RESIDENT: () => import('./resident/pages.ts'),
  CUSTOMER_SERVICE: () => import('./counter/pages.ts'),
  SUPPORT: () => import('./helpdesk/pages.ts'),
  PRIVACY_OFFICER: () => import('./privacy-office/pages.ts'),
};
