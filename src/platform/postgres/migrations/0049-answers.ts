import type { RoleNames } from '../role-names.ts';

/**
 * Senders without an account are told by mail that their request is answered, and answered requests can be opened again. The answer before
 * becomes a message of the conversation. A mail waits in the outbox until the mail server has taken or refused it.
 */
export const answers = ({ gateway }: RoleNames): string => /* sql */ `
  alter table recreation.request
    -- In which a sender without an account wrote, for the mails.
    add column language text not null default 'en' check (language ~ '^[a-z]{2}$'),
    add column reopened_at timestamptz,
    -- What became of the newest mail to a sender without an account.
    add column told_at timestamptz,
    add column refused_at timestamptz,
    add constraint request_told check (num_nonnulls(told_at, refused_at) <= 1);
  alter table recreation.request_message
    drop constraint request_message_check,
    -- An answer that was given before the request was opened again.
    add column is_answer boolean not null default false,
    -- No author: a sender without an account.
    add constraint request_message_author check (num_nonnulls(author_resident_id, author_employee_id) <= 1);
  create table recreation.request_mail (
    id uuid primary key,
    request_id uuid not null references recreation.request,
    kind text not null check (kind in ('ANSWERED', 'REOPENED')),
    asked_at timestamptz not null,
    next_try_at timestamptz not null,
    tries integer not null default 0
  );
  create index request_mail_due on recreation.request_mail (next_try_at);
  grant update (due_on, reopened_at, told_at, refused_at) on recreation.request to ${gateway};
  grant select, insert, update, delete on recreation.request_mail to ${gateway};`;
