import type { Random } from '../../demo/population/random.ts';
import type { Kept, Town } from './town.ts';

/** What is broken on purpose: programs and PostgreSQL by kill -9, one process of PostgreSQL alone, the disk by filling it. */
export const faultNames = ['gateway', 'sequencer', 'postgres', 'disk', 'backend'] as const;

export type FaultName = (typeof faultNames)[number];

/** Breaks something; what it gives back mends it again, and names the programs that were to die. */
export type Fault = (town: Town, random: Random) => Promise<Broken>;

export interface Broken {
  readonly killed: readonly Kept[];
  mend(): Promise<void>;
}

/** kill -9 of one of several programs, or of all. */
async function killSome(programs: readonly Kept[], random: Random): Promise<Broken> {
  const killed = random.chance(0.7) ? [random.pick(programs)] : programs;
  for (const { program } of killed) program().kill('SIGKILL');
  return {
    killed,
    mend: async () => {
      for (const one of killed) {
        await one.program().ended;
        await one.restart();
      }
    },
  };
}

/** A fault of each kind. */
export const faults: Readonly<Record<FaultName, Fault>> = {
  gateway: (town, random) => killSome(town.gateways, random),
  sequencer: (town, random) => killSome(town.sequencers, random),
  postgres: async ({ cluster }) => {
    cluster.kill();
    return { killed: [], mend: () => cluster.start() };
  },
  // PostgreSQL then ends all others as well, and recovers by itself.
  backend: async ({ cluster }, random) => {
    const serving = await cluster.query<{ pid: number }>(
      "select pid from pg_stat_activity where usename like 'ntk\\_%' order by backend_start",
    );
    if (serving.length > 0) cluster.killBackend(random.pick(serving).pid);
    return { killed: [], mend: async () => undefined };
  },
  disk: async ({ cluster, disk }) => {
    disk!.fill();
    return {
      killed: [],
      mend: async () => {
        disk!.empty();
        // Where it could not even write ahead it has stopped.
        if (!cluster.isRunning()) await cluster.start();
      },
    };
  },
};
