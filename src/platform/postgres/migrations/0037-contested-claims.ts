import type { RoleNames } from '../role-names.ts';

/**
 * Which accounts claimed which records, and how a claim ends that somebody else made: the person contests it, which holds the account's
 * capacity as that resident, and the privacy office undoes it. A claim is written by the authorization server. The gateway contests and
 * undoes one through functions, and can neither make nor change one.
 */
export const contestedClaims = ({ identity, gateway }: RoleNames): string => /* sql */ `
  create table identity.claim (
    id uuid primary key default gen_random_uuid(),
    resident_id uuid not null references recreation.resident,
    account_id uuid references identity.account on delete set null,
    claimed_at timestamptz not null,
    issued_by uuid not null references recreation.employee,
    way text not null,
    confirmed_by uuid references recreation.employee,
    -- The request by which the privacy office decides.
    request_id uuid references recreation.request,
    undone_at timestamptz,
    undone_by uuid references recreation.employee,
    check (num_nulls(undone_at, undone_by) in (0, 2))
  );
  create index claim_resident on identity.claim (resident_id, claimed_at);
  create index claim_account on identity.claim (account_id);
  create index claim_request on identity.claim (request_id) where request_id is not null;

  -- Accounts whose claim is contested, until the office has decided: they do not act as that resident.
  create view identity.held as
    select claim.account_id as id from identity.claim claim join recreation.request request on request.id = claim.request_id
    where claim.undone_at is null and request.answered_at is null and request.withdrawn_at is null;

  -- Ends what an account has signed in, and what was asked for with it.
  create function identity.end_account_grants(ended uuid) returns void
  language plpgsql set search_path = pg_catalog as $$
  begin
    update identity.account set epoch = epoch + 1 where id = ended;
    update identity.session set ended_at = now() where account_id = ended and ended_at is null;
    delete from identity.artifact where left(payload ->> 'accountId', 36) = ended::text;
    delete from identity.mail where account_id = ended;
    delete from identity.link where account_id = ended;
  end $$;
  revoke execute on function identity.end_account_grants from public;

  -- Contests the claim of a record: its codes end, and the account that claimed it is held. Files the request by which the office decides.
  -- Returns why it does not; null: it does. A counter needs a claim or a code that is there. A link was mailed with a code, which may be over.
  create function identity.contest_claim(
    resident uuid, request uuid, request_number text, words text, instant timestamptz, due date, by_link boolean
  ) returns text language plpgsql security definer set search_path = pg_catalog as $$
  declare
    made identity.claim;
    had_code boolean;
  begin
    delete from identity.claim_code where resident_id = resident;
    had_code = found;
    select * into made from identity.claim found where found.resident_id = resident and found.undone_at is null
      order by found.claimed_at desc limit 1 for update;
    if made.request_id is not null and exists (
      select from recreation.request open where open.id = made.request_id and open.answered_at is null and open.withdrawn_at is null)
    then return 'CLAIM_CONTESTED'; end if;
    if made.id is null then
      if not (had_code or by_link) then return 'CLAIM_MISSING'; end if;
      -- Other links of the same codes would file it again.
      delete from identity.link where kind = 'CONTEST' and resident_id = resident;
    end if;
    insert into recreation.request (id, number, kind, resident_id, body, filed_at, due_on)
    values (request, request_number, 'COMPLAINT', resident, words, instant, due);
    if made.id is not null then
      update identity.claim target set request_id = request where target.id = made.id;
      perform identity.end_account_grants(made.account_id);
      perform identity.mail_resident(resident, 'CLAIM_CONTESTED', instant);
    end if;
    return null;
  end $$;
  revoke execute on function identity.contest_claim from public;

  -- Undoes the claim of a record, by the open request that contests it: no officer disconnects an account of their own accord. The account
  -- has no record any more, what it signed in ends, and both are told. Returns why it is not undone; null: it is.
  create function identity.undo_claim(resident uuid, request uuid, officer uuid, instant timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog as $$
  declare
    made identity.claim;
  begin
    select * into made from identity.claim found where found.resident_id = resident and found.undone_at is null
      order by found.claimed_at desc limit 1 for update;
    if made.id is null then return 'CLAIM_MISSING'; end if;
    if made.request_id is distinct from request or not exists (
      select from recreation.request open where open.id = made.request_id and open.answered_at is null and open.withdrawn_at is null)
    then return 'CLAIM_UNCONTESTED'; end if;
    update identity.claim target set undone_at = instant, undone_by = officer where target.id = made.id;
    perform identity.mail_resident(resident, 'CLAIM_UNDONE', instant);
    perform identity.end_account_grants(made.account_id);
    update identity.account set resident_id = null where id = made.account_id and resident_id = resident;
    delete from identity.claim_code where resident_id = resident;
    return null;
  end $$;
  revoke execute on function identity.undo_claim from public;

  grant execute on function identity.contest_claim to ${gateway}, ${identity};
  grant execute on function identity.undo_claim to ${gateway};
  grant select, insert on identity.claim to ${identity};
  grant select on identity.held to ${identity};
  grant select (resident_id, claimed_at, undone_at) on identity.claim to ${gateway};`;
