import type { SchemaMigration } from 'need-to-know';

/** Two patients, a physician, and what they need to be seen. */
export const sampleData: SchemaMigration = {
  name: '0101-sample-data',
  sql: () => /* sql */ `
    insert into clinic.patient values
      ('a0000000-0000-4000-8000-000000000001', 'Ann Archer', '1984-03-02', '555-0101', 'INS-1', true),
      ('a0000000-0000-4000-8000-000000000002', 'Ben Baker', '1990-07-09', '555-0102', 'INS-2', false);
    insert into clinic.practitioner values ('b0000000-0000-4000-8000-000000000001', 'Dr. Cole');
    insert into clinic.visit
    select overlay(id::text placing 'e' from 1 for 1)::uuid, id, 'b0000000-0000-4000-8000-000000000001', '2026-05-04T09:00:00Z', 'fever', 80 from clinic.patient;
    insert into clinic.result select gen_random_uuid(), id, 'glucose', 5.4 from clinic.patient;
    insert into clinic.treatment values
      ('c0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000001', null),
      ('c0000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000002', 'b0000000-0000-4000-8000-000000000001', now());
    insert into clinic.claim values
      ('d0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000004', '{NAME,FEE,VISIT}', null),
      ('d0000000-0000-4000-8000-000000000002', 'b0000000-0000-4000-8000-000000000099', '{NAME}', null);
    insert into clinic.claim_patient values ('d0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001');`,
};
