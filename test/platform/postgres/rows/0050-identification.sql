-- A check of the migration 0050-identification whose answers matched, and a resident who has read a version of the statement.
insert into recreation.identity_match (employee_id, resident_id, matched_at)
  select employee.id, resident.id, '2026-06-10T00:00Z' from recreation.employee, recreation.resident limit 1;
insert into recreation.statement_acknowledgement (resident_id, version, at) select id, '2', '2026-06-10T00:00Z' from recreation.resident limit 1;
