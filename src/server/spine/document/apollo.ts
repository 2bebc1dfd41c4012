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
import type { Executed } from '../executed.ts';
import { showError } from '../answer/show-error.ts';

/** The pipeline's steps that Apollo Server calls while it has an operation. */
export interface OperationSteps {
  /** Called with each document that Apollo Server has not validated before. An error that it throws ends the request. */
  readonly beforeValidating: (document: DocumentNode) => void;
  /** Called with a document that does not fit the schema. It says why. */
  readonly describeInvalid: (document: DocumentNode) => readonly GraphQLFormattedError[];
  /** Called with the operation to execute. It never rejects: a refusal is a result. */
  readonly execute: (operation: ChosenOperation) => Promise<Executed>;
}

/** Apollo Server's context value. Resolvers get another one, from the pipeline. */
interface ApolloContext {
  readonly steps: OperationSteps;
  /** Ends the request with this error. Apollo Server hides what a plugin throws before it validates. */
  readonly refuse: (error: unknown) => void;
  /** Takes the document that is about to be validated. */
  readonly noteDocument: (document: DocumentNode) => void;
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

/** Errors of one invalid document that are told. The others are of its own making. */
const mostErrors = 5;

/** The one plugin: where in Apollo Server's lifecycle each step of the pipeline is called. */
const lifecycle: ApolloServerPlugin<ApolloContext> = {
  async requestDidStart() {
    return {
      async validationDidStart({ document, contextValue }) {
        contextValue.noteDocument(document);
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
      // Apollo's `gateway` option would call an executor as well, but makes an object with accessors for it, and V8 keeps
      // those, with the whole request behind them, until everything is swept: that cost more than executing (docs/performance.md).
      async responseForOperation({ document, operation, queryHash, request: { variables = {} }, contextValue }) {
        const { result } = await contextValue.steps.execute({ document, documentHash: queryHash!, operation, variables });
        const { data, errors, status } = result;
        const singleResult = { ...(data !== undefined && { data }), ...(errors.length > 0 && { errors }) };
        const http = { headers: new HeaderMap(), ...(status !== undefined && { status }) };
        return { http, body: { kind: 'single', singleResult } };
      },
    };
  },
};

/**
 * Hands one operation to Apollo Server.
 * @returns the result of `execute`, or a refusal if Apollo Server did not reach it
 * @throws whatever `beforeValidating` throws
 */
export function runOperation(apollo: Apollo, request: GraphQLRequest, steps: OperationSteps): Promise<Executed> {
  return new Promise((resolve, reject) => {
    run(apollo, request, steps, reject).then(resolve, reject);
  });
}

async function run(
  apollo: Apollo,
  request: GraphQLRequest,
  { execute, ...others }: OperationSteps,
  refuse: (error: unknown) => void,
): Promise<Executed> {
  let executed: Executed | undefined;
  let validated: DocumentNode | undefined;
  const steps: OperationSteps = { ...others, execute: async (operation) => (executed = await execute(operation)) };
  const noteDocument = (document: DocumentNode): void => void (validated = document);
  const { http, body } = await apollo.executeOperation(request, { contextValue: { steps, refuse, noteDocument } });
  if (executed) return executed;
  if (body.kind !== 'single') throw new PrivacyError('INTERNAL');
  const told = (body.singleResult.errors ?? []).slice(0, mostErrors);
  const isInvalid = validated !== undefined && told[0]?.extensions?.['code'] === 'DOCUMENT_INVALID';
  const described = isInvalid ? others.describeInvalid(validated!) : [];
  const errors = described.length > 0 ? described : told;
  return { result: { data: undefined, errors, status: http.status }, planned: undefined };
}
