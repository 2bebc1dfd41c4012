import type { RoleNames } from '../role-names.ts';

/**
 * What happens to the access of partners after its approval. Mandates whose document names no end lapse: `valid_until` says when, 90 days after
 * such a mandate was recorded, became valid or was reconfirmed last. Clients are suspended and resumed, their keys replaced or withdrawn: what
 * gives access is proposed by one officer and approved by another; what takes it away is done by one, at once.
 */
export const lifeOfAccess = ({ gateway }: RoleNames): string => /* sql */ `
  alter table recreation.mandate
    add column open_ended boolean not null default false,
    add column reconfirmed_at timestamptz,
    add column reconfirmed_by uuid references recreation.employee,
    add check (num_nulls(reconfirmed_at, reconfirmed_by) in (0, 2)),
    add check (reconfirmed_at is null or open_ended),
    -- Nobody reconfirms what they recorded.
    add check (reconfirmed_by <> recorded_by),
    -- 90 days of 24 hours, so that no time zone matters.
    add check (not open_ended or valid_until <= greatest(valid_from, recorded_at, reconfirmed_at) + interval '2160 hours');

  grant update (valid_until, reconfirmed_at, reconfirmed_by) on recreation.mandate to ${gateway};

  alter table identity.registration
    add column suspended_by uuid,
    add column suspended_at timestamptz,
    add column suspend_reason text,
    -- The keys that were replaced, believed until then.
    add column former_jwks jsonb,
    add column former_until timestamptz,
    -- By kid: never believed again, whichever set has them.
    add column withdrawn_keys text[] not null default '{}',
    add check (num_nulls(suspended_by, suspended_at, suspend_reason) in (0, 3)),
    add check ((former_jwks is null) = (former_until is null));

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

  grant update (contact, jwks, jwks_uri, suspended_by, suspended_at, suspend_reason, former_jwks, former_until, withdrawn_keys)
    on identity.registration to ${gateway};
  grant select, insert, update (approved_by, approved_at) on identity.registration_change to ${gateway};

  create or replace view identity.client as
    select client.id, client.partner_id, client.name, client.jwks, client.jwks_uri, client.categories, partner.role,
      client.former_jwks, client.former_until, client.withdrawn_keys
    from identity.registration client join recreation.partner partner on partner.id = client.partner_id
    where client.approved_at is not null and client.suspended_at is null and client.ended_at is null and partner.access_ended_at is null;

  -- With the key that its client proved itself with.
  create or replace view identity.partner_token as
    select token.id, token.payload ->> 'clientId' as client_id, token.payload ->> 'jkt' as jkt, token.payload ->> 'aud' as audience,
      token.payload -> 'rar' as details, token.expires_at, token.payload -> 'extra' ->> 'client_key' as client_key
    from identity.artifact token where token.model = 'ClientCredentials';`;
