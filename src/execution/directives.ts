import type { DirectiveNode, SelectionSetNode } from 'graphql';

/** Tells of each directive at a selection, however deep, and not through spreads: fragments are walked by themselves. */
export function eachDirective({ selections }: SelectionSetNode, tell: (directive: DirectiveNode) => void): void {
  for (const selection of selections) {
    selection.directives?.forEach(tell);
    if ('selectionSet' in selection && selection.selectionSet) eachDirective(selection.selectionSet, tell);
  }
}
