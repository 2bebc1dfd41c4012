import type { RoleNames } from '../../platform/postgres/roles/role-names.ts';

/**
 * Claims of records: their codes, and the accounts that used them. It needs of the application, before:
 *
 * - the view `identity.record (id, has_ended, needs_officer)`: the records; `needs_officer`: the confirmation of a colleague is not enough
 * - the view `identity.employment (id, …)`: the employees in service
 * - the function `identity.mail_resident(id, kind, instant)`: mails a notice to the person of a record
 */
export const claims = ({ gateway, identity }: RoleNames): string => /* sql */ `
  create table identity.claim_code (
    hash bytea primary key check (length(hash) = 32),
    resident_id uuid not null constraint claim_code_resident unique,
    issued_by uuid not null,
    issued_at timestamptz not null,
    valid_until timestamptz not null
  );
  create index claim_code_valid_until on identity.claim_code (valid_until);

  -- The second codes of a code, one for each way. Null: the second code is not mailed yet.
  create table identity.claim_second (
    code_hash bytea not null references identity.claim_code on delete cascade,
    way text not null check (way in ('CONTACT', 'COLLEAGUE', 'OFFICER')),
    hash bytea check (length(hash) = 32),
    confirmed_by uuid,
    primary key (code_hash, way),
    check ((way = 'CONTACT') = (confirmed_by is null))
  );

  -- Replaces the code of a resident, and mails the resident a notice.
  create function identity.issue_claim_code(resident uuid, given_hash bytea, employee uuid, instant timestamptz, until timestamptz)
  returns void language plpgsql security definer set search_path = pg_catalog as $$
  begin
    delete from identity.claim_code where resident_id = resident;
    insert into identity.claim_code (hash, resident_id, issued_by, issued_at, valid_until)
    values (given_hash, resident, employee, instant, until);
    perform identity.mail_resident(resident, 'CLAIM_ISSUED', instant);
  end $$;
  revoke execute on function identity.issue_claim_code from public;

  -- Whether an employee's access has ended; false for null.
  create function identity.has_left(employee uuid) returns boolean language sql stable set search_path = pg_catalog as $$
    select employee is not null and not exists (select from identity.employment own where own.id = employee)
  $$;
  revoke execute on function identity.has_left from public;

  -- Uses up a code together with its second one. Returns no row if they are not such a pair, an employee who vouched has left, or a
  -- colleague's confirmation is not enough for the person.
  create function identity.take_claim_code(
    given_hash bytea, second_hash bytea, instant timestamptz,
    out resident_id uuid, out issued_by uuid, out way text, out confirmed_by uuid
  ) returns setof record language sql security definer set search_path = pg_catalog as $$
    delete from identity.claim_code code using identity.claim_second other, identity.record person
    where code.hash = given_hash and other.code_hash = code.hash and other.hash = second_hash and code.valid_until > instant
      and not identity.has_left(code.issued_by) and not identity.has_left(other.confirmed_by)
      and person.id = code.resident_id and (other.way <> 'COLLEAGUE' or not person.needs_officer)
    returning code.resident_id, code.issued_by, other.way, other.confirmed_by;
  $$;
  revoke execute on function identity.take_claim_code from public;

  create table identity.claim (
    id uuid primary key default gen_random_uuid(),
    resident_id uuid not null,
    account_id uuid references identity.account on delete set null,
    claimed_at timestamptz not null,
    issued_by uuid not null,
    way text not null,
    confirmed_by uuid,
    undone_at timestamptz
  );
  create index claim_resident on identity.claim (resident_id, claimed_at);
  create index claim_account on identity.claim (account_id);

  grant execute on function identity.issue_claim_code to ${gateway};
  grant execute on function identity.take_claim_code to ${identity};
  grant select, insert, update, delete on identity.claim_code to ${identity};
  grant select, insert, update on identity.claim_second to ${identity};
  grant select, insert on identity.claim to ${identity};`;
