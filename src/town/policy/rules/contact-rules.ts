import type { ContactRules } from '../../../engine/policy/declaration/account-rules.ts';

export const contactRules: ContactRules = {
  hours: 48,
  asksPerDay: { SELF: 8, GUARDIAN: 8, EMPLOYEE: 120 },
  mailsPerDay: 4,
  mailsPerAsker: 3,
};
