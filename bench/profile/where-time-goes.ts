import type { Profiler } from 'node:inspector';

/** The work of the main thread outside functions, with V8's names. */
const own = new Set(['(idle)', '(garbage collector)', '(program)']);
/** Writes to sockets. The time includes the kernel and other processes that it schedules meanwhile. */
const writes = new Set(['writev', 'writeUtf8String', 'writeLatin1String', 'writeBuffer']);

/**
 * Sums a CPU profile's samples by the code they are in: a folder of `src/`, a package, or neither. Time in Node itself
 * counts for its caller.
 * @param from microseconds at the beginning of the profile to ignore: start and warm-up
 * @returns microseconds by name, in descending order
 */
export function whereTimeGoes({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, from: number): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const names = new Map<number, string>();
  const nameOf = (id: number): string => {
    let name = names.get(id);
    if (name !== undefined) return name;
    const { functionName, url } = byId.get(id)!.callFrame;
    const parent = parents.get(id);
    const [, folder] = /\/src\/([^/]+)/.exec(url) ?? [];
    const [, scoped] = /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
    if (own.has(functionName)) name = functionName;
    else if (writes.has(functionName)) name = 'writing to sockets';
    else if (scoped !== undefined) name = scoped;
    else if (folder !== undefined) name = `src/${folder}`;
    else name = parent === undefined ? 'Node' : nameOf(parent);
    names.set(id, name);
    return name;
  };
  const sums = new Map<string, number>();
  let at = 0;
  samples.forEach((id, index) => {
    const took = timeDeltas[index] ?? 0;
    at += took;
    if (at < from) return;
    const name = nameOf(id);
    sums.set(name, (sums.get(name) ?? 0) + took);
  });
  return new Map([...sums].toSorted(([, one], [, other]) => other - one));
}
