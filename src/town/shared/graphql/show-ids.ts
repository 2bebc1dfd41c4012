import { getNamedType, GraphQLID, isObjectType, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '../../../engine/request-context.ts';
import type { Row } from '../rows/row.ts';
import { shownId } from './viewer.ts';

/**
 * Gives every field of type ID without a resolver one that shows the id as the principal sees it, in place. So a field that is added later
 * does not show a partner the id that others have.
 */
export function showIds(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (getNamedType(field.type) !== GraphQLID || field.resolve) continue;
      field.resolve = (row: Row, _arguments, { request }: { readonly request: RequestContext }) => {
        const id = row[field.name];
        return Array.isArray(id) ? id.map((one) => shownId(request, one)) : shownId(request, id);
      };
    }
  }
}
