import type { Collected, Touch } from '../../../engine/plan/outline/collect.ts';

/** A coordinate of an operation with its places. */
export interface Placed {
  readonly coordinate: string;
  /** Response names, `*` for a list's indexes. */
  readonly paths: readonly string[];
}

/**
 * The coordinates of an operation in the order of its document, each once: a root field, then the inputs in its
 * arguments, then the returned types and the fields below.
 * @param isOpen whether the variables include a place (`@include`, `@skip`)
 * @param inputsAt the input coordinates in the arguments at a path
 */
export function documentOrder(
  { roots, fields, types }: Collected,
  isOpen: (touch: Touch) => boolean,
  inputsAt: (path: readonly string[], field: string) => readonly string[],
): readonly Placed[] {
  const paths = new Map<string, Set<string>>();
  const typesBelow = Map.groupBy(types.filter(isOpen), (touch) => `${touch.via} ${bare(touch.path)}`);
  const fieldsBelow = Map.groupBy(fields.filter(isOpen), (touch) => `${touch.via} ${bare(touch.path.slice(0, -1))}`);
  for (const root of roots.filter(isOpen)) visit(root);
  return [...paths].map(([coordinate, places]) => ({ coordinate, paths: [...places] }));

  function visit(touch: Touch): void {
    // Fragments can select the same field at the same place more than once.
    if (paths.get(touch.coordinate)?.has(touch.path.join('.'))) return;
    place(touch.coordinate, touch.path);
    for (const input of inputsAt(touch.path, touch.coordinate)) place(input, touch.path);
    const here = `${touch.coordinate} ${bare(touch.path)}`;
    for (const type of typesBelow.get(here) ?? []) place(type.coordinate, type.path);
    for (const field of fieldsBelow.get(here) ?? []) visit(field);
  }

  function place(coordinate: string, path: readonly string[]): void {
    const places = paths.get(coordinate) ?? new Set();
    paths.set(coordinate, places.add(path.join('.')));
  }
}

/** A path without its trailing list indexes. */
function bare(path: readonly string[]): string {
  return path.join('.').replace(/(\.\*)+$/, '');
}
