import type { RoleNames } from '../../../platform/postgres/roles/role-names.ts';

/** Partners, and their clients that may obtain tokens. */
export const partners = ({ gateway, identity }: RoleNames): string => /* sql */ `
  create table recreation.partner (
    id uuid primary key,
    name text not null,
    role text not null,
    -- Set once the partner's account is closed: tokens of the partner are then refused. The gateway may not change it.
    access_ended_at timestamptz
  );

  -- The clients that may obtain tokens.
  create view identity.client as
    select client.id, client.partner_id, client.name, client.jwks, client.jwks_uri, client.categories, partner.role,
      client.former_jwks, client.former_until, client.withdrawn_keys
    from identity.registration client join recreation.partner partner on partner.id = client.partner_id
    where client.approved_at is not null and client.suspended_at is null and client.ended_at is null and partner.access_ended_at is null;
  grant select on identity.client to ${gateway}, ${identity};
  grant select on recreation.partner to ${gateway};`;
