import type { Reader } from '../../engine/rows/reader.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { RowScope } from '../shared/graphql/generated/schema.ts';
import { sql } from '../../platform/sql/sql.ts';
import { markServed } from './encounter-writes.ts';
import { residentInScope, type Viewer } from '../shared/access/scope.ts';

/**
 * Gives a resident within a scope another card number. The former number then finds no resident.
 * @param seed a random UUID, from which the number is made
 * @throws PrivacyError NOT_FOUND if the resident is unknown or out of scope
 */
export async function writeNewCard(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  residentId: string,
  seed: string,
): Promise<void> {
  const { rows } = await sql`
    update recreation.resident resident
    set card_number = recreation.card_number(${seed}::uuid), card_since = greatest(${reader.now}::timestamptz, card_since + interval '1 microsecond')
    where resident.id = ${residentId}::uuid and ${residentInScope(scope, viewer)} returning resident.id`.execute(reader.database);
  if (rows.length === 0) throw new PrivacyError('NOT_FOUND');
  if (scope === 'ENCOUNTER') await markServed(reader, viewer);
}
