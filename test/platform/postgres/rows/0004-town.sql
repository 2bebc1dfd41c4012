-- Rows in every table of the town, for trying later migrations on a database that holds data.
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
insert into recreation.contact_code (letter, salt, code_hash, tries_left, valid_until) values
  ('P-0123456789ab', decode(repeat('00', 16), 'hex'), decode(repeat('01', 32), 'hex'), 5, '2026-06-10T16:15Z');
insert into recreation.asked (key, points, expire) values ('code:P-0123456789ab', 2, 1781110800000), ('codes:all', 3, null);
update recreation.encounter set served_at = started_at where id = (select min(id::text)::uuid from recreation.encounter);
insert into recreation.idempotency_key (owner, key, input, made, made_at) values
  ('P-0123456789ab', '00000000-0000-4000-8000-0000000000b0', 'P-ba9876543210', '00000000-0000-4000-8000-0000000000b1', '2026-06-10T16:15Z');
update recreation.service set valid_days = 365 where id = '00000000-0000-4000-8000-000000000020';
update recreation.purchase set valid_from = '2026-05-01', valid_until = '2027-04-30' where id = '00000000-0000-4000-8000-000000000022';
insert into recreation.ticket_read (ticket_id, reader_id, read_at) values
  ('00000000-0000-4000-8000-000000000050', '00000000-0000-4000-8000-000000000002', '2026-06-01T08:30Z');
insert into recreation.request (id, number, kind, resident_id, filed_by_id, body, filed_at, due_on, withdrawn_at) values
  ('00000000-0000-4000-8000-000000000072', 'R-51740263', 'ACCESS', '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'What is on record about Bo?', '2026-06-11T00:00Z', '2026-07-23', '2026-06-12T00:00Z');
insert into recreation.request_message (id, request_id, author_resident_id, author_employee_id, body, sent_at) values
  ('00000000-0000-4000-8000-000000000073', '00000000-0000-4000-8000-000000000072', '00000000-0000-4000-8000-000000000001', null, 'Never mind.', '2026-06-11T12:00Z');
-- An employee who was invited, and the code of the invitation.
insert into recreation.employee (id, given_name, family_name, roles, work_email, invited_at, invited_by) values
  ('00000000-0000-4000-8000-000000000081', 'Di', 'Ray', '{SUPPORT}', 'di.ray@example.org', '2026-06-11T00:00Z', '00000000-0000-4000-8000-000000000040');
insert into recreation.invitation (employee_id, code_hash, valid_until) values
  ('00000000-0000-4000-8000-000000000081', sha256('code'), '2026-06-18T00:00Z');
insert into recreation.acknowledgement
select id, 'SERVICE_PROVISION', md5('text'), timestamptz '2026-01-05 09:00Z' from recreation.employee limit 1;
insert into recreation.payment (id, resident_id, purchase_id, amount, method, paid_at) values
  ('00000000-0000-4000-8000-000000000023', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000022', 71.00, 'CASH', '2026-05-01T10:05Z');
-- An employee whose sensitive role awaits approval, and one whom the command invited.
insert into recreation.employee (id, given_name, family_name, roles, work_email, invited_at, invited_by, awaited_roles, proposed_by, proposed_at) values
  ('00000000-0000-4000-8000-000000000082', 'Su', 'Lee', '{}', 'su.lee@example.org', '2026-06-11T00:00Z', '00000000-0000-4000-8000-000000000040',
   '{PRIVACY_OFFICER}', '00000000-0000-4000-8000-000000000040', '2026-06-11T00:00Z'),
  ('00000000-0000-4000-8000-000000000083', 'Mo', 'Fox', '{STAFF_ADMINISTRATOR}', 'mo.fox@example.org', '2026-06-11T00:00Z', null, '{}', null, null);
insert into recreation.request_mail (id, request_id, kind, asked_at, next_try_at)
  select '00000000-0000-4000-8000-000000000090', id, 'ANSWERED', '2026-06-10T00:00Z', '2026-06-10T00:00Z' from recreation.request limit 1;
insert into recreation.identity_match (employee_id, resident_id, matched_at)
  select employee.id, resident.id, '2026-06-10T00:00Z' from recreation.employee, recreation.resident limit 1;
insert into recreation.statement_acknowledgement (resident_id, version, at) select id, '2', '2026-06-10T00:00Z' from recreation.resident limit 1;
insert into recreation.mailed_code (contact, salt, code_hash, mailed_at) values ('a contact', '\x00', '\x00', '2026-06-10T00:00Z');
insert into access_log.erasure (id, rule, reason, request_id, person_id, numbers, proposed_by, proposed_at)
  select '00000000-0000-4000-8000-000000000091', 'COURT_ORDER', 'An order of a court', request.id, resident.id, '{0}', employee.id, '2026-06-10T00:00Z'
  from recreation.request, recreation.resident, recreation.employee limit 1;
insert into identity.contact_ask (asked_by, asked_at) values ('00000000-0000-4000-8000-000000000001', '2026-06-10T00:00Z');
insert into identity.contact_mail (kind, mailbox, mailed_for, mailed_at) values
  ('CONTACT', sha256('mailbox'), '00000000-0000-4000-8000-000000000001', '2026-06-10T00:00Z');
