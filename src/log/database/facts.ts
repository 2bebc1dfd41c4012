import type { RoleNames } from '../../platform/postgres/roles/role-names.ts';

/** The facts that other changes depend on: that an entry is stored, and that a change has its entry. */
export const facts = ({ gateway, identity }: RoleNames): string => /* sql */ `
  -- Fails unless an entry was stored, and in time. PostgreSQL then skips the commit that was sent along.
  create function access_log.assert_stored(is_stored boolean, until timestamptz) returns boolean
  language plpgsql as $$
  begin
    if clock_timestamp() > until is not false then raise exception 'the time of the request is over' using errcode = 'NTK02'; end if;
    if is_stored is not true then raise exception 'the access has ended' using errcode = 'NTK01'; end if;
    return true;
  end $$;
  revoke execute on function access_log.assert_stored from public;
  grant execute on function access_log.assert_stored to ${gateway};

  -- Whether the log has an entry of an employee's change about a person at that time.
  create function access_log.is_recorded(change text, employee uuid, person uuid, acted_since timestamptz, acted_until timestamptz)
  returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
  declare
    -- The clocks of instances differ by less.
    slack constant interval = '5 minutes';
  begin
    return exists (
      select from access_log.full_staged entry where person = any(entry.subjects) and entry.principal_id = employee
        and entry.template -> 'rootFields' ? change and entry.template ->> 'outcome' = 'ANSWERED'
        and entry.at between acted_since - slack and acted_until + slack
    ) or exists (
      select from access_log.about join access_log.full_entry entry on entry.seq = about.seq and entry.month = about.month
      where about.subject_id = person and entry.principal_id = employee
        and entry.template -> 'rootFields' ? change and entry.template ->> 'outcome' = 'ANSWERED'
        and entry.at between acted_since - slack and acted_until + slack
    );
  end $$;
  revoke execute on function access_log.is_recorded from public;
  grant execute on function access_log.is_recorded to ${identity};`;
