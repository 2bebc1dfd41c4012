-- A row in the table of the migration 0004-idempotency-keys.
insert into recreation.idempotency_key (owner, key, input, made, made_at) values
  ('P-0123456789ab', '00000000-0000-4000-8000-0000000000b0', 'P-ba9876543210', '00000000-0000-4000-8000-0000000000b1', '2026-06-10T16:15Z');
