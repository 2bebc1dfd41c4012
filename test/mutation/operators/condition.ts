import { replace, textOf, type Operator } from './operator.ts';

/** Removes negations, exchanges true and false, swaps the branches of a conditional, makes an `if` always or never taken. */
export const condition: Operator = (node, around) => {
  switch (node.type) {
    case 'UnaryExpression':
      return node.operator === '!' ? [replace(node, textOf(around, node.argument))] : [];
    case 'BooleanLiteral':
      return [replace(node, String(!node.value))];
    case 'ConditionalExpression': {
      const [test, yes, no] = [node.test, node.consequent, node.alternate].map((part) => textOf(around, part));
      return [replace(node, `${test} ? ${no} : ${yes}`)];
    }
    case 'IfStatement':
      return [replace(node.test, 'true'), replace(node.test, 'false')];
    default:
      return [];
  }
};
