import { caseNames, cases, type CaseName } from './cases/cases.ts';
import { openPlace } from './open-place.ts';
import type { RunningSystem, System } from './systems/system.ts';
import { tryCase, type Outcome, type OwnCase } from './try-case.ts';

/** The PostgreSQL that all systems use. */
export interface Cluster {
  /** Connection string of the superuser. */
  readonly administrator: string;
  readonly dataDirectory: string;
}

export type Outcomes = Readonly<Record<CaseName, Outcome>>;

/**
 * Tries cases on a system.
 * @param names default: every case
 * @throws Error if a case shows nothing to the person who may see it
 */
export async function runCases(system: System, cluster: Cluster, names: readonly CaseName[] = caseNames): Promise<Outcomes> {
  const outcomes: Partial<Record<CaseName, Outcome>> = {};
  const place = await openPlace(cluster, `bypasses_${Math.random().toString(36).slice(2)}`);
  let running: RunningSystem | undefined;
  try {
    running = await system.open(place);
    for (const name of names) {
      outcomes[name] = await tryNamed(name, system, running, cluster, place.watched).catch((cause: unknown) => {
        throw new Error(`${system.name}, ${name}: ${String(cause)}`, { cause });
      });
    }
  } finally {
    await running?.stop();
    await place.close();
  }
  return outcomes as Outcomes;
}

async function tryNamed(
  name: CaseName,
  system: System,
  running: RunningSystem,
  cluster: Cluster,
  watched: Parameters<typeof tryCase>[2],
): Promise<Outcome> {
  const own = system.own[name];
  if (own && 'notApplicable' in own) return { result: 'not applicable', detail: own.notApplicable };
  const asked: OwnCase = { ...cases[name], ...own };
  if (asked.judge.in === 'answer without log' && !running.breakLog) return { result: 'not applicable', detail: 'it keeps no log of reads' };
  return asked.judge.in === 'answer under a misnamed rule' ? tryMisnamed(asked, system, cluster) : tryCase(asked, running, watched);
}

/** A refusal of the start names the rule by one of these. */
const wrongName = /private|reasn|dney|fees/;

/** A start that is refused holds. */
async function tryMisnamed(asked: OwnCase, system: System, cluster: Cluster): Promise<Outcome> {
  if (!system.openMisnamed) return { result: 'not applicable', detail: 'rules are not found by a name' };
  const place = await openPlace(cluster, `bypasses_${Math.random().toString(36).slice(2)}`);
  try {
    const running = await system.openMisnamed(place).catch((error: unknown) => String(error));
    if (typeof running === 'string' && !wrongName.test(running)) throw new Error(running);
    if (typeof running === 'string') return { result: 'held', detail: `the start is refused: ${running.slice(0, 200)}` };
    try {
      return await tryCase(asked, running, place.watched);
    } finally {
      await running.stop();
    }
  } finally {
    await place.close();
  }
}
