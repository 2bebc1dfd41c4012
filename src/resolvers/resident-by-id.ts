import type { RequestContext } from '../context.ts';
import { dayOf } from '../records/reader.ts';
import { readResidentsById } from '../records/residents.ts';
import type { Row } from '../records/row.ts';
import { fieldsOf } from './asking.ts';

/** The resident that a row leads to, in one batch for all rows of a level, whatever the scope: the guard decides what is seen. */
export function residentById(request: RequestContext, id: unknown): Promise<Row | null> | null {
  if (typeof id !== 'string') return null;
  return request.loaders.load<Row>('Resident', id, (ids) =>
    readResidentsById(request.reader, ids, fieldsOf(request, 'Resident', 'Address'), dayOf(request.now)),
  );
}
