import type { Reader } from '../../engine/rows/reader.ts';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { PrivacyRequest } from '../shared/graphql/generated/schema.ts';
import { readCode } from '../../platform/random/readable-code.ts';
import { sql } from '../../platform/sql/sql.ts';
import { privacyRequestStatus, readPrivacyRequestOfSender } from './privacy-requests.ts';
import type { Pseudonyms } from '../../engine/rows/pseudonyms.ts';
import type { Row } from '../shared/rows/row.ts';
import { stateCode } from './senders/state-code.ts';

/** If the number is unknown, this code of no request is compared, so the time is the same. */
const nobody = '00000000-0000-4000-8000-000000000000';

/**
 * Reads the state of a request of a sender without an account.
 * @param number as it was typed
 * @param code as it was typed
 * @returns undefined if they do not belong together; the same statement runs for an unknown number
 */
export async function readRequestState(
  reader: Reader,
  pseudonyms: Pick<Pseudonyms, 'identify'>,
  number: string,
  code: string,
): Promise<Row<PrivacyRequest> | undefined> {
  const { rows } = await sql<Row<PrivacyRequest>>`
    select request.id, request.number, request.kind, ${privacyRequestStatus} as status, request.filed_at as "filedAt",
      request.due_on::text as "dueOn", request.answered_at as "answeredAt", request.withdrawn_at as "withdrawnAt",
      request.reopened_at as "reopenedAt"
    from recreation.request request
    where request.number = ${numberFrom(number)} and request.resident_id is null`.execute(reader.database);
  return ifRight(rows[0], pseudonyms, code);
}

/**
 * Reads a request of a sender without an account, with its texts.
 * @param number as it was typed
 * @param code as it was typed
 * @returns undefined as `readRequestState`
 */
export async function readRequestByCode(
  reader: Reader,
  pseudonyms: Pick<Pseudonyms, 'identify'>,
  number: string,
  code: string,
  fields: ReadonlySet<string>,
): Promise<Row<PrivacyRequest> | undefined> {
  return ifRight(await readPrivacyRequestOfSender(reader, numberFrom(number), fields), pseudonyms, code);
}

function ifRight(
  found: Row<PrivacyRequest> | undefined,
  pseudonyms: Pick<Pseudonyms, 'identify'>,
  code: string,
): Row<PrivacyRequest> | undefined {
  const isRight = timingSafeEqual(digest(stateCode(pseudonyms, found ? String(found.id) : nobody)), digest(code));
  return isRight ? found : undefined;
}

function numberFrom(typed: string): string {
  return typed.trim().toUpperCase();
}

function digest(code: string): Buffer {
  return createHash('sha256').update(readCode(code)).digest();
}
