import type { RoleNames } from '../role-names.ts';

/** Requests to the privacy officer can be talked about, taken back, and filed by a guardian for a minor. */
export const requestConversations = ({ gateway }: RoleNames): string => /* sql */ `
  alter table recreation.request
    add column withdrawn_at timestamptz,
    -- The guardian who filed it for the resident; null: the resident, or a sender without an account.
    add column filed_by_id uuid references recreation.resident,
    add constraint request_end check (num_nonnulls(answered_at, withdrawn_at) <= 1),
    add constraint request_filed_by check (filed_by_id is null or (resident_id is not null and filed_by_id <> resident_id));
  create index request_filed_by on recreation.request (filed_by_id, filed_at desc, id);
  create table recreation.request_message (
    id uuid primary key,
    request_id uuid not null references recreation.request,
    -- Exactly one of the two is the author.
    author_resident_id uuid references recreation.resident,
    author_employee_id uuid references recreation.employee,
    body text not null,
    sent_at timestamptz not null,
    check (num_nonnulls(author_resident_id, author_employee_id) = 1)
  );
  create index request_message_request on recreation.request_message (request_id, sent_at, id);
  grant update (withdrawn_at) on recreation.request to ${gateway};
  grant select, insert on recreation.request_message to ${gateway};`;
