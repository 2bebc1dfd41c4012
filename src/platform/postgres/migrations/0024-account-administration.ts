import type { RoleNames } from '../role-names.ts';

/**
 * What an authorization server needs that runs as a process of its own, and what a change of a mail address needs.
 */
export const accountAdministration = ({ identity }: RoleNames): string => /* sql */ `
  -- Which secrets the database is served with: another pseudonyms secret would name residents to partners by other pseudonyms.
  grant select, insert on access_log.bound_secret to ${identity};

  -- Whose request a mail answers, where that is not the account that has the address.
  alter table identity.mail add column account_id uuid constraint mail_account references identity.account on delete cascade;
  create index mail_account on identity.mail (account_id) where account_id is not null;

  create index attempt_expire on identity.attempt (expire);
  create index claim_code_valid_until on identity.claim_code (valid_until);`;
