import type { RoleNames } from '../role-names.ts';

/**
 * An invitation is accepted with an account whose address is the one that was invited. The authorization server cannot read that
 * address: it hands in the account's own, and a code that does not fit stays as it is.
 */
export const invitedAccounts = ({ identity }: RoleNames): string => /* sql */ `
  drop function recreation.accept_invitation(bytea, timestamptz);

  -- Uses a code up: from now on the employee may act. Returns the employee's id and record; nothing for a code that is unknown, used, too
  -- old or somebody else's.
  create function recreation.accept_invitation(given_hash bytea, given_email text, instant timestamptz)
  returns table (employee_id uuid, resident_id uuid)
  language sql security definer set search_path = pg_catalog as $$
    with used as (
      delete from recreation.invitation invitation using recreation.employee invited
      where invitation.code_hash = given_hash and invitation.valid_until > instant
        and invited.id = invitation.employee_id and lower(invited.work_email) = lower(given_email)
      returning invitation.employee_id
    )
    update recreation.employee employee set accepted_at = instant from used
    where employee.id = used.employee_id and employee.awaits_acceptance and employee.access_ended_at is null
    returning employee.id, employee.resident_id
  $$;
  revoke execute on function recreation.accept_invitation from public;
  grant execute on function recreation.accept_invitation to ${identity};`;
