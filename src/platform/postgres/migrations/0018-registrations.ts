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

  -- The clients that may obtain tokens.
  create view identity.client as
    select client.id, client.partner_id, client.name, client.jwks, client.jwks_uri, client.categories, partner.role
    from identity.registration client join recreation.partner partner on partner.id = client.partner_id
    where client.approved_at is not null and client.ended_at is null and partner.access_ended_at is null;

  -- What partners can be granted at most. The authorization server decides whether a mandate is in force.
  create view identity.grantable as
    select mandate.id, mandate.partner_id, mandate.kind, mandate.purpose, mandate.categories, mandate.reference, mandate.issuer,
      mandate.valid_from, mandate.valid_until, mandate.revoked_at,
      (select count(*)::int from recreation.mandate_approval approval
        where approval.mandate_id = mandate.id and approval.employee_id <> mandate.recorded_by) as approvals,
      array(select named.resident_id from recreation.mandate_subject named where named.mandate_id = mandate.id) as subject_ids
    from recreation.mandate mandate;

  -- The tokens of partners, by digest: the gateway reads one at every request.
  create view identity.partner_token as
    select token.id, token.payload ->> 'clientId' as client_id, token.payload ->> 'jkt' as jkt, token.payload ->> 'aud' as audience,
      token.payload -> 'rar' as details, token.expires_at
    from identity.artifact token where token.model = 'ClientCredentials';

  grant select on identity.client to ${gateway}, ${server};
  grant select on identity.partner_token to ${gateway};
  grant select on identity.grantable to ${server};`;
