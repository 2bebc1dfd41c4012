import { fileURLToPath } from 'node:url';
import type { Source } from 'graphql';
import { readSchemaFiles } from '../../../engine/markings/read-schema-files.ts';

/** Reads the schema of the municipality. */
export function schemaSources(): Source[] {
  return readSchemaFiles(fileURLToPath(new URL('../../../../schema/', import.meta.url)), 'schema');
}
