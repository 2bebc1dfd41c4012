import type { RoleNames } from '../../platform/postgres/roles/role-names.ts';
import { claims } from './claims.ts';

/** The records to which accounts belong, as the database reads them with the rights of the role that owns the tables. */
export interface AccountRecords {
  /**
   * A `select` of the data subjects: `id uuid`; `has_ended boolean`, whether they may not sign in any more; `email text`, the address on
   * record, which gets notices and one of the two codes that connect an account; and `email_since timestamptz`, since when that is the address
   * (null: always).
   */
  readonly records: string;
  /** A `select` of the employees in service: `id uuid`, `roles text[]`, and `email text`, the address at work, to which they are invited. */
  readonly employees: string;
}

/** The records and employees of an application as the authorization server reads them, with its own tables about them. */
export const applicationTables = ({ records, employees }: AccountRecords, roles: RoleNames): string => /* sql */ `
  create view identity.person as
    select person.id::uuid, person.has_ended::boolean, lower(normalize(person.email::text, nfc)) as email, person.email_since::timestamptz
    from (${records}) person;
  create view identity.record as select id, has_ended, false as needs_officer from identity.person;
  grant select (id, has_ended) on identity.record to ${roles.gateway}, ${roles.identity};

  create view identity.employee as
    select employee.id::uuid, employee.roles::text[], lower(normalize(employee.email::text, nfc)) as email from (${employees}) employee;
  -- The record that an employee has as a data subject: the employee declares it with the invitation, or connects it later.
  create table identity.own_record (employee_id uuid primary key, record_id uuid not null unique);
  create view identity.employment as
    select employee.id, employee.roles, own.record_id as resident_id, false as reviews_log
    from identity.employee left join identity.own_record own on own.employee_id = employee.id;
  create table identity.invitation (
    employee_id uuid primary key,
    -- Null until its mail is sent.
    code_hash bytea unique check (octet_length(code_hash) = 32),
    valid_until timestamptz not null
  );
  grant select on identity.employee to ${roles.identity};
  grant select on identity.employment to ${roles.gateway}, ${roles.identity};
  grant select, insert on identity.own_record to ${roles.identity};
  grant select, update (code_hash), delete on identity.invitation to ${roles.identity};

  -- Has the code of an invitation mailed to the address that the employee has at work. False: there is no such employee, or one with an
  -- account.
  create function identity.invite(invited uuid, given_language text, instant timestamptz, until timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
  declare
    address text;
  begin
    select employee.email into address from identity.employee where employee.id = invited
      and not exists (select from identity.account where account.employee_id = invited);
    if address is null then return false; end if;
    insert into identity.invitation (employee_id, valid_until) values (invited, until)
    on conflict (employee_id) do update set code_hash = null, valid_until = excluded.valid_until;
    delete from identity.mail where kind = 'INVITATION' and email = address;
    insert into identity.mail (id, kind, email, language, asked_at, next_try_at)
    values (gen_random_uuid(), 'INVITATION', address, given_language, instant, instant);
    return true;
  end $$;

  -- Mails a notice to the address on record, and to that of an account that has the record.
  create function identity.mail_resident(resident uuid, mail_kind text, instant timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
    insert into identity.mail (id, kind, email, resident_id, asked_at, next_try_at)
    select gen_random_uuid(), mail_kind, told.email, resident, instant, instant from (
      select person.email from identity.person where person.id = resident and person.email is not null
      union select account.email from identity.account account where account.resident_id = resident or account.id = resident) told;
  $$;
  -- Whether an address has been on record for so many days, so that it may get the second code of a claim.
  create function identity.is_standing_contact(resident uuid, address text, days integer, independent_since timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
    select exists (select from identity.person where person.id = resident and person.email = address
      and coalesce(person.email_since, '-infinity') <= now() - make_interval(days => days))
  $$;

  ${claims(roles)}

  -- Disconnects the account that claimed a record: the mailbox on record says that it is another person's.
  create function identity.contest_claim(resident uuid, instant timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
  declare
    made identity.claim;
  begin
    delete from identity.claim_code where resident_id = resident;
    delete from identity.link where kind = 'CONTEST' and resident_id = resident;
    select * into made from identity.claim found where found.resident_id = resident and found.undone_at is null
      order by found.claimed_at desc limit 1 for update;
    if made.id is null then return; end if;
    update identity.claim target set undone_at = instant where target.id = made.id;
    perform identity.mail_resident(resident, 'CLAIM_UNDONE', instant);
    perform identity.end_account_grants(made.account_id);
    update identity.account set resident_id = null where id = made.account_id and resident_id = resident;
  end $$;

  -- An address on record changes in the application, and none waits for a proof here.
  create function identity.contact_waits_until(resident uuid, address text, instant timestamptz) returns timestamptz
  language sql immutable set search_path = pg_catalog as $$ select null::timestamptz $$;
  create function identity.prove_contact(token_hash bytea, instant timestamptz, today date) returns uuid
  language sql immutable set search_path = pg_catalog as $$ select null::uuid $$;
  create function identity.forget_old_contacts(instant timestamptz) returns void
  language sql immutable set search_path = pg_catalog as $$ select $$;
  create function identity.release_contact_mails(instant timestamptz, mailbox_per_day integer, asker_per_day integer) returns void
  language sql immutable set search_path = pg_catalog as $$ select $$;

  -- A contested account is disconnected at once, so none is held. Organisations authenticate elsewhere: no client is registered here.
  create view identity.held as select id from identity.account where false;
  create view identity.client as
    select client.id, client.partner_id, client.name, client.jwks, client.jwks_uri, client.categories, null::text as role,
      client.former_jwks, client.former_until, client.withdrawn_keys
    from identity.registration client where false;
  create view identity.grantable as
    select null::uuid as id, null::uuid as partner_id, null::text as kind, null::text as purpose, null::text[] as categories,
      null::text as reference, null::text as issuer, null::timestamptz as valid_from, null::timestamptz as valid_until,
      null::timestamptz as revoked_at, 0 as approvals, '{}'::uuid[] as subject_ids where false;
  grant select on identity.held, identity.grantable to ${roles.identity};
  grant select on identity.client to ${roles.gateway}, ${roles.identity};

  revoke execute on function identity.invite, identity.mail_resident, identity.is_standing_contact, identity.contest_claim,
    identity.contact_waits_until, identity.prove_contact, identity.forget_old_contacts, identity.release_contact_mails from public;
  grant execute on function identity.invite to ${roles.gateway};
  grant execute on function identity.mail_resident, identity.is_standing_contact, identity.contest_claim, identity.contact_waits_until,
    identity.prove_contact, identity.forget_old_contacts, identity.release_contact_mails to ${roles.identity};`;
