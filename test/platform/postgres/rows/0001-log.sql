-- Rows in every table of the log, for trying later migrations on a database that holds data.
insert into access_log.template (id, text) values
  ('cb95acdf7bdbf742227d7fd1bc87a7e3', '{"role":"RESIDENT"}'),
  ('1ef3db1647aa06bc45a6a387c45a9e71', '[{"released":[]}]');
insert into access_log.staged (id, at, role, template_id, views_id, operation_hash, root, leaf, subjects, salts) values
  ('00000000-0000-4000-8000-0000000000a2', '2026-06-15T18:00:00.000Z', 'RESIDENT', 'cb95acdf7bdbf742227d7fd1bc87a7e3', '1ef3db1647aa06bc45a6a387c45a9e71', sha256('0'), sha256('1'), sha256('3'),
   '{00000000-0000-4000-8000-000000000001}', sha256('4') || substring(sha256('5') for 16));
-- One numbered entry in a month's partition, and one in the default partition.
insert into access_log.entry (month, seq, id, at, role, template_id, views_id, operation_hash, root, subjects, salts, erased) values
  ('2000-01-01', 0, '00000000-0000-4000-8000-0000000000a0', '2000-01-15T18:00:00.000Z', 'RESIDENT', 'cb95acdf7bdbf742227d7fd1bc87a7e3', '1ef3db1647aa06bc45a6a387c45a9e71', sha256('0'), sha256('1'), '{null}', sha256('4') || substring(sha256('5') for 16), '{"2": "00"}'),
  (date_trunc('month', now() at time zone 'UTC'), 1, '00000000-0000-4000-8000-0000000000a1', '2026-06-15T18:00:00.000Z', 'RESIDENT', 'cb95acdf7bdbf742227d7fd1bc87a7e3', '1ef3db1647aa06bc45a6a387c45a9e71', sha256('0'), sha256('1'), '{00000000-0000-4000-8000-000000000001}', sha256('4') || substring(sha256('5') for 16), null);
insert into access_log.posting (month, subject_id, first_seq, kind) values
  ('2000-01-01', '00000000-0000-4000-8000-000000000001', 0, 0),
  (date_trunc('month', now() at time zone 'UTC'), '00000000-0000-4000-8000-000000000001', 1, 0);
insert into access_log.tile (level, index, data) values (-1, 0, '\x00'), (0, 0, sha256('7'));
insert into access_log.checkpoint (size, note) values (2, 'log.example/need-to-know');
insert into access_log.cosignature (size, witness, time, note, line) values (2, 'witness.example', 1781546400, 'note', 'line');
insert into access_log.bound_secret (name, fingerprint) values ('cursors', 'fingerprint');
