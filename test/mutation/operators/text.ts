import type { SyntaxNode } from '../syntax.ts';
import { vocabularyOf } from '../vocabulary.ts';
import { isDescriptive } from './descriptive.ts';
import { replace, textOf, type Operator, type Surroundings } from './operator.ts';

/** Exchanges a word of a vocabulary for another word of it, empties other strings, removes one part of a template. */
export const text: Operator = (node, around) => {
  if (node.type === 'TemplateLiteral') {
    // From `${` to `}`.
    return node.expressions.map((_, index) => ({
      start: node.quasis[index]!.span.end,
      end: node.quasis[index + 1]!.span.start,
      replacement: '',
    }));
  }
  if (node.type !== 'StringLiteral' || isName(node, around) || around.parents.some((parent) => isDescriptive(parent, around))) return [];
  return [replace(node, quoted(otherText(node.value, around)))];
};

function isName(node: SyntaxNode, { parents }: Surroundings): boolean {
  const parent = parents.at(-1);
  return parent?.type === 'KeyValueProperty' && parent.key === node;
}

function otherText(value: string, around: Surroundings): string {
  const vocabulary = vocabularyOf(value, propertyNames(around));
  if (!vocabulary) return value === '' ? 'something' : '';
  // A word that the list already contains would repeat the mutant that removes this one.
  const beside = siblings(around);
  const start = vocabulary.indexOf(value);
  const rotated = [...vocabulary.slice(start + 1), ...vocabulary.slice(0, start)];
  return rotated.find((word) => !beside.includes(word)) ?? rotated[0]!;
}

/** The names of the enclosing properties and variables, innermost first. */
function propertyNames(around: Surroundings): readonly string[] {
  return around.parents.toReversed().flatMap((parent) => {
    if (parent.type === 'KeyValueProperty') return [textOf(around, parent.key)];
    if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return [parent.id.value];
    return parent.type === 'BinaryExpression' ? [textOf(around, parent.left).split('.').at(-1)!] : [];
  });
}

function siblings({ parents }: Surroundings): readonly string[] {
  const list = parents.at(-1);
  if (list?.type !== 'ArrayExpression') return [];
  return list.elements.flatMap((item) => (item?.expression.type === 'StringLiteral' ? [item.expression.value] : []));
}

function quoted(value: string): string {
  return `'${value}'`;
}
