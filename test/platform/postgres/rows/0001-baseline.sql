-- Rows in every table as of the migration 0001-baseline, for trying later migrations on a database that holds data.
insert into recreation.resident (id, given_name, family_name, birth_date, email, phone, mobile_phone, street, locality, province, postal_code, address_protected, registered_at) values
  ('00000000-0000-4000-8000-000000000001', 'Ada', 'Quill', '1980-02-29', 'ada@example.org', '+1 403 555 0101', null, '1 First Street', 'Calgary', 'AB', 'T2P 1J9', true, '2020-01-01T00:00Z'),
  ('00000000-0000-4000-8000-000000000002', 'Bo', 'Quill', '2016-07-01', null, null, null, null, null, null, null, false, '2021-06-15T12:30Z'),
  ('00000000-0000-4000-8000-000000000003', 'Çelik', 'O’Neil', '1930-12-31', null, null, '+1 403 555 0103', null, null, null, null, false, '2019-03-10T09:00Z');
insert into recreation.household (id) values ('00000000-0000-4000-8000-000000000010');
insert into recreation.household_member (household_id, resident_id, is_home) values
  ('00000000-0000-4000-8000-000000000010', '00000000-0000-4000-8000-000000000001', true),
  ('00000000-0000-4000-8000-000000000010', '00000000-0000-4000-8000-000000000002', true);
insert into recreation.guardianship (guardian_id, minor_id, scope, valid_from, valid_until) values
  ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', '{FULL}', '2016-07-01', null);
insert into recreation.service (id, name, description, price, minimum_age) values
  ('00000000-0000-4000-8000-000000000020', 'Swimming', 'Ten visits', 85.50, null),
  ('00000000-0000-4000-8000-000000000021', 'Weights', 'A month', 40.00, 18);
