import type { Receipt } from '../../src/log/proofs/receipt.ts';
import { issueToken } from '../helpers/tokens/issuer.ts';
import type { Config } from '../../src/platform/settings/config.ts';
import { personaNamed } from '../../demo/personas.ts';
import { createRandom } from '../../demo/population/random.ts';
import type { Fate, Ledger } from './ledger.ts';
import type { Purpose, Role } from '../../src/town/shared/graphql/generated/schema.ts';
import { drawOperation, type Operation } from './operations.ts';

/** Clients that send requests without a pause, each as its own resident and sometimes as a clerk. */
export interface Clients {
  /** Resolves when each client has had an answer from each gateway since the call. */
  allAnswered(): Promise<void>;
  stop(): Promise<void>;
}

const patienceMs = 30_000;
const pauseMs = 50;
/** Lifetime of tokens in seconds, longer than any run. */
const lifetime = 24 * 60 * 60;

/**
 * Starts the clients.
 * @param residents one id for each client
 * @param gateways GraphQL URLs
 */
export async function startClients(
  config: Config,
  gateways: readonly string[],
  residents: readonly string[],
  ledger: Ledger,
  seed: number,
): Promise<Clients> {
  const clerk = personaNamed('customer-service');
  const clerkToken = await tokenOf(config, clerk.principal, clerk.role, clerk.purposes);
  let stopped = false;
  /** Answers so far, by client and gateway. */
  const answered = residents.map(() => gateways.map(() => 0));

  const live = async (client: number, residentId: string): Promise<void> => {
    const random = createRandom(`chaos client ${seed}/${client}`);
    const own = await tokenOf(config, residentId, 'RESIDENT', ['SELF_SERVICE']);
    for (let turn = client; !stopped; turn += 1) {
      const gateway = turn % gateways.length;
      const operation = drawOperation(random, residentId);
      if (operation.change) ledger.begin(operation.change);
      const { fate, receipt } = await ask(gateways[gateway]!, operation, operation.as === 'clerk' ? clerkToken : own);
      ledger.note(fate, operation.change, receipt);
      if (fate === 'ANSWERED') answered[client]![gateway]! += 1;
      else await new Promise((done) => setTimeout(done, pauseMs));
    }
  };
  const lives = residents.map((residentId, client) => live(client, residentId));
  return {
    async allAnswered() {
      const before = answered.map((counts) => [...counts]);
      const missing = (): boolean => answered.some((counts, client) => counts.some((count, gateway) => count === before[client]![gateway]));
      while (missing()) await new Promise((done) => setTimeout(done, pauseMs));
    },
    async stop() {
      stopped = true;
      await Promise.all(lives);
    },
  };
}

function tokenOf(config: Config, subject: string, role: Role, purposes: readonly Purpose[]): Promise<string> {
  return issueToken(config, { subject, role, purposes, lifetime, now: new Date() });
}

interface Body {
  readonly errors?: unknown;
  readonly extensions?: { readonly privacy?: { readonly receipt?: Receipt } };
}

async function ask(url: string, { as, query, variables }: Operation, token: string): Promise<{ fate: Fate; receipt: Receipt | undefined }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        ...(as === 'clerk' && { 'privacy-purpose': 'SERVICE_PROVISION' }),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(patienceMs),
    });
    const { errors, extensions } = (await response.json()) as Body;
    return { fate: response.ok && errors === undefined ? 'ANSWERED' : 'REFUSED', receipt: extensions?.privacy?.receipt };
  } catch {
    return { fate: 'LOST', receipt: undefined };
  }
}
