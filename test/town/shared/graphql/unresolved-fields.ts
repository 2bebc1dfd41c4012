import { town } from '../../../../src/town/index.ts';
import { getNamedType, isLeafType, isObjectType, type GraphQLObjectType } from 'graphql';
import { nodeField } from '../../../../src/engine/markings/node-fields.ts';
import { inspectSchema } from '../../../../src/server/spine/document/inspect-schema.ts';
import { schemaSources } from '../../../../src/town/shared/graphql/schema-sources.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { resolvers } from '../../../../src/town/shared/graphql/resolvers.ts';

const { built, places } = inspectSchema(town.schema, schemaSources(), policyInForce);
const objects = Object.values(built!.schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
const fields = (objects as GraphQLObjectType[]).flatMap((parent) =>
  Object.values(parent.getFields()).map((field) => ({ parent: parent.name, field, coordinate: `${parent.name}.${field.name}` })),
);

// The resolver of the parent field returns these objects complete.
const madeWhole = /(Connection|Edge|Payload)\.|^PrivacyStatement\.|^(OwnMandate\.mandate|PartnerClient\.proposal)$/;

/**
 * Finds the fields that would always be null: root fields, and fields that lead to other objects, without a resolver. A
 * scalar field without a column does not compile (`src/town/shared/rows/columns.ts`).
 * @returns one sentence for each field: its place in the schema and the file to edit
 */
export function unresolvedFields(): string[] {
  return fields.flatMap(({ parent, field, coordinate }) => {
    // The enforcement reads the other root fields for it.
    if (coordinate === nodeField) return [];
    const isRoot = parent === 'Query' || parent === 'Mutation';
    if (!isRoot && (isLeafType(getNamedType(field.type)) || madeWhole.test(coordinate))) return [];
    const isResolved = resolvers.some((map) => Object.hasOwn((map as Readonly<Record<string, object>>)[parent] ?? {}, field.name));
    return isResolved
      ? []
      : [`${places.get(coordinate)}: ${coordinate} has no resolver: add one to ${parent} in the resolvers of its feature in src/town`];
  });
}
