import type { Random } from '../../demo/population/random.ts';
import type { RestartableProgram, Town } from './town.ts';

/** The kinds of fault: kill -9 of programs, of PostgreSQL or of one PostgreSQL backend, and a full disk. */
export const faultNames = ['gateway', 'sequencer', 'postgres', 'disk', 'backend'] as const;

export type FaultName = (typeof faultNames)[number];

/** Injects a fault. @returns the programs that it killed, and a function that repairs the damage */
export type Fault = (town: Town, random: Random) => Promise<InjectedFault>;

export interface InjectedFault {
  readonly killed: readonly RestartableProgram[];
  repair(): Promise<void>;
}

/** Kills one of several programs, or all, by kill -9. */
async function killSome(programs: readonly RestartableProgram[], random: Random): Promise<InjectedFault> {
  const killed = random.chance(0.7) ? [random.pick(programs)] : programs;
  for (const { program } of killed) program().kill('SIGKILL');
  return {
    killed,
    repair: async () => {
      for (const one of killed) {
        await one.program().ended;
        await one.restart();
      }
    },
  };
}

/** The implementation of each kind of fault. */
export const faults: Readonly<Record<FaultName, Fault>> = {
  gateway: (town, random) => killSome(town.gateways, random),
  sequencer: (town, random) => killSome(town.sequencers, random),
  postgres: async ({ cluster }) => {
    cluster.kill();
    return { killed: [], repair: () => cluster.start() };
  },
  // PostgreSQL then ends all other backends too, and recovers without help.
  backend: async ({ cluster }, random) => {
    const serving = await cluster.query<{ pid: number }>(
      "select pid from pg_stat_activity where usename like 'ntk\\_%' order by backend_start",
    );
    if (serving.length > 0) cluster.killBackend(random.pick(serving).pid);
    return { killed: [], repair: async () => undefined };
  },
  disk: async ({ cluster, disk }) => {
    disk!.fill();
    return {
      killed: [],
      repair: async () => {
        disk!.empty();
        // PostgreSQL stops if it cannot write its write-ahead log.
        if (!cluster.isRunning()) await cluster.start();
      },
    };
  },
};
