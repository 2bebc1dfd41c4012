-- An erasure of the migration 0053-erasures that awaits a second officer.
insert into access_log.erasure (id, rule, reason, request_id, person_id, numbers, proposed_by, proposed_at)
  select '00000000-0000-4000-8000-000000000091', 'COURT_ORDER', 'An order of a court', request.id, resident.id, '{0}', employee.id, '2026-06-10T00:00Z'
  from recreation.request, recreation.resident, recreation.employee limit 1;
