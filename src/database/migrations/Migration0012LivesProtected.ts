import { Migration } from '@mikro-orm/migrations';

/**
 * Who lives where an address-protected person lives stands with each resident, since it is asked of everybody who is
 * read (clause `safeguards`): looking it up for each row took longer than reading the rows. The database itself keeps
 * it, whoever writes.
 */
export class Migration0012LivesProtected extends Migration {
  override up(): void {
    this.addSql(spread);
    this.addSql(/* sql */ `
      select recreation.spread_protection_to_all();
      drop index recreation.resident_protected;`);
    this.addSql(triggers);
  }
}

const spread = /* sql */ `
  -- Nobody moves until the triggers are there: what is under way is waited for, and seen.
  lock table recreation.resident, recreation.household_member in access exclusive mode;

  -- Whether an address-protected person is of the household that is this resident's home.
  alter table recreation.resident add column lives_protected boolean not null default false;

  -- Makes it true again of these people, and of everybody whose home is one of these households. Two transactions that
  -- change one home at the same time wait for each other; where each waits, PostgreSQL undoes one (40P01), to be tried again.
  create function recreation.spread_protection(people uuid[], households uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
  begin
    if current_setting('transaction_isolation') in ('repeatable read', 'serializable') then
      raise exception 'Homes and address protection are changed in a read-committed transaction, which sees what it waited for'
        using errcode = '25001';
    end if;
    -- What follows sees what another did who held a row of these: whoever changes a person's protection holds that person's.
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

  -- The same of everybody at once, for whoever has the tables alone and their triggers off. By joins, whose plans are
  -- good for any size of town and without statistics.
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
  revoke execute on function recreation.spread_protection_to_all from public;`;

const triggers = /* sql */ `
  -- Somebody new has no home yet, unless it is a row taken out and put back by one statement.
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
  -- At the depth of a trigger it is spreading itself that changes the column.
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
