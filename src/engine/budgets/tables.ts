import type { SchemaMigration } from '../../platform/postgres/migrations/database-schema.ts';

/**
 * Budgets (clause `safeguards`): the data subjects that each principal was shown, by purpose, hour and day, and when it did what a budget
 * limits, over all instances.
 * The gateway counts through a function and cannot change the counts.
 */
export const budgetMigration: SchemaMigration = {
  name: '0002-budgets',
  sql: ({ gateway }) => /* sql */ `
  create table access_log.budget_subject (
    principal_id uuid not null,
    purpose text not null,
    -- A clock hour (UTC) or a day of the municipality. Each has a count of its own.
    period text not null,
    subject_id uuid not null,
    counted_on date not null,
    primary key (principal_id, purpose, period, subject_id)
  );
  create index budget_subject_counted_on on access_log.budget_subject (counted_on);

  -- Counts all of the data subjects in the hour and the day, or none if either budget would be exceeded.
  -- Data subjects that are counted already cost nothing.
  create function access_log.spend(
    principal uuid, for_purpose text, in_hour text, on_day date, subjects uuid[], per_hour integer, per_day integer,
    out used_in_hour integer, out used_in_day integer, out new_in_hour integer, out new_in_day integer, out within boolean
  ) language plpgsql security definer set search_path = pg_catalog as $$
  begin
    -- One transaction at a time for a principal and purpose, so that the count holds until the commit.
    -- Two-number lock keys have a space of their own; no other lock of ours has two.
    perform pg_advisory_xact_lock(7462007, hashtext(principal || ' ' || for_purpose));
    select count(*) filter (where period = in_hour), count(*) filter (where period = on_day::text) into used_in_hour, used_in_day
    from access_log.budget_subject
    where principal_id = principal and purpose = for_purpose and period in (in_hour, on_day::text);
    select count(distinct id) - count(hourly.subject_id), count(distinct id) - count(daily.subject_id) into new_in_hour, new_in_day
    from (select distinct unnest(subjects) as id) asked
    left join access_log.budget_subject hourly
      on hourly.principal_id = principal and hourly.purpose = for_purpose and hourly.period = in_hour and hourly.subject_id = id
    left join access_log.budget_subject daily
      on daily.principal_id = principal and daily.purpose = for_purpose and daily.period = on_day::text and daily.subject_id = id;
    within := used_in_hour + new_in_hour <= per_hour and used_in_day + new_in_day <= per_day;
    if not within then return; end if;

    -- The first count of an hour deletes some of the rows that no budget counts any more.
    if used_in_hour = 0 then
      delete from access_log.budget_subject where ctid = any (array(
        select ctid from access_log.budget_subject where counted_on < on_day - 2 limit 5000 for update skip locked));
    end if;
    insert into access_log.budget_subject (principal_id, purpose, period, subject_id, counted_on)
    select principal, for_purpose, each, id, on_day from unnest(array[in_hour, on_day::text]) each, (select distinct unnest(subjects) as id) asked
    on conflict do nothing;
    used_in_hour := used_in_hour + new_in_hour;
    used_in_day := used_in_day + new_in_day;
  end $$;
  revoke execute on function access_log.spend from public;
  grant execute on function access_log.spend to ${gateway};

  -- They name no data subject of an act.
  create table access_log.budget_act (
    principal_id uuid not null,
    act text not null,
    done_at timestamptz not null
  );
  create index budget_act_principal on access_log.budget_act (principal_id, act, done_at);

  -- Counts one act, and returns how many there are with it in the last 60 minutes and 24 hours; or if the budget is spent, returns in how
  -- many seconds another can be done.
  create function access_log.spend_act(
    principal uuid, of_act text, instant timestamptz, per_hour integer, per_day integer,
    out retry_after integer, out in_hour integer, out in_day integer
  ) language plpgsql security definer set search_path = pg_catalog as $$
  begin
    -- One transaction at a time for a principal and act, so that the count holds until the commit.
    perform pg_advisory_xact_lock(7462009, hashtext(principal || ' ' || of_act));
    delete from access_log.budget_act where principal_id = principal and act = of_act and done_at <= instant - interval '24 hours';
    select case
        -- Where nothing may be done, nothing was: the first act is refused as well.
        when count(*) >= per_day then ceil(extract(epoch from coalesce(min(done_at), instant) + interval '24 hours' - instant))
        when count(*) filter (where done_at > instant - interval '1 hour') >= per_hour
          then ceil(extract(epoch from
            coalesce(min(done_at) filter (where done_at > instant - interval '1 hour'), instant) + interval '1 hour' - instant))
      end,
      count(*) filter (where done_at > instant - interval '1 hour') + 1, count(*) + 1
    into retry_after, in_hour, in_day
    from access_log.budget_act where principal_id = principal and act = of_act;
    if retry_after is null then
      insert into access_log.budget_act (principal_id, act, done_at) values (principal, of_act, instant);
    end if;
  end $$;
  revoke execute on function access_log.spend_act from public;
  grant execute on function access_log.spend_act to ${gateway};`,
};
