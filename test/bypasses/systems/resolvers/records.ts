import pg from 'pg';
import type { Viewer } from '../../clinic/people.ts';

export interface Patient {
  readonly kind: 'Patient';
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
  readonly phone: string | null;
  readonly insuranceNumber: string | null;
  readonly note: string | null;
}
export interface Visit {
  readonly kind: 'Visit';
  readonly id: string;
  readonly patientId: string | null;
  readonly at: string;
  readonly reason: string;
  readonly fee: number;
}
export interface Result {
  readonly kind: 'Result';
  readonly id: string;
  readonly patientId: string;
  readonly test: string;
  readonly value: number;
}
export interface PatientFilter {
  readonly name?: string | null;
  readonly birthDate?: string | null;
  readonly visitReason?: string | null;
}

const patient = `select 'Patient' as kind, id, name, birth_date::text as "birthDate", phone, insurance_number as "insuranceNumber", note
  from clinic.patient item`;
const visit = `select 'Visit' as kind, id, patient_id as "patientId", at::text, reason, fee from clinic.visit item`;
const result = `select 'Result' as kind, id, patient_id as "patientId", test, value from clinic.result item`;
const ofFilter = `($3::text is null or name = $3) and ($4::date is null or birth_date = $4)
  and ($5::text is null or exists (select from clinic.visit where visit.patient_id = item.id and visit.reason = $5))`;

/** The rows that a caller may know of. @param column with the id of the patient */
const ofCaller = (column: string): string => `($1 = 'CLERK' or $1 = 'PATIENT' and ${column} = $2
  or $1 = 'PHYSICIAN' and exists (select from clinic.treatment where physician_id = $2 and patient_id = ${column}))`;
const callerOf = (viewer: Viewer | undefined): unknown[] => [viewer?.role ?? null, viewer?.id ?? null];

/** Statements for systems whose application writes its own resolvers. Lists and numbers are of the caller’s rows; a row by its id is any. */
export type Records = ReturnType<typeof openRecords>;

/** @param url connection string */
export function openRecords(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  // The pool has the parsers of the driver: a date is text in the statements.
  const all = async <Row>(text: string, values: readonly unknown[]): Promise<readonly Row[]> =>
    (await pool.query(text, [...values])).rows as readonly Row[];
  const ofFilterValues = ({ name, birthDate, visitReason }: PatientFilter): unknown[] => [
    name ?? null,
    birthDate ?? null,
    visitReason ?? null,
  ];
  return {
    patients: (viewer: Viewer | undefined, filter: PatientFilter, orderBy: string) =>
      all<Patient>(`${patient} where ${ofCaller('id')} and ${ofFilter} order by ${orderBy === 'BIRTH_DATE' ? 'birth_date' : 'name'}`, [
        ...callerOf(viewer),
        ...ofFilterValues(filter),
      ]),
    patientCount: async (viewer: Viewer | undefined, filter: PatientFilter): Promise<number> => {
      const text = `select count(*)::integer as count from clinic.patient item where ${ofCaller('id')} and ${ofFilter}`;
      const [found] = await all<{ count: number }>(text, [...callerOf(viewer), ...ofFilterValues(filter)]);
      return found?.count ?? 0;
    },
    patient: async (id: string | null): Promise<Patient | undefined> => (await all<Patient>(`${patient} where id = $1`, [id]))[0],
    visits: (viewer: Viewer | undefined) => all<Visit>(`${visit} where ${ofCaller('patient_id')} order by at`, callerOf(viewer)),
    visit: async (id: string): Promise<Visit | undefined> => (await all<Visit>(`${visit} where id = $1`, [id]))[0],
    visitsOf: (patientId: string) => all<Visit>(`${visit} where patient_id = $1 order by at`, [patientId]),
    // The billing office may not know of results.
    results: (viewer: Viewer | undefined) =>
      all<Result>(`${result} where $1 <> 'CLERK' and ${ofCaller('patient_id')} order by test`, callerOf(viewer)),
    result: async (id: string): Promise<Result | undefined> => (await all<Result>(`${result} where id = $1`, [id]))[0],
    resultsOf: (patientId: string) => all<Result>(`${result} where patient_id = $1 order by test`, [patientId]),
    treats: async ({ id }: Viewer, patientId: string): Promise<boolean> =>
      (await all('select from clinic.treatment where physician_id = $1 and patient_id = $2', [id, patientId])).length > 0,
    setFee: async (id: string, fee: number, ifReason: string | null): Promise<boolean> => {
      const text = 'update clinic.visit set fee = $2 where id = $1 and ($3::text is null or reason = $3) returning id';
      return (await all(text, [id, fee, ifReason])).length > 0;
    },
    stop: () => pool.end(),
  };
}
