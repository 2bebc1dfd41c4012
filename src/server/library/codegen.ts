import { isObjectType } from 'graphql';
import { buildSchema } from '../spine/document/build-schema.ts';
import { createApplication, type ApplicationDefinition } from './create-application.ts';

/** Input for GraphQL Code Generator, which makes the types of an application's resolvers. */
export interface CodegenOptions {
  /** The files of the schema, with the engine's directives and the enums of the policy's words. */
  readonly schema: readonly string[];
  /** For the plugins `typescript` and `typescript-resolvers`. */
  readonly config: Readonly<Record<string, unknown>>;
}

/**
 * Options for GraphQL Code Generator, for adopters who want the arguments of their resolvers typed. Nothing of this package needs them.
 * @throws PrivacyError SCHEMA_INCONSISTENT where the schema does not hold together
 */
export function codegenOptions(definition: ApplicationDefinition): CodegenOptions {
  const application = createApplication(definition);
  const { schema } = buildSchema(application);
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  const objects = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__') && !roots.has(type),
  );
  return {
    schema: application.schema.sources().map(({ body }) => body),
    config: {
      useTypeImports: true,
      enumsAsConst: true,
      immutableTypes: true,
      namingConvention: { enumValues: 'keep' },
      contextType: 'need-to-know#GraphQLContext',
      // A resolver of the package reads rows, and never has more of one than the operation may see.
      mappers: Object.fromEntries(objects.map(({ name }) => [name, 'need-to-know#Row'])),
      scalars: { DateTime: 'string', Date: 'string', LocalDate: 'string' },
    },
  };
}
