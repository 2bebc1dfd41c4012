import type { DataCategory } from '../../../engine/register.ts';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { isObjectType, type GraphQLSchema, type Source } from 'graphql';
import { readMarkings } from '../../../engine/markings/markings.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { rootInputs } from '../../../engine/plan/outline/root-inputs.ts';
import { parseSchema } from '../../../server/spine/document/parse-schema.ts';
import type { ComparedMarkings } from '../../../engine/review/compare/compare/side.ts';
import { readTypes } from './read-types.ts';
import { reachingRootFields } from './reaching-root-fields.ts';

/**
 * Reads the markings of a schema. Their completeness is not checked: an old schema cannot be changed.
 * @throws {PrivacyError} SCHEMA_INCONSISTENT: the files are not a schema
 */
export function readComparedMarkings(sources: readonly Source[]): ComparedMarkings {
  const schema = schemaOf(sources);
  const markings = readMarkings(schema);
  const outputs = new Map<string, DataCategory | null>();
  const subjects = new Map<string, string | null>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const about = markings.subjects.get(type.name);
    if (about) {
      subjects.set(type.name, about.property ?? null);
      outputs.set(type.name, about.existence?.category ?? null);
    }
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      outputs.set(coordinate, markings.outputs.get(coordinate)?.category ?? null);
    }
  }
  return { outputs, types: readTypes(schema, markings), ways: reachingRootFields(schema), inputs: rootInputs(schema), subjects };
}

function schemaOf(sources: readonly Source[]): GraphQLSchema {
  try {
    return makeExecutableSchema({ typeDefs: sources.map((source) => parseSchema(source)) });
  } catch {
    // graphql-js's message would quote the whole text.
    throw new PrivacyError('SCHEMA_INCONSISTENT', { problems: ['the files of schema/ are no GraphQL schema: npm run check says where'] });
  }
}
