/**
 * Keeps with each resident whether an address-protected person lives in the same household (clause `safeguards`). Every read needs
 * this fact, and a look-up for each row took longer than reading the rows. Triggers keep the column correct for every writer.
 */
export const addressProtection = (): string => /* sql */ `
  -- Computes the column again for these residents, and for all residents whose home is one of these households.
  -- Transactions that change one home at the same time wait for each other. In a deadlock PostgreSQL aborts one
  -- (40P01), which can be retried.
  create function recreation.spread_protection(people uuid[], households uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
  begin
    if current_setting('transaction_isolation') in ('repeatable read', 'serializable') then
      raise exception 'Homes and address protection are changed in a read-committed transaction, which sees what it waited for'
        using errcode = '25001';
    end if;
    -- Locks the rows first, so that the next statement sees the changes of their previous holder. A change of protection holds the person's
    -- row.
    perform from recreation.resident where id = any(people) order by id for no key update;
    perform from recreation.household where id = any(households) order by id for no key update;
    update recreation.resident set lives_protected = not lives_protected
    where id in (
        select unnest(people) union select resident_id from recreation.household_member where is_home and household_id = any(households))
      and lives_protected <> exists (
        select from recreation.household_member home
        join recreation.household_member mate on mate.household_id = home.household_id
        join recreation.resident other on other.id = mate.resident_id
        where home.resident_id = resident.id and home.is_home and other.address_protected);
  end $$;
  revoke execute on function recreation.spread_protection from public;

  -- The same for all residents at once, for a caller that has locked the tables and disabled their triggers. It uses
  -- joins, whose plans are good for any size of town and without statistics.
  create function recreation.spread_protection_to_all() returns void language sql begin atomic
    update recreation.resident set lives_protected = true
    from (
      select distinct home.resident_id
      from recreation.resident other
      join recreation.household_member mate on mate.resident_id = other.id
      join recreation.household_member home on home.household_id = mate.household_id
      where other.address_protected and home.is_home
    ) lives
    where resident.id = lives.resident_id and not resident.lives_protected;

    update recreation.resident set lives_protected = false
    where lives_protected and not exists (
      select from recreation.household_member home
      join recreation.household_member mate on mate.household_id = home.household_id
      join recreation.resident other on other.id = mate.resident_id
      where home.resident_id = resident.id and home.is_home and other.address_protected);
  end;
  revoke execute on function recreation.spread_protection_to_all from public;

  -- A new resident has no home yet, unless one statement deleted and inserted the row.
  create function recreation.residents_came() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
  begin
    perform recreation.spread_protection(
      array(select id from came), array(select household_id from recreation.household_member where resident_id in (select id from came)));
    return null;
  end $$;

  create trigger residents_came after insert on recreation.resident
    referencing new table as came for each statement execute function recreation.residents_came();

  create function recreation.resident_changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
  begin
    perform recreation.spread_protection(
      array[new.id], array(select household_id from recreation.household_member where resident_id in (old.id, new.id)));
    return null;
  end $$;

  -- Inside a trigger the change comes from these functions themselves.
  create trigger resident_changed after update of id, address_protected, lives_protected on recreation.resident for each row
    when (old.id <> new.id or old.address_protected <> new.address_protected or old.lives_protected <> new.lives_protected and pg_trigger_depth() = 0)
    execute function recreation.resident_changed();

  create function recreation.members_changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
  declare
    people uuid[] = '{}';
    households uuid[] = '{}';
  begin
    if tg_op in ('INSERT', 'UPDATE') then
      select array_agg(distinct resident_id), array_agg(distinct household_id) into people, households from came;
    end if;
    if tg_op in ('DELETE', 'UPDATE') then
      select people || array_agg(distinct resident_id), households || array_agg(distinct household_id) into people, households from gone;
    end if;
    if tg_op = 'TRUNCATE' then
      people = array(select id from recreation.resident where lives_protected);
    end if;
    perform recreation.spread_protection(people, households);
    return null;
  end $$;

  create trigger members_came after insert on recreation.household_member
    referencing new table as came for each statement execute function recreation.members_changed();

  create trigger members_moved after update on recreation.household_member
    referencing old table as gone new table as came for each statement execute function recreation.members_changed();

  create trigger members_left after delete on recreation.household_member
    referencing old table as gone for each statement execute function recreation.members_changed();

  create trigger members_emptied after truncate on recreation.household_member
    for each statement execute function recreation.members_changed();`;
