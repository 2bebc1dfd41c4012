import type { RoleNames } from '../../platform/postgres/roles/role-names.ts';

/** Tickets of the helpdesk, their messages, and until when each resident has read them. */
export const helpdesk = ({ gateway }: RoleNames): string => /* sql */ `
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
  create index ticket_assignee on recreation.ticket (assignee_id, opened_at, id);
  create index ticket_assigned on recreation.ticket (assignee_id) where closed_at is null;

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

  -- The minor who asked and each guardian have separate marks, so no reader learns when another one read.
  create table recreation.ticket_read (
    ticket_id uuid not null references recreation.ticket,
    reader_id uuid not null references recreation.resident,
    read_at timestamptz not null,
    primary key (ticket_id, reader_id)
  );
  grant select, insert on recreation.ticket, recreation.ticket_message to ${gateway};
  grant update (assignee_id, closed_at, sensitive) on recreation.ticket to ${gateway};
  grant select, insert, update (read_at) on recreation.ticket_read to ${gateway};`;
