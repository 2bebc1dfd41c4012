import { readdirSync, readFileSync } from 'node:fs';
import { Client } from 'pg';
import type { CheckName } from '../../src/server/observe/readiness/readiness.ts';
import type { Town } from '../chaos/town.ts';

/** One kind of fault, and what the gateway shows while it lasts. */
export interface Fault {
  readonly about: string;
  /** Causes the fault. @returns a function that ends it */
  inject(town: Town): Promise<() => Promise<void>>;
  /** The check of `/ready` that must fail; undefined: none has to. */
  readonly check?: CheckName;
  /** Whether all requests, or some, are answered all the same; undefined: none, and nothing of them may be logged later. */
  readonly serves?: 'all' | 'some';
  /** Milliseconds until `/ready` fails; default: the usual 5 seconds. */
  readonly noticed?: number;
}

/** The faults by name. */
export const faults = {
  stopped: {
    about: 'every process of PostgreSQL is stopped (SIGSTOP)',
    check: 'database',
    async inject({ cluster }) {
      const [postmaster] = await cluster.query<{ pid: number }>(`select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`);
      const processes = [postmaster!.pid, ...childrenOf(postmaster!.pid)];
      // The postmaster first, so that it starts no further process.
      for (const processId of processes) signal(processId, 'SIGSTOP');
      const late = childrenOf(postmaster!.pid).filter((processId) => !processes.includes(processId));
      for (const processId of late) signal(processId, 'SIGSTOP');
      return async () => [...processes, ...late].forEach((processId) => signal(processId, 'SIGCONT'));
    },
  },
  table: {
    about: 'the table of residents is locked, and so every connection of the pool is busy',
    inject: ({ cluster }) => lock(cluster.url, 'recreation.resident'),
  },
  log: {
    about: 'the table of staged entries is locked',
    check: 'log',
    inject: ({ cluster }) => lock(cluster.url, 'access_log.staged'),
  },
  disk: {
    about: 'no entry can be written (53100, disk full)',
    check: 'log',
    async inject({ cluster }) {
      await inDatabase(
        cluster.url,
        `create function access_log.refuse() returns trigger language plpgsql as
           $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
         create trigger refuse before insert on access_log.staged for each statement execute function access_log.refuse()`,
      );
      return () => inDatabase(cluster.url, 'drop trigger refuse on access_log.staged; drop function access_log.refuse()');
    },
  },
  connections: {
    about: 'PostgreSQL accepts no connection of the gateway and has ended those that it had',
    check: 'database',
    async inject({ cluster }) {
      await inDatabase(cluster.url, `alter role ntk_gateway nologin; ${endBackends}`);
      return () => inDatabase(cluster.url, 'alter role ntk_gateway login');
    },
  },
  backends: {
    about: 'every connection of the gateway is ended again and again',
    serves: 'some',
    async inject({ cluster }) {
      let ended = false;
      const end = async (): Promise<void> => {
        while (!ended) {
          await inDatabase(cluster.url, endBackends);
          await new Promise((done) => setTimeout(done, 100));
        }
      };
      const ending = end();
      return async () => {
        ended = true;
        await ending;
      };
    },
  },
  sequencer: {
    about: 'every sequencer is gone',
    check: 'sequencer',
    serves: 'all',
    noticed: 75_000,
    async inject({ sequencers }) {
      for (const { program } of sequencers) {
        program().kill('SIGKILL');
        await program().ended;
      }
      return async () => {
        for (const one of sequencers) await one.restart();
      };
    },
  },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof faults;
export const faultNames = Object.keys(faults) as readonly FaultName[];

const endBackends = `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ntk_gateway'`;

function signal(processId: number, name: NodeJS.Signals): void {
  try {
    process.kill(processId, name);
  } catch {
    // It has ended meanwhile.
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return (
          readFileSync(`/proc/${name}/stat`, 'utf8')
            .replace(/^.*\) /, '')
            .split(' ')[1] === String(parent)
        );
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Holds a table's strongest lock until the returned function is called. */
async function lock(url: string, table: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`begin; lock table ${table} in access exclusive mode`);
  return () => client.end();
}

async function inDatabase(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
