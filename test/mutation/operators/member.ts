import type { Span } from '../syntax.ts';
import { drop, type Operator } from './operator.ts';
import { isDescriptive } from './descriptive.ts';

/** Removes an element of a list or a property of an object. */
export const member: Operator = (node, around) => {
  if (node.type === 'ArrayExpression') {
    const spans = node.elements.map((item): Span => ({
      start: (item!.spread ?? item!.expression.span).start,
      end: item!.expression.span.end,
    }));
    return spans.map((_, index) => drop(spans, index));
  }
  if (node.type !== 'ObjectExpression') return [];
  const spans = node.properties.map((property): Span =>
    'spread' in property
      ? { start: (property.spread as Span).start, end: (property as unknown as { arguments: { span: Span } }).arguments.span.end }
      : property.span,
  );
  return node.properties.flatMap((property, index) => (isDescriptive(property, around) ? [] : [drop(spans, index)]));
};
