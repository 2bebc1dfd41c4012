import { ids } from './ids.ts';

/** The tables that every system reads, and the rows in them. */
export const tables = /* sql */ `
  create schema clinic;
  create table clinic.patient (
    id uuid primary key, name text not null, birth_date date not null, phone text, insurance_number text, note text
  );
  create table clinic.visit (
    id uuid primary key, patient_id uuid references clinic.patient, at timestamptz not null, reason text not null, fee integer not null
  );
  create table clinic.result (
    id uuid primary key, patient_id uuid not null references clinic.patient, test text not null, value double precision not null
  );
  create table clinic.treatment (
    physician_id uuid not null, patient_id uuid not null references clinic.patient, primary key (physician_id, patient_id)
  );
  create index on clinic.patient (name);
  create index on clinic.patient (birth_date);
  create index on clinic.visit (patient_id);
  create index on clinic.visit (reason);
  create index on clinic.result (patient_id);
  create index on clinic.treatment (patient_id);
  insert into clinic.patient values
    ('${ids.ann}', 'Ann Archer', '1984-03-02', '555-0101', 'INS-1001', 'allergic to penicillin'),
    ('${ids.ben}', 'Ben Baker', '1979-07-09', '555-0102', 'INS-1002', null);
  insert into clinic.visit values
    ('${ids.annsVisit}', '${ids.ann}', '2026-05-04T09:00:00Z', 'migraine', 80),
    ('${ids.bensVisit}', '${ids.ben}', '2026-05-05T09:00:00Z', 'sprain', 95),
    ('${ids.walkIn}', null, '2026-05-06T09:00:00Z', 'walk-in vaccination', 30);
  insert into clinic.result values ('${ids.annsResult}', '${ids.ann}', 'glucose', 5.41);
  insert into clinic.treatment values ('${ids.cole}', '${ids.ann}'), ('${ids.dunn}', '${ids.ann}'), ('${ids.dunn}', '${ids.ben}');`;
