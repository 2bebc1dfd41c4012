import type { RoleNames } from '../role-names.ts';

/**
 * The clients of partners: who recorded and approved each, its public keys and what it may be granted at most. Partners and employees are
 * never deleted, and another schema has them.
 */
export const registrations = ({ gateway, identity: server }: RoleNames): string => /* sql */ `
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
    check ((jwks is null) <> (jwks_uri is null)),
    check ((approved_by is null) = (approved_at is null)),
    -- Nobody approves what they recorded.
    check (approved_by <> recorded_by),
    check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (end_reason is null))
  );
  create index registration_recorded_at on identity.registration (recorded_at, id);
  create index registration_partner on identity.registration (partner_id);

  grant select, insert, update (approved_by, approved_at, ended_by, ended_at, end_reason) on identity.registration to ${gateway};
  grant select on identity.registration to ${server};`;
