import { fileURLToPath } from 'node:url';
import type { Source } from 'graphql';
import { readSchemaFiles } from '../../../engine/markings/read-schema-files.ts';

/** Reads the schema of the municipality. @param written other files in its place */
export function schemaSources(written?: readonly Source[]): readonly Source[] {
  return written ?? readSchemaFiles(fileURLToPath(new URL('../../../../schema/', import.meta.url)), 'schema');
}
