import { getNamedType, isEnumType, isInputObjectType, isObjectType, parse, type GraphQLSchema } from 'graphql';
import type { Markings } from '../../src/engine/markings/markings.ts';
import { MandateKind, Purpose, Relationship, Role } from '../../src/town/shared/graphql/generated/schema.ts';
import { partnerRoles } from '../../src/town/policy/partners/partners.ts';
import { countAsked, emptyCoverage } from '../non-interference/coverage.ts';
import type { Evidence } from './evidence.ts';

/** Personal fields that have no value in the corpus's town, and the suite that shows one. */
const releasedElsewhere: Readonly<Record<string, string>> = {
  'PrivacyRequest.questionedEntry': 'test/town/history/questioned-entries.test.ts',
  'AccessHistoryEntry.erasureRule': 'test/cli/log/change/erase-approved.test.ts',
  'AccessHistoryEntry.erasedEntries': 'test/cli/log/change/erase-approved.test.ts',
};

/** One thing that no evidence exercises, and what to add where. */
export type Gap = string;

/** Finds each field, argument, input field, sort key, role, purpose, relationship, mandate kind and root field without evidence. */
export function findGaps(schema: GraphQLSchema, markings: Markings, evidence: Evidence): Gap[] {
  const coverage = emptyCoverage();
  for (const { query, variables } of evidence.operations) {
    // Some operations of the corpus are no GraphQL.
    const document = parsed(query);
    if (document) countAsked(coverage, schema, document, variables);
  }
  const elements = elementsOf(schema);
  return [
    ...elements.fields
      .filter((coordinate) => !coverage.coordinates.has(coordinate))
      .map((coordinate) => `${coordinate} is never asked for: add it to an operation in ${placeFor(coordinate)}`),
    ...elements.fields
      .filter((coordinate) => markings.outputs.has(coordinate) && !evidence.released.has(coordinate) && !releasedElsewhere[coordinate])
      .map((coordinate) => `${coordinate} is never released: add it, asked for by a role that may see it, to test/corpus`),
    ...elements.inputs
      .filter((coordinate) => !coverage.arguments.has(coordinate))
      .map((coordinate) => `${coordinate} is never given: give it in an operation in ${placeFor(coordinate)}`),
    ...missing(Role, evidence.roles).map((role) => `Role ${role} never asks: add a persona to demo/personas.ts`),
    ...missing(Purpose, evidence.purposes).map(
      (purpose) =>
        `Purpose ${purpose} is never declared: give it to a persona in demo/personas.ts and to a standpoint in test/non-interference/towns/standpoints.ts`,
    ),
    ...missing(Relationship, evidence.relationships).map(
      (relationship) => `Relationship ${relationship} never exists: add a situation to test/exhaustive/situation.ts`,
    ),
    ...missing(MandateKind, evidence.mandateKinds).map((kind) => `MandateKind ${kind} is never used: add a mandate to demo/partners.ts`),
    ...partnerRoles
      .filter((role) => !evidence.disclosedRoles.has(role))
      .map(
        (role) =>
          `Role ${role} is never in Query.disclosures: add a read to test/non-interference/towns/first-town.ts, then run npm run corpus -- --write`,
      ),
  ];
}

/** Every output field of an object type, and everything that a client can give to a field. */
function elementsOf(schema: GraphQLSchema): { readonly fields: string[]; readonly inputs: string[] } {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const objects = types.filter(isObjectType);
  const fields = objects.flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ coordinate: `${type.name}.${field.name}`, field })),
  );
  const given = fields.flatMap(({ coordinate, field }) =>
    field.args.map((argument) => ({ argument, coordinate: `${coordinate}(${argument.name}:)` })),
  );
  const inputFields = types
    .filter(isInputObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ argument: field, coordinate: `${type.name}.${field.name}` })));
  // The values of every enum that a client can give: sort keys, and what is filtered or written by.
  const enums = new Set([...given, ...inputFields].map(({ argument }) => getNamedType(argument.type)).filter(isEnumType));
  return {
    fields: fields.map(({ coordinate }) => coordinate),
    inputs: [
      ...[...given, ...inputFields].map(({ coordinate }) => coordinate),
      ...[...enums].flatMap((type) => type.getValues().map(({ name }) => `${type.name}.${name}`)),
    ],
  };
}

function placeFor(coordinate: string): string {
  return /^Mutation\.|Input\.|Payload\./.test(coordinate) ? 'test/helpers/changes/changes.ts' : 'test/corpus';
}

function missing<Value extends string>(all: Readonly<Record<string, Value>>, found: ReadonlySet<Value>): Value[] {
  return Object.values(all).filter((value) => !found.has(value));
}

function parsed(query: string): ReturnType<typeof parse> | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}
