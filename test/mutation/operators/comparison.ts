import { replace, textOf, type Edit, type Operator, type Surroundings } from './operator.ts';
import type { SyntaxNode } from '../syntax.ts';

const others: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '&&': ['||'],
  '||': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '&': ['|'],
  '|': ['&'],
  '+=': ['-='],
  '-=': ['+='],
};

/** Negates comparisons or moves them by one; exchanges && and ||, + and -. */
export const comparison: Operator = (node, around) => {
  if (node.type !== 'BinaryExpression' && node.type !== 'AssignmentExpression') return [];
  return (others[node.operator] ?? []).map((other) => betweenSides(node, other, around));
};

function betweenSides(
  node: SyntaxNode & { left: SyntaxNode; right: SyntaxNode; operator: string },
  other: string,
  around: Surroundings,
): Edit {
  const { left, right, operator } = node;
  const between = around.text.slice(left.span.end, right.span.start);
  return replace(node, `${textOf(around, left)}${between.replace(operator, () => other)}${textOf(around, right)}`);
}
