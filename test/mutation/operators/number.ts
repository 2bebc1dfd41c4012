import { replace, type Operator } from './operator.ts';

/** Adds 1 to a number, and subtracts 1. */
export const number: Operator = (node) => {
  if (node.type !== 'NumericLiteral') return [];
  return [node.value + 1, node.value - 1].map((other) => replace(node, other < 0 ? `(${other})` : String(other)));
};
