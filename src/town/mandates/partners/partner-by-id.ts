import type { RequestContext } from '../../../engine/request-context.ts';
import type { Partner } from '../../shared/graphql/generated/schema.ts';
import { readPartnersById } from './partners.ts';
import type { Row } from '../../shared/rows/row.ts';

/** Loads the partner that a row refers to, in one batch for all rows of a level. */
export function partnerById(request: RequestContext, id: unknown): Promise<Row<Partner> | null> | null {
  if (typeof id !== 'string') return null;
  return request.loaders.load<Row<Partner>>('Partner', id, (ids) => readPartnersById(request.reader, ids));
}
