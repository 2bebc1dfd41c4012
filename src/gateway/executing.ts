import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { GraphQLContext } from '../context.ts';
import { PrivacyError } from '../errors.ts';
import { createExecutor, type Executor } from '../execution/executor.ts';

/** Apollo's one opening for an executor of one's own: a gateway that never loads anything else. */
export function executing(
  schema: GraphQLSchema,
  execute: Executor = createExecutor(schema),
): ApolloServerOptionsWithGateway<GraphQLContext>['gateway'] {
  return {
    load: async () => ({
      executor: async ({ document, operation, context }) => {
        // Apollo's type leaves out what it hands on: the context value.
        const { plan } = (context as GraphQLContext).request;
        if (!plan) throw new PrivacyError('INTERNAL');
        return execute(document, operation, plan.variables, context, plan.standing);
      },
    }),
    onSchemaLoadOrUpdate(tell) {
      tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: async () => undefined,
  };
}
