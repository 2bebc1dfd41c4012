import type { DirectiveNode, SelectionSetNode } from 'graphql';

/** Calls back for each directive in a selection set, at any depth. It does not follow fragment spreads. */
export function forEachDirective({ selections }: SelectionSetNode, callback: (directive: DirectiveNode) => void): void {
  for (const selection of selections) {
    selection.directives?.forEach(callback);
    if ('selectionSet' in selection && selection.selectionSet) forEachDirective(selection.selectionSet, callback);
  }
}
