import { locatedError, type FieldNode } from 'graphql';
import { keysOf, type Path } from './path.ts';
import type { Run } from './step.ts';

/** Handles an error at a place (§6.4.4): null and a note of it, or on to the next place above that can be null. */
export function failed(run: Run, error: unknown, nodes: readonly FieldNode[], path: Path, nullable: boolean): null {
  const located = locatedError(error, nodes, keysOf(path));
  if (!nullable) throw located;
  run.errors.add(located, path);
  return null;
}
