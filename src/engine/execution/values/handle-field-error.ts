import { locatedError, type FieldNode } from 'graphql';
import type { Execution } from '../compile/compiled-selection.ts';
import { pathKeys, type Path } from './path.ts';

/** Handles a field error (§6.4.4): adds it and answers null, or throws it on to the next nullable parent. */
export function handleFieldError(execution: Execution, error: unknown, nodes: readonly FieldNode[], path: Path, nullable: boolean): null {
  const located = locatedError(error, nodes, pathKeys(path));
  if (!nullable) throw located;
  execution.errors.add(located, path);
  return null;
}
