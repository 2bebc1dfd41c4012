import type { RoleNames } from '../role-names.ts';

/**
 * A claim of a record takes two codes that one employee does not hold. The gateway stores the digest of the one that a counter hands out,
 * and asks that a colleague confirm it. The authorization server alone makes the other one, and mails it: to the address on record, if it
 * has been there for long enough by the clock of the database, or to the colleague's own account. So whatever the gateway's role writes,
 * it knows no code that can be used.
 *
 * When each employee issued or confirmed a code is kept, so that this can be counted (`engine/budgets/spend-act.ts`): it names nobody whose
 * record it was.
 */
export const twoPartClaims = ({ gateway, identity }: RoleNames): string => /* sql */ `
  create table identity.claim_act (
    employee_id uuid not null,
    acted_at timestamptz not null
  );
  create index claim_act_employee on identity.claim_act (employee_id, acted_at);

  -- Counts one act, and returns how many there are with it in the last 60 minutes and 24 hours; or if the budget is spent, returns in how
  -- many seconds another can be made.
  create function identity.spend_claim(
    acted_by uuid, instant timestamptz, per_hour integer, per_day integer,
    out retry_after integer, out in_hour integer, out in_day integer
  ) language plpgsql security definer set search_path = pg_catalog as $$
  begin
    -- One transaction at a time for an employee, so that the count holds until the commit.
    perform pg_advisory_xact_lock(7462011, hashtext(acted_by::text));
    delete from identity.claim_act where employee_id = acted_by and acted_at <= instant - interval '24 hours';
    select case
        when count(*) >= per_day then ceil(extract(epoch from min(acted_at) + interval '24 hours' - instant))
        when count(*) filter (where acted_at > instant - interval '1 hour') >= per_hour
          then ceil(extract(epoch from min(acted_at) filter (where acted_at > instant - interval '1 hour') + interval '1 hour' - instant))
      end,
      count(*) filter (where acted_at > instant - interval '1 hour') + 1, count(*) + 1
    into retry_after, in_hour, in_day
    from identity.claim_act where employee_id = acted_by;
    if retry_after is null then
      insert into identity.claim_act (employee_id, acted_at) values (acted_by, instant);
    end if;
  end $$;
  revoke execute on function identity.spend_claim from public;
  grant execute on function identity.spend_claim to ${gateway};

  -- Since when the mail address on record is there, by the clock of the database. No role that serves can say another time.
  alter table recreation.resident add column email_stands_since timestamptz not null default now();
  create function recreation.email_stands() returns trigger language plpgsql set search_path = pg_catalog as $$
  begin
    -- The owner fills and restores tables.
    if not (tg_op = 'INSERT' and pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'member')) then
      new.email_stands_since = now();
    end if;
    return new;
  end $$;
  create trigger email_came before insert on recreation.resident for each row execute function recreation.email_stands();
  create trigger email_changed before update of email on recreation.resident for each row
    when (new.email is distinct from old.email) execute function recreation.email_stands();

  delete from identity.claim_code;
  alter table identity.claim_code add column issued_at timestamptz not null;
  -- The other codes that a code can be used with, one for each way. Null: it is not mailed yet.
  create table identity.claim_second (
    code_hash bytea not null references identity.claim_code on delete cascade,
    way text not null check (way in ('CONTACT', 'COLLEAGUE', 'OFFICER')),
    hash bytea check (length(hash) = 32),
    confirmed_by uuid references recreation.employee,
    primary key (code_hash, way),
    check ((way = 'CONTACT') = (confirmed_by is null))
  );
  -- Null: the language of the reader is not known. The resident whose record the mail is about, if it is about one.
  alter table identity.mail alter column language drop not null,
    add column resident_id uuid references recreation.resident;
  alter table identity.link add column resident_id uuid references recreation.resident;

  drop function identity.issue_claim_code(uuid, bytea, uuid, timestamptz);
  -- Replaces the code of a resident, who is told (0055-waiting-contacts).
  create function identity.issue_claim_code(resident uuid, given_hash bytea, employee uuid, instant timestamptz, until timestamptz)
  returns void language plpgsql security definer set search_path = pg_catalog as $$
  begin
    delete from identity.claim_code where resident_id = resident;
    insert into identity.claim_code (hash, resident_id, issued_by, issued_at, valid_until)
    values (given_hash, resident, employee, instant, until);
    perform identity.mail_resident(resident, 'CLAIM_ISSUED', instant);
  end $$;
  revoke execute on function identity.issue_claim_code from public;

  -- Whether an employee's access has ended. A null has not.
  create function identity.has_left(employee uuid) returns boolean language sql stable set search_path = pg_catalog as $$
    select exists (select from recreation.employee own where own.id = employee and own.access_ended_at is not null)
  $$;
  revoke execute on function identity.has_left from public;

  -- Asks for the other code of a resident's code, which is mailed to the account of the employee who confirms it. Returns why it is not
  -- asked for; null: it is. A protected person needs an officer: that shows when the code is used, so that the answer does not tell. The code
  -- of an employee who has left is none.
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

  -- Uses a code up together with its other one. No row: they are no such pair, an employee who vouched has left, or a colleague's
  -- confirmation is not enough for the person.
  create function identity.take_claim_code(
    given_hash bytea, second_hash bytea, instant timestamptz,
    out resident_id uuid, out issued_by uuid, out way text, out confirmed_by uuid
  ) returns setof record language sql security definer set search_path = pg_catalog as $$
    delete from identity.claim_code code using identity.claim_second other, recreation.resident person
    where code.hash = given_hash and other.code_hash = code.hash and other.hash = second_hash and code.valid_until > instant
      and not identity.has_left(code.issued_by) and not identity.has_left(other.confirmed_by)
      and person.id = code.resident_id and (other.way <> 'COLLEAGUE' or not (person.address_protected or person.lives_protected))
    returning code.resident_id, code.issued_by, other.way, other.confirmed_by;
  $$;
  revoke execute on function identity.take_claim_code from public;

  grant execute on function identity.issue_claim_code, identity.confirm_claim to ${gateway};
  grant execute on function identity.take_claim_code to ${identity};
  grant select, insert, update on identity.claim_second to ${identity};`;
