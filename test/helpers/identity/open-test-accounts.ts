import { people } from '../../../src/town/staff/people.ts';
import { randomUUID } from 'node:crypto';
import { openSmallPool, type SmallPool } from '../../../src/platform/postgres/connections/open-small-pool.ts';
import type { Accounts } from '../../../src/identity/accounts/accounts.ts';
import { openAccounts } from '../../../src/identity/accounts/open-accounts.ts';
import { hashPassword, openPasswords, type Passwords } from '../../../src/identity/accounts/passwords/passwords.ts';
import type { SelfService } from '../../../src/identity/accounts/self-service.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { testCalendar } from '../time/calendar.ts';
import { testNow, type TestDatabase } from '../database/cluster.ts';
import { patientDeadlines } from '../gateway/patient-deadlines.ts';

/** The cost of hashes in tests that hash many passwords. */
export const cheap = { memory: 64, passes: 1, parallelism: 1 };

/** A password that no other account has. */
export const goodPassword = 'correct horse battery';

/** Stands for the keyed digests of a process. */
export const plain = (kind: string, text: string): string => `${kind} ${text}`;

/** Accounts of a test's database, as the role of the authorization server. */
export interface TestAccounts extends Accounts, SelfService {
  readonly pool: SmallPool;
  stop(): Promise<void>;
}

/** @param passwords default: cheap hashes */
export function openTestAccounts(
  database: TestDatabase,
  now = (): Date => testNow,
  passwords: Passwords = openPasswords(cheap),
): TestAccounts {
  const pool = openSmallPool(database.roles.identity, patientDeadlines);
  return {
    ...openAccounts({
      database: pool,
      calendar: testCalendar,
      policy: policyInForce,
      people,
      disguise: plain,
      workMailDomains: ['town.example'],
      now,
      passwords,
    }),
    pool,
    stop: () => pool.stop(),
  };
}

/** The properties of a test's account; by default a verified address and a password. */
interface Given {
  readonly email: string;
  readonly password?: string | null;
  readonly residentId?: string;
  readonly employeeId?: string;
  readonly disabled?: boolean;
}

/** Stores an account. @returns its id */
export async function storeAccount({ asOwner }: TestDatabase, given: Given): Promise<string> {
  const id = randomUUID();
  const { email, password = goodPassword, residentId = null, employeeId = null, disabled = false } = given;
  const hash = password === null ? null : await hashPassword(password, cheap);
  await asOwner(
    `insert into identity.account (id, email, email_verified_at, password_hash, resident_id, employee_id, created_at, disabled_at)
     values ($1, $2, $3, $4, $5, $6, $3, case when $7 then $3::timestamptz end)`,
    [id, email, testNow, hash, residentId, employeeId, disabled],
  );
  return id;
}
