import { rows, sql, type RequestContext, type Sql, type Subjects } from '../../../../src/server/library/index.ts';

/** The patients, and how a caller is related to each of them. */
export const subjects: Subjects = {
  patient: {
    from: 'clinic.patient',
    relationships: {
      SELF: ({ principalId }) => sql`subject.id = ${principalId}::uuid`,
      IN_TREATMENT: ({ principalId }) => sql`exists (
        select from clinic.treatment where treatment.physician_id = ${principalId}::uuid and treatment.patient_id = subject.id)`,
    },
  },
};

const patient = {
  from: 'clinic.patient',
  subject: 'id',
  columns: {
    id: 'id',
    name: 'name',
    birthDate: 'birth_date',
    generation: sql`extract(decade from item.birth_date)::integer * 10`,
    phone: 'phone',
    insuranceNumber: 'insurance_number',
    note: 'note',
  },
};

export const patients = rows('Patient', { ...patient, order: 'name' });
export const patientsByBirthDate = rows('Patient', { ...patient, order: 'birthDate' });
export const visits = rows('Visit', {
  from: 'clinic.visit',
  subject: 'patient_id',
  columns: { id: 'id', at: sql`to_char(item.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`, reason: 'reason', fee: 'fee' },
  keys: { patient: 'patient_id' },
  order: 'at',
});
export const results = rows('Result', {
  from: 'clinic.result',
  subject: 'patient_id',
  columns: { id: 'id', test: 'test', value: 'value' },
  order: 'test',
});

/** The patients of the argument `filter`. */
export function ofFilter({ filter }: Readonly<Record<string, unknown>>): Sql<boolean> {
  const { name, birthDate, visitReason } = (filter ?? {}) as Readonly<Record<string, string | null | undefined>>;
  return sql.join<boolean>(
    [
      sql`true`,
      ...(name ? [sql`item.name = ${name}`] : []),
      ...(birthDate ? [sql`item.birth_date = ${birthDate}::date`] : []),
      ...(visitReason ? [sql`exists (select from clinic.visit where visit.patient_id = item.id and visit.reason = ${visitReason})`] : []),
    ],
    sql` and `,
  );
}

/** The patients that the caller may know of, for statements that are not of `rows`. */
export function ofCaller({ principal }: RequestContext): Sql<boolean> {
  const role: string = principal.role;
  const id = principal.id ?? null;
  if (role === 'CLERK') return sql`true`;
  if (role === 'PATIENT') return sql`item.id = ${id}::uuid`;
  return sql`exists (select from clinic.treatment where treatment.physician_id = ${id}::uuid and treatment.patient_id = item.id)`;
}
