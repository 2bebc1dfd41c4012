import type { Reader } from '../../engine/rows/reader.ts';
import { sql, type Database } from '../../platform/sql/sql.ts';
import type { DataCategory, Purpose } from '../shared/graphql/generated/schema.ts';
import { mandateKinds } from '../policy/partners/partners.ts';
import { isUuid } from '../../platform/sql/is-uuid.ts';

// How many employees other than the recorder must approve a mandate of each kind (clause `police`: two). A municipality may have no partners.
const neededByKind = sql.lit(
  JSON.stringify(Object.fromEntries(Object.entries(mandateKinds).map(([kind, { approvals }]) => [kind, approvals]))),
);
/** The number of employees other than the recorder who must approve `recreation.mandate mandate`. */
export const approvalsNeeded = sql<number>`coalesce((${neededByKind}::jsonb ->> mandate.kind)::integer, 1)`;

/** The number of employees other than the recorder who have approved `recreation.mandate mandate`. */
export const approvals = sql<number>`(
  select count(*)::int from recreation.mandate_approval approval
  where approval.mandate_id = mandate.id and approval.employee_id <> mandate.recorded_by)`;

/** A mandate's status at an instant, as SQL over `recreation.mandate mandate`. */
export function mandateStatus(now: Date) {
  return sql<string>`case
    when mandate.revoked_at is not null then 'REVOKED'
    when mandate.valid_until <= ${now} then 'EXPIRED'
    when ${approvals} < ${approvalsNeeded} then 'AWAITING_APPROVAL'
    when mandate.valid_from > ${now} then 'NOT_YET_VALID'
    else 'IN_FORCE'
  end`;
}

export interface MandateState {
  readonly purpose: Purpose;
  readonly categories: readonly DataCategory[];
  readonly inForce: boolean;
}

/** Reads the state of a partner's mandate; undefined if the mandate is unknown or another partner's. */
export async function readMandate(reader: Reader, mandateId: string, partnerId: string | undefined): Promise<MandateState | undefined> {
  if (partnerId === undefined || !isUuid(mandateId)) return undefined;
  const { rows } = await sql<{ purpose: Purpose; categories: DataCategory[]; status: string }>`
    select mandate.purpose, mandate.categories, ${mandateStatus(reader.now)} as status
    from recreation.mandate mandate
    where mandate.id = ${mandateId} and mandate.partner_id = ${partnerId}`.execute(reader.database);
  const [row] = rows;
  return row && { purpose: row.purpose, categories: row.categories, inForce: row.status === 'IN_FORCE' };
}

/** Reads the categories of every mandate, by its id. A mandate's categories never change. */
export async function readMandateCategories(database: Database): Promise<ReadonlyMap<string, ReadonlySet<DataCategory>>> {
  const { rows } = await sql<{ id: string; categories: DataCategory[] }>`select id, categories from recreation.mandate`.execute(database);
  return new Map(rows.map(({ id, categories }) => [id, new Set(categories)]));
}
