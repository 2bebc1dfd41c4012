import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import type { Entry } from '../../src/access-log/entry.ts';
import { Ties, type LookUp } from '../../src/enforcement/ties.ts';
import type { ExchangeContext } from '../../src/gateway/apollo.ts';
import { describeReads } from '../../src/gateway/describe-reads.ts';
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

/**
 * The gateway's stages 2 to 6: its own schema with its directives, policy, planner, door, admission,
 * guard, ties and entry. Only PostgreSQL is replaced: list and ties come from memory, and the entry
 * is ready to be inserted and goes no further.
 */
export async function startGateway(population: Population): Promise<Contender> {
  const parts = partsFor(population);
  let written: Entry | undefined;
  const apollo = new ApolloServer<ExchangeContext>({
    ...apolloOptions,
    schema: parts.schema,
    formatError: showError(parts.log),
    plugins: [...pluginsOff, stages(parts, lookUpIn(population), (entry) => (written = entry))],
  });
  await apollo.start();
  return {
    name: 'gateway',
    async answer(first) {
      written = undefined;
      const exchange = exchangeFor(parts, population.askerId);
      const contextValue = { exchange, request: exchange.request };
      const response = await apollo.executeOperation({ query: operation, variables: { first } }, { contextValue });
      assertLogged(written, first);
      return dataOf(response);
    },
    stop: () => apollo.stop(),
  };
}

/** What src/gateway/apollo.ts mounts, with memory in place of the look-up's statement and of the insert. */
function stages(parts: Parts, lookUp: LookUp, append: (entry: Entry) => void): ApolloServerPlugin<ExchangeContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation(chosen) {
          const { exchange } = chosen.contextValue;
          await prepare(parts, exchange, chosen);
          exchange.request.ties = new Ties(lookUp, exchange.request.plan!.sight);
        },
        responseForOperation: (chosen) => introspect(parts, chosen.contextValue.exchange, chosen),
        async willSendResponse({ contextValue: { exchange }, response }) {
          const { plan } = exchange.request;
          if (response.body.kind !== 'single' || !plan?.personal || exchange.documentHash === undefined) return;
          const entry = describeReads(exchange.request, plan, parts.catalogue, exchange.documentHash, 'ANSWERED');
          append(entry);
          const result = response.body.singleResult;
          const receipt = { entry: entry.header.id, leafHash: entry.leafHash };
          result.extensions = { ...result.extensions, privacy: privacyExtensions(exchange, plan, receipt) };
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

// Without a record of every data subject the time would be that of something else.
function assertLogged(entry: Entry | undefined, subjects: number): void {
  const opened = (entry?.header.openings.length ?? 0) - 2;
  if (opened !== subjects) throw new Error(`The entry tells of ${opened} data subjects and not of ${subjects}.`);
}
