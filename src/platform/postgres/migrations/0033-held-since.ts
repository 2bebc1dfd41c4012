import type { RoleNames } from '../role-names.ts';

/**
 * Since when a resident’s record is unchanged. Null: since the registration, the earliest day that is known of what was on record before
 * these days were kept.
 */
export const heldSince = ({ gateway }: RoleNames): string => /* sql */ `
  alter table recreation.resident add column identity_since timestamptz, add column contact_since timestamptz, add column card_since timestamptz;
  alter table recreation.household_member add column since timestamptz;
  alter table recreation.household_member alter column since set default now();

  -- A statement that changes a value says when, or it is now; one that writes the value that is there changes no day. So a correction
  -- that is made by hand counts too.
  create function recreation.resident_unchanged_since() returns trigger language plpgsql set search_path = pg_catalog as $$
  begin
    if (new.given_name, new.family_name, new.birth_date) is not distinct from (old.given_name, old.family_name, old.birth_date) then
      new.identity_since = old.identity_since;
    elsif new.identity_since is not distinct from old.identity_since then
      new.identity_since = now();
    end if;
    if (new.email, new.phone, new.mobile_phone, new.street, new.locality, new.province, new.postal_code)
      is not distinct from (old.email, old.phone, old.mobile_phone, old.street, old.locality, old.province, old.postal_code) then
      new.contact_since = old.contact_since;
    elsif new.contact_since is not distinct from old.contact_since then
      new.contact_since = now();
    end if;
    if new.card_number = old.card_number then
      new.card_since = old.card_since;
    elsif new.card_since is not distinct from old.card_since then
      new.card_since = now();
    end if;
    return new;
  end $$;
  create trigger resident_unchanged_since
    before update of given_name, family_name, birth_date, email, phone, mobile_phone, street, locality, province, postal_code, card_number
    on recreation.resident for each row execute function recreation.resident_unchanged_since();

  create function recreation.member_unchanged_since() returns trigger language plpgsql set search_path = pg_catalog as $$
  begin
    if new.since is not distinct from old.since then
      new.since = now();
    end if;
    return new;
  end $$;
  create trigger member_unchanged_since before update of household_id, resident_id, is_home on recreation.household_member for each row
    when (old.household_id is distinct from new.household_id or old.resident_id is distinct from new.resident_id
      or old.is_home is distinct from new.is_home)
    execute function recreation.member_unchanged_since();

  grant update (contact_since, card_since) on recreation.resident to ${gateway};`;
