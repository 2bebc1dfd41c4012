import { execute, type GraphQLSchema } from 'graphql';
import type { ChosenOperation } from '../../../engine/plan/plan.ts';
import type { Result } from '../result.ts';

/** Answers an operation that asks only for the schema, from a role's view of it. */
export async function introspect(view: GraphQLSchema, { document, operation, variables }: ChosenOperation): Promise<Result> {
  const { data } = await execute({ schema: view, document, operationName: operation.name?.value, variableValues: variables });
  return { data: data ?? null, errors: [], status: undefined };
}
