import { Migration } from '@mikro-orm/migrations';

/**
 * The role that deletes from the access log: single openings, and whole months that are past the log's retention. The eraser can't
 * change entries and can't hide a deletion: each deletion is logged, and the tree still proves the remaining entries.
 */
export class Migration0008Eraser extends Migration {
  override up(): void {
    this.addSql(prune);
    this.addSql(rights);
  }
}

const prune = /* sql */ `
  -- Deletes every month before the given one, and returns the range of deleted numbers; nulls if there are none.
  -- The policy sets the retention. This function keeps the last year in any case, even if the eraser's password
  -- is stolen.
  create function access_log.prune_months(kept_from date, out first_seq bigint, out last_seq bigint)
  language plpgsql security definer set search_path = pg_catalog as $$
  declare
    part text;
    parent text;
  begin
    if kept_from <> date_trunc('month', kept_from)::date or kept_from > date_trunc('month', now() at time zone 'UTC')::date - interval '1 year' then
      raise exception 'kept_from must begin a month of a year ago or earlier' using errcode = '22023';
    end if;
    -- Writers lock the tables in the same order.
    lock table access_log.entry, access_log.opening in access exclusive mode;
    select min(seq), max(seq) into first_seq, last_seq from access_log.entry where month < kept_from;
    if last_seq is null then return; end if;
    foreach parent in array array['entry', 'opening'] loop
      execute format('delete from access_log.%I where month < $1', parent || '_default') using kept_from;
      foreach part in array array(
        select child.relname::text from pg_inherits join pg_class child on child.oid = inhrelid
        where inhparent = format('access_log.%I', parent)::regclass
          and child.relname ~ format('^%s_\\d{4}_\\d{2}$', parent) and right(child.relname, 7) < to_char(kept_from, 'YYYY_MM'))
      loop
        execute format('drop table access_log.%I', part);
      end loop;
    end loop;
    update access_log.coverage set since = greatest(since, kept_from::timestamp at time zone 'UTC'), first_seq = last_seq + 1;
  end $$;
  revoke execute on function access_log.prune_months from public;`;

const rights = /* sql */ `
  grant usage on schema access_log to ntk_eraser;
  grant select on access_log.entry, access_log.opening to ntk_eraser;
  -- To distinguish an entry that waits for its number from one that does not exist.
  grant select (id) on access_log.staged to ntk_eraser;
  grant delete on access_log.opening to ntk_eraser;
  grant insert on access_log.staged to ntk_eraser;
  grant execute on function access_log.prune_months to ntk_eraser;`;
