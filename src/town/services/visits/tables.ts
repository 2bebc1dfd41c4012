import type { RoleNames } from '../../../platform/postgres/roles/role-names.ts';

/** Web visits. Nothing here can be joined to a person: no foreign key, and the hour instead of the instant. */
export const visits = ({ gateway }: RoleNames): string => /* sql */ `
  create schema web;
  grant usage on schema web to ${gateway};

  create table web.visit (
    id uuid primary key,
    network_address inet not null,
    browser text not null,
    platform text not null,
    visited_at timestamptz not null check (visited_at = date_trunc('hour', visited_at, 'UTC')),
    section text not null,
    download text
  );
  create index visit_visited_at on web.visit (visited_at, id);
  grant select on web.visit to ${gateway};`;
