import { createHash } from 'node:crypto';
import { isTypeExtensionNode, print, type ASTNode, type Source } from 'graphql';
import { elementsOf } from '../../../engine/markings/check/elements.ts';
import { parseSchema } from '../../../server/spine/document/parse-schema.ts';

/**
 * A digest of a schema's coordinates with their types, defaults and markings. Schemas with the same digest differ at most
 * in descriptions, order and files.
 * @param sources valid GraphQL
 * @returns SHA-256 in hexadecimal
 */
export function schemaForm(sources: readonly Source[]): string {
  const forms = elementsOf(sources.map((source) => parseSchema(source, { noLocation: true }))).flatMap(({ coordinate, node }) => {
    const own = print(withoutInner(node)).replace(/^extend /, '');
    // An extension that only adds fields has no form of its own.
    return isTypeExtensionNode(node) && own.split(' ').length === 2 ? [] : [`${coordinate} ${own}`];
  });
  return createHash('sha256').update(forms.toSorted().join('\n')).digest('hex');
}

/** The definition of the element itself, without the elements in it, which have coordinates of their own. */
function withoutInner(node: ASTNode): ASTNode {
  return Object.assign({}, node, { description: undefined, fields: [], values: [], arguments: [] });
}
