import type { Condition, DataCategory } from '../../../register.ts';
import { PrivacyError } from '../../../../platform/errors/errors.ts';
import { decide, type Decision } from '../../../policy/decision/decide.ts';
import type { Policy } from '../../../policy/declaration/policy.ts';
import type { ComparedCondition, SeeingChange, SeenThing } from './change.ts';
import { relevantConditions, type Cell } from './relevant-conditions.ts';
import { minimalWays, type Way } from './minimal-ways.ts';
import type { Side } from './side.ts';
import { spaceOf } from './space.ts';

/** Coordinates that share one category before and one category after. The same decisions apply to all of them. */
interface Remarking {
  /** Undefined: the coordinates did not exist. */
  readonly before: DataCategory | undefined;
  readonly after: DataCategory;
  readonly coordinates: readonly string[];
}

/**
 * Compares both policies' decisions for every role, purpose, relationship, category and set of conditions.
 * `compareMarkings` reports coordinates that are impersonal on one of the sides. Pure.
 */
export function compareSeeing(before: Side, after: Side): SeeingChange[] {
  const { roles, purposes, relationships, categories } = spaceOf([before, after]);
  const remarkings = remarkingsOf(before, after, categories);
  const changes = new Map<string, SeeingChange>();
  for (const role of roles) {
    for (const purpose of purposes) {
      for (const relationship of relationships) {
        const about = { role, purpose, relationship };
        // Without a grant on either side both withhold, so most combinations need no decision.
        const granted = new Set([before, after].flatMap(({ policy }) => grantedIn(policy, about)));
        for (const remarking of remarkings) {
          if (!granted.has(remarking.after) && !(remarking.before && granted.has(remarking.before))) continue;
          for (const change of compareCell(before, after, about, remarking)) {
            const { things: _things, ...alike } = change;
            const key = JSON.stringify(alike);
            const known = changes.get(key);
            changes.set(key, known ? { ...known, things: [...known.things, ...change.things] } : change);
          }
        }
      }
    }
  }
  return [...changes.values()];
}

function grantedIn(policy: Policy, { role, purpose, relationship }: Omit<Cell, 'category'>): readonly DataCategory[] {
  return policy.grants
    .filter((grant) => grant.role === role && grant.purpose === purpose && grant.relationship === relationship)
    .flatMap(({ categories }) => categories);
}

function remarkingsOf(before: Side, after: Side, categories: readonly DataCategory[]): Remarking[] {
  // Categories that no field holds are compared, too: a field may get one later.
  const remarkings = new Map<string, Remarking>(
    categories.map((category) => [`${category} ${category}`, { before: category, after: category, coordinates: [] }]),
  );
  for (const [coordinate, category] of after.markings.outputs) {
    const earlier = before.markings.outputs.get(coordinate);
    if (category === null || earlier === null) continue;
    const key = `${earlier ?? ''} ${category}`;
    const known = remarkings.get(key) ?? { before: earlier, after: category, coordinates: [] };
    remarkings.set(key, { ...known, coordinates: [...known.coordinates, coordinate] });
  }
  return [...remarkings.values()];
}

function compareCell(before: Side, after: Side, about: Omit<Cell, 'category'>, remarking: Remarking): SeeingChange[] {
  const other = remarking.before !== undefined && remarking.before !== remarking.after;
  const was =
    remarking.before === undefined
      ? undefined
      : decisionsOf(before, { ...about, category: remarking.before }, other ? 'NAMED_AS_BEFORE' : 'CATEGORY_NAMED');
  const is = decisionsOf(after, { ...about, category: remarking.after }, 'CATEGORY_NAMED');
  const names = [...new Set([...(was?.names ?? []), ...is.names])];
  const askThen: Ask = was?.ask ?? (() => ({ effect: 'WITHHOLD', reason: 'NO_GRANT' }));

  const marked = other || remarking.before === undefined ? { before: remarking.before ?? ('NEW' as const) } : {};
  const things: readonly SeenThing[] = [{ category: remarking.after, coordinates: remarking.coordinates, ...marked }];
  const changes = (effect: SeeingChange['effect'], from: Ask, to: Ask): SeeingChange[] =>
    minimalWays(names, (holding) => from(holding).effect === 'WITHHOLD' && to(holding).effect === 'PERMIT').map((way) => {
      const lines = because(way, from, to);
      return { kind: 'SEEING', effect, ...about, things, ...way, ...lines };
    });
  return [...changes('REVEALS', askThen, is.ask), ...changes('HIDES', is.ask, askThen)];
}

type Ask = (holding: ReadonlySet<ComparedCondition>) => Decision;

/** One side's decisions by the conditions that hold, and the conditions that matter. `named` replaces CATEGORY_NAMED. */
function decisionsOf(
  { policy }: Side,
  cell: Cell,
  named: ComparedCondition,
): { readonly names: readonly ComparedCondition[]; readonly ask: Ask } {
  return {
    names: relevantConditions([policy], cell).map((condition) => (condition === 'CATEGORY_NAMED' ? named : condition)),
    ask: (comparedAs) => {
      const holding = new Set<Condition>();
      for (const one of comparedAs) if (one !== 'NAMED_AS_BEFORE' && one !== 'CATEGORY_NAMED') holding.add(one);
      if (comparedAs.has(named)) holding.add('CATEGORY_NAMED');
      return decide(policy, { ...cell, holding });
    },
  };
}

/** The deciding lines if exactly the conditions that a way needs hold. */
function because(way: Way<ComparedCondition>, from: Ask, to: Ask): Pick<SeeingChange, 'line' | 'clause' | 'prohibition'> {
  const holding = new Set(way.while);
  const [withheld, permit] = [from(holding), to(holding)];
  // `minimalWays` returns only sets of conditions for which `to` permits.
  if (permit.effect !== 'PERMIT') throw new PrivacyError('INTERNAL');
  const prohibition = withheld.effect === 'WITHHOLD' && withheld.reason === 'PROHIBITED' ? withheld.line : undefined;
  return { line: permit.line, clause: permit.clause, ...(prohibition !== undefined && { prohibition }) };
}
