import type { AdvanceDecision } from '../../policy/decision/decide-in-advance.ts';
import type { Markings } from '../../markings/markings.ts';
import type { Collected, Gate } from '../outline/collect.ts';
import type { Plan, WithheldItem } from '../operation-plan.ts';
import type { Permits } from './permit-table.ts';
import { FieldSet } from './field-set.ts';
import type { SettledByScope } from './settle-by-scope.ts';

/** The part of a plan that follows from the output fields whose gates open. */
export type Outputs = Pick<Plan, 'asked' | 'withheld' | 'below' | 'visible' | 'noFields' | 'fieldsOf' | 'personal'>;

/** The part of an outline about output fields. */
interface DecidedOutputs {
  readonly collected: Collected;
  readonly inAdvance: ReadonlyMap<string, AdvanceDecision>;
  readonly settled: SettledByScope;
}

/**
 * Binds the output fields of an operation to a request's variables.
 * @param variables coerced variables
 */
export function bindOutputs(markings: Markings, from: DecidedOutputs, variables: Readonly<Record<string, unknown>>): Outputs {
  const asked = new Uint8Array(markings.size);
  const below = new Map<string, Set<string>>();
  const fields = new Map<string, Set<string>>();
  const withheld = new Map<string, WithheldItem>();
  const all = [...from.collected.fields, ...from.collected.types];
  let personal = false;
  for (const place of all) {
    const { coordinate, path, gates, via } = place;
    if (!isOpen(gates, variables)) continue;
    const output = markings.outputs.get(coordinate);
    const decision = from.inAdvance.get(coordinate);
    if (output && decision) {
      if (via !== undefined) into(below, via).add(coordinate);
      if (decision.effect !== 'WITHHOLD') asked[output.index] = 1;
      personal = true;
      const certain = decision.effect === 'RELATIONSHIP_REQUIRED' ? (from.settled(place) ?? decision) : decision;
      if (certain.effect !== 'PERMIT') {
        const reason = certain.effect === 'WITHHOLD' ? certain.reason : 'RELATIONSHIP_REQUIRED';
        withheld.set(`${coordinate} ${path.join('.')}`, { coordinate, path, reason });
      }
    }
    const [type, field] = coordinate.split('.');
    if (type !== undefined && field !== undefined && decision?.effect !== 'WITHHOLD') into(fields, type).add(field);
  }
  return {
    asked,
    below,
    fieldsOf: unionOf(fields),
    withheld: [...withheld.values()],
    personal,
    visible: visibleAmong(asked),
    noFields: new FieldSet(),
  };
}

// There are few kinds of relationships and so few permits, so each is restricted to the asked coordinates once.
function visibleAmong(asked: Uint8Array): (permits: Permits) => Permits {
  const tables = new Map<Permits, Permits>();
  return (permits) => {
    let visible = tables.get(permits);
    if (!visible) tables.set(permits, (visible = permits.map((permitted, index) => permitted & (asked[index] ?? 0))));
    return visible;
  };
}

function unionOf(fields: ReadonlyMap<string, ReadonlySet<string>>): Plan['fieldsOf'] {
  const unions = new Map<string, ReadonlySet<string>>();
  return (...types) => {
    const key = types.join();
    let union = unions.get(key);
    if (!union) unions.set(key, (union = new Set(types.flatMap((type) => [...(fields.get(type) ?? [])]))));
    return union;
  };
}

/** Whether `@include` and `@skip` keep a place of the operation. */
export function isOpen(gates: readonly Gate[], variables: Readonly<Record<string, unknown>>): boolean {
  return gates.every(({ variable, open }) => variables[variable] === open);
}

function into(map: Map<string, Set<string>>, key: string): Set<string> {
  let set = map.get(key);
  if (!set) map.set(key, (set = new Set()));
  return set;
}
