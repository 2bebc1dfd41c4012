import type { Match } from './pattern.ts';
import type { SyntaxNode } from './syntax.ts';

/**
 * @returns what to cut out so that the match is gone: a statement, an operand with its operator, or an element of a list
 *   with its comma; undefined: the code around it needs it
 */
export function extentOfDropped({ nodes, parents }: Match, text: string): readonly [start: number, end: number] | undefined {
  const [first] = nodes as readonly [SyntaxNode];
  const last = nodes.at(-1)!;
  const parent = parents.at(-1);
  if (!parent) return undefined;
  // These have the expression as their only child.
  if (parent.type === 'ExpressionStatement' || parent.type === 'ChainExpression') {
    return extentOfDropped({ nodes: [parent], parents: parents.slice(0, -1), captured: {} }, text);
  }
  if (parent.type === 'LogicalExpression') return withOperator(first, parent, text);
  if (!Object.values(parent).some((list) => Array.isArray(list) && list.includes(first))) return undefined;
  const comma = /^\s*,\s*/.exec(text.slice(last.end))?.[0];
  if (comma !== undefined) return [first.start, last.end + comma.length];
  const before = /,\s*$/.exec(text.slice(0, first.start))?.[0] ?? '';
  return [first.start - before.length, last.end];
}

/** Parentheses are not part of a node, so the operator is looked for between the operands. */
function withOperator(operand: SyntaxNode, whole: SyntaxNode, text: string): readonly [start: number, end: number] {
  const { left, operator } = whole as SyntaxNode & { readonly left: SyntaxNode; readonly operator: string };
  const at = text.indexOf(operator, left.end);
  if (operand !== left) return [text.slice(0, at).trimEnd().length, whole.end];
  const after = at + operator.length;
  return [whole.start, after + /^\s*/.exec(text.slice(after))![0].length];
}
