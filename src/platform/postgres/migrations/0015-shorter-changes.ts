import type { RoleNames } from '../role-names.ts';

/**
 * Two functions with which a change needs fewer statements: one with which the statement that stages its entry can commit as well
 * (`log/store/commit-with-entry.ts`), one that counts encounters once other transactions of the employee have ended
 * (`town/counter/spend-encounter.ts`). They have the rights of their caller, so they need no search path of their own, which each call
 * would set and reset.
 */
export const shorterChanges = ({ gateway }: RoleNames): string => /* sql */ `
  -- Fails unless an entry was stored, and in time. PostgreSQL then skips the commit that was sent along.
  create function access_log.assert_stored(is_stored boolean, until timestamptz) returns boolean
  language plpgsql as $$
  begin
    if clock_timestamp() > until is not false then raise exception 'the time of the request is over' using errcode = 'NTK02'; end if;
    if is_stored is not true then raise exception 'the access has ended' using errcode = 'NTK01'; end if;
    return true;
  end $$;
  revoke execute on function access_log.assert_stored from public;
  grant execute on function access_log.assert_stored to ${gateway};

  -- Counts the other residents with whom an employee began encounters in the last 60 minutes and 24 hours, and who were not served; and in how
  -- many seconds the first of them no longer counts. Until the end of the transaction, the employee begins no other encounter.
  create function recreation.count_unserved(
    served_by uuid, with_resident uuid, instant timestamptz,
    out in_hour integer, out in_day integer, out hour_left integer, out day_left integer
  ) language plpgsql as $$
  begin
    -- Two-number lock keys have a space of their own: see the migration of read budgets.
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
  grant execute on function recreation.count_unserved to ${gateway};`;
