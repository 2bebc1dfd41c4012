import { concatAST, Kind, validateSchema, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';
import type { Disagreement } from '../../review/check/disagreement.ts';
import { hintForDirective } from './directives.ts';
import { elementAround, placeOf, type SchemaElement } from './elements.ts';

/** Finds where the documents do not form a schema by the GraphQL specification: unknown types and directives, duplicates. */
export function checkDefinitions(documents: readonly DocumentNode[], elements: readonly SchemaElement[]): Disagreement[] {
  return validateSDL(concatAST(documents)).map((error) => disagreement(error, elements));
}

/** Finds where the types do not fit one another by the GraphQL specification, section 3. */
export function checkTypes(schema: GraphQLSchema, elements: readonly SchemaElement[]): Disagreement[] {
  return validateSchema(schema).map((error) => disagreement(error, elements));
}

// The messages of graphql-js quote only the schema here.
function disagreement({ message, nodes }: GraphQLError, elements: readonly SchemaElement[]): Disagreement {
  const [node] = nodes ?? [];
  const [problem = message, guess] = message.split(/ (?=Did you mean )/);
  return {
    coordinate: (node && elementAround(elements, node)?.coordinate) ?? 'schema',
    problem,
    hint:
      guess ??
      (node?.kind === Kind.DIRECTIVE ? hintForDirective(node.name.value) : undefined) ??
      'make it what the GraphQL specification asks for',
    ...(node && { place: placeOf(node) }),
  };
}
