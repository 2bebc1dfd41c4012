import { parseSync } from 'oxc-parser';

/** A node of the syntax tree (ESTree with TypeScript). `start` and `end` are string indexes, the end exclusive. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** @returns the syntax tree of a module, without comments and parentheses; undefined: the text is not TypeScript */
export function parseModule(text: string, file = 'module.tsx'): SyntaxNode | undefined {
  const { errors, program } = parseSync(file, text, { astType: 'ts', preserveParens: false });
  return errors.length > 0 ? undefined : (program as unknown as SyntaxNode);
}

/** Whether a part of a tree is a node, neither a list nor a value. */
export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** The lists of a node's children, in the order of the source; a single child is a list of one. */
export function childLists(node: SyntaxNode): readonly (readonly SyntaxNode[])[] {
  return Object.values(node).flatMap((value) => {
    if (isNode(value)) return [[value]];
    return Array.isArray(value) ? [value.filter(isNode)] : [];
  });
}

/** Visits a node and all inside it. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parents: readonly SyntaxNode[]) => void,
  parents: readonly SyntaxNode[] = [],
): void {
  visit(node, parents);
  const within = [...parents, node];
  for (const child of childLists(node).flat()) walk(child, visit, within);
}
