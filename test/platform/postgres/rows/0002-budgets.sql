insert into access_log.budget_subject (principal_id, purpose, period, subject_id, counted_on) values
  ('00000000-0000-4000-8000-000000000040', 'SERVICE_PROVISION', '2026-06-15', '00000000-0000-4000-8000-000000000001', '2026-06-15');
insert into access_log.budget_act (principal_id, act, done_at) values ('20000000-0000-4000-8000-000000000001', 'IDENTITY_CHECK', '2026-06-15T12:00:00Z');
