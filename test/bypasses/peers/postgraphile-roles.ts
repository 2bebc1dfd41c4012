/** Names of the PostgreSQL roles, which all databases of a server share. */
export const roleOf = { PATIENT: 'bypasses_patient', CLERK: 'bypasses_clerk', PHYSICIAN: 'bypasses_physician' } as const;
export const anonymousRole = 'bypasses_anonymous';
export const authenticator = 'bypasses_authenticator';
export const setting = 'clinic.viewer_id';

/** The rules of the comparison as PostgreSQL has them: row-level security, and privileges on columns. */
export const rights = /* sql */ `
  do $$ declare name text; begin
    foreach name in array '{${[...Object.values(roleOf), anonymousRole, authenticator].join(',')}}'::text[] loop
      if not exists (select from pg_roles where rolname = name) then execute format('create role %I noinherit', name); end if;
    end loop;
  end $$;
  alter role ${authenticator} login password 'bypasses';
  grant ${Object.values(roleOf).join(', ')}, ${anonymousRole} to ${authenticator};

  create function clinic.viewer_id() returns uuid language sql stable as
    $$ select nullif(current_setting('${setting}', true), '')::uuid $$;
  create function clinic.patient_generation(patient clinic.patient) returns integer language sql stable as
    $$ select extract(decade from patient.birth_date)::integer * 10 $$;
  create function clinic.me() returns clinic.patient language sql stable as
    $$ select patient from clinic.patient where patient.id = clinic.viewer_id() $$;

  alter table clinic.patient enable row level security;
  alter table clinic.visit enable row level security;
  alter table clinic.result enable row level security;
  alter table clinic.treatment enable row level security;
  create policy own on clinic.patient for select to ${roleOf.PATIENT} using (id = clinic.viewer_id());
  create policy own on clinic.visit for select to ${roleOf.PATIENT} using (patient_id = clinic.viewer_id());
  create policy own on clinic.result for select to ${roleOf.PATIENT} using (patient_id = clinic.viewer_id());
  create policy billing on clinic.patient for select to ${roleOf.CLERK} using (true);
  create policy billing on clinic.visit to ${roleOf.CLERK} using (true);
  create policy own on clinic.treatment for select to ${roleOf.PHYSICIAN} using (physician_id = clinic.viewer_id());
  create policy treated on clinic.patient for select to ${roleOf.PHYSICIAN}
    using (exists (select from clinic.treatment where treatment.patient_id = patient.id));
  create policy treated on clinic.visit for select to ${roleOf.PHYSICIAN}
    using (exists (select from clinic.treatment where treatment.patient_id = visit.patient_id));
  create policy treated on clinic.result for select to ${roleOf.PHYSICIAN}
    using (exists (select from clinic.treatment where treatment.patient_id = result.patient_id));

  grant usage on schema clinic to ${[...Object.values(roleOf), anonymousRole].join(', ')};
  grant select on clinic.patient, clinic.visit, clinic.result to ${roleOf.PATIENT};
  grant select (id, name, phone, insurance_number) on clinic.patient to ${roleOf.CLERK};
  grant select (id, patient_id, at, fee), update (fee) on clinic.visit to ${roleOf.CLERK};
  grant select (id, name, birth_date, phone, note) on clinic.patient to ${roleOf.PHYSICIAN};
  grant select (id, patient_id, at, reason) on clinic.visit to ${roleOf.PHYSICIAN};
  grant select on clinic.result, clinic.treatment to ${roleOf.PHYSICIAN};`;
