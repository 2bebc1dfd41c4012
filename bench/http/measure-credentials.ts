import { openLoad } from '../load/load.ts';
import { median } from '../median.ts';
import type { Figure } from '../report.ts';
import { openCredentials, type Credential } from './open-credentials.ts';
import type { LoadTiming } from './measure-servers.ts';
import type { Servers } from './open-servers.ts';

const connections = 16;

/** The operations of a clerk and of a maintenance firm: one row each. */
const clerkQuery = '{ residents(first: 1) { edges { node { givenName familyName initials ageBand } } } }';
const firmQuery = '{ residents(first: 1) { edges { node { givenName } } } }';

export interface MeasuredCredentials {
  readonly results: readonly Figure[];
  readonly ratios: Readonly<Record<string, number>>;
}

/**
 * Loads the gateway with the same operation of the same clerk by a Bearer token, by the cookie of a session, and by a token that is
 * bound to a key, and with an operation of a partner by its token, in alternation.
 * @param tick called after each round
 * @throws Error if one is refused
 */
export async function measureCredentials(
  opened: Servers,
  { rounds, warmUp, milliseconds }: LoadTiming,
  tick: () => void,
): Promise<MeasuredCredentials> {
  const { url, settle } = opened.servers.find(({ name }) => name === 'gateway')!.serving;
  const credentials: Readonly<Record<string, Credential>> = {
    bearer: { headers: opened.headers },
    ...(await openCredentials(opened.town.administrator, url, opened.audience)),
  };
  const loads = [];
  try {
    for (const [name, { headers, proving }] of Object.entries(credentials)) {
      const body = JSON.stringify({ query: name === 'partner' ? firmQuery : clerkQuery });
      loads.push({ name, proving, samples: new Array<number>(), load: await openLoad(url, connections, headers, body, false, proving) });
    }
    for (let round = 0; round <= rounds; round += 1) {
      for (const { load, proving, samples } of loads) {
        const nonce = proving && (await currentNonce(url, credentials['dpop']!));
        const { answers, seconds } = await load.slice(round === 0 ? warmUp : milliseconds, nonce);
        await settle();
        if (round > 0) samples.push(answers / seconds);
      }
      if (round > 0) tick();
    }
  } finally {
    for (const { load } of loads) await load.stop();
  }
  const medians = new Map(loads.map(({ name, samples }) => [name, median(samples)]));
  return {
    results: [...medians].map(([contender, found]) => ({ case: '1 row, by credential', contender, median: found, unit: 'req/s' })),
    ratios: Object.fromEntries(
      [...medians].filter(([name]) => name !== 'bearer').map(([name, found]) => [`${name}/bearer@1`, found / medians.get('bearer')!]),
    ),
  };
}

/** @throws Error if the gateway names none */
async function currentNonce(url: string, { headers }: Credential): Promise<string> {
  const body = JSON.stringify({ query: clerkQuery });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  const nonce = response.headers.get('dpop-nonce');
  if (nonce === null) throw new Error(`The gateway gives no nonce: ${await response.text()}`);
  return nonce;
}
