/**
 * Who gave the mail address on a record, since when it is there, and whether somebody opened a link that was mailed to it. Nulls of a
 * record from before: unknown. `0055-waiting-contacts` writes them.
 */
export const provenContacts = (): string => /* sql */ `
  alter table recreation.resident
    add column email_set_by text check (email_set_by in ('SELF', 'GUARDIAN', 'EMPLOYEE')),
    -- The employee who gave it; null: a resident did.
    add column email_given_by uuid references recreation.employee,
    add column email_set_at timestamptz,
    add column email_proven_at timestamptz check (email_proven_at is null or email is not null);

  -- Another address is unproven, also one that an administrator corrects by hand. A statement that writes the address
  -- that is there changes nothing about it, unless it says that it is proven now.
  create function recreation.email_as_set() returns trigger language plpgsql set search_path = pg_catalog as $$
  begin
    if new.email is distinct from old.email then
      if new.email_set_at is not distinct from old.email_set_at then
        new.email_set_by = null;
        new.email_given_by = null;
        new.email_set_at = now();
      end if;
      if new.email is null or new.email_proven_at is not distinct from old.email_proven_at then
        new.email_proven_at = null;
      end if;
    elsif new.email_proven_at is not distinct from old.email_proven_at then
      new.email_set_by = old.email_set_by;
      new.email_given_by = old.email_given_by;
      new.email_set_at = old.email_set_at;
    end if;
    return new;
  end $$;
  create trigger email_as_set before update of email, email_set_by, email_given_by, email_set_at, email_proven_at on recreation.resident
    for each row execute function recreation.email_as_set();`;