insert into recreation.purchase (id, resident_id, service_id, quantity, amount, purchased_at) values
  ('00000000-0000-4000-8000-000000000022', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000020', 2, 171.00, '2026-05-01T10:00Z');
insert into recreation.partner (id, name, role) values ('00000000-0000-4000-8000-000000000030', 'Collectors', 'COLLECTION_AGENCY');
insert into recreation.account (resident_id, balance, overdue_amount, overdue_since, credit_check_open, assigned_to) values
  ('00000000-0000-4000-8000-000000000001', -12.34, 12.34, '2026-01-31', true, '00000000-0000-4000-8000-000000000030'),
  ('00000000-0000-4000-8000-000000000003', 0, 0, null, false, null);
insert into recreation.employee (id, given_name, family_name, roles, resident_id) values
  ('00000000-0000-4000-8000-000000000040', 'Cleo', 'Clerk', '{CUSTOMER_SERVICE,SUPPORT}', null),
  ('00000000-0000-4000-8000-000000000041', 'Ona', 'Officer', '{PRIVACY_OFFICER}', '00000000-0000-4000-8000-000000000003');
insert into recreation.ticket (id, number, resident_id, topic, subject, assignee_id, opened_at, closed_at, sensitive) values
  ('00000000-0000-4000-8000-000000000050', 'T-48150623', '00000000-0000-4000-8000-000000000002', 'ACCOUNT', 'A question', '00000000-0000-4000-8000-000000000040', '2026-06-01T08:00Z', null, true);
insert into recreation.ticket_message (id, ticket_id, author_resident_id, author_employee_id, body, sent_at) values
  ('00000000-0000-4000-8000-000000000051', '00000000-0000-4000-8000-000000000050', '00000000-0000-4000-8000-000000000002', null, 'Why?', '2026-06-01T08:00Z'),
  ('00000000-0000-4000-8000-000000000052', '00000000-0000-4000-8000-000000000050', null, '00000000-0000-4000-8000-000000000040', 'Because.', '2026-06-01T09:00Z');
insert into recreation.encounter (id, employee_id, resident_id, purpose, started_at, last_active_at, ended_at) values
  ('00000000-0000-4000-8000-000000000060', '00000000-0000-4000-8000-000000000040', '00000000-0000-4000-8000-000000000001', 'SERVICE_PROVISION', '2026-06-10T16:00Z', '2026-06-10T16:05Z', null);
insert into recreation.request (id, number, kind, resident_id, body, contact_email, filed_at, due_on, assignee_id, answered_at, answer, entry_id) values
  ('00000000-0000-4000-8000-000000000070', 'R-23421516', 'CORRECTION', null, 'Please correct it.', 'someone@example.org', '2026-06-11T00:00Z', '2026-07-23', null, null, null, null),
  ('00000000-0000-4000-8000-000000000071', 'R-84210815', 'ACCESS_QUESTIONED', '00000000-0000-4000-8000-000000000001', 'Who was that?', null, '2026-06-12T00:00Z', '2026-07-24', '00000000-0000-4000-8000-000000000041', '2026-06-13T00:00Z', 'A clerk.', '00000000-0000-4000-8000-0000000000a1');
insert into recreation.mandate (id, kind, reference, issuer, partner_id, purpose, categories, valid_from, valid_until, recorded_by, recorded_at, revoked_at) values
  ('00000000-0000-4000-8000-000000000080', 'COURT_ORDER', 'KB 2026-1', 'Court of King’s Bench', '00000000-0000-4000-8000-000000000030', 'DEBT_COLLECTION', '{NAME,ADDRESS}', '2026-01-01T00:00Z', '2027-01-01T00:00Z', '00000000-0000-4000-8000-000000000041', '2026-01-01T00:00Z', null);
insert into recreation.mandate_subject (mandate_id, resident_id) values
  ('00000000-0000-4000-8000-000000000080', '00000000-0000-4000-8000-000000000001');
insert into recreation.mandate_approval (mandate_id, employee_id, approved_at) values
  ('00000000-0000-4000-8000-000000000080', '00000000-0000-4000-8000-000000000041', '2026-01-02T00:00Z');
insert into recreation.mandate_seal (id, mandate_id, extends, sealed_until, proposed_by, proposed_at) values
  ('00000000-0000-4000-8000-000000000081', '00000000-0000-4000-8000-000000000080', false, '2026-12-01T00:00Z', '00000000-0000-4000-8000-000000000041', '2026-01-01T00:00Z');
insert into recreation.mandate_seal_approval (seal_id, employee_id, approved_at) values
  ('00000000-0000-4000-8000-000000000081', '00000000-0000-4000-8000-000000000041', '2026-01-02T00:00Z');
insert into web.visit (id, network_address, browser, platform, visited_at, section, download) values
  ('00000000-0000-4000-8000-000000000090', '203.0.113.7', 'Firefox', 'Linux', '2026-06-01T08:00Z', 'Pools', null);
insert into access_log.form (id, text) values
  ('cb95acdf7bdbf742227d7fd1bc87a7e3', '{"role":"RESIDENT"}'),
  ('1ef3db1647aa06bc45a6a387c45a9e71', '[{"released":[]}]');
insert into access_log.staged (id, at, role, form_id, views_id, operation_hash, root, leaf, subjects, salts) values
  ('00000000-0000-4000-8000-0000000000a2', '2026-06-15T18:00:00.000Z', 'RESIDENT', 'cb95acdf7bdbf742227d7fd1bc87a7e3', '1ef3db1647aa06bc45a6a387c45a9e71', sha256('0'), sha256('1'), sha256('3'),
   '{00000000-0000-4000-8000-000000000001}', sha256('4') || substring(sha256('5') for 16));
-- One numbered entry in a month's partition, and one in the default partition.
insert into access_log.entry (month, seq, id, at, role, form_id, views_id, operation_hash, root, subjects, salts, erased) values
  ('2000-01-01', 0, '00000000-0000-4000-8000-0000000000a0', '2000-01-15T18:00:00.000Z', 'RESIDENT', 'cb95acdf7bdbf742227d7fd1bc87a7e3', '1ef3db1647aa06bc45a6a387c45a9e71', sha256('0'), sha256('1'), '{null}', sha256('4') || substring(sha256('5') for 16), '{"2": "00"}'),
  (date_trunc('month', now() at time zone 'UTC'), 1, '00000000-0000-4000-8000-0000000000a1', '2026-06-15T18:00:00.000Z', 'RESIDENT', 'cb95acdf7bdbf742227d7fd1bc87a7e3', '1ef3db1647aa06bc45a6a387c45a9e71', sha256('0'), sha256('1'), '{00000000-0000-4000-8000-000000000001}', sha256('4') || substring(sha256('5') for 16), null);
insert into access_log.posting (month, subject_id, first_seq, kind) values
  ('2000-01-01', '00000000-0000-4000-8000-000000000001', 0, 0),
  (date_trunc('month', now() at time zone 'UTC'), '00000000-0000-4000-8000-000000000001', 1, 0);
insert into access_log.tile (level, index, data) values (-1, 0, '\x00'), (0, 0, sha256('7'));
insert into access_log.checkpoint (size, note) values (2, 'log.example/need-to-know');
insert into access_log.cosignature (size, witness, time, note, line) values (2, 'witness.example', 1781546400, 'note', 'line');
insert into access_log.budget_subject (principal_id, purpose, period, subject_id, counted_on) values
  ('00000000-0000-4000-8000-000000000040', 'SERVICE_PROVISION', '2026-06-15', '00000000-0000-4000-8000-000000000001', '2026-06-15');
insert into recreation.contact_code (letter, salt, code_hash, tries_left, valid_until) values
  ('P-0123456789ab', decode(repeat('00', 16), 'hex'), decode(repeat('01', 32), 'hex'), 5, '2026-06-10T16:15Z');
insert into recreation.asked (key, points, expire) values ('code:P-0123456789ab', 2, 1781110800000), ('codes:all', 3, null);
