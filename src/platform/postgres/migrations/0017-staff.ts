import type { RoleNames } from '../role-names.ts';

/**
 * The staff register: an administrator invites employees, changes and reviews their roles, and ends their access. The gateway changes
 * nobody's name, and neither whose record as a resident is an employee's nor who reviews the log.
 */
export const staff = ({ gateway, identity }: RoleNames): string => /* sql */ `
  alter table recreation.employee
    add column work_email text,
    -- Null: on staff before there were invitations.
    add column invited_at timestamptz,
    add column invited_by uuid references recreation.employee,
    add column accepted_at timestamptz,
    add column awaits_acceptance boolean not null generated always as (invited_at is not null and accepted_at is null) stored,
    -- For employees who were on staff before: since it is recorded.
    add column roles_since timestamptz not null default now(),
    add column roles_confirmed_at timestamptz,
    add constraint employee_invited check (num_nulls(invited_at, invited_by) in (0, 2) and (accepted_at is null or invited_at is not null));
  -- Somebody who has left can be invited anew.
  create unique index employee_work_email on recreation.employee (lower(work_email)) where access_ended_at is null;
  create index ticket_assigned on recreation.ticket (assignee_id) where closed_at is null;
  create index request_assigned on recreation.request (assignee_id) where answered_at is null and withdrawn_at is null;

  -- The code of an invitation that was not accepted yet. The gateway stores the digest of a code, and can never read one.
  create table recreation.invitation (
    employee_id uuid primary key references recreation.employee,
    code_hash bytea not null unique check (octet_length(code_hash) = 32),
    valid_until timestamptz not null
  );

  -- Uses a code up: from now on the employee may act. Returns the employee's id; null for a code that is unknown, used or too old.
  create function recreation.accept_invitation(given_hash bytea, instant timestamptz) returns uuid
  language sql security definer set search_path = pg_catalog as $$
    with used as (
      delete from recreation.invitation where code_hash = given_hash and valid_until > instant returning employee_id
    )
    update recreation.employee employee set accepted_at = instant from used
    where employee.id = used.employee_id and employee.awaits_acceptance and employee.access_ended_at is null
    returning employee.id
  $$;
  revoke execute on function recreation.accept_invitation from public;
  grant usage on schema recreation to ${identity};
  grant execute on function recreation.accept_invitation to ${identity};

  -- Without those who are invited: an account of theirs has no role yet.
  create or replace view identity.employment as
    select id, roles, resident_id from recreation.employee where access_ended_at is null and not awaits_acceptance;

  grant insert (id, given_name, family_name, roles, reviews_log, work_email, invited_at, invited_by, roles_since)
    on recreation.employee to ${gateway};
  grant update (roles, roles_since, roles_confirmed_at, access_ended_at) on recreation.employee to ${gateway};
  grant select (employee_id), insert, delete on recreation.invitation to ${gateway};`;
