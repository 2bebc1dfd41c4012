import type { RoleNames } from '../role-names.ts';

/**
 * A code from the counter is also for a resident who has an account and lost its mailbox. An account claims no record that another one
 * has: so a code alone opens nothing there. A link that was opened in a session goes with it into another capacity, where it has another
 * id.
 */
export const codesForOwners = ({ gateway }: RoleNames): string => /* sql */ `
  drop function identity.issue_claim_code(uuid, bytea, uuid, timestamptz);
  -- Replaces the code of a resident.
  create function identity.issue_claim_code(resident uuid, code_hash bytea, employee uuid, until timestamptz) returns void
    language sql security definer set search_path = pg_catalog as $$
    insert into identity.claim_code (hash, resident_id, issued_by, valid_until) values (code_hash, resident, employee, until)
    on conflict (resident_id) do update set hash = excluded.hash, issued_by = excluded.issued_by, valid_until = excluded.valid_until;
  $$;
  revoke execute on function identity.issue_claim_code from public;
  grant execute on function identity.issue_claim_code to ${gateway};

  alter table identity.link drop constraint link_session;
  alter table identity.link add constraint link_session foreign key (session_id) references identity.session
    on update cascade on delete cascade;`;
