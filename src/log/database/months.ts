/** Functions that make and drop the months of the access log. They run as the owner, so that no other role owns a table. */
export const months = (): string => /* sql */ `
  -- Makes the partitions of this month and of the given number of months after it. Rows in the default partition
  -- move to their own.
  create function access_log.make_months(ahead integer) returns integer language plpgsql security definer set search_path = pg_catalog as $$
  declare
    first date := date_trunc('month', now() at time zone 'UTC')::date;
    start date;
    parent text;
    part text;
    made integer := 0;
  begin
    for start in select generate_series(first, first + make_interval(months => ahead), interval '1 month')::date loop
      foreach parent in array array['entry', 'posting'] loop
        part := format('%s_%s', parent, to_char(start, 'YYYY_MM'));
        continue when to_regclass(format('access_log.%I', part)) is not null;
        execute format('lock table access_log.%I in access exclusive mode', parent);
        execute format('create temporary table waiting on commit drop as select * from access_log.%I where month = %L', parent || '_default', start);
        execute format('delete from access_log.%I where month = %L', parent || '_default', start);
        -- No erasure reaches what was there before.
        perform access_log.write_anew(parent || '_default');
        execute format('create table access_log.%I partition of access_log.%I for values from (%L) to (%L)', part, parent, start, (start + interval '1 month')::date);
        perform access_log.keep_plain(format('access_log.%I', part)::regclass);
        execute format('insert into access_log.%I select * from waiting', parent);
        drop table waiting;
        made := made + 1;
      end loop;
    end loop;
    return made;
  end $$;
  revoke execute on function access_log.make_months from public;
  select access_log.make_months(3);

  -- Deletes every month before the given one, and returns the range of deleted numbers; nulls if there are none.
  -- The policy sets the retention. This function knows it too, and proves it by the server's clock: the
  -- eraser's password removes nothing that is younger.
  create function access_log.prune_months(kept_from date, out first_seq bigint, out last_seq bigint)
  language plpgsql security definer set search_path = pg_catalog as $$
  declare
    part text;
    parent text;
  begin
    if kept_from <> date_trunc('month', kept_from)::date or kept_from > date_trunc('month', now() at time zone 'UTC')::date - interval '7 years' then
      raise exception 'kept_from must begin a month of seven years ago or earlier' using errcode = '22023';
    end if;
    -- Writers lock the tables in the same order.
    lock table access_log.entry, access_log.posting in access exclusive mode;
    -- Waits for those who stage an entry and have found its templates.
    lock table access_log.template in exclusive mode;
    select min(seq), max(seq) into first_seq, last_seq from access_log.entry where month < kept_from;
    if last_seq is null then return; end if;
    foreach parent in array array['entry', 'posting'] loop
      execute format('delete from access_log.%I where month < $1', parent || '_default') using kept_from;
      perform access_log.write_anew(parent || '_default');
      foreach part in array array(
        select child.relname::text from pg_inherits join pg_class child on child.oid = inhrelid
        where inhparent = format('access_log.%I', parent)::regclass
          and child.relname ~ format('^%s_\\d{4}_\\d{2}$', parent) and right(child.relname, 7) < to_char(kept_from, 'YYYY_MM'))
      loop
        execute format('drop table access_log.%I', part);
      end loop;
    end loop;
    delete from access_log.template where id not in (
      select template_id from access_log.entry union select views_id from access_log.entry
      union select template_id from access_log.staged union select views_id from access_log.staged);
    update access_log.coverage set since = greatest(since, kept_from::timestamp at time zone 'UTC'), first_seq = last_seq + 1;
  end $$;
  revoke execute on function access_log.prune_months from public;`;
