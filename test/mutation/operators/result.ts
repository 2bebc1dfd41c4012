import type { SyntaxNode } from '../syntax.ts';
import { replace, textOf, type Operator, type Surroundings } from './operator.ts';

/** Replaces a function's result by an empty value of its declared type, or undefined. */
export const result: Operator = (node, around) => {
  const value = node.type === 'ReturnStatement' ? node.argument : node.type === 'ArrowFunctionExpression' ? node.body : null;
  if (!value || value.type === 'BlockStatement' || value.type === 'FunctionBody') return [];
  const declared = declaredType(node.type === 'ArrowFunctionExpression' ? [node] : around.parents, around);
  const now = textOf(around, value);
  return emptyValues(declared)
    .filter((empty) => empty !== now)
    .map((empty) => replace(value, empty));
};

function emptyValues(type: string): readonly string[] {
  if (type.endsWith('[]')) return ['[]'];
  if (/Set<[^|]*>$/.test(type)) return ['new Set()'];
  if (/Map<[^|]*>$/.test(type)) return ['new Map()'];
  if (type === 'boolean' || / is \w+$/.test(type)) return ['true', 'false'];
  if (type === 'string') return ["''"];
  return ['undefined'];
}

function declaredType(parents: readonly SyntaxNode[], around: Surroundings): string {
  for (const parent of parents.toReversed()) {
    if (parent.type === 'ClassMethod') return typeText(parent.function.returnType, around);
    if (parent.type === 'FunctionDeclaration' || parent.type === 'MethodProperty' || parent.type === 'ArrowFunctionExpression') {
      return typeText(parent.returnType, around);
    }
  }
  return '';
}

function typeText(type: SyntaxNode | null | undefined, around: Surroundings): string {
  return type ? textOf(around, type).replace(/^:\s*/, '') : '';
}
