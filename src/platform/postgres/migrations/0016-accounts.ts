import type { RoleNames } from '../role-names.ts';

/**
 * Accounts, what they sign in with, and what is on its way to them. Every secret is a hash: a password by argon2id, and whatever has
 * at least 128 random bits by SHA-256. The gateway learns which accounts are disabled and whose they are, and issues claim codes
 * through a function; it reads no address and no hash.
 */
export const accounts = ({ identity, gateway }: RoleNames): string => /* sql */ `
  create table identity.account (
    id uuid primary key,
    -- Normalised: NFC, lower case.
    email text not null constraint account_email unique,
    email_verified_at timestamptz not null,
    -- A PHC string; null: no password.
    password_hash text check (password_hash like '$argon2id$%'),
    -- The record that a claim code tied to the account. Without one, a record that the account registers has the account's id.
    resident_id uuid constraint account_resident unique references recreation.resident,
    employee_id uuid constraint account_employee unique references recreation.employee,
    created_at timestamptz not null,
    disabled_at timestamptz
  );

  -- The columns and their order are those of rate-limiter-flexible; expire is in milliseconds of the Unix epoch.
  create table identity.attempt (
    key varchar(255) primary key,
    points integer not null default 0,
    expire bigint
  );
  -- Failed sign-ins with addresses that no account has: a stranger must not fill the access log.
  create table identity.stranger_failure (
    hour timestamptz primary key,
    failures integer not null
  );

  -- Mails to be sent. A link is made when its mail is sent, so that none is stored in plain text.
  create table identity.mail (
    id uuid primary key,
    kind text not null,
    email text not null,
    language text not null,
    asked_at timestamptz not null,
    next_try_at timestamptz not null,
    tries integer not null default 0
  );
  create index mail_next_try_at on identity.mail (next_try_at);
  create table identity.link (
    hash bytea primary key check (length(hash) = 32),
    kind text not null,
    email text not null,
    account_id uuid references identity.account on delete cascade,
    valid_until timestamptz not null
  );
  create index link_account on identity.link (account_id);
  create index link_valid_until on identity.link (valid_until);

  create table identity.claim_code (
    hash bytea primary key check (length(hash) = 32),
    resident_id uuid not null constraint claim_code_resident unique references recreation.resident,
    issued_by uuid not null references recreation.employee,
    valid_until timestamptz not null
  );
  create table identity.recovery_code (
    account_id uuid not null references identity.account on delete cascade,
    hash bytea not null check (length(hash) = 32),
    primary key (account_id, hash)
  );
  create table identity.passkey (
    -- base64url, as WebAuthn's JSON has it.
    id text primary key,
    account_id uuid not null references identity.account on delete cascade,
    -- COSE.
    public_key bytea not null,
    counter bigint not null,
    transports text[] not null,
    backed_up boolean not null,
    name text not null,
    created_at timestamptz not null,
    last_used_at timestamptz
  );
  create index passkey_account on identity.passkey (account_id, created_at);
  create table identity.challenge (
    hash bytea primary key check (length(hash) = 32),
    kind text not null,
    -- Null: for a sign-in of any account.
    account_id uuid references identity.account on delete cascade,
    valid_until timestamptz not null
  );
  create index challenge_account on identity.challenge (account_id);
  create index challenge_valid_until on identity.challenge (valid_until);

  -- What the server reads of records: whether access has ended, and in which roles employees work.
  create view identity.record as select id, access_ended_at is not null as has_ended from recreation.resident;
  create view identity.employment as select id, roles, resident_id from recreation.employee where access_ended_at is null;

  -- Replaces the code of a resident. False: the resident has an account, and no code is issued.
  create function identity.issue_claim_code(resident uuid, code_hash bytea, employee uuid, until timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    if exists (select from identity.account where resident_id = resident or id = resident) then return false; end if;
    insert into identity.claim_code (hash, resident_id, issued_by, valid_until) values (code_hash, resident, employee, until)
    on conflict (resident_id) do update set hash = excluded.hash, issued_by = excluded.issued_by, valid_until = excluded.valid_until;
    return true;
  end $$;
  revoke execute on function identity.issue_claim_code from public;
  -- Whether the account of a token is disabled.
  grant select (id, disabled_at) on identity.account to ${gateway};
  grant execute on function identity.issue_claim_code to ${gateway};

  grant select, insert, update, delete on identity.account, identity.attempt, identity.stranger_failure, identity.mail, identity.link,
    identity.claim_code, identity.recovery_code, identity.passkey, identity.challenge to ${identity};
  grant select on identity.record, identity.employment to ${identity};
  grant usage on schema access_log to ${identity};
  grant insert on access_log.staged to ${identity};
  grant insert (id, text), select (id) on access_log.form to ${identity};`;
