import type { RequestContext } from '../../engine/request-context.ts';
import type { Resident } from '../shared/graphql/generated/schema.ts';
import { readResidentsById } from './residents.ts';
import type { Row } from '../shared/rows/row.ts';
import { fieldsOf } from '../shared/graphql/viewer.ts';

// No resident has this id (the nil UUID of RFC 9562).
const nilId = '00000000-0000-0000-0000-000000000000';

/**
 * Loads the resident that a row refers to, in one batch for all rows of a level and in any scope. The guard decides what is shown.
 * A row without a resident runs the same statement as one with a hidden resident.
 */
export function residentById(request: RequestContext, id: unknown): Promise<Row<Resident> | null> {
  return request.loaders.load<Row<Resident>>('Resident', typeof id === 'string' ? id : nilId, (ids) =>
    readResidentsById(request.reader, ids, fieldsOf(request, 'Resident', 'Address'), request.reader.today),
  );
}
