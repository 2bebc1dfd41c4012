-- A check of an identity.
insert into recreation.identity_check (employee_id, checked_at) values ('20000000-0000-4000-8000-000000000001', '2026-06-15T12:00:00Z');
