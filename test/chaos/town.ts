import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Config } from '../../src/platform/settings/config.ts';
import { lastingPort } from '../helpers/processes/lasting-port.ts';
import { serverUrl } from '../../src/platform/postgres/connections/server.ts';
import { trustedIssuers } from '../helpers/tokens/issuer.ts';
import { personalPrinted } from '../helpers/values/nothing-personal.ts';
import { startProgram, type Program } from '../helpers/processes/program.ts';
import { makeDatabase } from '../helpers/database/run-database.ts';
import { makeCluster, type Cluster } from './cluster.ts';
import { mountDisk, type Disk } from './disk.ts';

/** A program that can be restarted with the same settings, as a supervisor would do. */
export interface RestartableProgram {
  readonly name: string;
  readonly program: () => Program;
  restart(): Promise<void>;
}

/** Two gateways and two sequencers, each in its own process, with one PostgreSQL on a small disk. */
export interface Town {
  readonly config: Config;
  readonly cluster: Cluster;
  /** Undefined if the run fills no disk. */
  readonly disk: Disk | undefined;
  readonly gateways: readonly RestartableProgram[];
  readonly sequencers: readonly RestartableProgram[];
  /** Finds personal values in what all programs have written, also those that were killed: a sentence for each coordinate. */
  personalPrinted(): Promise<string[]>;
  close(): Promise<void>;
}

const instances = 2;

/**
 * @param mebibytes the size of the disk; if undefined, PostgreSQL's files are in the temporary folder
 * @param further settings of all programs
 */
export async function openTown(mebibytes: number | undefined, further: Readonly<Record<string, string>> = {}): Promise<Town> {
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
    const settings = {
      NODE_ENV: 'test',
      DATABASE_URL: serverUrl(cluster.url, 'postgres'),
      DATA_DIR: join(directory, 'data'),
      TRUSTED_ISSUERS: trustedIssuers(join(directory, 'data')),
      POPULATION: 'demo',
      LOG_LEVEL: 'info',
      TOKEN_MAX_LIFETIME: '86400',
      LOG_PUBLICATION_SECONDS: '1',
      ...further,
    };
    await makeDatabase(cluster.url, settings);
    const started: Program[] = [];
    const start = async (name: string, file: string, more: Readonly<Record<string, string>> = {}): Promise<RestartableProgram> => {
      const begin = async (): Promise<Program> => {
        const begun = await startProgram(file, { ...settings, ...more });
        started.push(begun);
        return begun;
      };
      let program = await begin();
      closers.push(async () => {
        program.kill('SIGKILL');
        await program.ended;
      });
      return {
        name,
        program: () => program,
        restart: async () => {
          program = await begin();
        },
      };
    };
    const gateways: RestartableProgram[] = [];
    const sequencers: RestartableProgram[] = [];
    for (let at = 1; at <= instances; at += 1) {
      gateways.push(await start(`gateway ${at}`, 'src/main.ts', { PORT: String(await lastingPort()), SEQUENCER: 'off' }));
    }
    for (let at = 1; at <= instances; at += 1) sequencers.push(await start(`sequencer ${at}`, 'src/town/commands/sequencer.ts'));
    return {
      config: readConfig(settings),
      cluster,
      disk,
      gateways,
      sequencers,
      personalPrinted: () => personalPrinted(started, { asOwner: cluster.query }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
