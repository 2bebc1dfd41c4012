import { createHash } from 'node:crypto';
import { PrivacyError } from '../errors.ts';
import type { RowScope } from '../generated/schema.ts';
import { readableCode, readCode } from '../readable-code.ts';
import { sql } from '../sql.ts';
import type { Reader } from './reader.ts';
import { residentInScope, type Viewer } from './scope.ts';

/** Hours that a claim code can be used: long enough to go home and register. */
const hours = 24;
/** Groups of a code, of 20 bits each: nobody guesses 140. */
const groups = 7;

/**
 * Makes a claim code.
 * @param ids two random UUIDs: 244 random bits
 */
export function claimCodeOf(...ids: readonly [string, string]): string {
  return readableCode(createHash('sha256').update(ids.join(' ')).digest(), groups);
}

/** What is stored of a claim code. @param typed as somebody typed it */
export function claimCodeDigest(typed: string): Buffer {
  return createHash('sha256').update(readCode(typed)).digest();
}

/**
 * Stores the claim code of the resident whom the viewer serves, in place of an earlier one.
 * @returns until when it can be used
 * @throws PrivacyError NOT_FOUND if the encounter does not serve that resident, such as a minor of the home, whose code a parent could
 *   use
 */
export async function writeClaimCode(
  { database, now }: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  residentId: string,
  code: string,
): Promise<Date> {
  const { rows: served } = await sql`
    select from recreation.resident resident join recreation.encounter encounter on encounter.resident_id = resident.id
    where resident.id = ${residentId}::uuid and encounter.id = ${viewer.caseId ?? null}::uuid and ${residentInScope(scope, viewer)}`.execute(
    database,
  );
  if (served.length === 0 || viewer.principalId === undefined) throw new PrivacyError('NOT_FOUND');
  const until = new Date(now.getTime() + hours * 60 * 60 * 1_000);
  await sql`
    select identity.issue_claim_code(${residentId}::uuid, ${claimCodeDigest(code)}, ${viewer.principalId}::uuid, ${until})`.execute(
    database,
  );
  return until;
}
