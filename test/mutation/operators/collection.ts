import { replace, textOf, type Edit, type Operator } from './operator.ts';

const others: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  find: 'findLast',
  findLast: 'find',
  flatMap: 'map',
};
const dropped: readonly string[] = ['filter', 'toSorted', 'concat', 'toLowerCase', 'trim'];

/** Exchanges or removes array methods; creates a set or map empty. */
export const collection: Operator = (node, around) => {
  if (node.type === 'NewExpression') return emptied(node, textOf(around, node.callee));
  if (node.type !== 'CallExpression') return [];
  // `a?.some(f)` has the member inside the optional link.
  const callee = node.callee.type === 'OptionalChainingExpression' ? node.callee.base : node.callee;
  if (callee.type !== 'MemberExpression') return [];
  const name = textOf(around, callee.property);
  const other = Object.hasOwn(others, name) ? others[name] : undefined;
  if (other !== undefined) return [replace(callee.property, other)];
  return dropped.includes(name) ? [replace(node, textOf(around, callee.object))] : [];
};

function emptied(node: Parameters<Operator>[0] & { type: 'NewExpression' }, name: string): readonly Edit[] {
  if (name !== 'Set' && name !== 'Map') return [];
  return (node.arguments ?? []).map(({ spread, expression }) => ({
    start: spread?.start ?? expression.span.start,
    end: expression.span.end,
    replacement: '',
  }));
}
