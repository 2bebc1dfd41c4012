import type { RoleNames } from '../../platform/postgres/roles/role-names.ts';

/** Employees, their invitations, and which of them may approve or vouch together. */
export const staff = ({ gateway, identity }: RoleNames): string => /* sql */ `
  create table recreation.employee (
    id uuid primary key,
    given_name text not null,
    family_name text not null,
    roles text[] not null,
    roles_since timestamptz not null default now(),
    roles_confirmed_at timestamptz,
    -- Proposed roles, which cannot be used yet.
    awaited_roles text[] not null default '{}',
    proposed_by uuid references recreation.employee,
    proposed_at timestamptz,
    -- The proposer of the sensitive roles that were approved last, and their approver.
    appointed_by uuid references recreation.employee,
    appointed_at timestamptz,
    approved_by uuid references recreation.employee,
    -- An employee who is also a resident never works on their own record.
    resident_id uuid references recreation.resident,
    -- When the employee declared their own record as a resident, or that they have none. Null: conflicts of interest are unknown.
    record_declared_at timestamptz,
    -- An employee who reviews the log never works with people by name, so there is no second role.
    reviews_log boolean not null default false,
    work_email text,
    -- Null: on staff before there were invitations.
    invited_at timestamptz,
    -- Null: invited by the command that makes the first administrators.
    invited_by uuid references recreation.employee,
    accepted_at timestamptz,
    awaits_acceptance boolean not null
      generated always as (record_declared_at is null or (invited_at is not null and accepted_at is null)) stored,
    -- Set once the employee has left or the account is closed: tokens of the employee are then refused.
    access_ended_at timestamptz,
    constraint employee_reviews check (not reviews_log or cardinality(roles) + cardinality(awaited_roles) = 1),
    constraint employee_invited check (num_nonnulls(invited_by, accepted_at) = 0 or invited_at is not null),
    constraint employee_proposed check (num_nulls(proposed_by, proposed_at) in (0, 2)
      and (cardinality(awaited_roles) > 0) = (proposed_at is not null)),
    constraint employee_appointed check (num_nulls(appointed_by, appointed_at, approved_by) in (0, 3)),
    -- A proposer cannot approve, and an employee cannot take part in their own appointment.
    constraint employee_approved check (approved_by <> appointed_by and id not in (approved_by, appointed_by)),
    constraint employee_proposer check (proposed_by <> id)
  );

  -- An employee who has left can be invited again.
  create unique index employee_work_email on recreation.employee (lower(work_email)) where access_ended_at is null;

  alter table recreation.resident add foreign key (email_given_by) references recreation.employee;
  alter table identity.account add foreign key (employee_id) references recreation.employee;

  -- Whether two employees may approve something together: they are two people, and since then neither brought in the other and no
  -- administrator brought in both. An invitation brings an employee in, and so does the proposal of a sensitive role. The operator's
  -- command does not count as an administrator. False for an id that is not on staff, and never null.
  create function recreation.are_independent(one uuid, other uuid, since timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
    select exists (
      select from recreation.employee mine join recreation.employee theirs on theirs.id = other
      where mine.id = one and mine.id <> theirs.id and (mine.resident_id = theirs.resident_id) is not true
        and not exists (
          select from (values (mine.invited_by, mine.invited_at), (mine.appointed_by, mine.appointed_at)) into_one (by_id, at)
          cross join (values (theirs.invited_by, theirs.invited_at), (theirs.appointed_by, theirs.appointed_at)) into_other (by_id, at)
          where (into_one.by_id = theirs.id and into_one.at > since) or (into_other.by_id = mine.id and into_other.at > since)
            or (into_one.by_id = into_other.by_id and greatest(into_one.at, into_other.at) > since)))
  $$;
  revoke execute on function recreation.are_independent from public;
  grant execute on function recreation.are_independent to ${gateway};
  grant execute on function recreation.are_independent to ${identity};

  -- Whether two employees may together say that an account is a person's: they are independent, and live in different homes. Never null.
  create function recreation.may_vouch_together(one uuid, other uuid, since timestamptz) returns boolean
  language sql stable set search_path = pg_catalog as $$
    select recreation.are_independent(one, other, since) and not exists (
      select from recreation.employee mine join recreation.household_member at_home on at_home.resident_id = mine.resident_id
      join recreation.household_member with_them using (household_id)
      join recreation.employee theirs on theirs.resident_id = with_them.resident_id
      where mine.id = one and theirs.id = other)
  $$;
  revoke execute on function recreation.may_vouch_together from public;

  -- The roles in which employees work. It leaves out invited employees, because their accounts have no role yet.
  create view identity.employment as
    select id, roles, resident_id, reviews_log from recreation.employee where access_ended_at is null and not awaits_acceptance;
  grant select on identity.employment to ${identity};

  -- The code of an invitation that was not accepted yet. The gateway opens an invitation but does not choose its code: the authorization
  -- server stores the digest of the code that it mails.
  create table recreation.invitation (
    employee_id uuid primary key references recreation.employee,
    -- Null until its mail is sent.
    code_hash bytea unique check (octet_length(code_hash) = 32),
    valid_until timestamptz not null
  );

  -- Has the code of an open invitation mailed to the address that was invited.
  create function recreation.mail_invitation(invited uuid, given_language text, instant timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
    delete from identity.mail using recreation.employee
    where mail.kind = 'INVITATION' and employee.id = invited and mail.email = employee.work_email;
    insert into identity.mail (id, kind, email, language, asked_at, next_try_at)
    select gen_random_uuid(), 'INVITATION', employee.work_email, given_language, instant, instant
    from recreation.invitation join recreation.employee on employee.id = invitation.employee_id
    where invitation.employee_id = invited
  $$;
  revoke execute on function recreation.mail_invitation from public;
  grant execute on function recreation.mail_invitation to ${gateway};

  -- Stores the digest of a code that is about to be mailed, in place of an earlier one. False: there is no open invitation.
  create function recreation.set_invitation_code(given_email text, given_hash bytea, instant timestamptz) returns boolean
  language sql security definer set search_path = pg_catalog as $$
    with changed as (
      update recreation.invitation set code_hash = given_hash from recreation.employee invited
      where invited.id = invitation.employee_id and invited.work_email = given_email and invited.access_ended_at is null
        and invitation.valid_until > instant
      returning 1
    )
    select exists (select from changed)
  $$;
  revoke execute on function recreation.set_invitation_code from public;
  grant execute on function recreation.set_invitation_code to ${identity};

  -- Uses up a code: the employee may act from now on. A null record declares that the employee has none. Returns the employee's id; no row
  -- for a code that is unknown, used, too old or another employee's, or if another record is the employee's.
  create function recreation.accept_invitation(given_hash bytea, given_email text, given_record uuid, instant timestamptz)
  returns table (employee_id uuid)
  language sql security definer set search_path = pg_catalog as $$
    -- One at a time: a person must not work under two names, because two approvals could then come from one person.
    select from recreation.resident where resident.id = given_record for no key update;
    with used as (
      delete from recreation.invitation invitation using recreation.employee invited
      where invitation.code_hash = given_hash and invitation.valid_until > instant
        and invited.id = invitation.employee_id and lower(invited.work_email) = lower(given_email)
        and (invited.resident_id is null or invited.resident_id = given_record)
        and not exists (
          select from recreation.employee other
          where other.resident_id = given_record and other.id <> invited.id and other.access_ended_at is null)
      returning invitation.employee_id
    )
    update recreation.employee employee set accepted_at = instant, record_declared_at = instant, resident_id = given_record from used
    where employee.id = used.employee_id and employee.awaits_acceptance and employee.access_ended_at is null
    returning employee.id
  $$;
  revoke execute on function recreation.accept_invitation from public;
  grant execute on function recreation.accept_invitation to ${identity};

  -- Connects an employee who declared to have no record with a record that was made later. False: the employee has one already.
  create function recreation.connect_record(given_employee uuid, given_record uuid) returns boolean
  language sql security definer set search_path = pg_catalog as $$
    select from recreation.resident where resident.id = given_record for no key update;
    with changed as (
      update recreation.employee set resident_id = given_record
      where id = given_employee and resident_id is null and access_ended_at is null and not awaits_acceptance
        and not exists (
          select from recreation.employee other where other.resident_id = given_record and other.access_ended_at is null)
      returning 1
    )
    select exists (select from changed)
  $$;
  revoke execute on function recreation.connect_record from public;
  grant execute on function recreation.connect_record to ${identity};

  grant select, insert (id, given_name, family_name, roles, reviews_log, work_email, invited_at, invited_by, roles_since, awaited_roles,
    proposed_by, proposed_at) on recreation.employee to ${gateway};
  grant update (roles, roles_since, roles_confirmed_at, access_ended_at, awaited_roles, proposed_by, proposed_at, appointed_by, appointed_at,
    approved_by) on recreation.employee to ${gateway};
  grant select (employee_id), insert (employee_id, valid_until), delete on recreation.invitation to ${gateway};`;
