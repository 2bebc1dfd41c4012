import type { RoleNames } from '../../../platform/postgres/roles/role-names.ts';

/** Claims of the town's records: who vouches for one, and how it is contested and undone. */
export const contestedClaims = ({ gateway, identity }: RoleNames): string => /* sql */ `
  alter table identity.claim_code
    add foreign key (resident_id) references recreation.resident,
    add foreign key (issued_by) references recreation.employee;
  alter table identity.claim_second add foreign key (confirmed_by) references recreation.employee;
  alter table identity.claim
    -- The request in which the privacy office decides.
    add column request_id uuid references recreation.request,
    add column undone_by uuid references recreation.employee,
    add foreign key (resident_id) references recreation.resident,
    add foreign key (issued_by) references recreation.employee,
    add foreign key (confirmed_by) references recreation.employee,
    add check (num_nulls(undone_at, undone_by) in (0, 2));
  create index claim_request on identity.claim (request_id) where request_id is not null;

  -- Asks for the second code of a resident's code. It is mailed to the account of the employee who confirms. Returns the reason for a
  -- refusal; null: there is none. A protected person needs an officer. That is checked only when the code is used, because this answer
  -- would reveal the protection. A code from an employee who has left does not count.
  create function identity.confirm_claim(resident uuid, employee uuid, acting_as text, instant timestamptz, independent_since timestamptz)
  returns text language plpgsql security definer set search_path = pg_catalog as $$
  declare
    code identity.claim_code;
    account identity.account;
  begin
    select * into code from identity.claim_code found where found.resident_id = resident and found.valid_until > instant
      and not identity.has_left(found.issued_by) for update;
    if code.hash is null then return 'CLAIM_CODE_MISSING'; end if;
    if code.issued_by = employee then return 'OWN_CODE'; end if;
    if not exists (select from recreation.employee own where own.id = employee and own.access_ended_at is null
      and acting_as in ('CUSTOMER_SERVICE', 'PRIVACY_OFFICER') and acting_as = any(own.roles)) then return 'CONFIRMER_CONNECTED'; end if;
    if not recreation.may_vouch_together(code.issued_by, employee, independent_since) then return 'CONFIRMER_CONNECTED'; end if;
    select * into account from identity.account found where found.employee_id = employee and found.disabled_at is null;
    if account.id is null then return 'CONFIRMER_WITHOUT_ACCOUNT'; end if;
    insert into identity.claim_second as known (code_hash, way, confirmed_by)
    values (code.hash, case acting_as when 'PRIVACY_OFFICER' then 'OFFICER' else 'COLLEAGUE' end, employee)
    on conflict (code_hash, way) do update set confirmed_by = excluded.confirmed_by, hash = null;
    insert into identity.mail (id, kind, email, account_id, resident_id, asked_at, next_try_at)
    values (gen_random_uuid(), 'CLAIM_CONFIRMED', account.email, account.id, resident, instant, instant);
    return null;
  end $$;
  revoke execute on function identity.confirm_claim from public;

  -- Accounts with a contested claim. Until the office has decided, they cannot act as that resident.
  create view identity.held as
    select claim.account_id as id from identity.claim claim join recreation.request request on request.id = claim.request_id
    where claim.undone_at is null and request.answered_at is null and request.withdrawn_at is null;

  -- Contests the claim of a record: its codes end, and the account that claimed it is held. Files the request in which the office decides.
  -- Returns the reason for a refusal; null: there is none. A counter needs an existing claim or code. A link was mailed with a code, which
  -- may have expired by now.
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
      -- Otherwise other links of the same codes would file it again.
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

  -- Undoes the claim of a record under the open request that contests it: no officer can disconnect an account without one. The account
  -- then has no record, its sessions and tokens end, and both get a notice. Returns the reason for a refusal; null: there is none.
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

  grant execute on function identity.confirm_claim, identity.undo_claim to ${gateway};
  grant execute on function identity.contest_claim to ${gateway}, ${identity};
  grant select on identity.held to ${identity};
  grant select (resident_id, claimed_at, undone_at) on identity.claim to ${gateway};`;
