insert into access_log.budget_subject (principal_id, purpose, period, subject_id, counted_on) values
  ('00000000-0000-4000-8000-000000000040', 'SERVICE_PROVISION', '2026-06-15', '00000000-0000-4000-8000-000000000001', '2026-06-15');
