import type { DataCategory } from '../../../engine/register.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { explainEntry, type EntryExplanation } from '../../../engine/review/explain/explain-entry.ts';
import { explainInput, type InputExplanation } from '../../../engine/review/explain/explain-input.ts';
import { explain, type Explanation } from '../../../engine/review/explain/explain.ts';
import { relationshipsOf, type CategoryAccess } from '../../../engine/policy/decision/decide.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { didYouMean } from '../../../engine/review/spelling/did-you-mean.ts';
import type { Coordinate } from './coordinates.ts';
import { limitOn } from '../../../engine/policy/declaration/access-limits.ts';
import { withheldBy, type Withholder } from '../../../engine/review/explain/withheld-by.ts';
import { holdingFor, namedCategories, type AskedAs } from './asked-as.ts';

export type Effect = 'PERMIT' | 'WITHHOLD' | 'RELATIONSHIP_REQUIRED';

/** Why a coordinate is permitted or withheld: a tree of what it depends on, and what withholds it. */
export type CoordinateExplanation = Because & { readonly withheldBy: readonly Withholder[] };

type Because =
  | { readonly kind: 'IMPERSONAL'; readonly coordinate: string; readonly effect: 'PERMIT'; readonly decidedBy: readonly string[] }
  | {
      readonly kind: 'SEEN';
      readonly coordinate: string;
      readonly category: DataCategory;
      readonly effect: Effect;
      /** One for each relationship in question. */
      readonly each: readonly Explanation[];
    }
  | { readonly kind: 'ENTERED'; readonly coordinate: string; readonly effect: 'PERMIT' | 'WITHHOLD'; readonly entry: EntryExplanation }
  | {
      readonly kind: 'NODE';
      readonly coordinate: string;
      readonly effect: 'PERMIT' | 'WITHHOLD';
      /** One for the root field of each type that it finds. */
      readonly entries: readonly EntryExplanation[];
    }
  | {
      readonly kind: 'USED';
      readonly coordinate: string;
      readonly category: DataCategory;
      readonly effect: 'PERMIT' | 'WITHHOLD';
      /** One for each root field whose arguments can contain it. */
      readonly at: readonly InputExplanation[];
    };

/**
 * Explains one coordinate of the schema.
 * @throws {PrivacyError} SETTING_INVALID: the schema has no such coordinate; with the closest one
 */
export function explainCoordinate(
  policy: Policy,
  all: ReadonlyMap<string, Coordinate>,
  asked: AskedAs,
  coordinate: string,
): CoordinateExplanation {
  const because = explainBecause(policy, all, asked, coordinate);
  const by = because.effect === 'WITHHOLD' ? accessesOf(policy, asked, because).flatMap((access) => withheldBy(policy, access)) : [];
  return { ...because, withheldBy: because.effect === 'WITHHOLD' && by.length === 0 ? ['POLICY'] : [...new Set(by)] };
}

/** The requirements for a coordinate to be permitted; empty if only the lines of root fields decide. */
function accessesOf(policy: Policy, asked: AskedAs, because: Because): CategoryAccess[] {
  const bare = { role: asked.role, purpose: asked.purpose, named: namedCategories(policy.vocabulary, asked), limits: asked.limits };
  const toEnter = ({ line, relationships, effect }: EntryExplanation): CategoryAccess[] =>
    line?.needs === undefined || effect === 'PERMIT' ? [] : [{ ...bare, category: line.needs, relationships }];
  switch (because.kind) {
    case 'SEEN': {
      const { category, coordinate, each } = because;
      return [{ ...bare, category, coordinate, relationships: each.map(({ asked: { relationship } }) => relationship) }];
    }
    case 'ENTERED':
      return toEnter(because.entry);
    case 'NODE':
      return because.entries.flatMap(toEnter);
    case 'USED':
      return because.at.flatMap(({ entry, ground, category }) =>
        // An input has no field of its own, so a token that names fields permits none.
        ground === 'EVERY_ROW' ? [{ ...bare, category, coordinate: '', relationships: entry.relationships }] : toEnter(entry),
      );
    default:
      return [];
  }
}

function explainBecause(policy: Policy, all: ReadonlyMap<string, Coordinate>, asked: AskedAs, coordinate: string): Because {
  const found = all.get(coordinate);
  if (!found) throw unknown(all, coordinate);
  const access = { ...asked, named: namedCategories(policy.vocabulary, asked) };
  if (found.kind === 'ROOT_FIELD') {
    const entry = explainEntry(policy, access, coordinate);
    return { kind: 'ENTERED', coordinate, effect: entry.effect, entry };
  }
  if (found.kind === 'NODE') {
    const entries = found.fields.map((field) => explainEntry(policy, access, field));
    return { kind: 'NODE', coordinate, effect: entries.some(({ effect }) => effect === 'PERMIT') ? 'PERMIT' : 'WITHHOLD', entries };
  }
  const { category } = found;
  if (category === undefined) {
    return { kind: 'IMPERSONAL', coordinate, effect: 'PERMIT', decidedBy: found.kind === 'TYPE' ? found.within : [] };
  }
  if (found.kind === 'INPUT') {
    const input = { category, isCompared: found.isCompared };
    const at = found.fields.filter(isRoot).map((field) => explainInput(policy, access, field, coordinate, input));
    const usable = at.some(({ effect }) => effect === 'PERMIT');
    return { kind: 'USED', coordinate, category, effect: usable ? 'PERMIT' : 'WITHHOLD', at };
  }
  return explainSeen(policy, asked, coordinate, category, found.kind === 'FIELD' && found.withoutDataSubject);
}

/** Explains the decisions on a category at a coordinate, for the given relationship or for each possible one. */
function explainSeen(
  policy: Policy,
  asked: AskedAs,
  coordinate: string,
  category: DataCategory,
  withoutDataSubject: boolean,
): Extract<Because, { kind: 'SEEN' }> {
  const { role, purpose, relationship, limits } = asked;
  const possible = relationship === undefined ? relationshipsOf(policy, role, purpose) : [relationship];
  // Rows without a data subject are decided with the relationship NONE.
  const relationships = withoutDataSubject ? (['NONE'] as const) : possible;
  const each = relationships.map((one) =>
    explain(policy, { role, purpose, relationship: one, category, holding: holdingFor(policy.vocabulary, asked, category) }),
  );
  const effect = limitOn(limits, category, coordinate) === undefined ? together(each) : 'WITHHOLD';
  return { kind: 'SEEN', coordinate, category, effect, each };
}

function together(each: readonly Explanation[]): Effect {
  if (each.every(({ effect }) => effect === 'PERMIT')) return 'PERMIT';
  return each.every(({ effect }) => effect === 'WITHHOLD') ? 'WITHHOLD' : 'RELATIONSHIP_REQUIRED';
}

function isRoot(coordinate: string): boolean {
  return /^(Query|Mutation)\./.test(coordinate);
}

function unknown(all: ReadonlyMap<string, Coordinate>, given: string): PrivacyError {
  const type = /^\w+/.exec(given)?.[0] ?? '';
  const members = [...all.keys()].filter((coordinate) => coordinate.startsWith(`${type}.`) && !coordinate.includes('('));
  const otherwise = members.length > 0 ? `there are ${members.join(', ')}` : 'write Type.field, Type.field(argument:), Enum.VALUE or Type';
  const hint = didYouMean(given, [...all.keys()], otherwise);
  return new PrivacyError('SETTING_INVALID', { problems: [`--field: the schema has no such coordinate; ${hint}`] });
}
