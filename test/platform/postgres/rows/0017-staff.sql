-- An employee who was invited, and the code of the invitation.
insert into recreation.employee (id, given_name, family_name, roles, work_email, invited_at, invited_by) values
  ('00000000-0000-4000-8000-000000000081', 'Di', 'Ray', '{SUPPORT}', 'di.ray@example.org', '2026-06-11T00:00Z', '00000000-0000-4000-8000-000000000040');
insert into recreation.invitation (employee_id, code_hash, valid_until) values
  ('00000000-0000-4000-8000-000000000081', sha256('code'), '2026-06-18T00:00Z');
