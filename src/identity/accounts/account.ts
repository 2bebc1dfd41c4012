import { sql, type Database } from '../../sql.ts';

/** Whose account it is. */
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

/** Finds an account by its id or its normalised address. */
export async function findAccount(
  database: Database,
  by: { readonly id: string } | { readonly email: string },
): Promise<Account | undefined> {
  const isIt = 'id' in by ? sql`id = ${by.id}::uuid` : sql`email = ${by.email}`;
  const { rows } = await sql<Account>`
    select id as "accountId", resident_id as "residentId", employee_id as "employeeId", email, password_hash as "passwordHash",
      disabled_at is not null as "isDisabled", epoch
    from identity.account where ${isIt}`.execute(database);
  return rows[0];
}

/**
 * The id that a person has as a resident. Without a record, a new one that the resident registers will have the id of the account.
 * @returns undefined for an employee without a record: an employee's own account registers nobody
 */
export function residentIdOf({ accountId, residentId, employeeId }: Person): string | undefined {
  return residentId ?? (employeeId === null ? accountId : undefined);
}
