import { replace, type Operator } from './operator.ts';

/** A number one more and one less. */
export const number: Operator = (node) => {
  if (node.type !== 'NumericLiteral') return [];
  return [node.value + 1, node.value - 1].map((other) => replace(node, other < 0 ? `(${other})` : String(other)));
};
