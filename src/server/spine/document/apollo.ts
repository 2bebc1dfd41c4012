import { ApolloServer, HeaderMap, type ApolloServerPlugin, type GraphQLRequest } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { OperationTypeNode, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { createDocumentStore } from '../../../engine/document/document-store.ts';
import { documentLimits } from '../../../engine/document/limits.ts';
import type { ChosenOperation } from '../../../engine/plan/plan.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Result } from '../result.ts';
import { showError } from '../answer/show-error.ts';

/** The steps around Apollo Server's preparation of an operation. */
export interface PreparationSteps {
  /** Called with each document that Apollo Server has not validated before. An error that it throws ends the request. */
  readonly beforeValidating: (document: DocumentNode) => void;
  /** Called with a document that does not fit the schema. It says why. */
  readonly describeInvalid: (document: DocumentNode) => readonly GraphQLFormattedError[];
  /** Called after parsing, and after validating: the time since the last call is charged to the principal. */
  readonly pay: () => void;
}

/** The chosen operation, or why there is none. */
export type Prepared = { readonly operation: ChosenOperation } | { readonly result: Result };

/** Apollo Server's context value. Resolvers get another one, from the pipeline. */
interface ApolloContext {
  readonly steps: PreparationSteps;
  /** Ends the request with this error. Apollo Server hides what a plugin throws before it validates. */
  readonly refuse: (error: unknown) => void;
  /** The progress of Apollo Server. A separate object, because Apollo Server copies the context value. */
  readonly reached: {
    /** Undefined: it was not parsed, or validated before. */
    document?: DocumentNode;
    operation?: ChosenOperation;
  };
}

export type Apollo = ApolloServer<ApolloContext>;

/** Makes the Apollo Server that parses, validates and keeps documents, and chooses the operation. */
export function createApollo(schema: GraphQLSchema, log: Logger): Apollo {
  return new ApolloServer<ApolloContext>({
    schema,
    // Introspection is answered from the role's view; see introspect.ts.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens: documentLimits.tokens },
    documentStore: createDocumentStore(),
    formatError: showError(log),
    // Apollo's own log lines quote messages; ours are in show-error.ts and app.ts.
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    plugins: [
      // This would instrument every field and double the time of execution.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      lifecycle,
    ],
  });
}

/** The most errors of one invalid document that are reported. */
const mostErrors = 5;

/** The one plugin: where in Apollo Server's lifecycle each step is called. */
const lifecycle: ApolloServerPlugin<ApolloContext> = {
  async requestDidStart() {
    return {
      async validationDidStart({ document, contextValue }) {
        contextValue.reached.document = document;
        contextValue.steps.pay();
        try {
          contextValue.steps.beforeValidating(document);
        } catch (error) {
          contextValue.refuse(error);
          throw error;
        }
      },
      async didResolveOperation({ operation }) {
        // Apollo calls this without an operation if the document has several and the request names none.
        if (!operation) throw new PrivacyError('OPERATION_UNKNOWN');
        if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw new PrivacyError('OPERATION_UNSUPPORTED');
      },
      // Where an executor would be called. Apollo's `gateway` option would call one as well, but makes an object with accessors for it, and
      // V8 keeps those, with the whole request behind them, until everything is swept: that cost more than executing (docs/performance.md).
      async responseForOperation({ document, operation, queryHash, request: { variables = {} }, contextValue }) {
        contextValue.reached.operation = { document, documentHash: queryHash!, operation, variables };
        return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: {} } };
      },
    };
  },
};

/**
 * Parses and validates a document with Apollo Server, and chooses the operation. It executes nothing.
 * @throws whatever `beforeValidating` throws
 */
export function prepareOperation(apollo: Apollo, request: GraphQLRequest, steps: PreparationSteps): Promise<Prepared> {
  return new Promise((resolve, reject) => {
    prepare(apollo, request, { steps, refuse: reject, reached: {} }).then(resolve, reject);
  });
}

async function prepare(apollo: Apollo, request: GraphQLRequest, contextValue: ApolloContext): Promise<Prepared> {
  const { steps, reached } = contextValue;
  const { http, body } = await apollo.executeOperation(request, { contextValue });
  steps.pay();
  const { operation, document } = reached;
  if (operation) return { operation };
  if (body.kind !== 'single') throw new PrivacyError('INTERNAL');
  const told = (body.singleResult.errors ?? []).slice(0, mostErrors);
  const isInvalid = document !== undefined && told[0]?.extensions?.['code'] === 'DOCUMENT_INVALID';
  const described = isInvalid ? steps.describeInvalid(document) : [];
  steps.pay();
  return { result: { data: undefined, errors: described.length > 0 ? described : told, status: http.status } };
}
