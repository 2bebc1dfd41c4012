import { setTimeout as pause } from 'node:timers/promises';
import { issueToken } from '../helpers/tokens/issuer.ts';
import { errorCatalogue } from '../../src/platform/errors/errors.ts';
import { openTown, type Town } from '../chaos/town.ts';
import type { Program } from '../helpers/processes/program.ts';
import { abandon, abandoned, ask, hashOf, readiness, waiting, type Heard } from './ask.ts';
import { faults, type Fault, type FaultName } from './fault.ts';

export interface FaultsOptions {
  readonly rounds: number;
  /** The faults, in turn. */
  readonly turn: readonly FaultName[];
  /** Milliseconds for which clients ask and go away during a fault. */
  readonly lasts: number;
  /** Requests a second from clients that go away. */
  readonly abandonedPerSecond: number;
  /** Settings of the gateway. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly onRound: (done: number) => void;
}

type Load = Pick<FaultsOptions, 'lasts' | 'abandonedPerSecond'>;

/** The result of one round. */
export interface Round {
  readonly fault: FaultName;
  readonly answers: number;
  readonly refused: number;
  readonly abandoned: number;
  /** Milliseconds of the slowest answer. */
  readonly slowest: number;
  /** Milliseconds after the fault began until `/ready` said so; undefined where no check has to fail. */
  readonly noticed: number | undefined;
  /** Milliseconds after the fault ended until every client had an answer again. */
  readonly recovered: number;
  /** The growth of the gateway's memory, in mebibytes. */
  readonly grown: number;
  readonly found: readonly string[];
}

const clients = 16;
/** All clients ask as one principal, and a fast machine stages many entries in the minute without a sequencer. */
const ample = { REQUESTS_PER_PRINCIPAL: '1000', WAITING_PER_PRINCIPAL: '10000', MOST_STAGED: '1000000' };
const measured = { NODE_OPTIONS: `--import ${new URL('memory-in-use.ts', import.meta.url).href}` };
const slowestAnswer = 10_000;
const mostGrown = 25;
const usuallyNoticed = 5_000;
/**
 * Definitions are compared every 30 seconds. A comparison during a fault that is a trigger finds it, and the gateway is ready after the next
 * one.
 */
const patience = 60_000;
/** Milliseconds until the gateway has noticed that clients went away, and has logged what it served them. */
const settling = 2_000;
/** The growth of a warm process, in mebibytes. */
const steady = 10;
const mostWarmUps = 6;

/** Causes one fault after another while clients ask, and checks after each what they were told, what was logged, and that it passed. */
export async function run({ rounds, turn, settings = {}, onRound, ...load }: FaultsOptions): Promise<Round[]> {
  const town = await openTown(undefined, { ...ample, ...measured, ...settings });
  try {
    const [resident] = await town.cluster.query<{ id: string }>(
      `select id from recreation.resident where birth_date < now() - interval '30 years' and email is not null order by id limit 1`,
    );
    const token = await issueToken(town.config, {
      subject: resident!.id,
      role: 'RESIDENT',
      purposes: ['SELF_SERVICE'],
      lifetime: 24 * 60 * 60,
      now: new Date(),
    });
    const done: Round[] = [];
    await warmUp(town, token, load);
    for (let at = 0; at < rounds; at += 1) {
      done.push(await round(town, token, turn[at % turn.length]!, load));
      onRound(at + 1);
    }
    return done;
  } finally {
    await town.close();
  }
}

/** The memory of a process that has served little grows in any case, so it serves until that has ended. */
async function warmUp({ gateways }: Town, token: string, { lasts, abandonedPerSecond }: Load): Promise<void> {
  const program = gateways[0]!.program();
  const url = new URL('/graphql', program.ready).href;
  for (let turn = 0; turn < mostWarmUps; turn += 1) {
    const memory = await memoryInUse(program);
    const crowd = abandon(url, token, abandonedPerSecond);
    const asking = { on: true };
    const asked = Promise.all(Array.from({ length: clients }, () => askWhile(asking, url, token, [])));
    await pause(lasts);
    await crowd.stop();
    asking.on = false;
    await asked;
    // Answers to clients that went away are logged before the first round counts.
    await pause(settling);
    if ((await memoryInUse(program)) - memory < steady) return;
  }
}

async function round(town: Town, token: string, name: FaultName, { lasts, abandonedPerSecond }: Load): Promise<Round> {
  const fault: Fault = faults[name];
  const program = town.gateways[0]!.program();
  const url = new URL('/graphql', program.ready).href;
  const before = await entries(town);
  const memory = await memoryInUse(program);

  const end = await fault.inject(town);
  const begun = performance.now();
  const heard: Heard[] = [];
  let grown = 0;
  let noticed: number | undefined;
  let sent = 0;
  try {
    const crowd = abandon(url, token, abandonedPerSecond);
    const asking = { on: true };
    const asked = Promise.all(Array.from({ length: clients }, () => askWhile(asking, url, token, heard)));
    noticed = fault.check && (await untilReadiness(url, (failed) => failed.includes(fault.check!), fault.noticed ?? usuallyNoticed));
    await pause(Math.max(0, begun + lasts - performance.now()));
    sent = await crowd.stop();
    asking.on = false;
    grown = (await memoryInUse(program)) - memory;
    await asked;
    // The gateway must have noticed that they went away: a client that is there when the fault ends is served.
    await pause(settling);
  } finally {
    await end();
  }

  const ended = performance.now();
  const ready = await untilReadiness(url, (failed) => failed.length === 0, patience);
  const recovered = await untilAllAnswered(url, token, heard);
  const after = await entries(town);
  const found = judge(fault, program.isRunning(), heard, noticed);
  if (ready === undefined) found.push('the gateway did not become ready again');
  if (recovered === undefined) found.push('not every client was answered again');
  if (grown > mostGrown) found.push(`the memory that the gateway uses grew by ${Math.round(grown)} MiB`);
  if (fault.serves === undefined && after.abandoned > before.abandoned) {
    found.push(`${after.abandoned - before.abandoned} requests of clients that had gone away were logged`);
  }
  found.push(...(await town.personalPrinted()));
  const answers = heard.filter(({ status }) => status === 200).length;
  // A request whose answer was lost may have an entry; an answer without an entry must not be.
  if (after.waiting - before.waiting < answers) found.push(`${answers} answers have ${after.waiting - before.waiting} entries`);
  return {
    fault: name,
    answers,
    refused: heard.length - answers,
    abandoned: sent,
    // Not by spreading: a round hears more answers than a call can have arguments.
    slowest: Math.round(heard.reduce((most, { milliseconds }) => Math.max(most, milliseconds), 0)),
    noticed: noticed === undefined ? undefined : Math.round(noticed),
    recovered: Math.round((recovered ?? performance.now()) - ended),
    grown: Math.round(grown),
    found,
  };
}

function judge(fault: Fault, isRunning: boolean, heard: readonly Heard[], noticed: number | undefined): string[] {
  const found: string[] = [];
  if (!isRunning) found.push('the gateway ended');
  if (fault.check && noticed === undefined) found.push(`/ready did not say in time that ${fault.check} fails`);
  for (const { status, codes, milliseconds } of heard) {
    if (milliseconds > slowestAnswer) found.push(`an answer took ${Math.round(milliseconds)} ms`);
    if (status === 0) found.push('a request had no answer');
    else if (status !== 200 && status !== 503) found.push(`an answer had the status ${status}`);
    else if (status === 503 && (codes.length === 0 || codes.some((code) => !isUnavailable(code))))
      found.push(`an answer had the codes ${codes.join(' ')}`);
    else if (status === 503 && fault.serves === 'all') found.push(`an answer was refused: ${codes.join(' ')}`);
  }
  return [...new Set(found)];
}

function isUnavailable(code: string): boolean {
  return (errorCatalogue as Readonly<Record<string, readonly [number, string]>>)[code]?.[0] === 503;
}

async function askWhile(asking: { readonly on: boolean }, url: string, token: string, heard: Heard[]): Promise<void> {
  while (asking.on) {
    const answer = await ask(url, token);
    heard.push(answer);
    if (answer.status !== 200) await pause(100);
  }
}

/** @returns milliseconds; undefined if `holds` does not hold in time */
async function untilReadiness(url: string, holds: (failed: readonly string[]) => boolean, within: number): Promise<number | undefined> {
  const begun = performance.now();
  while (performance.now() - begun < within) {
    const said = await readiness(url);
    const passed = performance.now() - begun;
    if (said && holds(said.failed) && passed <= within) return passed;
    await pause(50);
  }
  return undefined;
}

/** Asks until every client has had an answer. @returns the instant; undefined if that takes too long */
async function untilAllAnswered(url: string, token: string, heard: Heard[]): Promise<number | undefined> {
  const until = performance.now() + patience;
  const results = await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) {
        const answer = await ask(url, token);
        heard.push(answer);
        if (answer.status === 200) return true;
        await pause(50);
      }
      return false;
    }),
  );
  return results.every((answered) => answered) ? performance.now() : undefined;
}

/** The entries of each of the two documents. */
async function entries({ cluster }: Town): Promise<{ readonly waiting: number; readonly abandoned: number }> {
  const count = async (document: string): Promise<number> => {
    const [row] = await cluster.query<{ count: number }>(
      `select ((select count(*) from access_log.full_staged staged where header ->> 'operationHash' = $1)
         + (select count(*) from access_log.full_entry entry where header ->> 'operationHash' = $1))::int as count`,
      [hashOf(document)],
    );
    return row!.count;
  };
  return { waiting: await count(waiting), abandoned: await count(abandoned) };
}

/** The memory that a program uses, without what it could collect, in mebibytes. @throws Error if it does not answer */
async function memoryInUse(program: Program): Promise<number> {
  const said = (): readonly string[] => program.output().match(/^memory in use: \d+$/gm) ?? [];
  const before = said().length;
  program.kill('SIGUSR2');
  const until = performance.now() + patience;
  while (said().length === before) {
    if (!program.isRunning() || performance.now() > until) throw new Error('The gateway did not say how much memory it uses.');
    await pause(20);
  }
  return Number(said().at(-1)!.replace(/\D/g, '')) / 1_048_576;
}
