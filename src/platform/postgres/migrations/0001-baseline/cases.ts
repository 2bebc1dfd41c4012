/** The staff, and what can relate them or a partner to a resident: tickets, encounters, requests and mandates with their seals. */
export const cases = /* sql */ `
  create table recreation.employee (
    id uuid primary key,
    given_name text not null,
    family_name text not null,
    roles text[] not null,
    -- An employee who is also a resident never works on their own record.
    resident_id uuid references recreation.resident,
    -- An employee who reviews the log never works with people by name, so there is no second role.
    reviews_log boolean not null default false check (not reviews_log or cardinality(roles) = 1),
    -- Set once the employee has left or the account is closed: tokens of the employee are then refused. The gateway may not change it.
    access_ended_at timestamptz
  );

  create table recreation.ticket (
    id uuid primary key,
    number text not null unique,
    resident_id uuid not null references recreation.resident,
    topic text not null,
    subject text not null,
    assignee_id uuid references recreation.employee,
    opened_at timestamptz not null,
    closed_at timestamptz,
    -- Sealed towards the guardians of the resident who opened the ticket, while that resident is a minor.
    sensitive boolean not null default false
  );
  create index ticket_resident on recreation.ticket (resident_id, opened_at desc, id);
  create index ticket_opened on recreation.ticket (opened_at, id);
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

  create table recreation.request (
    id uuid primary key,
    number text not null unique,
    kind text not null,
    -- Null: a sender without an account.
    resident_id uuid references recreation.resident,
    body text not null,
    contact_email text,
    filed_at timestamptz not null,
    due_on date not null,
    assignee_id uuid references recreation.employee,
    answered_at timestamptz,
    answer text,
    -- The questioned entry of the access log. No reference: the request stays when the entry is past its retention.
    entry_id uuid,
    check ((kind = 'ACCESS_QUESTIONED') = (entry_id is not null))
  );
  create index request_filed on recreation.request (filed_at, id);
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
    revoked_at timestamptz,
    revoked_by uuid references recreation.employee,
    revocation_reason text,
    check (num_nulls(revoked_at, revoked_by, revocation_reason) in (0, 3))
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

  -- The date until which reads under a mandate are sealed. The first is recorded and approved with the mandate; later ones extend it.
  create table recreation.mandate_seal (
    id uuid primary key,
    mandate_id uuid not null references recreation.mandate,
    extends boolean not null,
    sealed_until timestamptz not null,
    proposed_by uuid not null references recreation.employee,
    proposed_at timestamptz not null,
    check (sealed_until > proposed_at)
  );
  create index mandate_seal_mandate on recreation.mandate_seal (mandate_id);
  create unique index mandate_seal_first on recreation.mandate_seal (mandate_id) where not extends;
  create index mandate_seal_until on recreation.mandate_seal (sealed_until);
  create table recreation.mandate_seal_approval (
    seal_id uuid not null references recreation.mandate_seal,
    employee_id uuid not null references recreation.employee,
    approved_at timestamptz not null,
    primary key (seal_id, employee_id)
  );`;
