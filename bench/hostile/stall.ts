import { issueToken } from '../../test/helpers/tokens/issuer.ts';
import { personaNamed } from '../../demo/personas.ts';
import type { Serving } from '../served/protocol.ts';
import { serve } from '../served/served.ts';
import type { Town } from '../town.ts';
import type { Progress } from '../../scripts/progress.ts';
import { median } from '../median.ts';
import { openLoad } from '../load/load.ts';
import { documentLimits } from '../../src/engine/document/limits.ts';
import { times } from './attacks.ts';

/** An attack of one resident, who sends one document over 16 connections without a pause. */
interface StallingAttack {
  readonly name: string;
  /** Each `<number>` in it is different in each request. */
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const everything = 'edges { cursor node { entryId at by { role } purpose authority why fields case kind } }';
const fullPage = `accessHistory(first: 100, includeOwn: true) { ${everything} }`;

/** Attacks with many statements, with large answers, with documents that were never seen before, and with documents that are refused. */
export const stallingAttacks: readonly StallingAttack[] = [
  {
    name: 'as many access histories as are let in',
    document: `{ me { ${times(documentLimits.reads, (at) => `a${at}: accessHistory(first: ${100 - at}, includeOwn: true) { edges { node { at why fields by { role } } } }`)} } }`,
  },
  {
    name: 'as many full pages of one access history as are let in',
    document: `{ me { ${times(documentLimits.reads, (at) => `a${at}: ${fullPage}`)} } }`,
  },
  { name: 'full pages of one access history', document: `{ me { ${fullPage} } }` },
  { name: 'small requests', document: '{ me { givenName } }' },
  {
    name: 'large documents that are new',
    document: `{ me { ${times(documentLimits.places - 20, (at) => `a${at}: id`)} } } # <number>`,
  },
  {
    name: 'large bodies',
    document: '{ me { givenName } }',
    variables: { list: Array.from({ length: 60_000 }, () => [1]) },
  },
  {
    name: 'bodies that are not quite large',
    document: '{ me { givenName } }',
    variables: { list: Array.from({ length: 7_500 }, () => [1]) },
  },
  // Last: the attacker waits for a minute after so many refusals.
  {
    name: '480 access histories',
    document: `{ me { ${times(480, (at) => `a${at}: accessHistory(first: ${1 + (at % 100)}) { totalCount }`)} } }`,
  },
];

const connections = 16;
const rounds = 7;
const slice = 2_000;
const victimPause = 5;
/** Own reads that fill a page of the attacker's access history. */
const entries = 150;

/** Someone else who asks for something small meanwhile. */
interface Victim {
  readonly name: string;
  readonly persona: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query: string;
}

const victims: readonly Victim[] = [
  {
    name: 'a clerk',
    persona: 'customer-service',
    headers: { 'privacy-purpose': 'SERVICE_PROVISION' },
    query: '{ residents(first: 20) { edges { node { givenName familyName } } } }',
  },
  { name: 'a resident', persona: 'neighbour', query: '{ me { givenName } }' },
];

/** Milliseconds of a victim's answer: alone, and while a resident attacks, in alternating slices. */
export interface Latency {
  readonly victim: string;
  readonly attack: string;
  readonly alone: number;
  readonly attacked: number;
  /** The median of each round's ratio. */
  readonly ratio: number;
}

export const stallTicks = stallingAttacks.length * rounds;

/** Sends one request of a victim or of the attacker, and waits for its answer. */
type Ask = () => Promise<void>;

/**
 * Measures how much longer others wait for an answer during each attack. The attacker's refused documents are limited, as in use.
 * @param serving the database
 */
export async function stallAll(
  { config }: Pick<Town, 'config'>,
  serving: Serving,
  progress: Pick<Progress, 'begin' | 'tick'>,
): Promise<readonly Latency[]> {
  const served = await serve({ ...serving, asInUse: true });
  try {
    const authorize = async (persona: string): Promise<string> => {
      const { principal: subject, role, purposes } = personaNamed(persona);
      return `Bearer ${await issueToken(config, { subject, role, purposes, now: new Date() })}`;
    };
    const asker = async ({ persona, headers = {}, query }: Omit<Victim, 'name'>): Promise<Ask> => {
      const sent = { 'content-type': 'application/json', authorization: await authorize(persona), ...headers };
      const body = JSON.stringify({ query });
      return async () => {
        const response = await fetch(served.url, { method: 'POST', headers: sent, body });
        await response.arrayBuffer();
        if (response.status !== 200) throw new Error(`The ${persona} was answered with ${response.status}.`);
      };
    };
    const read = await asker({ persona: 'resident', query: '{ me { givenName } }' });
    for (let time = 0; time < entries; time += 1) await read();
    const asks = await Promise.all(victims.map(asker));
    const authorization = await authorize('resident');
    const measured: Latency[] = [];
    for (const attack of stallingAttacks) {
      progress.begin(attack.name);
      measured.push(...(await stall(served.url, authorization, asks, attack, () => progress.tick())));
    }
    return measured;
  } finally {
    await served.stop();
  }
}

/**
 * Measures how much longer the victims wait for an answer during an attack.
 * @param asks of each victim
 * @param authorization the attacker's header
 */
async function stall(
  url: string,
  authorization: string,
  asks: readonly Ask[],
  { name, document: query, variables }: StallingAttack,
  tick: () => void,
): Promise<readonly Latency[]> {
  const load = await openLoad(url, connections, { authorization }, JSON.stringify({ query, variables }), true);
  const alone: number[][] = [];
  const attacked: number[][] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      alone.push(await latenciesWithin(asks, slice / 2));
      const attack = load.slice(slice);
      attacked.push(await latenciesWithin(asks, slice));
      await attack;
      tick();
    }
  } finally {
    await load.stop();
  }
  return victims.map((victim, at) => ({
    victim: victim.name,
    attack: name,
    alone: median(alone.map((one) => one[at]!)),
    attacked: median(attacked.map((one) => one[at]!)),
    ratio: median(attacked.map((one, round) => one[at]! / alone[round]![at]!)),
  }));
}

/** The median of each victim's answers, in milliseconds. They ask in turn. */
async function latenciesWithin(asks: readonly Ask[], milliseconds: number): Promise<number[]> {
  const until = performance.now() + milliseconds;
  const taken = asks.map((): number[] => []);
  while (performance.now() < until) {
    for (const [at, ask] of asks.entries()) {
      const begun = performance.now();
      await ask();
      taken[at]!.push(performance.now() - begun);
      await new Promise((done) => setTimeout(done, victimPause));
    }
  }
  return taken.map(median);
}
