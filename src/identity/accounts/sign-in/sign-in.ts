import { sql, type Database } from '../../../platform/sql/sql.ts';
import { findAccount, residentIdOf, type Person } from '../account.ts';
import type { AccountDatabase } from '../account-database.ts';
import type { Origin, SignInResult, Capacity } from '../accounts.ts';
import { passwordAcr, type Acr } from '../passkeys/assurance.ts';
import { isPasswordLength, type Passwords } from '../passwords/passwords.ts';
import type { Journal } from '../journal/journal.ts';
import { rememberBrowser, type SignInThrottle } from './sign-in-throttle.ts';
import { normalizeEmail } from '../../../platform/mail/normalize-email.ts';
import { isAssured, purposesOf } from '../../../engine/policy/decision/enter.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { rolesOf } from '../../../engine/policy/declaration/vocabulary.ts';
import { purposesWithin } from '../../../engine/purpose/purposes-within.ts';

/** The dependencies of signing in with a password. */
export interface SignInNeeds {
  readonly database: AccountDatabase;
  readonly throttle: SignInThrottle;
  readonly passwords: Passwords;
  readonly journal: Journal;
  readonly now: () => Date;
}

/** The longest text that is taken for a mail address. */
const longestEmail = 320;

/** Signs in with a password; see `Accounts.signIn`. @throws PrivacyError LOG_UNAVAILABLE: no one is signed in without an entry */
export async function signIn(needs: SignInNeeds, given: string, password: string, from: Origin): Promise<SignInResult> {
  const { database, throttle, passwords, journal, now } = needs;
  // An invalid mail address is treated like one without an account.
  const email = normalizeEmail(given) ?? given.slice(0, longestEmail);
  const counted = await throttle.count(email, from);
  if (counted.kind === 'throttled') return counted;
  const { holder } = counted;
  const account = await findAccount(database, { email });
  const hash = account?.passwordHash ?? passwords.dummy;
  const verified = isPasswordLength(password) ? await passwords.verify(password, hash, holder) : false;
  if (verified === 'OVERDUE') return { kind: 'throttled', seconds: passwords.retryAfter };
  if (!account || account.isDisabled || account.passwordHash === null || !verified) {
    await journal.failed(database, 'sign-in-failed', account, now());
    return { kind: 'refused' };
  }
  await journal.own(database, 'sign-in', account, now());
  await throttle.forgive(email, from);
  if (from.browser !== undefined) await rememberBrowser(database, account.accountId, from.browser, now());
  const renewed = await passwords.renew(password, hash, holder);
  if (renewed !== undefined) {
    await sql`
      update identity.account set password_hash = ${renewed} where id = ${account.accountId}::uuid and password_hash = ${hash}`.execute(
      database,
    );
  }
  return { kind: 'signed-in', accountId: account.accountId, epoch: account.epoch, acr: passwordAcr, amr: ['pwd'] };
}

interface Found extends Person {
  readonly hasEnded: boolean;
  readonly roles: readonly string[];
  readonly reviewsLog: boolean;
  readonly onRecord: boolean;
}

/** In what an account may act now; see `Accounts.capacities`. */
export async function readCapacities(
  database: Database,
  policy: Policy,
  accountId: string,
  acr: Acr = passwordAcr,
  epoch?: number,
): Promise<Capacity[]> {
  const { rows } = await sql<Found>`
    select account.id as "accountId", account.resident_id as "residentId", account.employee_id as "employeeId",
      coalesce(record.has_ended, false) or exists (select from identity.held where held.id = account.id) as "hasEnded", coalesce(employment.roles, '{}') as roles,
      coalesce(employment.reviews_log, false) as "reviewsLog", employment.resident_id is not null as "onRecord"
    from identity.account account
    left join identity.record record on record.id = coalesce(account.resident_id, account.id)
    left join identity.employment employment on employment.id = account.employee_id
    where account.id = ${accountId}::uuid and account.disabled_at is null
      and account.epoch = coalesce(${epoch ?? null}::integer, account.epoch)`.execute(database);
  const [found] = rows;
  const { vocabulary } = policy;
  if (!found) return [];
  const residentId = found.hasEnded ? undefined : residentIdOf(found);
  const capacities = [
    ...(residentId === undefined ? [] : rolesOf(vocabulary, 'DATA_SUBJECT').map((role) => ({ role, principalId: residentId }))),
    ...rolesOf(vocabulary, 'EMPLOYEE').flatMap((role) =>
      found.employeeId !== null && found.roles.includes(role) ? [{ role, principalId: found.employeeId }] : [],
    ),
  ];
  return capacities
    .filter(({ role }) => isAssured(vocabulary, role, acr))
    .map((one) => ({ ...one, purposes: purposesWithin(vocabulary, purposesOf(policy, one.role), found) }));
}
