import type { RoleNames } from '../../platform/postgres/role-names.ts';

/** Encounters at a counter, and the checks of identities before them. */
export const counter = ({ gateway }: RoleNames): string => /* sql */ `
  create table recreation.encounter (
    id uuid primary key,
    employee_id uuid not null references recreation.employee,
    resident_id uuid not null references recreation.resident,
    -- It can change while the encounter is open. The access log has each purpose with its time.
    purpose text not null,
    started_at timestamptz not null,
    last_active_at timestamptz not null,
    ended_at timestamptz,
    -- When the person was first served, so that encounters in which nobody was served can be counted (spend-encounter.ts). Null: the
    -- encounter changed nothing of the record.
    served_at timestamptz,
    -- Null: an encounter that began before it was recorded.
    identified_by text check (identified_by in ('PHOTO_CARD', 'ANSWERS_MATCHED', 'KNOWN_TO_ME'))
  );
  create unique index encounter_open on recreation.encounter (employee_id) where ended_at is null;
  create index encounter_started on recreation.encounter (employee_id, started_at);
  create index encounter_started_at on recreation.encounter (started_at);

  -- Counts the other residents with whom an employee began encounters in the last 60 minutes and 24 hours, and who were not served; and in how
  -- many seconds the first of them no longer counts. Until the end of the transaction, the employee begins no other encounter.
  create function recreation.count_unserved(
    served_by uuid, with_resident uuid, instant timestamptz,
    out in_hour integer, out in_day integer, out hour_left integer, out day_left integer
  ) language plpgsql as $$
  begin
    -- Two-number lock keys have a space of their own: see engine/budgets/tables.ts.
    perform pg_advisory_xact_lock(7462008, hashtext(served_by::text));
    -- A statement of its own, so that it sees what was committed while this one waited for the lock.
    select count(*) filter (where began_at > instant - interval '1 hour'),
      count(*),
      ceil(extract(epoch from min(began_at) filter (where began_at > instant - interval '1 hour') + interval '1 hour' - instant)),
      ceil(extract(epoch from min(began_at) + interval '24 hours' - instant))
    into in_hour, in_day, hour_left, day_left
    from (
      select max(started_at) as began_at from recreation.encounter
      where employee_id = served_by and resident_id <> with_resident and started_at > instant - interval '24 hours'
      group by resident_id having bool_and(served_at is null)
    ) unserved;
  end $$;
  revoke execute on function recreation.count_unserved from public;
  grant execute on function recreation.count_unserved to ${gateway};

  -- When each employee checked an identity, so that the checks can be counted (engine/budgets/spend-act.ts). The gateway counts through a
  -- function and can neither change nor read the counts. They name nobody who was compared.
  create table recreation.identity_check (
    employee_id uuid not null,
    checked_at timestamptz not null
  );
  create index identity_check_employee on recreation.identity_check (employee_id, checked_at);

  -- Counts one check, and returns how many there are with it in the last 60 minutes and 24 hours; or if the budget is spent, returns
  -- in how many seconds another can be made.
  create function recreation.spend_identity_check(
    checked_by uuid, instant timestamptz, per_hour integer, per_day integer,
    out retry_after integer, out in_hour integer, out in_day integer
  ) language plpgsql security definer set search_path = pg_catalog as $$
  begin
    -- One transaction at a time for an employee, so that the count holds until the commit.
    perform pg_advisory_xact_lock(7462009, hashtext(checked_by::text));
    delete from recreation.identity_check where employee_id = checked_by and checked_at <= instant - interval '24 hours';
    select case
        when count(*) >= per_day then ceil(extract(epoch from min(checked_at) + interval '24 hours' - instant))
        when count(*) filter (where checked_at > instant - interval '1 hour') >= per_hour
          then ceil(extract(epoch from min(checked_at) filter (where checked_at > instant - interval '1 hour') + interval '1 hour' - instant))
      end,
      count(*) filter (where checked_at > instant - interval '1 hour') + 1, count(*) + 1
    into retry_after, in_hour, in_day
    from recreation.identity_check where employee_id = checked_by;
    if retry_after is null then
      insert into recreation.identity_check (employee_id, checked_at) values (checked_by, instant);
    end if;
  end $$;
  revoke execute on function recreation.spend_identity_check from public;
  grant execute on function recreation.spend_identity_check to ${gateway};

  create table recreation.identity_match (
    employee_id uuid not null references recreation.employee,
    resident_id uuid not null references recreation.resident,
    matched_at timestamptz not null,
    primary key (employee_id, resident_id)
  );
  grant select, insert, update (purpose, last_active_at, ended_at, served_at) on recreation.encounter to ${gateway};
  grant select, insert, update, delete on recreation.identity_match to ${gateway};`;
