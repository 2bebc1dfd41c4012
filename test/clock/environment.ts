import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { TestEnvironment } from 'jest-environment-node';
import { Client } from 'pg';
import { testCluster } from '../helpers/database/cluster.ts';
import { ahead, settled } from './faked-clock.ts';

/** An instant that passes within each suite. */
export interface Passing {
  /** The file that sets the clock. */
  readonly clock: string;
  /** In POSIX milliseconds. */
  readonly at: number;
  /** Milliseconds from the begin of a suite, by its path. */
  readonly after: Readonly<Record<string, number>>;
}

/** The variable with a `Passing` as JSON, if there is one. */
export const passingName = 'NTK_TEST_PASSING';

/** Milliseconds for a suite that was not measured. */
const usual = 1_000;
/** Milliseconds by which the clocks of Node and PostgreSQL may differ: a busy machine is slow. */
const tolerance = 30_000;

/** Sets the clock again for each suite, if an instant passes within each, and checks that PostgreSQL's clock is the same as that of Node. */
export default class ClockEnvironment extends TestEnvironment {
  readonly #suite: string;

  constructor(...given: ConstructorParameters<typeof TestEnvironment>) {
    super(...given);
    this.#suite = relative(process.cwd(), given[1].testPath);
  }

  override async setup(): Promise<void> {
    await super.setup();
    const passing = process.env[passingName];
    if (passing !== undefined) {
      set(JSON.parse(passing) as Passing, this.#suite);
      await setTimeout(settled);
    }
    const client = new Client({ connectionString: testCluster().administrator });
    await client.connect();
    const { rows } = await client.query<{ time: number }>('select (extract(epoch from clock_timestamp()) * 1000)::float8 as time');
    await client.end();
    if (Math.abs(rows[0]!.time - Date.now()) > tolerance) throw new Error('PostgreSQL has another clock than Node.');
  }
}

function set({ clock, at, after }: Passing, suite: string): void {
  const begin = at - (after[suite] ?? usual) - settled;
  const seconds = Number(readFileSync(clock, 'utf8')) + (begin - Date.now()) / 1_000;
  writeFileSync(clock, ahead(seconds));
}
