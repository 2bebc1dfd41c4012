import { getNamedType, isAbstractType, isObjectType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import type { Markings } from '../../markings.ts';

/** The types of a root field's rows. */
export interface RowTypes {
  /** The first types with `@dataSubject` on each path down from the returned type. */
  readonly rows: readonly string[];
  /** Every type on the way to those, and those themselves: connections, edges, payloads, unions. */
  readonly passed: readonly string[];
}

/** Finds the row types of a root field, through types without a data subject of their own. */
export function rowTypes(schema: GraphQLSchema, markings: Markings, returned: GraphQLNamedType): RowTypes {
  const rows: string[] = [];
  const passed = new Set<string>();
  const visit = (type: GraphQLNamedType): void => {
    if (passed.has(type.name)) return;
    passed.add(type.name);
    if (isAbstractType(type)) for (const possible of schema.getPossibleTypes(type)) visit(possible);
    if (!isObjectType(type)) return;
    if (markings.subjects.has(type.name)) rows.push(type.name);
    else for (const field of Object.values(type.getFields())) visit(getNamedType(field.type));
  };
  visit(returned);
  return { rows, passed: [...passed] };
}
