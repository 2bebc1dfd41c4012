import type { Contest } from '../../../engine/application.ts';
import type { Reader } from '../../../engine/rows/reader.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { RowScope } from '../../shared/graphql/generated/schema.ts';
import { claimCodeDigest } from '../../../identity/accounts/joining/claim-code.ts';
import { sql } from '../../../platform/sql/sql.ts';
import { answerDeadline } from '../../requests/answer-deadline.ts';
import { caseNumber } from '../../shared/rows/case-number.ts';
import { independentSince } from '../../staff/independence.ts';
import { residentInScope, type Viewer } from '../../shared/access/scope.ts';

/**
 * Stores the claim code of the resident whom the viewer serves, in place of an earlier one. The resident is told by mail.
 * @param code and the hours for which it can be used
 * @returns until when it can be used
 * @throws PrivacyError NOT_FOUND if the encounter does not serve that resident, such as a minor of the home, whose code a parent could
 *   use
 */
export async function writeClaimCode(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  residentId: string,
  { code, hours }: { readonly code: string; readonly hours: number },
): Promise<Date> {
  const { database, now } = reader;
  const employeeId = await assertServed(reader, scope, viewer, residentId);
  const until = new Date(now.getTime() + hours * 60 * 60 * 1_000);
  await sql`
    select identity.issue_claim_code(${residentId}::uuid, ${claimCodeDigest(code)}, ${employeeId}::uuid, ${now}, ${until})`.execute(
    database,
  );
  return until;
}

/**
 * Confirms, as a second employee, the identity of a resident who has a claim code. The authorization server makes the other code and mails
 * it to the employee.
 * @throws PrivacyError NOT_FOUND if the case does not serve that resident; CONFLICT with a reason if there is no code, or the employee may
 *   not confirm it
 */
export async function writeClaimConfirmation(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  residentId: string,
): Promise<void> {
  const { database, now } = reader;
  const employeeId = await assertServed(reader, scope, viewer, residentId);
  const { rows } = await sql<{ refused: Refused | null }>`
    select identity.confirm_claim(${residentId}::uuid, ${employeeId}::uuid, ${viewer.role}, ${now}::timestamptz,
      ${independentSince(now)}::timestamptz) as refused`.execute(database);
  const reason = rows[0]?.refused;
  if (reason) throw new PrivacyError('CONFLICT', { reason });
}

type Refused = 'CLAIM_CODE_MISSING' | 'OWN_CODE' | 'CONFIRMER_CONNECTED' | 'CONFIRMER_WITHOUT_ACCOUNT';

/**
 * Contests the claim of the record of a resident whom the viewer serves: the account is held, and the privacy office gets a request.
 * @throws PrivacyError NOT_FOUND; CONFLICT if it is contested already, or there is neither a claim nor a code
 */
export async function writeContest(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  residentId: string,
  contest: Pick<Contest, 'requestId' | 'body'>,
): Promise<void> {
  await assertServed(reader, scope, viewer, residentId);
  const reason = await contestClaim(reader, residentId, { ...contest, today: viewer.today, isByLink: false });
  if (reason) throw new PrivacyError('CONFLICT', { reason });
}

/** Contests the claim of a record. @returns the reason why no request is filed: one is open already, or there is nothing to contest */
export async function contestClaim(
  { database, now }: Pick<Reader, 'database' | 'now'>,
  residentId: string,
  { requestId, body, today, isByLink }: Contest,
): Promise<'CLAIM_CONTESTED' | 'CLAIM_MISSING' | null> {
  const { rows } = await sql<{ refused: 'CLAIM_CONTESTED' | 'CLAIM_MISSING' | null }>`
    select identity.contest_claim(${residentId}::uuid, ${requestId}::uuid, ${caseNumber('R', requestId)}, ${body}, ${now}::timestamptz,
      ${answerDeadline(today)}::date, ${isByLink}::boolean) as refused`.execute(database);
  return rows[0]?.refused ?? null;
}

/**
 * Undoes the claim of a record by another person: the account is disconnected, and its sessions and tokens end.
 * @throws PrivacyError NOT_FOUND if the request is not about that resident; CONFLICT if no account has claimed the record, or this request
 *   does not contest the claim
 */
export async function writeUndoneClaim(reader: Reader, scope: RowScope | undefined, viewer: Viewer, residentId: string): Promise<void> {
  const { database, now } = reader;
  const employeeId = await assertServed(reader, scope, viewer, residentId);
  const { rows } = await sql<{ refused: 'CLAIM_MISSING' | 'CLAIM_UNCONTESTED' | null }>`
    select identity.undo_claim(${residentId}::uuid, ${viewer.caseId ?? null}::uuid, ${employeeId}::uuid, ${now}::timestamptz) as refused`.execute(
    database,
  );
  const reason = rows[0]?.refused;
  if (reason) throw new PrivacyError('CONFLICT', { reason });
}

/** @returns the id of the employee whose case is about this resident, and not only about another person of the same home */
async function assertServed({ database }: Reader, scope: RowScope | undefined, viewer: Viewer, residentId: string): Promise<string> {
  const caseId = viewer.caseId ?? null;
  const { rows } = await sql`
    select from recreation.resident resident
    where resident.id = ${residentId}::uuid and ${residentInScope(scope, viewer)} and (
      exists (select from recreation.encounter encounter where encounter.id = ${caseId}::uuid and encounter.resident_id = resident.id)
      or exists (select from recreation.request request where request.id = ${caseId}::uuid and request.resident_id = resident.id))`.execute(
    database,
  );
  if (rows.length === 0 || viewer.principalId === undefined) throw new PrivacyError('NOT_FOUND');
  return viewer.principalId;
}
