import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { Ties, type LookUp } from '../../src/enforcement/ties.ts';
import type { ExchangeContext } from '../../src/gateway/exchange.ts';
import { describeReads, subjectOpenings } from '../../src/gateway/describe-reads.ts';
import { createExecutor } from '../../src/execution/executor.ts';
import { executeOperation } from '../../src/gateway/execute-operation.ts';
import { introspect } from '../../src/gateway/introspect.ts';
import type { Parts } from '../../src/gateway/parts.ts';
import { prepare } from '../../src/gateway/prepare.ts';
import { privacyExtensions } from '../../src/gateway/privacy-extensions.ts';
import { showError } from '../../src/gateway/show-error.ts';
import type { Tie } from '../../src/relationships/tie.ts';
import type { Population } from '../population.ts';
import { apolloOptions, dataOf, operation, pluginsOff } from './common-apollo.ts';
import type { Contender } from './contender.ts';
import { exchangeFor, partsFor } from './gateway-parts.ts';

/** How much of stage 7 is done: what was seen is collected, or the entry is made of it too, with a salt and two hashes for each. */
export type LogPart = 'collection' | 'entry';

/**
 * The gateway's stages 2 to 5 and 7: its own schema with its directives, policy, planner, door, admission,
 * guard, ties and collection for the log. Only PostgreSQL is replaced: list and ties come from memory.
 */
export async function startGateway(population: Population, log: LogPart): Promise<Contender> {
  const parts = partsFor(population);
  let logged = 0;
  const apollo = new ApolloServer<ExchangeContext>({
    ...apolloOptions,
    schema: parts.schema,
    formatError: showError(parts.log),
    plugins: [...pluginsOff, stages(parts, lookUpIn(population), log, (subjects) => (logged = subjects))],
  });
  await apollo.start();
  return {
    name: log === 'entry' ? 'gateway+entry' : 'gateway',
    async answer(first) {
      logged = 0;
      const exchange = exchangeFor(parts, population.askerId);
      const contextValue = { exchange, request: exchange.request };
      const response = await apollo.executeOperation({ query: operation, variables: { first } }, { contextValue });
      // Without a record of every data subject the time would be that of something else.
      if (logged !== first) throw new Error(`The log tells of ${logged} data subjects and not of ${first}.`);
      return dataOf(response);
    },
    stop: () => apollo.stop(),
  };
}

/** What src/gateway/apollo.ts mounts, with memory in place of the look-up's statement and of the insert. */
function stages(parts: Parts, lookUp: LookUp, log: LogPart, append: (subjects: number) => void): ApolloServerPlugin<ExchangeContext> {
  const executor = createExecutor(parts.schema);
  return {
    async requestDidStart() {
      return {
        async didResolveOperation(chosen) {
          const { exchange } = chosen.contextValue;
          await prepare(parts, exchange, chosen);
          const { visible, sight } = exchange.request.plan!;
          exchange.request.ties = new Ties(lookUp, (relationship, conditions) => visible(sight(relationship, conditions)));
        },
        responseForOperation: async (chosen) =>
          (await introspect(parts, chosen.contextValue.exchange, chosen)) ?? executeOperation(executor, parts.log, chosen),
        async willSendResponse({ contextValue: { exchange }, response }) {
          const { plan } = exchange.request;
          if (response.body.kind !== 'single' || !plan?.personal || exchange.documentHash === undefined) return;
          const result = response.body.singleResult;
          if (log === 'collection') {
            append(subjectOpenings(exchange.request, plan, parts.catalogue).length);
            result.extensions = { ...result.extensions, privacy: privacyExtensions(exchange, plan) };
            return;
          }
          const seen = subjectOpenings(exchange.request, plan, parts.catalogue);
          const entry = describeReads(exchange.request, plan, seen, exchange.documentHash, 'ANSWERED');
          append(entry.openings.filter(({ kind }) => kind === 'subject').length);
          result.extensions = { ...result.extensions, privacy: privacyExtensions(exchange, plan) };
        },
      };
    },
  };
}

/** Answers as src/relationships/look-up.ts does: in its own time, with a new map. */
function lookUpIn({ ties }: Population): LookUp {
  return async (ids) => {
    const found = new Map<string, Tie>();
    for (const id of ids) {
      const tie = ties.get(id);
      if (tie) found.set(id, tie);
    }
    return found;
  };
}
