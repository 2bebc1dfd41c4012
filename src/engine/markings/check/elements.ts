import {
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  type ASTNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type InputValueDefinitionNode,
  type NameNode,
} from 'graphql';
import type { Disagreement } from '../../review/check/disagreement.ts';

/** An element of the schema documents that has a coordinate. */
export interface SchemaElement {
  readonly coordinate: string;
  readonly node: ASTNode;
  readonly directives: readonly ConstDirectiveNode[];
  /** File and line of its name. */
  readonly place: string;
  /** Whether it extends a type that is defined elsewhere. */
  readonly extension: boolean;
}

/** Every type, field, argument, input field, enum value and directive of the documents, outer ones before inner ones. */
export function elementsOf(documents: readonly DocumentNode[]): SchemaElement[] {
  const elements: SchemaElement[] = [];
  const add = (
    coordinate: string,
    node: ASTNode & { readonly name: NameNode; readonly directives?: readonly ConstDirectiveNode[] },
    extension = false,
  ): void => {
    elements.push({ coordinate, node, directives: node.directives ?? [], place: placeOf(node.name), extension });
  };
  const addArguments = (coordinate: string, nodes: readonly InputValueDefinitionNode[] = []): void => {
    for (const argument of nodes) add(`${coordinate}(${argument.name.value}:)`, argument);
  };

  for (const definition of documents.flatMap((document) => document.definitions)) {
    if (definition.kind === Kind.DIRECTIVE_DEFINITION) {
      add(`@${definition.name.value}`, definition);
      addArguments(`@${definition.name.value}`, definition.arguments);
    } else if (isTypeDefinitionNode(definition) || isTypeExtensionNode(definition)) {
      const type = definition.name.value;
      add(type, definition, isTypeExtensionNode(definition));
      if ('values' in definition) for (const value of definition.values ?? []) add(`${type}.${value.name.value}`, value);
      if (!('fields' in definition)) continue;
      for (const field of definition.fields ?? []) {
        add(`${type}.${field.name.value}`, field);
        if (field.kind === Kind.FIELD_DEFINITION) addArguments(`${type}.${field.name.value}`, field.arguments);
      }
    }
  }
  return elements;
}

/** File and line of each coordinate. A type's is where it is defined, not where it is extended. */
export function placesOf(elements: readonly SchemaElement[]): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { coordinate, place, extension } of elements) if (!extension) places.set(coordinate, place);
  for (const { coordinate, place } of elements) if (!places.has(coordinate)) places.set(coordinate, place);
  return places;
}

/** The same disagreements, each with the place of its coordinate unless it has one. */
export function withPlaces(found: readonly Disagreement[], places: ReadonlyMap<string, string>): Disagreement[] {
  return found.map((one) => {
    const place = one.place ?? places.get(one.coordinate);
    return place === undefined ? one : { ...one, place };
  });
}

/** The innermost element that contains a node. */
export function elementAround(elements: readonly SchemaElement[], { loc }: ASTNode): SchemaElement | undefined {
  return elements.findLast(
    ({ node }) => loc && node.loc && node.loc.source === loc.source && node.loc.start <= loc.start && loc.end <= node.loc.end,
  );
}

/** File and line where a node begins. */
export function placeOf({ loc }: ASTNode): string {
  return loc ? `${loc.source.name}:${loc.startToken.line}` : 'schema';
}
