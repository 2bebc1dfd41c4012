-- A link of the migration 0057-contact-mails that was mailed.
insert into identity.contact_mail (kind, mailbox, mailed_for, mailed_at) values
  ('CONTACT', sha256('mailbox'), '00000000-0000-4000-8000-000000000001', '2026-06-10T00:00Z');
