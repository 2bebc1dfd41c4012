import { Migration } from '@mikro-orm/migrations';

/** What numbering costs: the oldest staged entries are found by an index, and an entry's row is stored as it comes. */
export class Migration0010Numbering extends Migration {
  override up(): void {
    this.addSql(staged);
    this.addSql(entry);
    this.addSql(months);
  }
}

const staged = /* sql */ `
  create index staged_at on access_log.staged ((header ->> 'at'));

  -- Every row is taken away soon, and what is left of it is in the way of whoever looks for the next.
  alter table access_log.staged set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);

  -- The same as before, without regular expressions: they took longer than the rest of the checks together.
  alter table access_log.staged drop constraint staged_header_check, add constraint staged_header_check check (coalesce(
    translate(header ->> 'at', '123456789', '000000000') = '0000-00-00T00:00:00.000Z' and length(header ->> 'role') between 1 and 40
    and translate(header ->> 'role', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ_', '') = '', false));

  -- Such a row could not be numbered either.
  alter table access_log.staged add constraint staged_null_check check (num_nulls(variadic subjects) = 0 and num_nulls(variadic seen) = 0);`;

const entry = /* sql */ `
  -- An entry of many openings is kept inline: most of it is digests, which can't be compressed, and moving them
  -- elsewhere cost more than the row itself.
  alter table access_log.entry alter header set storage external, alter views set storage external;
  do $$
  declare part regclass;
  begin
    for part in select inhrelid::regclass from pg_inherits where inhparent = 'access_log.entry'::regclass loop
      execute format('alter table %s set (toast_tuple_target = 8160)', part);
    end loop;
  end $$;`;

const months = /* sql */ `
  -- Makes the partitions of this month and of so many months to come; rows that wait in the default
  -- partition move into theirs.
  create or replace function access_log.make_months(ahead integer) returns integer language plpgsql security definer set search_path = pg_catalog as $$
  declare
    first date := date_trunc('month', now() at time zone 'UTC')::date;
    start date;
    parent text;
    part text;
    made integer := 0;
  begin
    for start in select generate_series(first, first + make_interval(months => ahead), interval '1 month')::date loop
      foreach parent in array array['entry', 'opening'] loop
        part := format('%s_%s', parent, to_char(start, 'YYYY_MM'));
        continue when to_regclass(format('access_log.%I', part)) is not null;
        execute format('lock table access_log.%I in access exclusive mode', parent);
        execute format('create temporary table waiting on commit drop as select * from access_log.%I where month = %L', parent || '_default', start);
        execute format('delete from access_log.%I where month = %L', parent || '_default', start);
        execute format('create table access_log.%I partition of access_log.%I for values from (%L) to (%L) with (toast_tuple_target = 8160)', part, parent, start, (start + interval '1 month')::date);
        if parent = 'entry' then
          insert into access_log.entry (month, seq, id, header, digests, leaf, views) select month, seq, id, header, digests, leaf, views from waiting;
        else
          insert into access_log.opening select * from waiting;
        end if;
        drop table waiting;
        made := made + 1;
      end loop;
    end loop;
    return made;
  end $$;`;
