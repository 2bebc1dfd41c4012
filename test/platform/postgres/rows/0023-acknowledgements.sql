insert into recreation.acknowledgement
select id, 'SERVICE_PROVISION', md5('text'), timestamptz '2026-01-05 09:00Z' from recreation.employee limit 1;
