import { PrivacyError } from '../../errors.ts';
import type { DataCategory } from '../../generated/schema.ts';
import type { Condition } from '../../policy/conditions.ts';
import { decide, type Decision } from '../../policy/decide.ts';
import type { Policy } from '../../policy/policy.ts';
import type { ComparedCondition, SeeingChange, SeenThing } from './change.ts';
import { mentioned, type Cell } from './mentioned.ts';
import { minimalWays, type Way } from './minimal-ways.ts';
import type { Side } from './side.ts';
import { spaceOf } from './space.ts';

/** What holds a category now and what it was marked as before; the coordinates that are decided alike. */
interface Matter {
  /** Undefined: not there, so nobody saw it. */
  readonly before: DataCategory | undefined;
  readonly after: DataCategory;
  readonly coordinates: readonly string[];
}

/**
 * Asks both policies who may see what of whom, over every role, purpose, relationship, category and
 * set of conditions. What is not personal on one of the sides is for `compareMarkings`. Pure.
 */
export function compareSeeing(before: Side, after: Side): SeeingChange[] {
  const { roles, purposes, relationships, categories } = spaceOf([before, after]);
  const matters = mattersOf(before, after, categories);
  const changes = new Map<string, SeeingChange>();
  for (const role of roles) {
    for (const purpose of purposes) {
      for (const relationship of relationships) {
        const about = { role, purpose, relationship };
        // Where neither side has a grant both withhold, so most of the space needs no question.
        const granted = new Set([before, after].flatMap(({ policy }) => grantedIn(policy, about)));
        for (const matter of matters) {
          if (!granted.has(matter.after) && !(matter.before && granted.has(matter.before))) continue;
          for (const change of compareCell(before, after, about, matter)) {
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

function mattersOf(before: Side, after: Side, categories: readonly DataCategory[]): Matter[] {
  // A category is compared though no field holds it: one may come to.
  const matters = new Map<string, Matter>(
    categories.map((category) => [`${category} ${category}`, { before: category, after: category, coordinates: [] }]),
  );
  for (const [coordinate, category] of after.markings.outputs) {
    const earlier = before.markings.outputs.get(coordinate);
    if (category === null || earlier === null) continue;
    const key = `${earlier ?? ''} ${category}`;
    const known = matters.get(key) ?? { before: earlier, after: category, coordinates: [] };
    matters.set(key, { ...known, coordinates: [...known.coordinates, coordinate] });
  }
  return [...matters.values()];
}

function compareCell(before: Side, after: Side, about: Omit<Cell, 'category'>, matter: Matter): SeeingChange[] {
  const other = matter.before !== undefined && matter.before !== matter.after;
  const was = matter.before && askerOf(before, { ...about, category: matter.before }, other ? 'NAMED_AS_BEFORE' : 'CATEGORY_NAMED');
  const is = askerOf(after, { ...about, category: matter.after }, 'CATEGORY_NAMED');
  const names = [...new Set([...(was?.names ?? []), ...is.names])];
  const askThen: Ask = was?.ask ?? (() => ({ effect: 'WITHHOLD', reason: 'NO_GRANT' }));

  const marked = other || matter.before === undefined ? { before: matter.before ?? ('NEW' as const) } : {};
  const things: readonly SeenThing[] = [{ category: matter.after, coordinates: matter.coordinates, ...marked }];
  const changes = (effect: SeeingChange['effect'], from: Ask, to: Ask): SeeingChange[] =>
    minimalWays(names, (holding) => from(holding).effect === 'WITHHOLD' && to(holding).effect === 'PERMIT').map((way) => {
      const lines = because(way, from, to);
      return { kind: 'SEEING', effect, ...about, things, ...way, ...lines };
    });
  return [...changes('REVEALS', askThen, is.ask), ...changes('HIDES', is.ask, askThen)];
}

type Ask = (holding: ReadonlySet<ComparedCondition>) => Decision;

/** How to ask one side, and the conditions on which its answers hang; `named` stands for CATEGORY_NAMED. */
function askerOf(
  { policy }: Side,
  cell: Cell,
  named: ComparedCondition,
): { readonly names: readonly ComparedCondition[]; readonly ask: Ask } {
  return {
    names: mentioned([policy], cell).map((condition) => (condition === 'CATEGORY_NAMED' ? named : condition)),
    ask: (comparedAs) => {
      const holding = new Set<Condition>();
      for (const one of comparedAs) if (one !== 'NAMED_AS_BEFORE' && one !== 'CATEGORY_NAMED') holding.add(one);
      if (comparedAs.has(named)) holding.add('CATEGORY_NAMED');
      return decide(policy, { ...cell, holding });
    },
  };
}

/** The lines on which a way hangs, asked where just that holds which it needs. */
function because(way: Way<ComparedCondition>, from: Ask, to: Ask): Pick<SeeingChange, 'line' | 'clause' | 'prohibition'> {
  const holding = new Set(way.while);
  const [withheld, permit] = [from(holding), to(holding)];
  // A way holds for the set that it names, so its decision is a permit.
  if (permit.effect !== 'PERMIT') throw new PrivacyError('INTERNAL');
  const prohibition = withheld.effect === 'WITHHOLD' && withheld.reason === 'PROHIBITED' ? withheld.line : undefined;
  return { line: permit.line, clause: permit.clause, ...(prohibition !== undefined && { prohibition }) };
}
