import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
  ApolloServerPluginSchemaReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { createDocumentCheck } from '../document/check-document.ts';
import { checkText } from '../document/check-text.ts';
import { checkVariables } from '../document/check-variables.ts';
import { createDocumentStore } from '../document/document-store.ts';
import { documentLimits } from '../document/limits.ts';
import { createExecutor } from '../execution/executor.ts';
import { PrivacyError, asPrivacyError } from '../errors.ts';
import type { AskedBody, Draft, Exchange, ExchangeContext } from './exchange.ts';
import { executeOperation } from './execute-operation.ts';
import { finish } from './finish.ts';
import { introspect } from './introspect.ts';
import type { Parts } from './parts.ts';
import { prepare } from './prepare.ts';
import { showError } from './show-error.ts';

/** The Apollo Server that executes stages 2 to 7. */
export function createApollo(parts: Parts): ApolloServer<ExchangeContext> {
  return new ApolloServer<ExchangeContext>({
    schema: parts.schema,
    // Introspection is answered from the role's view; see introspect.ts.
    introspection: true,
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens: documentLimits.tokens },
    documentStore: createDocumentStore(),
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
  const checkDocument = createDocumentCheck(parts.schema);
  const executor = parts.executor ?? createExecutor(parts.schema);
  return {
    async requestDidStart() {
      return {
        // After it is parsed, and before it is validated; a document that is kept was checked when it came first.
        async validationDidStart({ document, contextValue }) {
          try {
            checkDocument(document);
          } catch (error) {
            // Apollo would make INTERNAL of it; `execute` throws it.
            contextValue.exchange.refusal = asPrivacyError(error);
            throw error;
          }
        },
        didResolveOperation: (chosen) => prepare(parts, chosen.contextValue.exchange, chosen),
        responseForOperation: async (chosen) =>
          (await introspect(parts, chosen.contextValue.exchange, chosen)) ?? executeOperation(executor, parts.log, chosen),
        willSendResponse: (finished) => finish(parts, finished),
      };
    },
  };
}

/**
 * Runs an operation through Apollo (stages 2 to 7) and gives the draft of its answer.
 * @throws PrivacyError where the document or its variables are larger than anything that is looked at
 */
export async function execute(apollo: ApolloServer<ExchangeContext>, exchange: Exchange, body: AskedBody): Promise<Draft> {
  checkText(body.query);
  checkVariables(body.variables);
  const {
    status,
    headers,
    body: answer,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers: new HeaderMap([['content-type', 'application/json']]), search: '', body },
    context: async () => ({ exchange, request: exchange.request }),
  });
  if (exchange.refusal) throw exchange.refusal;
  if (answer.kind !== 'complete') throw new PrivacyError('INTERNAL');
  return { head: { headers, ...(status !== undefined && { status }) }, body: answer.string };
}
