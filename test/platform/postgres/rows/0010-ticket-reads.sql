-- A row in the table of the migration 0010-ticket-reads.
insert into recreation.ticket_read (ticket_id, reader_id, read_at) values
  ('00000000-0000-4000-8000-000000000050', '00000000-0000-4000-8000-000000000002', '2026-06-01T08:30Z');
