-- The latest code of the migration 0051-mailed-codes that was mailed to a contact.
insert into recreation.mailed_code (contact, salt, code_hash, mailed_at) values ('a contact', '\x00', '\x00', '2026-06-10T00:00Z');
