import { ChangeType, CriticalityLevel, diff, type Change } from '@graphql-inspector/core';
import { buildSchema, isSpecifiedDirective, type GraphQLSchema } from 'graphql';
import type { SeenSchema } from './seen-schema.ts';

/** A change that can break a client. */
export interface BreakingChange {
  /** Schema coordinate. */
  readonly coordinate: string;
  /** The role whose clients it breaks; undefined: those of every role that sees it. */
  readonly role?: string;
  /** The change and the reason why it breaks clients: sentences. */
  readonly why: string;
}

/** Where a directive can stand in a document that a client sends. */
const executable = new Set([
  'QUERY',
  'MUTATION',
  'FIELD',
  'FRAGMENT_DEFINITION',
  'FRAGMENT_SPREAD',
  'INLINE_FRAGMENT',
  'VARIABLE_DEFINITION',
]);

/**
 * Finds the changes from one schema to another that can break clients: those of the schema itself, and those of what a role sees of it.
 * A change of the schema is not repeated for each role. Pure.
 */
export async function findBreaking(released: SeenSchema, current: SeenSchema): Promise<BreakingChange[]> {
  const [before, after] = [buildSchema(released.text), buildSchema(current.text)];
  const changes = (await diff(before, after))
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .filter((change) => concernsClients(before, change))
    .map((change) => ({ coordinate: coordinateOf(change), why: `${change.message}. ${change.criticality.reason ?? ''}`.trim() }));
  return [...changes, ...hiddenFromRoles(released, current)];
}

/** Whether a client can use what changed: the directives of the schema's own files are not for clients. */
function concernsClients(before: GraphQLSchema, { path }: Change): boolean {
  const name = /^@(\w+)/.exec(path ?? '')?.[1];
  const directive = name === undefined ? undefined : before.getDirective(name);
  return !directive || isSpecifiedDirective(directive) || directive.locations.some((location) => executable.has(location));
}

/** The inspector writes an argument as `Query.resident.id`, and that of a directive as `@case.id`. */
function coordinateOf({ path = '', type }: Change): string {
  const parts = path.split('.');
  if (path.startsWith('@')) return parts.length > 1 ? `${parts[0]}(${parts[1]}:)` : path;
  return parts.length === 3 && type !== ChangeType.EnumValueRemoved ? `${parts[0]}.${parts[1]}(${parts[2]}:)` : path;
}

function hiddenFromRoles({ byRole }: SeenSchema, current: SeenSchema): BreakingChange[] {
  const all = new Set(Object.values(current.byRole).flat());
  return Object.entries(byRole).flatMap(([role, coordinates]) => {
    const seen = new Set(current.byRole[role]);
    return (
      coordinates
        .filter((coordinate) => !seen.has(coordinate) && all.has(coordinate))
        // A type goes with its fields, and a field with its arguments.
        .filter((coordinate) => !coordinates.some((other) => isWithin(coordinate, other) && !seen.has(other)))
        .map((coordinate) => ({
          coordinate,
          role,
          why: `${role} no longer sees it. A client of that role gets null or a refusal, and a code generator that reads its schema fails.`,
        }))
    );
  });
}

function isWithin(coordinate: string, outer: string): boolean {
  return coordinate.startsWith(`${outer}.`) || coordinate.startsWith(`${outer}(`);
}
