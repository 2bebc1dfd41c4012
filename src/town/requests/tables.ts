import type { RoleNames } from '../../platform/postgres/roles/role-names.ts';

/** Requests to the privacy officer, their messages and mails, and the data about senders without an account. */
export const requests = ({ gateway }: RoleNames): string => /* sql */ `
  create table recreation.request (
    id uuid primary key,
    number text not null unique,
    kind text not null,
    -- Null: a sender without an account.
    resident_id uuid references recreation.resident,
    -- The guardian who filed it for the resident; null: the resident, or a sender without an account.
    filed_by_id uuid references recreation.resident,
    body text not null,
    contact_email text,
    -- The language of a sender without an account, for the mails.
    language text not null default 'en' check (language ~ '^[a-z]{2}$'),
    filed_at timestamptz not null,
    due_on date not null,
    assignee_id uuid references recreation.employee,
    answered_at timestamptz,
    answer text,
    reopened_at timestamptz,
    withdrawn_at timestamptz,
    -- The outcome of the newest mail to a sender without an account.
    told_at timestamptz,
    refused_at timestamptz,
    -- The questioned entry of the access log. No reference: the request stays when the entry is past its retention.
    entry_id uuid,
    check ((kind = 'ACCESS_QUESTIONED') = (entry_id is not null)),
    constraint request_filed_by check (filed_by_id is null or (resident_id is not null and filed_by_id <> resident_id)),
    constraint request_end check (num_nonnulls(answered_at, withdrawn_at) <= 1),
    constraint request_told check (num_nonnulls(told_at, refused_at) <= 1)
  );
  create index request_filed on recreation.request (filed_at, id);
  create index request_resident on recreation.request (resident_id, filed_at desc, id);
  create index request_assignee on recreation.request (assignee_id, due_on, id);
  create index request_due on recreation.request (due_on, id);
  create index request_assigned on recreation.request (assignee_id) where answered_at is null and withdrawn_at is null;
  create index request_filed_by on recreation.request (filed_by_id, filed_at desc, id);

  create table recreation.request_message (
    id uuid primary key,
    request_id uuid not null references recreation.request,
    author_resident_id uuid references recreation.resident,
    author_employee_id uuid references recreation.employee,
    body text not null,
    sent_at timestamptz not null,
    -- An answer that was given before the request was opened again.
    is_answer boolean not null default false,
    -- No author: a sender without an account.
    constraint request_message_author check (num_nonnulls(author_resident_id, author_employee_id) <= 1)
  );
  create index request_message_request on recreation.request_message (request_id, sent_at, id);

  create table recreation.request_mail (
    id uuid primary key,
    request_id uuid not null references recreation.request,
    kind text not null check (kind in ('ANSWERED', 'REOPENED')),
    asked_at timestamptz not null,
    next_try_at timestamptz not null,
    tries integer not null default 0
  );
  create index request_mail_due on recreation.request_mail (next_try_at);

  create table recreation.contact_code (
    letter text primary key,
    salt bytea not null,
    code_hash bytea not null,
    tries_left integer not null,
    valid_until timestamptz not null,
    -- False: the letter took the code of an earlier mail.
    is_mailed boolean not null default true
  );
  create index contact_code_valid_until on recreation.contact_code (valid_until);

  create table recreation.mailed_code (
    contact text primary key,
    salt bytea not null,
    code_hash bytea not null,
    mailed_at timestamptz not null
  );
  create index mailed_code_mailed_at on recreation.mailed_code (mailed_at);

  -- The columns and their order are those of rate-limiter-flexible; expire is in milliseconds of the Unix epoch.
  create table recreation.asked (
    key varchar(255) primary key,
    points integer not null default 0,
    expire bigint
  );

  grant select, insert on recreation.request, recreation.request_message to ${gateway};
  grant update (assignee_id, answered_at, answer, withdrawn_at, due_on, reopened_at, told_at, refused_at) on recreation.request to ${gateway};
  grant select, insert, update, delete on recreation.request_mail, recreation.contact_code, recreation.mailed_code, recreation.asked
    to ${gateway};`;
