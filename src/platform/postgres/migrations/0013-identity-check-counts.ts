import type { RoleNames } from '../role-names.ts';

/**
 * A check of an identity also says how many there were, so that the gateway can warn before the budget is spent
 * (`engine/budgets/spend-act.ts`).
 */
export const identityCheckCounts = ({ gateway }: RoleNames): string => /* sql */ `
  drop function recreation.spend_identity_check(uuid, timestamptz, integer, integer);

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
  grant execute on function recreation.spend_identity_check to ${gateway};`;
