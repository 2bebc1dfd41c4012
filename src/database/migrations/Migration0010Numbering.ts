import { Migration } from '@mikro-orm/migrations';

/** Makes numbering faster: an index finds the oldest staged entries, and an entry's row is stored uncompressed. */
export class Migration0010Numbering extends Migration {
  override up(): void {
    this.addSql(staged);
    this.addSql(entry);
    this.addSql(months);
  }
}

const staged = /* sql */ `
  create index staged_at on access_log.staged ((header ->> 'at'));

  -- Every row is deleted soon, and its dead version slows down the search for the next.
  alter table access_log.staged set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);

  -- The same check as before without regular expressions, which took longer than all other checks together.
  alter table access_log.staged drop constraint staged_header_check, add constraint staged_header_check check (coalesce(
    translate(header ->> 'at', '123456789', '000000000') = '0000-00-00T00:00:00.000Z' and length(header ->> 'role') between 1 and 40
    and translate(header ->> 'role', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ_', '') = '', false));

  -- Such a row cannot be numbered either.
  alter table access_log.staged add constraint staged_null_check check (num_nulls(variadic subjects) = 0 and num_nulls(variadic seen) = 0);`;

const entry = /* sql */ `
  -- An entry with many openings is stored inline: most of it is digests, which cannot be compressed, and storing them
  -- out of line cost more than the row itself.
  alter table access_log.entry alter header set storage external, alter views set storage external;
  do $$
  declare part regclass;
  begin
    for part in select inhrelid::regclass from pg_inherits where inhparent = 'access_log.entry'::regclass loop
      execute format('alter table %s set (toast_tuple_target = 8160)', part);
    end loop;
  end $$;`;

const months = /* sql */ `
  -- Makes the partitions of this month and of the given number of months after it. Rows in the default partition
  -- move to their own.
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
