import type { RoleNames } from '../../platform/postgres/roles/role-names.ts';

/** Accounts, how they sign in, and the mails about them. The application determines the record of an account. */
export const accounts = ({ gateway, identity }: RoleNames): string => /* sql */ `
  create table identity.account (
    id uuid primary key,
    -- Normalised: NFC, lower case.
    email text not null constraint account_email unique,
    email_verified_at timestamptz not null,
    -- A PHC string; null: no password.
    password_hash text check (password_hash like '$argon2id$%'),
    -- The record that a claim code tied to the account. Without one, a record that the account registers has the account's id.
    resident_id uuid constraint account_resident unique,
    employee_id uuid constraint account_employee unique,
    created_at timestamptz not null,
    disabled_at timestamptz,
    -- Counted up when all that the account signed in ends.
    epoch integer not null default 0
  );

  -- The columns and their order are those of rate-limiter-flexible; expire is in milliseconds of the Unix epoch.
  create table identity.attempt (
    key varchar(255) primary key,
    points integer not null default 0,
    expire bigint
  );
  create index attempt_expire on identity.attempt (expire);

  -- Failed sign-ins with addresses that no account has: a stranger must not fill the access log.
  create table identity.stranger_failure (
    hour timestamptz primary key,
    failures integer not null
  );

  create table identity.session (
    -- Names the session in the list of one's own; it opens nothing.
    id uuid primary key,
    hash bytea not null constraint session_hash unique check (octet_length(hash) = 32),
    account_id uuid not null references identity.account on delete cascade,
    -- The one capacity in which it acts. Null: none yet.
    role text,
    principal_id uuid,
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
    ended_at timestamptz,
    browser text check (browser ~ '^[A-Za-z][A-Za-z /]{1,19}$'),
    system text check (system ~ '^[A-Za-z][A-Za-z /]{1,19}$'),
    browser_hash bytea check (length(browser_hash) = 32),
    constraint session_capacity check ((role is null) = (principal_id is null))
  ) with (fillfactor = 80);
  create index session_account on identity.session (account_id, made_at);
  create index session_expires_at on identity.session (expires_at);

  create table identity.known_browser (
    account_id uuid not null references identity.account on delete cascade,
    -- Of the secret in the browser's cookie.
    hash bytea not null check (length(hash) = 32),
    made_at timestamptz not null,
    last_used_at timestamptz not null,
    primary key (account_id, hash)
  );
  create index known_browser_last_used_at on identity.known_browser (last_used_at);

  -- Mails to be sent. A link is made when its mail is sent, so that none is stored in plain text.
  create table identity.mail (
    id uuid primary key,
    kind text not null,
    email text not null,
    -- Null: the language of the reader is not known.
    language text,
    asked_at timestamptz not null,
    next_try_at timestamptz not null,
    tries integer not null default 0,
    -- Whose request the mail answers, where that is not the account that has the address.
    account_id uuid constraint mail_account references identity.account on delete cascade,
    -- The resident whose record the mail is about, if it is about one.
    resident_id uuid,
    ended_passkeys text[] not null default '{}'
  );
  create index mail_next_try_at on identity.mail (next_try_at);
  create index mail_account on identity.mail (account_id) where account_id is not null;
  create index mail_resident on identity.mail (resident_id) where resident_id is not null;

  create table identity.link (
    hash bytea primary key check (length(hash) = 32),
    kind text not null,
    email text not null,
    account_id uuid references identity.account on delete cascade,
    valid_until timestamptz not null,
    session_id uuid constraint link_session references identity.session on update cascade on delete cascade,
    resident_id uuid
  );
  create index link_account on identity.link (account_id);
  create index link_valid_until on identity.link (valid_until);
  create index link_session on identity.link (session_id) where session_id is not null;
  create index link_resident on identity.link (resident_id) where resident_id is not null;

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

  -- Ends what an account has signed in, and what was asked for with it.
  create function identity.end_account_grants(ended uuid) returns void
  language plpgsql set search_path = pg_catalog as $$
  begin
    update identity.account set epoch = epoch + 1 where id = ended;
    update identity.session set ended_at = now() where account_id = ended and ended_at is null;
    delete from identity.artifact where left(payload ->> 'accountId', 36) = ended::text;
    delete from identity.mail where account_id = ended;
    delete from identity.link where account_id = ended;
  end $$;
  revoke execute on function identity.end_account_grants from public;

  grant select, insert, update, delete on identity.account, identity.attempt, identity.stranger_failure, identity.session,
    identity.known_browser, identity.mail, identity.link, identity.recovery_code, identity.passkey, identity.challenge to ${identity};

  -- Whose an account is, and whether it is disabled: no address and no hash.
  grant select (id, resident_id, employee_id, disabled_at) on identity.account to ${gateway};

  grant select (id, hash, account_id, role, principal_id, acr, amr, proven_at, made_at, last_used_at, idle_seconds, expires_at, kept_since,
    ended_at), update (last_used_at) on identity.session to ${gateway};`;
