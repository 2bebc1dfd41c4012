import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueToken } from '../test/helpers/tokens/issuer.ts';
import { personaNamed } from '../demo/personas.ts';
import { openLoad } from './load/load.ts';
import { countStatements, statementTimes } from './profile/statements.ts';
import { whereTimeGoes } from './profile/where-time-goes.ts';
import { showProgress } from '../scripts/progress.ts';
import type { Figure, Report } from './report.ts';
import { serve } from './served/served.ts';
import { openTown } from './town.ts';

const connections = 16;
const residents = 20_000;
const operation = (rows: number): string => `{ residents(first: ${rows}) { edges { node {
  id givenName familyName initials ageBand emailHint phoneHint address { street locality province postalCode }
} } } }`;

/** Milliseconds. */
const warmUp = 5_000;
const slice = 10_000;
/** A place with fewer microseconds per request is not reported. */
const least = 2;

/**
 * Reports how the time of one request is spent, for a clerk's list at 16 connections: the gateway's main thread by folder
 * and package (`--cpu-prof`), and PostgreSQL by statement (pg_stat_statements).
 * @param rows residents in the list
 */
export async function profile(rows: number): Promise<Report> {
  const progress = showProgress(3, 'steps');
  const directory = mkdtempSync(join(tmpdir(), 'ntk-profile-'));
  const town = await openTown(['-c', 'shared_preload_libraries=pg_stat_statements', '-c', 'pg_stat_statements.track_planning=on']);
  try {
    progress.begin(`a town of ${residents}`);
    const { gateway, sequencer } = await town.database('ntk_profile', residents);
    const administrator = town.administratorOf('ntk_profile');
    progress.tick();
    const began = performance.now();
    const flags = ['--cpu-prof', `--cpu-prof-dir=${directory}`, '--cpu-prof-interval=400'];
    const served = await serve({ dataDirectory: town.config.dataDirectory, gateway, sequencer, reference: false }, flags);
    const { principal, role, purposes } = personaNamed('customer-service');
    const headers = {
      authorization: `Bearer ${await issueToken(town.config, { subject: principal, role, purposes, now: new Date() })}`,
      'privacy-purpose': 'SERVICE_PROVISION',
    };
    const load = await openLoad(served.url, connections, headers, JSON.stringify({ query: operation(rows) }));
    progress.begin(`${rows} rows`);
    await load.slice(warmUp);
    await countStatements(administrator);
    const from = (performance.now() - began) * 1_000;
    const { answers, seconds } = await load.slice(slice);
    progress.tick();
    const statements = await statementTimes(administrator);
    await load.stop();
    await served.stop();
    const times = whereTimeGoes(profileIn(directory), from);
    progress.tick();

    const asked = `${rows} rows`;
    const results: Figure[] = [{ case: `${asked}, answers a second`, contender: 'gateway', median: answers / seconds, unit: 'req/s' }];
    const note = (name: string, total: number): void => {
      const median = total / answers;
      if (median >= least) results.push({ case: `${asked}, ${name}`, contender: 'gateway', median, unit: 'µs a request' });
    };
    for (const [name, total] of times) note(`main thread: ${name}`, total);
    for (const { text, total } of statements) note(`PostgreSQL: ${text.slice(0, 60)}`, total);
    return { bench: 'profile', results, ratios: {} };
  } finally {
    progress.stop();
    await town.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

function profileIn(directory: string): Profiler.Profile {
  const file = readdirSync(directory).find((name) => name.endsWith('.cpuprofile'));
  if (file === undefined) throw new Error('The gateway left no profile.');
  return JSON.parse(readFileSync(join(directory, file), 'utf8')) as Profiler.Profile;
}
