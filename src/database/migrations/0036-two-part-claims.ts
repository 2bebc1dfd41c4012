import type { RoleNames } from '../role-names.ts';

/**
 * When each employee issued or confirmed a code to claim a record, so that this can be counted (`read-budgets/spend-act.ts`). The gateway
 * counts through a function and can neither change nor read the counts. They name nobody whose record it was.
 */
export const twoPartClaims = ({ gateway }: RoleNames): string => /* sql */ `
  create table identity.claim_act (
    employee_id uuid not null,
    acted_at timestamptz not null
  );
  create index claim_act_employee on identity.claim_act (employee_id, acted_at);

  -- Counts one act, and returns how many there are with it in the last 60 minutes and 24 hours; or if the budget is spent, returns in how
  -- many seconds another can be made.
  create function identity.spend_claim(
    acted_by uuid, instant timestamptz, per_hour integer, per_day integer,
    out retry_after integer, out in_hour integer, out in_day integer
  ) language plpgsql security definer set search_path = pg_catalog as $$
  begin
    -- One transaction at a time for an employee, so that the count holds until the commit.
    perform pg_advisory_xact_lock(7462011, hashtext(acted_by::text));
    delete from identity.claim_act where employee_id = acted_by and acted_at <= instant - interval '24 hours';
    select case
        when count(*) >= per_day then ceil(extract(epoch from min(acted_at) + interval '24 hours' - instant))
        when count(*) filter (where acted_at > instant - interval '1 hour') >= per_hour
          then ceil(extract(epoch from min(acted_at) filter (where acted_at > instant - interval '1 hour') + interval '1 hour' - instant))
      end,
      count(*) filter (where acted_at > instant - interval '1 hour') + 1, count(*) + 1
    into retry_after, in_hour, in_day
    from identity.claim_act where employee_id = acted_by;
    if retry_after is null then
      insert into identity.claim_act (employee_id, acted_at) values (acted_by, instant);
    end if;
  end $$;
  revoke execute on function identity.spend_claim from public;
  grant execute on function identity.spend_claim to ${gateway};`;
