import { Migration } from '@mikro-orm/migrations';

/** The records of the recreation department, the web visits, and the privileges of each database role. */
export class Migration0001Recreation extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
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
        phone_hint text generated always as (recreation.phone_hint(phone)) stored
      );
      create index resident_family_name on recreation.resident (lower(family_name) text_pattern_ops, id);
      create index resident_given_name on recreation.resident (lower(given_name) text_pattern_ops, id);
      create index resident_birth_date on recreation.resident (birth_date, id);
      create index resident_registered_at on recreation.resident (registered_at, id);

      create function recreation.age_band(resident recreation.resident, today date) returns text stable parallel safe
        return case
          when today < resident.birth_date + interval '6 years' then 'UNDER_6'
          when today < resident.birth_date + interval '13 years' then 'FROM_6_TO_12'
          when today < resident.birth_date + interval '18 years' then 'FROM_13_TO_17'
          when today < resident.birth_date + interval '30 years' then 'FROM_18_TO_29'
          when today < resident.birth_date + interval '45 years' then 'FROM_30_TO_44'
          when today < resident.birth_date + interval '65 years' then 'FROM_45_TO_64'
          else 'FROM_65'
        end;
      create function recreation.is_minor(resident recreation.resident, today date) returns boolean stable parallel safe
        return today < resident.birth_date + interval '18 years';

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
      create index guardianship_minor on recreation.guardianship (minor_id);

      create table recreation.service (
        id uuid primary key,
        name text not null,
        description text not null,
        price numeric(12, 2) not null,
        minimum_age integer
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
        role text not null
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
      create index account_overdue on recreation.account (resident_id) where overdue_amount > 0;

      create table recreation.employee (
        id uuid primary key,
        given_name text not null,
        family_name text not null,
        roles text[] not null,
        -- An employee who is also a resident never works on their own record.
        resident_id uuid references recreation.resident
      );

      create sequence recreation.ticket_number start 1001;
      create table recreation.ticket (
        id uuid primary key,
        number text not null unique default 'T-' || nextval('recreation.ticket_number'),
        resident_id uuid not null references recreation.resident,
        topic text not null,
        subject text not null,
        assignee_id uuid references recreation.employee,
        opened_at timestamptz not null,
        closed_at timestamptz
      );
      create index ticket_resident on recreation.ticket (resident_id, opened_at desc, id);
      create index ticket_assignee on recreation.ticket (assignee_id);
      create index ticket_opened on recreation.ticket (opened_at desc, id);
      create table recreation.ticket_message (
        id uuid primary key,
        ticket_id uuid not null references recreation.ticket,
        -- Exactly one of the two is the author.
        author_resident_id uuid references recreation.resident,
        author_employee_id uuid references recreation.employee,
        body text not null,
        sent_at timestamptz not null,
        check (num_nonnulls(author_resident_id, author_employee_id) = 1)
      );
      create index ticket_message_ticket on recreation.ticket_message (ticket_id, sent_at, id);

      create table recreation.encounter (
        id uuid primary key,
        employee_id uuid not null references recreation.employee,
        resident_id uuid not null references recreation.resident,
        purpose text not null,
        started_at timestamptz not null,
        last_active_at timestamptz not null,
        ended_at timestamptz
      );
      create unique index encounter_open on recreation.encounter (employee_id) where ended_at is null;

      create sequence recreation.request_number start 2001;
      create table recreation.request (
        id uuid primary key,
        number text not null unique default 'R-' || nextval('recreation.request_number'),
        kind text not null,
        -- Null: a sender without an account.
        resident_id uuid references recreation.resident,
        body text not null,
        contact_email text,
        filed_at timestamptz not null,
        due_on date not null,
        assignee_id uuid references recreation.employee,
        answered_at timestamptz,
        answer text
      );
      create index request_filed on recreation.request (filed_at desc, id);
      create index request_resident on recreation.request (resident_id, filed_at desc, id);

      create table recreation.mandate (
        id uuid primary key,
        kind text not null,
        reference text not null,
        issuer text not null,
        partner_id uuid not null references recreation.partner,
        purpose text not null,
        categories text[] not null,
        valid_from timestamptz not null,
        valid_until timestamptz not null check (valid_until > valid_from),
        recorded_by uuid not null references recreation.employee,
        recorded_at timestamptz not null,
        revoked_at timestamptz
      );
      create table recreation.mandate_subject (
        mandate_id uuid not null references recreation.mandate,
        resident_id uuid not null references recreation.resident,
        primary key (mandate_id, resident_id)
      );
      create index mandate_subject_resident on recreation.mandate_subject (resident_id);
      create table recreation.mandate_approval (
        mandate_id uuid not null references recreation.mandate,
        employee_id uuid not null references recreation.employee,
        approved_at timestamptz not null,
        primary key (mandate_id, employee_id)
      );

      -- Nothing here can be joined to a person: no foreign key, and the hour instead of the instant.
      create schema web;
      create table web.visit (
        id uuid primary key,
        network_address inet not null,
        browser text not null,
        platform text not null,
        visited_at timestamptz not null check (visited_at = date_trunc('hour', visited_at, 'UTC')),
        section text not null,
        download text
      );
      create index visit_visited_at on web.visit (visited_at desc, id);
    `);
    this.addSql(/* sql */ `
      grant usage on schema recreation, web to ntk_gateway;
      grant select on all tables in schema recreation, web to ntk_gateway;
      grant usage on all sequences in schema recreation to ntk_gateway;
      grant insert on recreation.resident, recreation.account, recreation.purchase, recreation.ticket, recreation.ticket_message,
        recreation.encounter, recreation.request, recreation.mandate, recreation.mandate_subject, recreation.mandate_approval
        to ntk_gateway;
      grant update (email, phone, mobile_phone, street, locality, province, postal_code) on recreation.resident to ntk_gateway;
      grant update (balance) on recreation.account to ntk_gateway;
      grant update (assignee_id, closed_at) on recreation.ticket to ntk_gateway;
      grant update (last_active_at, ended_at) on recreation.encounter to ntk_gateway;
      grant update (assignee_id, answered_at, answer) on recreation.request to ntk_gateway;
      grant update (revoked_at) on recreation.mandate to ntk_gateway;
    `);
  }
}
