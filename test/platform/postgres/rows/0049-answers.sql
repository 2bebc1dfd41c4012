-- A mail of the migration 0049-answers to the sender of a request.
insert into recreation.request_mail (id, request_id, kind, asked_at, next_try_at)
  select '00000000-0000-4000-8000-000000000090', id, 'ANSWERED', '2026-06-10T00:00Z', '2026-06-10T00:00Z' from recreation.request limit 1;
