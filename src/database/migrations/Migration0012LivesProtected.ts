import { Migration } from '@mikro-orm/migrations';

/**
 * Who lives where an address-protected person lives stands with each resident, since it is asked of everybody who is
 * read (clause `safeguards`): looking it up for each row took longer than reading the rows. The database itself keeps
 * it, whoever writes.
 */
export class Migration0012LivesProtected extends Migration {
  override up(): void {
    this.addSql(spread);
    this.addSql(triggers);
    this.addSql(/* sql */ `
      select recreation.spread_protection(array(select id from recreation.resident), '{}');
      drop index recreation.resident_protected;`);
  }
}

const spread = /* sql */ `
  -- Whether an address-protected person is of the household that is this resident's home.
  alter table recreation.resident add column lives_protected boolean not null default false;

  -- Makes it true again of these people, and of everybody whose home is one of these households.
  create function recreation.spread_protection(people uuid[], households uuid[]) returns void language plpgsql as $$
  begin
    if current_setting('transaction_isolation') = 'repeatable read' then
      raise exception 'Homes and address protection are not changed in a repeatable read, which would not see what it waited for'
        using errcode = '25001';
    end if;
    -- Two transactions that change one person or one home wait for each other here, and what follows sees what the
    -- other did: whoever changes a person's protection holds that person's row.
    perform from recreation.resident where id = any(people) order by id for no key update;
    perform from recreation.household where id = any(households) order by id for no key update;
    update recreation.resident set lives_protected = not lives_protected
    where (id = any(people) or id in (select resident_id from recreation.household_member where is_home and household_id = any(households)))
      and lives_protected <> exists (
        select from recreation.household_member home
        join recreation.household_member mate on mate.household_id = home.household_id
        join recreation.resident other on other.id = mate.resident_id
        where home.resident_id = resident.id and home.is_home and other.address_protected);
  end $$;`;

const triggers = /* sql */ `
  create function recreation.protection_changed() returns trigger language plpgsql as $$
  begin
    perform recreation.spread_protection('{}', array(select household_id from recreation.household_member where resident_id = new.id));
    return null;
  end $$;
  create trigger protection_changed after update of address_protected on recreation.resident
    for each row when (old.address_protected <> new.address_protected) execute function recreation.protection_changed();

  create function recreation.members_changed() returns trigger language plpgsql as $$
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
