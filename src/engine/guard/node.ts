import type { Row } from '../rows/row.ts';
import type { GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { asPrivacyError } from '../../platform/errors/errors.ts';
import { notFormed } from '../../platform/errors/not-formed.ts';
import type { Markings } from '../markings/markings.ts';
import { nodeField } from '../markings/node-fields.ts';
import type { EnforcedContext } from '../plan/operation-state.ts';

type Resolver = GraphQLFieldResolver<unknown, EnforcedContext>;

/**
 * Mounts `Query.node`, in place. It has no way to a row of its own: it calls the root fields that find one object by id, with their
 * rules, row scopes and admission, so nothing can be found around them. It calls every one that is open to the principal, whatever
 * the id: an id that did not exist would otherwise take other statements than one that is hidden.
 * @param schema with all other enforcement mounted
 */
export function mountNode(schema: GraphQLSchema, { nodes }: Pick<Markings, 'nodes'>): void {
  const roots = schema.getQueryType()?.getFields() ?? {};
  const node = roots[nodeField.split('.')[1]!];
  if (!node) return;
  const ways = [...nodes].map(([type, coordinate]) => {
    const fieldName = coordinate.split('.')[1]!;
    return { type, coordinate, fieldName, find: roots[fieldName]!.resolve as Resolver };
  });

  node.resolve = async (source, given, context, info): Promise<Row | null> => {
    const { plan, seenSubjects } = context.request;
    const open = ways.filter(({ coordinate }) => plan?.roots.get(coordinate)?.line !== undefined);
    const rows = await Promise.all(
      open.map(async ({ find, fieldName }) => orThrow(await find(source, given, context, asField(info, fieldName)))),
    ).catch(asOfNode);
    const at = rows.findIndex((row) => row !== null && row !== undefined);
    const way = open[at];
    seenSubjects.noteNode(way?.coordinate ?? nodeField);
    return way ? { ...(rows[at] as Row), __typename: way.type } : null;
  };
}

/** The same `info`, but for the name: a resolver that looks up its row scope by the name of its field finds that of the root field. */
function asField(info: GraphQLResolveInfo, fieldName: string): GraphQLResolveInfo {
  return Object.freeze(Object.create(info, { fieldName: { value: fieldName, enumerable: true } })) as GraphQLResolveInfo;
}

/** graphql-shield gives a refusal back. */
function orThrow(value: unknown): unknown {
  if (value instanceof Error) throw value;
  return value;
}

/** @throws PrivacyError the same, with the coordinate of the argument that the client wrote */
function asOfNode(error: unknown): never {
  if (asPrivacyError(error)?.code === 'INPUT_INVALID') throw notFormed({ [`${nodeField}(id:)`]: 'UUID' });
  throw error;
}
