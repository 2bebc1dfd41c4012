-- A payment of the migration 0030-payments, for a purchase.
insert into recreation.payment (id, resident_id, purchase_id, amount, method, paid_at) values
  ('00000000-0000-4000-8000-000000000023', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000022', 71.00, 'CASH', '2026-05-01T10:05Z');
