-- A row in the table of the migration 0002-bound-secrets.
insert into access_log.bound_secret (name, fingerprint) values ('cursors', 'fingerprint');
