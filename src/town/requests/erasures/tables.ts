import type { RoleNames } from '../../../platform/postgres/roles/role-names.ts';

/** Erasures of segments of the access log: each with its proposer and its approver. */
export const erasures = ({ gateway, eraser }: RoleNames): string => /* sql */ `
  create table access_log.erasure (
    id uuid primary key,
    rule text not null check (rule in ('ERASURE_REQUEST', 'COURT_ORDER', 'RECORDED_UNLAWFULLY')),
    reason text not null,
    request_id uuid not null references recreation.request,
    -- The person and the entries from which the person's part is erased. Null and empty once it is carried out.
    person_id uuid,
    numbers bigint[] not null,
    proposed_by uuid not null references recreation.employee,
    proposed_at timestamptz not null,
    approved_by uuid references recreation.employee,
    approved_at timestamptz,
    -- The entry that records it. Null until it is carried out.
    entry_id uuid unique,
    constraint erasure_numbers check (array_position(numbers, null) is null and (cardinality(numbers) = 0) = (entry_id is not null)),
    constraint erasure_person check ((person_id is null) = (entry_id is not null)),
    -- The proposer cannot approve it.
    constraint erasure_approved check (num_nulls(approved_by, approved_at) in (0, 2) and approved_by <> proposed_by),
    constraint erasure_carried_out check (entry_id is null or approved_by is not null)
  );

  -- Statistics must not hold values that are to be erased.
  alter table access_log.erasure alter column person_id set statistics 0, alter column numbers set statistics 0;
  grant select on access_log.erasure to ${gateway}, ${eraser};

  -- A proposal never changes, so the approver has seen exactly what is carried out.
  grant insert (id, rule, reason, request_id, person_id, numbers, proposed_by, proposed_at) on access_log.erasure to ${gateway};
  grant update (approved_by, approved_at) on access_log.erasure to ${gateway};

  -- The segments of an erasure that are still there: those about the person, and those of the person as the principal of entries about no
  -- other person. A reader cannot be erased from the histories of others, and the entry of an erasure cannot be erased.
  create function access_log.segments_to_erase(given uuid) returns table (seq bigint, month date, ordinal integer, salt bytea, content jsonb)
  language sql stable security definer set search_path = pg_catalog as $$
    select segment.seq, segment.month, segment.ordinal, segment.salt, segment.content
    from access_log.erasure
    join access_log.entry on entry.seq = any(erasure.numbers) and entry.role <> 'ERASER'
    join access_log.segment on segment.seq = entry.seq and segment.month = entry.month
    where erasure.id = given and (segment.subject_id = erasure.person_id
      or segment.ordinal = 0 and entry.principal_id = erasure.person_id and entry.subjects <@ array[erasure.person_id])
    order by segment.seq, segment.ordinal
  $$;
  revoke execute on function access_log.segments_to_erase from public;
  grant execute on function access_log.segments_to_erase to ${eraser};

  -- Carries an approved erasure out, once, within 30 days of its approval. The entry that records it must be staged: it says what is
  -- erased, about which person, under which rule, for which request and who approved it.
  create function access_log.erase_approved(given uuid, recorded uuid, leaf_hashes bytea[]) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
  declare
    found access_log.erasure;
    seqs bigint[];
    ordinals integer[];
    places text[];
    part text;
  begin
    select * into found from access_log.erasure where id = given for update;
    if found.id is null or found.approved_by is null or found.entry_id is not null or found.approved_at < now() - interval '30 days'
      or not recreation.are_independent(found.proposed_by, found.approved_by, found.approved_at - interval '90 days') then
      raise exception 'no erasure is approved and awaits being carried out' using errcode = 'NTK03';
    end if;
    if not access_log.is_recorded('Mutation.proposeErasure', found.proposed_by, found.person_id, found.proposed_at, found.proposed_at)
      or not access_log.is_recorded('Mutation.approveErasure', found.approved_by, found.person_id, found.approved_at, found.approved_at) then
      raise exception 'the log has no entry of the proposal and of its approval' using errcode = 'NTK03';
    end if;
    select array_agg(seq order by seq, ordinal), array_agg(ordinal order by seq, ordinal),
      array_agg(format('%s/%s', seq, ordinal) order by seq, ordinal)
    into seqs, ordinals, places from access_log.segments_to_erase(given);
    if places is null or cardinality(leaf_hashes) is distinct from cardinality(places) then
      raise exception 'a leaf hash for each segment of the erasure' using errcode = '22023';
    end if;
    if not exists (
      select from access_log.full_staged staged where staged.id = recorded and staged.role = 'ERASER' and staged.erases = places
        and staged.principal_id = found.approved_by and staged.case_id = found.request_id and staged.subjects = array[found.person_id]
        and staged.template ->> 'operationType' = 'command'
        and staged.template -> 'rootFields' = jsonb_build_array('erase-approved', found.rule)) then
      raise exception 'the entry of the erasure is not staged' using errcode = 'NTK03';
    end if;
    for at in 1..cardinality(places) loop
      if not access_log.erase(seqs[at], ordinals[at], leaf_hashes[at], false) then
        raise exception 'a segment is not there' using errcode = '22023';
      end if;
    end loop;
    foreach part in array array(
      select distinct replace(relname, 'entry', '') from access_log.entry join pg_class on pg_class.oid = entry.tableoid where seq = any(seqs))
    loop
      perform access_log.write_anew('entry' || part), access_log.write_anew('posting' || part);
    end loop;
    update access_log.erasure set person_id = null, numbers = '{}', entry_id = recorded where id = given;
    perform access_log.write_anew('staged'), access_log.write_anew('erasure');
  end $$;
  revoke execute on function access_log.erase_approved from public;
  grant execute on function access_log.erase_approved to ${eraser};`;
