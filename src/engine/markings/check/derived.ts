import type { DataCategory } from '../../register.ts';
import { isInterfaceType, type GraphQLSchema } from 'graphql';
import type { Disagreement } from '../../review/check/disagreement.ts';
import { didYouMean } from '../../review/spelling/did-you-mean.ts';
import { isWeaker } from '../../review/check/is-weaker.ts';
import { linesFor } from '../../policy/decision/decide.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import { wordsOf } from '../../policy/declaration/vocabulary.ts';
import { markingOf, type Markings } from '../markings.ts';

/** Finds derived fields whose sources do not exist, that derive from themselves, or that fewer roles may read than their sources. */
export function checkDerived(schema: GraphQLSchema, markings: Markings, policy: Policy, unread: ReadonlySet<string>): Disagreement[] {
  const found: Disagreement[] = [];
  const included = new Map<string, boolean>();
  for (const { coordinate, category, derivedFrom } of markings.outputs.values()) {
    for (const source of derivedFrom) checkSource(coordinate, category, source);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      for (const source of markingOf(schema, field).derivedFrom) checkSource(`${type.name}.${field.name}`, undefined, source);
    }
  }
  return [...found, ...cycles(markings)];

  // Many fields derive between the same two categories, and each answer searches the whole policy.
  function readersMay(derived: DataCategory, source: DataCategory): boolean {
    const known = included.get(`${derived} ${source}`) ?? readersInclude(policy, derived, source);
    included.set(`${derived} ${source}`, known);
    return known;
  }

  function checkSource(coordinate: string, category: DataCategory | undefined, source: string): void {
    if (unread.has(source)) return;
    const from = markings.outputs.get(source);
    if (!from) {
      const exists = isField(schema, source);
      found.push({
        coordinate,
        problem: `derived from ${source}, which is no personal field${exists ? '' : ': there is no such coordinate'}`,
        hint: exists
          ? `mark ${source} @personal, or take it out of derivedFrom`
          : didYouMean(
              source,
              [...markings.outputs.keys()].filter((known) => known.includes('.')),
              'name the coordinate of a personal field',
            ),
      });
    } else if (category !== undefined && !readersMay(category, from.category)) {
      found.push({
        coordinate,
        problem: `not every role that may read ${source} may read it`,
        hint: `grant ${category} wherever ${from.category} is granted, or derive it from something else`,
      });
    }
  }
}

function isField(schema: GraphQLSchema, coordinate: string): boolean {
  const [type = '', field = ''] = coordinate.split('.');
  const owner = schema.getType(type);
  return owner !== undefined && 'getFields' in owner && Object.hasOwn(owner.getFields(), field);
}

/** Each circle of derived fields once, at its coordinate that comes first in the schema. */
function cycles({ outputs }: Markings): Disagreement[] {
  const done = new Set<string>();
  const found: Disagreement[] = [];
  const visit = (coordinate: string, way: readonly string[]): void => {
    const start = way.indexOf(coordinate);
    if (start >= 0) {
      const circle = [...way.slice(start), coordinate];
      found.push({
        coordinate,
        problem: `derived from itself: ${circle.join(' from ')}`,
        hint: `take ${circle[1]} out of its derivedFrom: what a hint comes from comes from no hint of it`,
      });
      return;
    }
    if (done.has(coordinate)) return;
    for (const source of outputs.get(coordinate)?.derivedFrom ?? []) visit(source, [...way, coordinate]);
    done.add(coordinate);
  };
  for (const coordinate of outputs.keys()) visit(coordinate, []);
  return found;
}

/**
 * Whether every role that may read the source's category may read the derived one, under no more conditions.
 * A prohibition that names the derived category for the role, without conditions, is a decision and not an oversight.
 */
function readersInclude(policy: Policy, derived: DataCategory, source: DataCategory): boolean {
  if (derived === source) return true;
  const { roles, purposes, relationships } = policy.vocabulary;
  return wordsOf(roles).every((role) =>
    wordsOf(purposes).every((purpose) =>
      wordsOf(relationships).every((relationship) => {
        const ofSource = linesFor(policy, { role, purpose, relationship, category: source });
        const ofDerived = linesFor(policy, { role, purpose, relationship, category: derived });
        if (ofDerived.prohibitions.some(({ when, unless }) => when === undefined && unless?.conditions === undefined)) return true;
        return ofSource.grants.every((grant) => ofDerived.grants.some((other) => isWeaker(other.when, grant.when)));
      }),
    ),
  );
}
