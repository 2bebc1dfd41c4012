import type { RoleNames } from '../role-names.ts';

/**
 * When the mails about an address of a record go out; `0055-waiting-contacts` stores them. A mailbox gets few a day, and more are put off
 * and not lost: a stranger who names a mailbox does not keep its owner from a link or a notice.
 */
export const contactMails = ({ identity }: RoleNames): string => /* sql */ `
  -- The mails that went to which mailbox, as a digest, in the last 48 hours: links by who asked for them, and notices by the record.
  create table identity.contact_mail (
    kind text not null,
    mailbox bytea not null check (length(mailbox) = 32),
    mailed_for uuid not null,
    mailed_at timestamptz not null
  );
  create index contact_mail_mailbox on identity.contact_mail (mailbox);
  create index contact_mail_mailed_at on identity.contact_mail (mailed_at);

  -- Releases the mails that were put off, as many as a mailbox may get in 24 hours. Links to one mailbox have a bound for all askers and a
  -- lower one for each. The asker who had the fewest mailed there comes first. The address of the asker's own account does not wait for
  -- links of others. A notice counts with those of its kind for the record, so that strangers cannot delay it.
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
        -- It is late from now on, and not since it was put off.
        update identity.mail set next_try_at = instant, asked_at = instant where id = waiting.id;
      end if;
    end loop;
  end $$;

  revoke execute on function identity.release_contact_mails from public;
  grant execute on function identity.release_contact_mails to ${identity};`;
