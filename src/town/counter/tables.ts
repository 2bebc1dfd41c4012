import type { RoleNames } from '../../platform/postgres/roles/role-names.ts';

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
    -- When the person was first served. The encounter budget counts encounters without it (spend-encounter.ts). Null: the encounter did not
    -- change the record.
    served_at timestamptz,
    -- Null: the encounter began before this was recorded.
    identified_by text check (identified_by in ('PHOTO_CARD', 'ANSWERS_MATCHED', 'KNOWN_TO_ME'))
  );
  create unique index encounter_open on recreation.encounter (employee_id) where ended_at is null;
  create index encounter_started on recreation.encounter (employee_id, started_at);
  -- For the report over a period. It is coarse: to count the encounters of one employee, the index above costs less.
  create index encounter_period on recreation.encounter using brin (started_at);

  -- Counts the other residents with whom an employee began encounters in the last 60 minutes and 24 hours, and who were not served. Also
  -- returns in how many seconds the first of them no longer counts. The employee cannot begin another encounter before the end of the
  -- transaction.
  create function recreation.count_unserved(
    served_by uuid, with_resident uuid, instant timestamptz,
    out in_hour integer, out in_day integer, out hour_left integer, out day_left integer
  ) language plpgsql as $$
  begin
    -- Lock keys of two numbers have a separate space: see engine/budgets/tables.ts.
    perform pg_advisory_xact_lock(7462008, hashtext(served_by::text));
    -- A separate statement, because it must see the changes that were committed during the wait for the lock.
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

  create table recreation.identity_match (
    employee_id uuid not null references recreation.employee,
    resident_id uuid not null references recreation.resident,
    matched_at timestamptz not null,
    primary key (employee_id, resident_id)
  );
  grant select, insert, update (purpose, last_active_at, ended_at, served_at) on recreation.encounter to ${gateway};
  grant select, insert, update, delete on recreation.identity_match to ${gateway};`;
