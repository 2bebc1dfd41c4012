import { replace, type Operator } from './operator.ts';

/** Removes a statement. Declarations stay: without them nothing would load. */
export const statement: Operator = (node) => {
  switch (node.type) {
    case 'ExpressionStatement':
    case 'ThrowStatement':
    case 'ContinueStatement':
    case 'ForOfStatement':
      return [replace(node, ';')];
    case 'ReturnStatement':
      return node.argument ? [] : [replace(node, ';')];
    default:
      return [];
  }
};
