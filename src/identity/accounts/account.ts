import { sql, type Database, type Sql } from '../../platform/sql/sql.ts';

/** The owner of the account. */
export interface Person {
  readonly accountId: string;
  /** The record that a claim code tied to it. */
  readonly residentId: string | null;
  readonly employeeId: string | null;
}

/** An account as a sign-in reads it. */
export interface Account extends Person {
  /** Normalised. */
  readonly email: string;
  readonly passwordHash: string | null;
  readonly isDisabled: boolean;
  /** See `SignedIn`. */
  readonly epoch: number;
}

/** Finds an account by its id, its normalised address, or the id of a session that has not ended: its epoch is then that of the session. */
export async function findAccount(
  database: Database,
  by: { readonly id: string } | { readonly email: string } | { readonly session: string },
): Promise<Account | undefined> {
  const isIt = 'id' in by ? sql`id = ${by.id}::uuid` : 'email' in by ? sql`email = ${by.email}` : isOf(by.session);
  const { rows } = await sql<Account>`
    select id as "accountId", resident_id as "residentId", employee_id as "employeeId", email, password_hash as "passwordHash",
      disabled_at is not null as "isDisabled", epoch
    from identity.account where ${isIt}`.execute(database);
  return rows[0];
}

function isOf(session: string): Sql {
  return sql`id = (select account_id from identity.session where session.id = ${session}::uuid and ended_at is null)`;
}

/**
 * The id that a person has as a resident. Without a record, a new one that the resident registers will have the id of the account.
 * @returns undefined for an employee without a record: an employee's own account registers no one
 */
export function residentIdOf({ accountId, residentId, employeeId }: Person): string | undefined {
  return residentId ?? (employeeId === null ? accountId : undefined);
}
