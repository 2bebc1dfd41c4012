/** Residents, their households and guardians, accounts and purchases. */
export const residents = /* sql */ `
  create schema recreation;

  -- The database derives hints, so that their sources need not be selected.
  create function recreation.email_hint(email text) returns text immutable parallel safe
    return left(email, 1) || '***@***';
  create function recreation.phone_hint(phone text) returns text immutable parallel safe
    return '**' || right(phone, 2);
  create function recreation.initials(given_name text, family_name text) returns text immutable parallel safe
    return left(given_name, 1) || '.' || left(family_name, 1) || '.';

  create table recreation.resident (
    id uuid primary key,
    given_name text not null,
    family_name text not null,
    birth_date date not null,
    email text,
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
    -- Set once the resident's account is closed: tokens of the resident are then refused. The gateway may not change it.
    access_ended_at timestamptz
  );
  -- Names are ordered by code point under any collation of the server, so that a prefix is a range.
  create index resident_family_name on recreation.resident (lower(family_name) collate "C", id);
  create index resident_given_name on recreation.resident (lower(given_name) collate "C", id);
  create index resident_birth_date on recreation.resident (birth_date, id);
  create index resident_registered_at on recreation.resident (registered_at, id);

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

  create table recreation.household (id uuid primary key);
  create table recreation.household_member (
    household_id uuid not null references recreation.household,
    resident_id uuid not null references recreation.resident,
    -- The household at the resident's own address. A minor can be a member of another household too.
    is_home boolean not null,
    primary key (household_id, resident_id)
  );
  create index household_member_resident on recreation.household_member (resident_id, household_id);
  create unique index household_member_home on recreation.household_member (resident_id) where is_home;

  create table recreation.guardianship (
    guardian_id uuid not null references recreation.resident,
    minor_id uuid not null references recreation.resident,
    scope text[] not null,
    valid_from date not null,
    valid_until date,
    primary key (guardian_id, minor_id)
  );

  create table recreation.service (
    id uuid primary key,
    name text not null,
    description text not null,
    price numeric(12, 2) not null,
    -- A lower bound of an age band, so that an accepted or refused sale reveals only the band.
    minimum_age integer constraint service_minimum_age check (minimum_age in (6, 13, 18, 30, 45, 65))
  );
  create table recreation.purchase (
    id uuid primary key,
    resident_id uuid not null references recreation.resident,
    service_id uuid not null references recreation.service,
    quantity integer not null check (quantity between 1 and 100),
    amount numeric(12, 2) not null,
    purchased_at timestamptz not null
  );
  create index purchase_resident on recreation.purchase (resident_id, purchased_at desc, id);

  create table recreation.partner (
    id uuid primary key,
    name text not null,
    role text not null,
    -- Set once the partner's account is closed: tokens of the partner are then refused. The gateway may not change it.
    access_ended_at timestamptz
  );
  create table recreation.account (
    resident_id uuid primary key references recreation.resident,
    balance numeric(12, 2) not null default 0,
    overdue_amount numeric(12, 2) not null default 0,
    overdue_since date,
    credit_check_open boolean not null default false,
    -- The collection agency that has the overdue debt.
    assigned_to uuid references recreation.partner,
    check ((overdue_amount > 0) = (overdue_since is not null))
  );
  create index account_overdue on recreation.account (resident_id) where overdue_amount > 0;`;
