import type { GraphQLRequestContextResponseForOperation, GraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { execute } from 'graphql';
import type { GraphQLContext } from '../context.ts';
import type { Exchange } from './exchange.ts';
import type { Parts } from './parts.ts';

/**
 * Answers an operation that asks only for the schema, from a view of it that holds what the role
 * could use for some purpose. Everything else is executed as usual.
 */
export async function introspect(
  parts: Parts,
  { request }: Exchange,
  { document, operationName, request: asked }: GraphQLRequestContextResponseForOperation<GraphQLContext>,
): Promise<GraphQLResponse | null> {
  if (!request.plan?.introspection) return null;
  const { data } = await execute({
    schema: parts.views(request.principal.role),
    document,
    operationName,
    variableValues: asked.variables,
  });
  return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: data ?? null } } };
}
