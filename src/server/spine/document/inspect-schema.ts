import { checkPurposes } from '../../../engine/review/check/vocabulary.ts';
import { type Statement, statementOn } from '../../../engine/policy/declaration/vocabulary.ts';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { GraphQLError, visit, type DocumentNode, type GraphQLSchema, type Source } from 'graphql';
import { readMarkings, type Markings } from '../../../engine/markings/markings.ts';
import { checkSchema } from '../../../engine/markings/check.ts';
import { checkDefinitions, checkTypes } from '../../../engine/markings/check/definitions.ts';
import { checkDirectives, unreadableUses, type UnreadableUse } from '../../../engine/markings/check/directives.ts';
import { elementsOf, placesOf, withPlaces } from '../../../engine/markings/check/elements.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { checkClauses } from '../../../engine/review/check/clauses.ts';
import { checkPolicy } from '../../../engine/review/check-policy.ts';
import type { Disagreement } from '../../../engine/review/check/disagreement.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import type { SchemaParts } from '../../../engine/application.ts';
import { parseSchema } from './parse-schema.ts';

/** The disagreements between a schema and a policy, and the schema if it can be built. */
export interface Inspection {
  readonly disagreements: readonly Disagreement[];
  /** File and line of each coordinate of the schema. */
  readonly places: ReadonlyMap<string, string>;
  /** Without enforcement; undefined where the definitions make no schema. */
  readonly built?: { readonly schema: GraphQLSchema; readonly markings: Markings };
}

/**
 * Finds every disagreement between schema, directives and policy. The gateway refuses to start with one, and `lint` reports
 * it as an error.
 * @param statement the privacy statement in force; default: today's, in UTC
 * @throws PrivacyError SCHEMA_INCONSISTENT where a file is not GraphQL, naming file and line
 */
export function inspectSchema(
  parts: SchemaParts,
  sources: readonly Source[],
  policy: Policy,
  statement: Statement | undefined = statementOn(policy.vocabulary, new Date().toISOString().slice(0, 10)),
): Inspection {
  const documents = sources.map(parseSource);
  const elements = elementsOf(documents);
  const places = placesOf(elements);
  const ofPolicy = [...checkPolicy(policy), ...checkPurposes(policy), ...(statement ? checkClauses(policy, statement) : [])];
  const malformed = checkDefinitions(documents, elements);
  const ofDirectives = [...checkDirectives(documents), ...malformed];
  if (malformed.length > 0) return { disagreements: withPlaces([...ofDirectives, ...ofPolicy], places), places };

  let schema = makeSchema(parts, documents);
  const unreadable = unreadableUses(schema, elements);
  const unread = new Set(unreadable.map(({ disagreement }) => disagreement.coordinate));
  // A marking that can't be read is left out, so that the rest is found at once.
  if (unreadable.length > 0)
    schema = makeSchema(
      parts,
      documents.map((document) => without(document, unreadable)),
    );
  const markings = readMarkings(schema);
  const ofSchema = checkSchema(schema, markings, policy, unread);
  const ofParts = parts.check?.(schema) ?? [];
  const all = [
    ...ofDirectives,
    ...unreadable.map(({ disagreement }) => disagreement),
    ...checkTypes(schema, elements),
    ...ofSchema,
    ...ofParts,
  ];
  return { disagreements: withPlaces([...all, ...ofPolicy], places), places, built: { schema, markings } };
}

/** @throws PrivacyError SCHEMA_INCONSISTENT naming file and line */
function parseSource(source: Source): DocumentNode {
  try {
    return parseSchema(source);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const place = `${source.name}:${error.locations?.[0]?.line ?? 1}`;
    throw new PrivacyError('SCHEMA_INCONSISTENT', { problems: [`${place}: not GraphQL (${error.message})`] });
  }
}

function without(document: DocumentNode, uses: readonly UnreadableUse[]): DocumentNode {
  return visit(document, { Directive: (node) => (uses.some(({ directive }) => directive === node) ? null : undefined) });
}

function makeSchema(parts: SchemaParts, documents: readonly DocumentNode[]): GraphQLSchema {
  // The check and the compiler report resolvers without a schema field.
  const resolverValidationOptions = { requireResolversToMatchSchema: 'ignore' } as const;
  const schema = makeExecutableSchema({ typeDefs: [...documents], resolvers: [...parts.resolvers], resolverValidationOptions });
  parts.complete(schema);
  return schema;
}
