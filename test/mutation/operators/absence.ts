import { replace, textOf, type Operator } from './operator.ts';

/** Reduces `??` to either side, and makes `?.` a plain access. */
export const absence: Operator = (node, around) => {
  if (node.type === 'BinaryExpression' && node.operator === '??') {
    return [node.left, node.right].map((side) => replace(node, textOf(around, side)));
  }
  if (node.type !== 'OptionalChainingExpression' || !node.optional) return [];
  const { base } = node;
  const object = base.type === 'CallExpression' ? base.callee : base.type === 'MemberExpression' ? base.object : undefined;
  if (!object) return [];
  const start = around.text.indexOf('?.', object.span.end);
  const next = around.text[start + 2];
  return [{ start, end: start + 2, replacement: next === '(' || next === '[' ? '' : '.' }];
};
