import type { RoleNames } from '../../../platform/postgres/roles/role-names.ts';

/** Residents, their households and guardians. */
export const residents = ({ gateway, identity }: RoleNames): string => /* sql */ `
  create schema recreation;
  grant usage on schema recreation to ${gateway}, ${identity};

  -- The database derives hints, so their sources need not be selected.
  create function recreation.email_hint(email text) returns text immutable parallel safe
    return left(email, 1) || '***@***';

  create function recreation.phone_hint(phone text) returns text immutable parallel safe
    return '**' || right(phone, 2);

  create function recreation.initials(given_name text, family_name text) returns text immutable parallel safe
    return left(given_name, 1) || '.' || left(family_name, 1) || '.';

  -- 15 digits of a hash, and the digit that checks them (ISO/IEC 7812-1, annex B). From a random seed it reveals nothing about a person.
  create function recreation.card_number(seed uuid) returns text immutable parallel safe
    return (
      select digits || (10 - sum(case when place % 2 = 1 then digit * 2 / 10 + digit * 2 % 10 else digit end) % 10) % 10
      from (
        select lpad((('x' || left(encode(sha256(uuid_send(seed)), 'hex'), 15))::bit(60)::bigint % 1000000000000000)::text, 15, '0') as digits
      ) drawn
      cross join generate_series(1, 15) place
      cross join lateral (select substr(digits, place, 1)::integer as digit) one
      group by digits);

  create table recreation.resident (
    id uuid primary key,
    given_name text not null,
    family_name text not null,
    birth_date date not null,
    email text,
    -- Null: from before this was recorded.
    email_set_by text check (email_set_by in ('SELF', 'GUARDIAN', 'EMPLOYEE')),
    -- The employee who gave it; null: a resident gave it.
    email_given_by uuid,
    email_set_at timestamptz,
    email_proven_at timestamptz check (email_proven_at is null or email is not null),
    -- Since when the mail address on record is there, by the clock of the database. No serving role can set another time.
    email_stands_since timestamptz not null default now(),
    -- The address that waits for its link. Each resident has at most one: another address replaces it, and its link is then invalid. The
    -- other columns hold who gave it, and until when it waits.
    waiting_email text,
    waiting_set_by text check (waiting_set_by in ('SELF', 'GUARDIAN', 'EMPLOYEE')),
    waiting_asked_by uuid,
    waiting_until timestamptz,
    phone text,
    mobile_phone text,
    street text,
    locality text,
    province text,
    postal_code text,
    address_protected boolean not null default false,
    registered_at timestamptz not null,
    initials text not null generated always as (recreation.initials(given_name, family_name)) stored,
    email_hint text generated always as (recreation.email_hint(email)) stored,
    phone_hint text generated always as (recreation.phone_hint(phone)) stored,
    -- Whether the household that is this resident's home has an address-protected person. Triggers keep it correct.
    lives_protected boolean not null default false,
    card_number text not null default recreation.card_number(gen_random_uuid())
      constraint resident_card_number_form check (card_number ~ '^[0-9]{16}$'),
    -- Since when these values are unchanged. Null: since the resident was registered.
    identity_since timestamptz,
    contact_since timestamptz,
    card_since timestamptz,
    -- Set once the resident's account is closed: tokens of the resident are then refused. The gateway may not change it.
    access_ended_at timestamptz,
    constraint resident_waiting_email check (num_nulls(waiting_email, waiting_set_by, waiting_asked_by, waiting_until) in (0, 4))
  );

  -- Names are ordered by code point under any collation of the server, so that a prefix is a range.
  create index resident_family_name on recreation.resident (lower(family_name) collate "C", id);
  create index resident_given_name on recreation.resident (lower(given_name) collate "C", id);
  create index resident_birth_date on recreation.resident (birth_date, id);
  create index resident_registered_at on recreation.resident (registered_at, id);

  -- At least one of two compared values is an e-mail address or a birth date.
  create index resident_email on recreation.resident (lower(email));
  create unique index resident_card_number on recreation.resident (card_number);
  create index resident_waiting_until on recreation.resident (waiting_until) where waiting_until is not null;

  -- They take the date and not the row: before PostgreSQL 18 no column can be added to a table whose row type a function uses.
  create function recreation.age_band(birth_date date, today date) returns text stable parallel safe
    return case
      when today < birth_date + interval '6 years' then 'UNDER_6'
      when today < birth_date + interval '13 years' then 'FROM_6_TO_12'
      when today < birth_date + interval '18 years' then 'FROM_13_TO_17'
      when today < birth_date + interval '30 years' then 'FROM_18_TO_29'
      when today < birth_date + interval '45 years' then 'FROM_30_TO_44'
      when today < birth_date + interval '65 years' then 'FROM_45_TO_64'
      else 'FROM_65'
    end;

  create function recreation.is_minor(birth_date date, today date) returns boolean stable parallel safe
    return today < birth_date + interval '18 years';

  -- A statement that changes a value may give the instant; otherwise it is now. A statement that writes the same value changes no day. So a
  -- correction by hand counts too.
  -- The arguments are the column of the instant, and the columns whose values it is about.
  create function recreation.keep_since() returns trigger language plpgsql set search_path = pg_catalog as $$
  declare
    since text := tg_argv[0];
    given jsonb := to_jsonb(new);
    held jsonb := to_jsonb(old);
  begin
    if not exists (select from unnest(tg_argv[1:]) name where given -> name is distinct from held -> name) then
      new := jsonb_populate_record(new, jsonb_build_object(since, held -> since));
    elsif given -> since is not distinct from held -> since then
      new := jsonb_populate_record(new, jsonb_build_object(since, now()));
    end if;
    return new;
  end $$;

  create trigger resident_identity_since before update of given_name, family_name, birth_date on recreation.resident for each row
    execute function recreation.keep_since('identity_since', 'given_name', 'family_name', 'birth_date');

  create trigger resident_contact_since
    before update of email, phone, mobile_phone, street, locality, province, postal_code on recreation.resident for each row
    execute function recreation.keep_since(
      'contact_since', 'email', 'phone', 'mobile_phone', 'street', 'locality', 'province', 'postal_code');

  create trigger resident_card_since before update of card_number on recreation.resident for each row
    execute function recreation.keep_since('card_since', 'card_number');

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

  -- Another address is unproven, also one that an administrator corrects by hand. A statement that writes the same address changes nothing
  -- about it, unless it says that the address is proven now.
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
    for each row execute function recreation.email_as_set();

  create table recreation.household (id uuid primary key);

  create table recreation.household_member (
    household_id uuid not null references recreation.household,
    resident_id uuid not null references recreation.resident,
    -- The household at the resident's own address. A minor can be a member of another household too.
    is_home boolean not null,
    since timestamptz default now(),
    primary key (household_id, resident_id)
  );
  create index household_member_resident on recreation.household_member (resident_id, household_id);
  create unique index household_member_home on recreation.household_member (resident_id) where is_home;

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

  create table recreation.guardianship (
    guardian_id uuid not null references recreation.resident,
    minor_id uuid not null references recreation.resident,
    scope text[] not null,
    valid_from date not null,
    valid_until date,
    primary key (guardian_id, minor_id)
  );

  -- The part of records that the authorization server reads: whether access has ended. Protection is for its functions alone.
  create view identity.record as
    select id, access_ended_at is not null as has_ended, address_protected or lives_protected as needs_officer from recreation.resident;
  grant select (id, has_ended) on identity.record to ${identity};
  alter table identity.account add foreign key (resident_id) references recreation.resident;
  alter table identity.mail add foreign key (resident_id) references recreation.resident;
  alter table identity.link add foreign key (resident_id) references recreation.resident;

  grant select on recreation.resident, recreation.household, recreation.household_member, recreation.guardianship to ${gateway};
  -- The gateway cannot change identities, nor mail addresses directly.
  grant insert, update (phone, mobile_phone, street, locality, province, postal_code, contact_since, card_number, card_since)
    on recreation.resident to ${gateway};`;
