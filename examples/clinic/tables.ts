import type { SchemaMigration } from 'need-to-know';

/** The clinic's own tables, and what the gateway may read and change of them. */
export const tables: SchemaMigration = {
  name: '0100-clinic',
  sql: ({ gateway }) => /* sql */ `
    create schema clinic;
    create table clinic.patient (
      id uuid primary key, name text not null, birth_date date not null, phone text, insurance_number text,
      consents_to_research boolean not null default false
    );
    create table clinic.practitioner (id uuid primary key, name text not null);
    create table clinic.visit (
      id uuid primary key, patient_id uuid not null references clinic.patient, practitioner_id uuid not null references clinic.practitioner,
      at timestamptz not null, reason text not null, fee integer not null
    );
    create table clinic.result (
      id uuid primary key, patient_id uuid not null references clinic.patient, test text not null, value double precision not null
    );
    -- A physician treats a patient: the case that makes the need to know.
    create table clinic.treatment (
      id uuid primary key, patient_id uuid not null references clinic.patient, practitioner_id uuid not null references clinic.practitioner,
      ended_at timestamptz
    );
    -- A claim names the patients and the categories that its insurer may see.
    create table clinic.claim (id uuid primary key, insurer_id uuid not null, categories text[] not null, closed_at timestamptz);
    create table clinic.claim_patient (claim_id uuid references clinic.claim, patient_id uuid references clinic.patient, primary key (claim_id, patient_id));
    grant usage on schema clinic to ${gateway};
    grant select on all tables in schema clinic to ${gateway};
    grant update (reason) on clinic.visit to ${gateway};
    grant insert on clinic.result to ${gateway};`,
};
