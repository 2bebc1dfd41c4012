import type { RoleNames } from '../../../platform/postgres/roles/role-names.ts';

/**
 * Mail addresses that wait until their owners open a link, and the mails about them. A mailbox gets few mails a day. Further mails are
 * delayed and not lost, so a stranger who names a mailbox cannot keep a link or a notice from its owner.
 */
export const contacts = ({ gateway, identity }: RoleNames): string => /* sql */ `
  -- The askers for links in the last 24 hours.
  create table identity.contact_ask (asked_by uuid not null, asked_at timestamptz not null);
  create index contact_ask_asked_by on identity.contact_ask (asked_by);
  create index contact_ask_asked_at on identity.contact_ask (asked_at);

  -- Mails a notice about a claim, with a link that contests it, to the address on record and to that of an account that has the record. An
  -- address from a guardian gets no mail, and neither does an unproven one from the counter. The guardianship may be over, or the mailbox
  -- may be a stranger's: its reader would learn of visits to a counter, and could hold the account. The account always gets the mail, also
  -- that of a minor. Without either address, the access history shows it.
  create function identity.mail_resident(resident uuid, mail_kind text, instant timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
    insert into identity.mail (id, kind, email, resident_id, asked_at, next_try_at)
    select gen_random_uuid(), mail_kind, told.email, resident, instant, instant from (
      select lower(normalize(person.email, nfc)) as email from recreation.resident person where person.id = resident and person.email is not null
        and (person.email_set_by is null or person.email_set_by = 'SELF' or person.email_set_by = 'EMPLOYEE' and person.email_proven_at is not null)
      union select account.email from identity.account account where account.resident_id = resident or account.id = resident) told;
  $$;

  -- Mails a notice to the address on record and to that of an account that has the record, but not to the new address. An unproven address
  -- may be a stranger's and gets no notice. An address from before this was recorded counts as proven. One delayed notice stands for all
  -- changes until it goes out. It is locked, so that it does not go out before this change is committed.
  create function identity.tell_of_contact(resident uuid, mail_kind text, next_email text, instant timestamptz) returns void
  language sql set search_path = pg_catalog as $$
    insert into identity.mail (id, kind, email, resident_id, asked_at, next_try_at)
    select gen_random_uuid(), mail_kind, told.email, resident, instant, 'infinity' from (
      select lower(normalize(person.email, nfc)) as email from recreation.resident person
      where person.id = resident and person.email is not null and (person.email_set_by is null or person.email_proven_at is not null)
      union select account.email from identity.account account where account.resident_id = resident or account.id = resident) told
    where told.email is distinct from lower(normalize(next_email, nfc)) and not exists (
      select from identity.mail waiting
      where waiting.kind = mail_kind and waiting.resident_id = resident and waiting.email = told.email and waiting.next_try_at = 'infinity'
      for update);
  $$;

  create function identity.drop_waiting_contact(resident uuid) returns void language sql set search_path = pg_catalog as $$
    update recreation.resident person set waiting_email = null, waiting_set_by = null, waiting_asked_by = null, waiting_until = null
    where person.id = resident and person.waiting_email is not null;
    delete from identity.mail where kind = 'CONTACT' and resident_id = resident;
    delete from identity.link where kind = 'CONTACT' and resident_id = resident;
  $$;

  -- Removes the address of a resident, or asks for another one to be proven. Returns the seconds until an asker who asked too often may ask
  -- again; null: it is done.
  create function identity.change_contact(
    resident uuid, next_email text, given_by text, asker uuid, instant timestamptz, hours integer, asker_per_day integer
  ) returns integer language plpgsql security definer set search_path = pg_catalog as $$
  declare
    old_email text;
    is_proven boolean;
    employee uuid = case given_by when 'EMPLOYEE' then asker end;
    retry_after integer;
    first_asked timestamptz;
  begin
    select email, email_proven_at is not null into old_email, is_proven from recreation.resident person where person.id = resident for update;
    if next_email is null then
      perform identity.drop_waiting_contact(resident);
      if old_email is not null then
        perform identity.tell_of_contact(resident, 'CONTACT_CHANGED', null, instant);
        update recreation.resident person set email = null, email_set_by = given_by, email_given_by = employee,
          email_set_at = greatest(instant, email_set_at + interval '1 microsecond'),
          contact_since = greatest(instant, contact_since + interval '1 microsecond')
        where person.id = resident;
      end if;
      return null;
    end if;
    -- One transaction at a time for each asker, so that the count holds until the commit.
    perform pg_advisory_xact_lock(7462055, hashtext(asker::text));
    select case when count(*) >= asker_per_day then ceil(extract(epoch from min(asked_at) + interval '24 hours' - instant)) end
    into retry_after from identity.contact_ask where asked_by = asker and asked_at > instant - interval '24 hours';
    if retry_after is not null then return retry_after; end if;
    insert into identity.contact_ask (asked_by, asked_at) values (asker, instant);
    -- If a link is asked for again while its mail is delayed, the mail keeps the place of the first.
    select waiting.asked_at into first_asked from identity.mail waiting
    where waiting.kind = 'CONTACT' and waiting.resident_id = resident and waiting.email = next_email and waiting.next_try_at = 'infinity';
    perform identity.drop_waiting_contact(resident);
    if old_email = next_email and is_proven then return null; end if;
    if old_email is null and given_by = 'EMPLOYEE' then
      update recreation.resident person set email = next_email, email_set_by = given_by, email_given_by = employee,
        email_set_at = greatest(instant, email_set_at + interval '1 microsecond'),
        contact_since = greatest(instant, contact_since + interval '1 microsecond')
      where person.id = resident;
    end if;
    if old_email is distinct from next_email then
      perform identity.tell_of_contact(resident, 'CONTACT_CHANGING', next_email, instant);
    end if;
    update recreation.resident person set waiting_email = next_email, waiting_set_by = given_by, waiting_asked_by = asker,
      waiting_until = instant + make_interval(hours => hours)
    where person.id = resident;
    insert into identity.mail (id, kind, email, resident_id, asked_at, next_try_at)
    values (gen_random_uuid(), 'CONTACT', next_email, resident, coalesce(first_asked, instant), 'infinity');
    return null;
  end $$;

  -- Until when an address waits for its link. Null: it does not wait.
  create function identity.contact_waits_until(resident uuid, address text, instant timestamptz) returns timestamptz
  language sql stable security definer set search_path = pg_catalog as $$
    select person.waiting_until from recreation.resident person
    where person.id = resident and person.waiting_email = address and person.waiting_until > instant;
  $$;

  -- Uses up the link of an address: the address is then on record, and proven. The old one gets a notice. Returns the resident; null: the
  -- link is not valid, or no longer.
  create function identity.prove_contact(token_hash bytea, instant timestamptz, today date) returns uuid
  language plpgsql security definer set search_path = pg_catalog as $$
  declare
    used record;
    person recreation.resident;
  begin
    -- Locks the row first and then its links, as change_contact does. Otherwise each could wait for the other.
    perform from recreation.resident named
    where named.id = (select link.resident_id from identity.link link where link.hash = token_hash and link.kind = 'CONTACT') for update;
    delete from identity.link where hash = token_hash and kind = 'CONTACT' and valid_until > instant returning resident_id, email into used;
    if used.resident_id is null then return null; end if;
    select * into person from recreation.resident found where found.id = used.resident_id and found.access_ended_at is null
      and found.waiting_email = used.email and found.waiting_until > instant for update;
    if person.id is null then return null; end if;
    if person.waiting_set_by = 'GUARDIAN' and not (recreation.is_minor(person.birth_date, today) and exists (
      select from recreation.guardianship care where care.guardian_id = person.waiting_asked_by and care.minor_id = person.id
        and care.valid_from <= today and (care.valid_until is null or care.valid_until > today))) then return null; end if;
    if person.email is distinct from person.waiting_email then
      perform identity.tell_of_contact(person.id, 'CONTACT_CHANGED', person.waiting_email, instant);
    end if;
    update recreation.resident held set email = person.waiting_email, email_set_by = person.waiting_set_by,
      email_given_by = case person.waiting_set_by when 'EMPLOYEE' then person.waiting_asked_by end,
      email_set_at = case when person.email is distinct from person.waiting_email
        then greatest(instant, held.email_set_at + interval '1 microsecond') else held.email_set_at end,
      email_proven_at = greatest(instant, held.email_proven_at + interval '1 microsecond'),
      contact_since = greatest(instant, held.contact_since + interval '1 microsecond')
    where held.id = person.id;
    perform identity.drop_waiting_contact(person.id);
    return person.id;
  end $$;

  -- Deletes addresses that no longer wait, and old askers.
  create function identity.forget_old_contacts(instant timestamptz) returns void
  language sql security definer set search_path = pg_catalog as $$
    update recreation.resident set waiting_email = null, waiting_set_by = null, waiting_asked_by = null, waiting_until = null
    where waiting_until <= instant;
    delete from identity.mail where kind = 'CONTACT' and next_try_at = 'infinity'
      and not exists (select from recreation.resident person where person.id = resident_id and person.waiting_until > instant);
    delete from identity.contact_ask where asked_at <= instant - interval '24 hours';
  $$;

  -- Removes the addresses that an account gave as a resident: their own, and those of the minors in their care. The guardian who gave an
  -- address is not recorded, so addresses from other guardians since then are removed too. Each removed address gets a notice.
  create function identity.drop_contacts_since(resident uuid, since timestamptz, officer uuid, instant timestamptz) returns void
  language plpgsql set search_path = pg_catalog as $$
  declare
    given record;
  begin
    for given in
      select person.id from recreation.resident person
      where person.email is not null and person.email_set_at >= since
        and (person.id = resident and person.email_set_by = 'SELF' or person.email_set_by = 'GUARDIAN' and exists (
          select from recreation.guardianship care where care.guardian_id = resident and care.minor_id = person.id))
      order by person.id for update
    loop
      perform identity.tell_of_contact(given.id, 'CONTACT_CHANGED', null, instant);
      update recreation.resident person set email = null, email_set_by = 'EMPLOYEE', email_given_by = officer,
        email_set_at = greatest(instant, email_set_at + interval '1 microsecond'),
        contact_since = greatest(instant, contact_since + interval '1 microsecond')
      where person.id = given.id;
    end loop;
  end $$;

  -- A claim ends the addresses that were asked for before it. Undoing a claim also removes those that the account gave since.
  create function identity.end_waiting_contacts() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
  begin
    perform identity.drop_waiting_contact(person.id) from recreation.resident person
    where person.id = new.resident_id or (person.waiting_until is not null and person.waiting_asked_by = new.resident_id);
    if tg_op = 'UPDATE' and new.undone_at is distinct from old.undone_at then
      perform identity.drop_contacts_since(new.resident_id, new.claimed_at, new.undone_by, new.undone_at);
    end if;
    return null;
  end $$;

  create trigger waiting_contacts_end after insert or update on identity.claim
    for each row execute function identity.end_waiting_contacts();

  -- Whether an address is the one on record, has been there for so many days, and does not come from the counter alone. It must be proven,
  -- and given by the resident or by an employee who may vouch together with the employee who handed out the code. An address from a
  -- guardian, who may live elsewhere, does not count. For an address-protected person, an address from an employee does not count. An
  -- address from before these were recorded counts.
  create function identity.is_standing_contact(resident uuid, address text, days integer, independent_since timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
    select exists (select from recreation.resident person where person.id = resident and lower(normalize(person.email, nfc)) = address
      and person.email_stands_since <= now() - make_interval(days => days)
      and (person.email_set_by is null or person.email_proven_at is not null)
      and case person.email_set_by
        when 'GUARDIAN' then false
        when 'EMPLOYEE' then not (person.address_protected or person.lives_protected)
          and not exists (select from identity.claim_code code where code.resident_id = person.id
            and not recreation.may_vouch_together(code.issued_by, person.email_given_by, independent_since))
        else true
      end);
  $$;

  revoke execute on function identity.mail_resident, identity.tell_of_contact, identity.drop_waiting_contact, identity.change_contact, identity.contact_waits_until,
    identity.prove_contact, identity.forget_old_contacts, identity.drop_contacts_since, identity.end_waiting_contacts, identity.is_standing_contact from public;
  grant execute on function identity.change_contact to ${gateway};
  grant execute on function identity.mail_resident, identity.contact_waits_until, identity.prove_contact, identity.forget_old_contacts, identity.is_standing_contact to ${identity};

  -- The mails to each mailbox, as a digest, in the last 48 hours: links by their asker, and notices by the record.
  create table identity.contact_mail (
    kind text not null,
    mailbox bytea not null check (length(mailbox) = 32),
    mailed_for uuid not null,
    mailed_at timestamptz not null
  );
  create index contact_mail_mailbox on identity.contact_mail (mailbox);
  create index contact_mail_mailed_at on identity.contact_mail (mailed_at);

  -- Releases delayed mails, as many as a mailbox may get in 24 hours. Links to one mailbox have a limit for all askers and a lower one for
  -- each. The asker who had the fewest mailed there comes first. The address of the asker's own account does not wait for links of others.
  -- A notice counts with those of its kind for the record, so that strangers cannot delay it.
  create function identity.release_contact_mails(instant timestamptz, mailbox_per_day integer, asker_per_day integer) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
  declare
    waiting record;
    of_all integer;
    of_one integer;
  begin
    delete from identity.contact_mail where mailed_at <= instant - interval '48 hours';
    if not exists (select from identity.mail where next_try_at = 'infinity') then return; end if;
    -- One process at a time, so that the counts hold.
    perform pg_advisory_xact_lock(7462056);
    for waiting in
      select mail.id, mail.kind, named.mailbox, named.mailed_for,
        mail.kind = 'CONTACT' and exists (
          select from identity.account account where account.email = lower(normalize(mail.email, nfc))
            and (account.id = named.mailed_for or account.resident_id = named.mailed_for)) as is_own
      from identity.mail mail join recreation.resident person on person.id = mail.resident_id
      cross join lateral (select sha256(convert_to(lower(normalize(mail.email, nfc)), 'UTF8')) as mailbox,
        case mail.kind when 'CONTACT' then person.waiting_asked_by else mail.resident_id end as mailed_for) named
      where mail.next_try_at = 'infinity' and (mail.kind <> 'CONTACT' or person.waiting_until > instant)
      order by (
        select count(*) from identity.contact_mail earlier
        where earlier.mailbox = named.mailbox and earlier.kind = mail.kind and earlier.mailed_for = named.mailed_for), mail.asked_at, mail.id
      for update of mail skip locked
    loop
      select count(*), count(*) filter (where earlier.mailed_for = waiting.mailed_for) into of_all, of_one
      from identity.contact_mail earlier
      where earlier.mailbox = waiting.mailbox and earlier.kind = waiting.kind and earlier.mailed_at > instant - interval '24 hours';
      if waiting.kind <> 'CONTACT' and of_one < mailbox_per_day
        or waiting.kind = 'CONTACT' and of_one < asker_per_day and (waiting.is_own or of_all < mailbox_per_day)
      then
        insert into identity.contact_mail (kind, mailbox, mailed_for, mailed_at)
        values (waiting.kind, waiting.mailbox, waiting.mailed_for, instant);
        -- Its lateness counts from now on, and not from when it was delayed.
        update identity.mail set next_try_at = instant, asked_at = instant where id = waiting.id;
      end if;
    end loop;
  end $$;
  revoke execute on function identity.release_contact_mails from public;
  grant execute on function identity.release_contact_mails to ${identity};`;
