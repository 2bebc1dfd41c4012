import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
  ApolloServerPluginSchemaReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { PrivacyError } from '../errors.ts';
import type { Draft, Exchange, ExchangeContext } from './exchange.ts';
import { executing } from './executing.ts';
import { finish } from './finish.ts';
import { introspect } from './introspect.ts';
import type { Parts } from './parts.ts';
import { prepare } from './prepare.ts';
import { showError } from './show-error.ts';

/** The Apollo Server that executes stages 2 to 7. */
export function createApollo(parts: Parts): ApolloServer<ExchangeContext> {
  return new ApolloServer<ExchangeContext>({
    gateway: executing(parts.schema, parts.executor),
    // Introspection is answered from the role's view; see introspect.ts.
    introspection: true,
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens: 15_000 },
    formatError: showError(parts.log),
    // Apollo's own log lines quote messages; ours are in showError and release.
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    plugins: [
      // It instruments every field and doubles the time of execution.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      stages(parts),
    ],
  });
}

/** The one plugin: where in Apollo's lifecycle each stage has its place. */
function stages(parts: Parts): ApolloServerPlugin<ExchangeContext> {
  return {
    async requestDidStart() {
      return {
        didResolveOperation: (chosen) => prepare(parts, chosen.contextValue.exchange, chosen),
        responseForOperation: (chosen) => introspect(parts, chosen.contextValue.exchange, chosen),
        willSendResponse: (finished) => finish(parts, finished),
      };
    },
  };
}

/** Runs an operation through Apollo (stages 2 to 7) and gives the draft of its answer. */
export async function execute(apollo: ApolloServer<ExchangeContext>, exchange: Exchange, body: unknown): Promise<Draft> {
  const {
    status,
    headers,
    body: answer,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers: new HeaderMap([['content-type', 'application/json']]), search: '', body },
    context: async () => ({ exchange, request: exchange.request }),
  });
  if (answer.kind !== 'complete') throw new PrivacyError('INTERNAL');
  return { head: { headers, ...(status !== undefined && { status }) }, body: answer.string };
}
