import {
  getArgumentValues,
  GraphQLError,
  Kind,
  print,
  specifiedDirectives,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { Disagreement } from '../../review/check/disagreement.ts';
import { didYouMean } from '../../review/spelling/did-you-mean.ts';
import type { SchemaElement } from './elements.ts';

/** The directives that the gateway reads, with their arguments. Any other would be ignored. */
const known: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dataSubject: { id: 'String', none: 'Boolean', existence: 'DataCategory' },
  personal: { category: 'DataCategory!', derivedFrom: '[String!]', compared: 'Boolean' },
  impersonal: {},
  sameSubject: {},
  purpose: { is: 'Purpose!' },
  case: { id: 'ID!' },
  listSize: { assumedSize: 'Int!' },
};

/** A hint at the directive that was probably meant; undefined for a directive that the gateway reads. */
export function hintForDirective(name: string): string | undefined {
  return Object.hasOwn(known, name) ? undefined : hintForName(name);
}

function hintForName(name: string): string {
  return didYouMean(name, Object.keys(known), `the directives are @${Object.keys(known).join(', @')}`);
}

/** Finds directives that the gateway does not read: a misspelt marking must not be ignored silently. */
export function checkDirectives(documents: readonly DocumentNode[]): Disagreement[] {
  const found: Disagreement[] = [];
  const report = (coordinate: string, problem: string, hint: string): number => found.push({ coordinate, problem, hint });
  const defined = documents.flatMap(({ definitions }) => definitions.filter((node) => node.kind === Kind.DIRECTIVE_DEFINITION));

  for (const { name, arguments: given = [] } of defined) {
    const expected = Object.hasOwn(known, name.value) ? known[name.value] : undefined;
    if (!expected) {
      report(`@${name.value}`, 'the gateway reads no such directive, so what it marks would be ignored', hintForName(name.value));
      continue;
    }
    for (const argument of given) {
      const coordinate = `@${name.value}(${argument.name.value}:)`;
      const type = Object.hasOwn(expected, argument.name.value) ? expected[argument.name.value] : undefined;
      if (type === undefined) {
        const hint = didYouMean(argument.name.value, Object.keys(expected), 'take it out');
        report(coordinate, 'the gateway reads no such argument, so what it says would be ignored', hint);
      } else if (print(argument.type) !== type) {
        report(coordinate, `the gateway reads it as ${type}`, `give it the type ${type}`);
      }
    }
    for (const [argument, type] of Object.entries(expected)) {
      if (given.some((one) => one.name.value === argument)) continue;
      report(`@${name.value}`, `it has no argument ${argument}, which the gateway reads`, `define ${argument}: ${type}`);
    }
  }
  for (const name of Object.keys(known)) {
    if (defined.some((node) => node.name.value === name)) continue;
    report(`@${name}`, 'it is not defined', `define @${name} in schema/directives.graphql`);
  }
  return found;
}

/** A use of a directive that can't be read, and why. */
export interface UnreadableUse {
  readonly directive: ConstDirectiveNode;
  readonly disagreement: Disagreement;
}

/** Finds uses of directives whose arguments can't be read, such as an unknown category. */
export function unreadableUses(schema: GraphQLSchema, elements: readonly SchemaElement[]): UnreadableUse[] {
  return elements.flatMap(({ coordinate, directives }) =>
    directives.flatMap((directive) => {
      const definition = schema.getDirective(directive.name.value);
      if (!definition || specifiedDirectives.includes(definition)) return [];
      try {
        getArgumentValues(definition, directive);
        return [];
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        const disagreement = { coordinate, problem: `@${directive.name.value}: ${error.message}`, hint: hintFor(schema, directive) };
        return [{ directive, disagreement }];
      }
    }),
  );
}

function hintFor(schema: GraphQLSchema, { arguments: given = [] }: ConstDirectiveNode): string {
  const categories = schema.getType('DataCategory')?.astNode;
  const words = categories?.kind === Kind.ENUM_TYPE_DEFINITION ? (categories.values ?? []).map(({ name }) => name.value) : [];
  const unknown = given.map(({ value }) => value).find((value) => value.kind === Kind.ENUM && !words.includes(value.value));
  const otherwise = 'the categories are those of the enum DataCategory';
  return unknown?.kind === Kind.ENUM ? didYouMean(unknown.value, words, otherwise) : 'give it as schema/directives.graphql defines it';
}
