import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Microseconds in one tick of Linux's accounting (USER_HZ). */
const tick = 10_000;

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly used: number;
}

/**
 * Reads how much CPU a process and its descendants have used, those that have ended included (proc_pid_stat(5)).
 * @returns microseconds; undefined where there is no /proc
 */
export function cpuOf(root: number): number | undefined {
  if (!existsSync('/proc/self/stat')) return undefined;
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readProcess);
  const children = Map.groupBy(all, ({ parent }) => parent);
  const sum = ({ id, used }: Process): number => (children.get(id) ?? []).reduce((total, child) => total + sum(child), used);
  return all.filter(({ id }) => id === root).reduce((total, one) => total + sum(one), 0);
}

function readProcess(id: string): Process[] {
  try {
    // The name before the last parenthesis can hold spaces.
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)!.split(' ').map(Number);
    const [own, ofSystem, waitedFor, waitedForOfSystem] = fields.slice(11, 15) as [number, number, number, number];
    return [{ id: Number(id), parent: fields[1]!, used: tick * (own + ofSystem + waitedFor + waitedForOfSystem) }];
  } catch {
    // It has ended since.
    return [];
  }
}
