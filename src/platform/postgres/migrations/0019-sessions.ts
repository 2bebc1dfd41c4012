import type { RoleNames } from '../role-names.ts';

/**
 * Sessions of browsers. The id in a cookie is stored as a SHA-256 digest. The gateway reads whether a session may act, and writes when
 * it was used; it neither makes nor ends one.
 */
export const sessions = ({ gateway, identity }: RoleNames): string => /* sql */ `
  create table identity.session (
    -- Names the session in the list of one's own; it opens nothing.
    id uuid primary key,
    hash bytea not null constraint session_hash unique check (octet_length(hash) = 32),
    account_id uuid not null references identity.account on delete cascade,
    -- The one capacity in which it acts.
    role text not null,
    principal_id uuid not null,
    acr text not null,
    amr text[] not null,
    -- When that was proven last.
    proven_at timestamptz not null,
    made_at timestamptz not null,
    last_used_at timestamptz not null,
    idle_seconds integer not null check (idle_seconds > 0),
    expires_at timestamptz not null,
    -- Since when somebody chose to stay signed in; null: they did not.
    kept_since timestamptz,
    ended_at timestamptz
  ) with (fillfactor = 80);
  create index session_account on identity.session (account_id, made_at);
  create index session_expires_at on identity.session (expires_at);

  grant select, insert, update, delete on identity.session to ${identity};
  grant select (id, hash, account_id, role, principal_id, acr, amr, proven_at, made_at, last_used_at, idle_seconds, expires_at, kept_since,
    ended_at), update (last_used_at) on identity.session to ${gateway};
  -- Whose an account is, and whether it is disabled: no address and no hash.
  grant select (id, resident_id, employee_id, disabled_at) on identity.account to ${gateway};`;
