import { issueToken } from '../../demo/development-issuer.ts';
import { personaNamed } from '../../demo/personas.ts';
import type { Serving } from '../served/protocol.ts';
import { serve } from '../served/served.ts';
import type { Town } from '../town.ts';
import type { Progress } from '../../scripts/progress.ts';
import { median } from '../median.ts';
import { openLoad } from '../load/load.ts';
import { documentLimits } from '../../src/document/limits.ts';
import { times } from './attacks.ts';

/** An attack of one resident, who sends one document over 16 connections without a pause. */
interface StallingAttack {
  readonly name: string;
  readonly document: string;
}

/** Attacks with many statements, and with many documents that are refused. */
const stallingAttacks: readonly StallingAttack[] = [
  {
    name: '480 access histories',
    document: `{ me { ${times(480, (at) => `a${at}: accessHistory(first: ${1 + (at % 100)}) { totalCount }`)} } }`,
  },
  {
    name: 'as many access histories as are let in',
    document: `{ me { ${times(documentLimits.reads, (at) => `a${at}: accessHistory(first: ${100 - at}, includeOwn: true) { edges { node { at why fields by { role } } } }`)} } }`,
  },
];

const connections = 16;
const rounds = 7;
const slice = 2_000;
const victimPause = 5;

/** Milliseconds of a victim's answer: alone, and while a resident attacks, in alternating slices. */
interface Latency {
  readonly alone: number;
  readonly attacked: number;
  /** The median of each round's ratio. */
  readonly ratio: number;
}

export const stallTicks = stallingAttacks.length * rounds;

/**
 * Measures how much longer a clerk waits for an answer during each attack. The attacker's refused documents are limited, as in use.
 * @param serving the database
 */
export async function stallAll(
  { config }: Pick<Town, 'config'>,
  serving: Serving,
  progress: Pick<Progress, 'begin' | 'tick'>,
): Promise<readonly (Latency & { readonly name: string })[]> {
  const served = await serve({ ...serving, limitsRefusals: true });
  try {
    const authorize = async (persona: string): Promise<string> => {
      const { principal: subject, role, purposes } = personaNamed(persona);
      return `Bearer ${await issueToken(config, { subject, role, purposes, now: new Date() })}`;
    };
    const authorization = await authorize('customer-service');
    const headers = { 'content-type': 'application/json', authorization, 'privacy-purpose': 'SERVICE_PROVISION' };
    const body = JSON.stringify({ query: '{ residents(first: 20) { edges { node { givenName familyName } } } }' });
    const ask = async (): Promise<void> => {
      const response = await fetch(served.url, { method: 'POST', headers, body });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`The clerk was answered with ${response.status}.`);
    };
    const measured = [];
    for (const attack of stallingAttacks) {
      progress.begin(attack.name);
      const latency = await stall(served.url, await authorize('resident'), ask, attack, () => progress.tick());
      measured.push({ name: attack.name, ...latency });
    }
    return measured;
  } finally {
    await served.stop();
  }
}

/**
 * Measures how much longer a victim waits for an answer during an attack.
 * @param ask sends the victim's request, and waits for its answer
 * @param authorization the attacker's header
 */
async function stall(
  url: string,
  authorization: string,
  ask: () => Promise<void>,
  { document }: StallingAttack,
  tick: () => void,
): Promise<Latency> {
  const load = await openLoad(url, connections, { authorization }, JSON.stringify({ query: document }), true);
  const alone: number[] = [];
  const attacked: number[] = [];
  const ratios: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const before = await latencyWithin(ask, slice / 2);
      const attack = load.slice(slice);
      const during = await latencyWithin(ask, slice);
      await attack;
      alone.push(before);
      attacked.push(during);
      ratios.push(during / before);
      tick();
    }
  } finally {
    await load.stop();
  }
  return { alone: median(alone), attacked: median(attacked), ratio: median(ratios) };
}

async function latencyWithin(ask: () => Promise<void>, milliseconds: number): Promise<number> {
  const until = performance.now() + milliseconds;
  const taken: number[] = [];
  while (performance.now() < until) {
    const begun = performance.now();
    await ask();
    taken.push(performance.now() - begun);
    await new Promise((done) => setTimeout(done, victimPause));
  }
  return median(taken);
}
