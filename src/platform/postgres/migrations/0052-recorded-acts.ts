import type { RoleNames } from '../role-names.ts';

/**
 * What the gateway stores in the name of employees has effect with the entries of those acts alone. The gateway's role can write rows in
 * anybody's name; without the entries that say so to the person, a row is no approval and no code.
 */
export const recordedActs = ({ identity }: RoleNames): string => /* sql */ `
  -- Whether the log has an entry of an employee's change about a person at that time.
  create function access_log.is_recorded(change text, employee uuid, person uuid, acted_since timestamptz, acted_until timestamptz)
  returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
  declare
    -- The clocks of instances differ by less.
    slack constant interval = '5 minutes';
  begin
    return exists (
      select from access_log.full_staged entry where person = any(entry.subjects) and entry.principal_id = employee
        and entry.form -> 'rootFields' ? change and entry.form ->> 'outcome' = 'ANSWERED'
        and entry.at between acted_since - slack and acted_until + slack
    ) or exists (
      select from access_log.about join access_log.full_entry entry on entry.seq = about.seq and entry.month = about.month
      where about.subject_id = person and entry.principal_id = employee
        and entry.form -> 'rootFields' ? change and entry.form ->> 'outcome' = 'ANSWERED'
        and entry.at between acted_since - slack and acted_until + slack
    );
  end $$;
  revoke execute on function access_log.is_recorded from public;
  grant execute on function access_log.is_recorded, recreation.are_independent to ${identity};`;
