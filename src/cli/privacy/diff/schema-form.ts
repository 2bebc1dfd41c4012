import { createHash } from 'node:crypto';
import { isTypeExtensionNode, parse, print, type ASTNode, type Source } from 'graphql';
import { elementsOf } from '../../../enforcement/check/elements.ts';

/**
 * A digest of a schema's coordinates with their types, defaults and markings. Schemas of the same form differ
 * at most in their descriptions, their order, and the files that they are written in.
 * @param sources GraphQL, as `readMarkings` has read it
 * @returns SHA-256 in hexadecimal
 */
export function schemaForm(sources: readonly Source[]): string {
  const forms = elementsOf(sources.map((source) => parse(source, { noLocation: true }))).flatMap(({ coordinate, node }) => {
    const own = print(withoutInner(node)).replace(/^extend /, '');
    // An extension that only adds fields says nothing but them.
    return isTypeExtensionNode(node) && own.split(' ').length === 2 ? [] : [`${coordinate} ${own}`];
  });
  return createHash('sha256').update(forms.toSorted().join('\n')).digest('hex');
}

/** What stands at the element itself: what is inside has coordinates of its own. */
function withoutInner(node: ASTNode): ASTNode {
  return Object.assign({}, node, { description: undefined, fields: [], values: [], arguments: [] });
}
