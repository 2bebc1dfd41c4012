-- A row in the table of the migration 0012-request-conversations, and a request that a guardian filed and took back.
insert into recreation.request (id, number, kind, resident_id, filed_by_id, body, filed_at, due_on, withdrawn_at) values
  ('00000000-0000-4000-8000-000000000072', 'R-51740263', 'ACCESS', '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'What is on record about Bo?', '2026-06-11T00:00Z', '2026-07-23', '2026-06-12T00:00Z');
insert into recreation.request_message (id, request_id, author_resident_id, author_employee_id, body, sent_at) values
  ('00000000-0000-4000-8000-000000000073', '00000000-0000-4000-8000-000000000072', '00000000-0000-4000-8000-000000000001', null, 'Never mind.', '2026-06-11T12:00Z');
