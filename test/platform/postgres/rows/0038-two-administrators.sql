-- An employee whose sensitive role awaits approval, and one whom the command invited.
insert into recreation.employee (id, given_name, family_name, roles, work_email, invited_at, invited_by, awaited_roles, proposed_by, proposed_at) values
  ('00000000-0000-4000-8000-000000000082', 'Su', 'Lee', '{}', 'su.lee@example.org', '2026-06-11T00:00Z', '00000000-0000-4000-8000-000000000040',
   '{PRIVACY_OFFICER}', '00000000-0000-4000-8000-000000000040', '2026-06-11T00:00Z'),
  ('00000000-0000-4000-8000-000000000083', 'Mo', 'Fox', '{STAFF_ADMINISTRATOR}', 'mo.fox@example.org', '2026-06-11T00:00Z', null, '{}', null, null);
