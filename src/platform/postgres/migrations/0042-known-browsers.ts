import type { RoleNames } from '../role-names.ts';

/**
 * The browsers in which an account has signed in: tries from them are counted apart, so that strangers lock nobody out. A mail to an owner
 * keeps the names of the passkeys that ended with what it tells.
 */
export const knownBrowsers = ({ identity }: RoleNames): string => /* sql */ `
  create table identity.known_browser (
    account_id uuid not null references identity.account on delete cascade,
    -- Of the secret in the browser's cookie.
    hash bytea not null check (length(hash) = 32),
    made_at timestamptz not null,
    last_used_at timestamptz not null,
    primary key (account_id, hash)
  );
  create index known_browser_last_used_at on identity.known_browser (last_used_at);
  grant select, insert, update, delete on identity.known_browser to ${identity};

  alter table identity.mail add column ended_passkeys text[] not null default '{}';
  alter table identity.session add column browser_hash bytea check (length(browser_hash) = 32);`;
