import { globSync, readFileSync } from 'node:fs';
import { buildASTSchema, concatAST, type GraphQLSchema } from 'graphql';
import { parseSchema } from '../../../src/server/spine/document/parse-schema.ts';

/** The schema as clients know it, in one piece: the type extensions are merged. */
export function wholeSchema(): GraphQLSchema {
  return buildASTSchema(concatAST(globSync('schema/*.graphql').map((file) => parseSchema(readFileSync(file, 'utf8')))));
}
