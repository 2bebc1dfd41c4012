/** The function that erases a segment. No role but the owner may call it: `access_log.erase_approved` does, for the eraser. */
export const eraseSegment = (): string => /* sql */ `
  -- Erases a segment of an entry, and returns false if it is not there. The leaf hash is all that is left of it. The rows are
  -- rewritten without their older versions, which PostgreSQL would keep in its files, unless the caller does that after several
  -- segments. Others who use the month's tables wait.
  create function access_log.erase(number bigint, erased_ordinal integer, leaf_hash bytea, writes_anew boolean default true) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
  declare
    part text;
    found access_log.entry;
    place text := erased_ordinal::text;
  begin
    select replace(relname, 'entry', '') into part from access_log.entry join pg_class on pg_class.oid = entry.tableoid where seq = number;
    if part is null or length(leaf_hash) is distinct from 32 then return false; end if;
    execute format('lock table access_log.entry%s, access_log.posting%s in access exclusive mode', part, part);
    select * into found from access_log.entry where seq = number;
    if erased_ordinal not between 0 and cardinality(found.subjects) + 1 or found.erased ? place then return false; end if;

    create temporary table touched on commit drop as
    select posting.tableoid as part, posting.ctid as place, posting.*,
      array(select posting.first_seq + step from unnest(array_prepend(0::smallint, posting.further)) step order by 1) as seqs
    from access_log.posting
    where month = found.month and first_seq between number - 999 and number
      and subject_id = any(case when erased_ordinal > 1 then found.subjects[erased_ordinal - 1:erased_ordinal - 1] else found.subjects end)
      -- The principal's own reads are kept apart from others, and what is without its authority must be checked.
      and (erased_ordinal <> 0 or kind = 1);
    delete from touched where number <> all(seqs);
    delete from access_log.posting using touched where posting.tableoid = touched.part and posting.ctid = touched.place;
    insert into access_log.posting (subject_id, first_seq, month, kind, authority_id, further)
    select subject_id, rest[1], month, kind, authority_id,
      case when cardinality(rest) > 1 then array(select (seq - rest[1])::smallint from unnest(rest[2:]) seq) end
    from (select *, array_remove(seqs, number) as rest from touched) posting where rest <> '{}';
    if erased_ordinal < 2 then
      insert into access_log.posting (subject_id, first_seq, month, kind)
      select subject_id, number, month, case erased_ordinal when 0 then 0 else 3 end from touched;
    end if;
    drop table touched;

    update access_log.entry set
      principal_id = case when erased_ordinal <> 0 then principal_id end,
      case_id = case when erased_ordinal <> 1 then case_id end,
      authority_ids = case when erased_ordinal <> 1 then authority_ids end,
      salts = overlay(salts placing decode(repeat('00', 16), 'hex') from 16 * erased_ordinal + 1),
      erased = coalesce(erased, '{}') || jsonb_build_object(place, encode(leaf_hash, 'hex'))
    where seq = number;
    if erased_ordinal > 1 then update access_log.entry set subjects[erased_ordinal - 1] = null where seq = number; end if;
    if writes_anew then
      perform access_log.write_anew('entry' || part), access_log.write_anew('posting' || part), access_log.write_anew('staged');
    end if;
    return true;
  end $$;
  revoke execute on function access_log.erase from public;

  -- Writes a table's rows into a new file, without the dead ones.
  create function access_log.write_anew(part text) returns void language plpgsql set search_path = pg_catalog as $$
  begin
    execute format('lock table access_log.%I in access exclusive mode', part);
    execute format('create temporary table kept on commit drop as select * from access_log.%I', part);
    execute format('truncate access_log.%I', part);
    execute format('insert into access_log.%I select * from kept', part);
    drop table kept;
  end $$;
  revoke execute on function access_log.write_anew from public;`;
