import type { RoleNames } from '../role-names.ts';

/**
 * When each employee checked an identity, so that the checks can be counted (`engine/budgets/spend-act.ts`). The gateway
 * counts through a function and can neither change nor read the counts. They name nobody who was compared.
 */
export const identityChecks = ({ gateway }: RoleNames): string => /* sql */ `
  create table recreation.identity_check (
    employee_id uuid not null,
    checked_at timestamptz not null
  );
  create index identity_check_employee on recreation.identity_check (employee_id, checked_at);
  -- Of two values that are compared, one at least is an e-mail address or a birth date.
  create index resident_email on recreation.resident (lower(email));

  -- Counts one check; or if the budget is spent, returns in how many seconds another can be made.
  create function recreation.spend_identity_check(
    checked_by uuid, instant timestamptz, per_hour integer, per_day integer, out retry_after integer
  ) language plpgsql security definer set search_path = pg_catalog as $$
  begin
    -- One transaction at a time for an employee, so that the count holds until the commit.
    perform pg_advisory_xact_lock(7462009, hashtext(checked_by::text));
    delete from recreation.identity_check where employee_id = checked_by and checked_at <= instant - interval '24 hours';
    select case
        when count(*) >= per_day then ceil(extract(epoch from min(checked_at) + interval '24 hours' - instant))
        when count(*) filter (where checked_at > instant - interval '1 hour') >= per_hour
          then ceil(extract(epoch from min(checked_at) filter (where checked_at > instant - interval '1 hour') + interval '1 hour' - instant))
      end into retry_after
    from recreation.identity_check where employee_id = checked_by;
    if retry_after is null then
      insert into recreation.identity_check (employee_id, checked_at) values (checked_by, instant);
    end if;
  end $$;
  revoke execute on function recreation.spend_identity_check from public;
  grant execute on function recreation.spend_identity_check to ${gateway};`;
