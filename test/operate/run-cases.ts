import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseContext, OperateCase } from './case.ts';
import { supportedMajors, type Installation } from './installations.ts';
import { findProgram } from './run-program.ts';
import { startServer } from './server.ts';

/** A case and where it runs, or why it does not. */
export type Planned = {
  readonly name: string;
  readonly operateCase: OperateCase;
} & ({ readonly installation: Installation } | { readonly skipped: string });

/** How a planned case ended. */
export interface Outcome {
  readonly name: string;
  readonly title: string;
  /** The version of PostgreSQL. */
  readonly version: string;
  readonly result: 'passed' | 'FAILED' | 'skipped';
  /** The case's remark, its failure, or why it was skipped. */
  readonly remark: string;
  readonly seconds: number;
}

/** Reads the cases of a folder, one a file, in the order of their names. */
export async function readCases(folder = join(import.meta.dirname, 'cases')): Promise<ReadonlyMap<string, OperateCase>> {
  const cases = new Map<string, OperateCase>();
  for (const file of readdirSync(folder).toSorted()) {
    const { operateCase } = (await import(join(folder, file))) as { readonly operateCase: OperateCase };
    cases.set(file.replace(/\.ts$/, ''), operateCase);
  }
  return cases;
}

/** Decides which case runs on which installation, and what is skipped and why. */
export function planCases(cases: ReadonlyMap<string, OperateCase>, installations: readonly Installation[]): readonly Planned[] {
  return [...cases].flatMap(([name, operateCase]): readonly Planned[] => {
    const lacking = (installation: Installation): readonly string[] =>
      (operateCase.needs ?? []).filter((program) => pathOf(installation, installations, program) === undefined);
    const able = installations.filter((installation) => lacking(installation).length === 0);
    if (operateCase.on === 'newest') {
      const newest = able.at(-1);
      if (newest) return [{ name, operateCase, installation: newest }];
      return [{ name, operateCase, skipped: `no PostgreSQL with ${operateCase.needs?.join(', ') ?? ''}` }];
    }
    return supportedMajors.flatMap((major): readonly Planned[] => {
      const here = able.filter((installation) => installation.major === major);
      if (here.length > 0) return here.map((installation) => ({ name, operateCase, installation }));
      const found = installations.find((installation) => installation.major === major);
      const why = found
        ? `PostgreSQL ${found.version} (${found.origin}) lacks ${lacking(found).join(', ')}`
        : `PostgreSQL ${major} is not installed`;
      return [{ name, operateCase, skipped: why }];
    });
  });
}

/** Runs one planned case, and stops and deletes what it made. */
export async function runCase(planned: Planned, installations: readonly Installation[], say: (line: string) => void): Promise<Outcome> {
  const { name, operateCase } = planned;
  const { title } = operateCase;
  if ('skipped' in planned) return { name, title, version: '', result: 'skipped', remark: planned.skipped, seconds: 0 };
  const { installation } = planned;
  const begun = performance.now();
  const directory = mkdtempSync(join(tmpdir(), 'ntk-operate-'));
  chmodSync(directory, 0o755);
  const closers: (() => Promise<unknown> | void)[] = [];
  const ended = (result: Outcome['result'], remark: string): Outcome => {
    const seconds = Math.round((performance.now() - begun) / 100) / 10;
    return { name, title, version: installation.version, result, remark, seconds };
  };
  try {
    return ended('passed', await operateCase.run(contextOf({ installation, installations, directory, say }, closers)));
  } catch (error) {
    return ended('FAILED', error instanceof Error ? error.message : String(error));
  } finally {
    for (const close of closers.toReversed()) {
      try {
        await close();
      } catch (error) {
        say(`not stopped: ${String(error)}`);
      }
    }
    rmSync(directory, { recursive: true, force: true });
  }
}

function contextOf(
  given: Pick<CaseContext, 'installation' | 'installations' | 'directory' | 'say'>,
  closers: (() => Promise<unknown> | void)[],
): CaseContext {
  const { installation, installations, directory } = given;
  return {
    ...given,
    program: (program) => {
      const path = pathOf(installation, installations, program);
      if (path === undefined) throw new Error(`the case does not say that it needs ${program}`);
      return path;
    },
    startServer: async ({ installation: other = installation, ...options } = {}) => {
      const server = await startServer(other, directory, options);
      closers.push(() => server.stop());
      return server;
    },
    onEnd: (close) => void closers.push(close),
  };
}

/**
 * The path of a program. PostgreSQL's programs of the wrong major refuse to work, so that they are only searched in the
 * installation; psql works with servers of any major, and the embedded PostgreSQL has none.
 */
function pathOf(installation: Installation, installations: readonly Installation[], program: string): string | undefined {
  const found = /^(pg_|psql$|initdb$)/.test(program) ? installation.program(program) : findProgram(program);
  if (found !== undefined || program !== 'psql') return found;
  return installations.map((other) => other.program(program)).findLast((path) => path !== undefined);
}
