import { town } from '../../src/town/index.ts';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { createViews } from '../../src/engine/plan/outline/view.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { Role } from '../../src/town/shared/graphql/generated/schema.ts';
import { policyInForce } from '../../src/town/policy/policy.ts';
import { coordinatesOf } from './coordinates.ts';

/** A schema as clients know it. */
export interface SeenSchema {
  /** In the schema definition language, sorted. */
  readonly text: string;
  /** For each role, the coordinates that introspection shows to it, sorted. */
  readonly byRole: Readonly<Record<string, readonly string[]>>;
}

/** The schema of this version, as clients know it. */
export function seenSchema(): SeenSchema {
  const { schema, markings } = buildSchema(town);
  const viewOf = createViews(schema, markings, policyInForce);
  const sorted = (one: GraphQLSchema): GraphQLSchema => lexicographicSortSchema(one);
  return {
    text: `${printSchema(sorted(schema))}\n`,
    byRole: Object.fromEntries(Object.values(Role).map((role) => [role, coordinatesOf(viewOf(role)).toSorted()])),
  };
}
