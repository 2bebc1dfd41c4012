-- A link of the migration 0055-waiting-contacts that somebody asked for.
insert into identity.contact_ask (asked_by, asked_at) values ('00000000-0000-4000-8000-000000000001', '2026-06-10T00:00Z');
