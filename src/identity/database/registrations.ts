import type { RoleNames } from '../../platform/postgres/roles/role-names.ts';

/** The clients of partners, as officers record and approve them. */
export const registrations = ({ gateway }: RoleNames): string => /* sql */ `
  create table identity.registration (
    -- The client_id.
    id uuid primary key,
    partner_id uuid not null,
    name text not null,
    -- For the partner's operations desk, not a person.
    contact text not null,
    -- Public keys only (RFC 7517): here, or at an https address.
    jwks jsonb,
    jwks_uri text,
    -- Null: every category that a mandate names.
    categories text[],
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    approved_by uuid,
    approved_at timestamptz,
    ended_by uuid,
    ended_at timestamptz,
    end_reason text,
    suspended_by uuid,
    suspended_at timestamptz,
    suspend_reason text,
    -- The keys that were replaced, believed until then.
    former_jwks jsonb,
    former_until timestamptz,
    -- By kid: never believed again, whichever set has them.
    withdrawn_keys text[] not null default '{}',
    check ((jwks is null) <> (jwks_uri is null)),
    check ((approved_by is null) = (approved_at is null)),
    -- Nobody approves what they recorded.
    check (approved_by <> recorded_by),
    check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (end_reason is null)),
    check (num_nulls(suspended_by, suspended_at, suspend_reason) in (0, 3)),
    check ((former_jwks is null) = (former_until is null))
  );
  create index registration_recorded_at on identity.registration (recorded_at, id);
  create index registration_partner on identity.registration (partner_id);

  create table identity.registration_change (
    id uuid primary key,
    registration_id uuid not null references identity.registration,
    kind text not null check (kind in ('RESUMPTION', 'KEYS')),
    jwks jsonb,
    jwks_uri text,
    -- For how long the replaced keys are believed beside the new ones.
    overlap_days integer check (overlap_days between 0 and 30),
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    approved_by uuid,
    approved_at timestamptz,
    check (num_nonnulls(jwks, jwks_uri) = case kind when 'KEYS' then 1 else 0 end),
    check ((kind = 'KEYS') = (overlap_days is not null)),
    check ((approved_by is null) = (approved_at is null)),
    -- Nobody approves what they proposed.
    check (approved_by <> proposed_by)
  );
  create index registration_change_newest on identity.registration_change (registration_id, proposed_at desc, id desc);

  grant select, insert, update (approved_by, approved_at, ended_by, ended_at, end_reason, contact, jwks, jwks_uri, suspended_by, suspended_at,
    suspend_reason, former_jwks, former_until, withdrawn_keys) on identity.registration to ${gateway};
  grant select, insert, update (approved_by, approved_at) on identity.registration_change to ${gateway};`;
