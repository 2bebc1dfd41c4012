-- A pass and what is not a pass, with the columns of the migration 0007-passes.
update recreation.service set valid_days = 365 where id = '00000000-0000-4000-8000-000000000020';
update recreation.purchase set valid_from = '2026-05-01', valid_until = '2027-04-30' where id = '00000000-0000-4000-8000-000000000022';
