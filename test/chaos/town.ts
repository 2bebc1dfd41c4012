import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Config } from '../../src/config.ts';
import { freePort } from '../../src/database/embedded/free-port.ts';
import { startProgram, type Program } from '../helpers/program.ts';
import { makeCluster, type Cluster } from './cluster.ts';
import { mountDisk, type Disk } from './disk.ts';

/** A program that is started again under the same settings, as something outside of it would. */
export interface Kept {
  readonly name: string;
  readonly program: () => Program;
  restart(): Promise<void>;
}

/** Two gateways and two sequencers, processes of their own, over one PostgreSQL on a small disk. */
export interface Town {
  readonly config: Config;
  readonly cluster: Cluster;
  /** Undefined where none could be mounted. */
  readonly disk: Disk | undefined;
  readonly gateways: readonly Kept[];
  readonly sequencers: readonly Kept[];
  close(): Promise<void>;
}

const instances = 2;

/** @param mebibytes of the disk; undefined: PostgreSQL's files stand in the temporary folder */
export async function openTown(mebibytes: number | undefined): Promise<Town> {
  const directory = mkdtempSync(join(tmpdir(), 'ntk-chaos-'));
  chmodSync(directory, 0o755);
  const closers: (() => Promise<void> | void)[] = [() => rmSync(directory, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).toReversed()) await closer();
  };
  try {
    const disk = mebibytes === undefined ? undefined : mountDisk(join(directory, 'disk'), mebibytes);
    if (disk) closers.push(() => disk.unmount());
    const cluster = await makeCluster(disk?.path ?? directory);
    closers.push(() => cluster.stop());
    await cluster.start();
    const settings = { DATABASE_URL: cluster.url, DATA_DIR: join(directory, 'data'), LOG_LEVEL: 'error' };
    const keep = async (name: string, file: string, more: Readonly<Record<string, string>> = {}): Promise<Kept> => {
      let program = await startProgram(file, { ...settings, ...more });
      closers.push(async () => {
        program.kill('SIGKILL');
        await program.ended;
      });
      return {
        name,
        program: () => program,
        restart: async () => {
          program = await startProgram(file, { ...settings, ...more });
        },
      };
    };
    const gateways: Kept[] = [];
    const sequencers: Kept[] = [];
    for (let at = 1; at <= instances; at += 1) {
      gateways.push(await keep(`gateway ${at}`, 'src/main.ts', { PORT: String(await freePort(Number.NaN)), SEQUENCER: 'off' }));
    }
    for (let at = 1; at <= instances; at += 1) sequencers.push(await keep(`sequencer ${at}`, 'src/cli/sequencer.ts'));
    return { config: readConfig(settings), cluster, disk, gateways, sequencers, close };
  } catch (error) {
    await close();
    throw error;
  }
}
