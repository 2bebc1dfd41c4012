import { PrivacyError } from '../errors.ts';
import type { DataCategory, RowScope } from '../generated/schema.ts';
import { foresee, relationshipsOf, type Foresight } from '../policy/foresee.ts';
import { foreseeInput, foreseeRows, openLine } from '../policy/open-line.ts';
import type { Policy } from '../policy/policy.ts';
import { entryIsLogged } from '../policy/row-scopes.ts';
import type { RootFieldLine } from '../policy/root-fields.ts';
import type { WithheldReason } from '../policy/decide.ts';
import { touchedInputs } from './arguments.ts';
import type { Catalogue } from './catalogue.ts';
import type { Collected, Gate } from './collect.ts';
import type { Permits, Sight, Standpoint } from './sight.ts';
import { Standing } from './sightings.ts';

/** A coordinate that the client asked for and will not, or may not, see. */
export interface WithheldItem {
  readonly coordinate: string;
  /** Response names with `*` in place of list indexes. */
  readonly path: readonly string[];
  readonly reason: WithheldReason;
}

/** How a root field stands in the plan. */
export interface PlannedRoot {
  readonly line: RootFieldLine | undefined;
  /** Argument coordinates that may not be used. */
  readonly refusedInputs: readonly string[];
}

/** The decisions for every personal coordinate that one operation touches, made before anything is resolved. */
export interface Plan {
  /** By whose lines everything here was decided. */
  readonly policy: Policy;
  readonly standpoint: Standpoint;
  readonly sight: Sight;
  /** 1 at the index of each coordinate that this operation asks for and that some relationship could permit. */
  readonly asked: Uint8Array;
  readonly withheld: readonly WithheldItem[];
  readonly roots: ReadonlyMap<string, PlannedRoot>;
  /** Personal output coordinates below each object-returning field, by that field's coordinate. */
  readonly below: ReadonlyMap<string, ReadonlySet<string>>;
  /** What is visible of a data subject: the permits for it, at coordinates that are asked for. */
  readonly visible: (permits: Permits) => Permits;
  /** The empty set of fields, from which this operation's sightings are made. */
  readonly nowhere: Standing;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Personal input coordinates that the operation uses. */
  readonly inputs: readonly string[];
  /**
   * Whether the operation is to be logged: it touches a personal coordinate, changes something, or enters
   * where the rows are those of particular people, so that a count or a cursor tells of them.
   */
  readonly personal: boolean;
  readonly mutation: boolean;
  /** The fields that are null whatever the relationship, which nobody need be asked for; one object for all requests of an outline. */
  readonly standing: { readonly blanked: ReadonlySet<string> };
  /** Whether the operation asks for the schema, and for nothing else. */
  readonly introspection: boolean;
  /** The rows that a root field can return; undefined: none. */
  scopeOf(field: string): RowScope | undefined;
  /** Whether a category may be told of everybody whom a root field can be about, so that a change may depend on it. */
  tells(field: string, category: DataCategory): boolean;
  /**
   * The fields of these types that are asked for and not withheld whatever the relationship: the columns to fetch. The
   * same set for every request with the same outline, where no gate depends on a variable.
   */
  fieldsOf(...types: readonly string[]): ReadonlySet<string>;
}

/** Whether some root field of a plan enters where the rows are a queue's, which do not tell whose they are. Pure. */
export function entersQueue({ roots }: Plan): boolean {
  return [...roots.values()].some(({ line }) => line?.scope === 'QUEUE');
}

/** The part of a plan that does not depend on variables: everything foreseen, gates and all. */
export interface Outline {
  readonly policy: Policy;
  readonly collected: Collected;
  readonly standpoint: Standpoint;
  readonly sight: Sight;
  readonly foresights: ReadonlyMap<string, Foresight>;
  readonly mutation: boolean;
  /** The variables that an `@include` or `@skip` waits for. */
  readonly gates: ReadonlySet<string>;
  /** The bound outputs where no gate depends on a variable, since then every request's are the same. */
  readonly ungated: Outputs | undefined;
  /** By which line each root field is entered, whether or not its gates open. */
  readonly lines: ReadonlyMap<string, RootFieldLine | undefined>;
  readonly standing: Plan['standing'];
  /** The plan of an operation without variables, once it is made: it holds nothing of anybody. */
  bound?: Plan;
}

type Outputs = Pick<Plan, 'asked' | 'withheld' | 'below' | 'visible' | 'nowhere' | 'fieldsOf'> & {
  readonly personal: boolean;
};

/** Foresees every coordinate of an operation for a standpoint. Cached by the caller. */
export function outline(
  policy: Policy,
  catalogue: Catalogue,
  collected: Collected,
  standpoint: Standpoint,
  sight: Sight,
  mutation: boolean,
): Outline {
  const relationships = relationshipsOf(policy, standpoint.role, standpoint.purpose);
  const foresights = new Map<string, Foresight>();
  for (const { coordinate } of [...collected.fields, ...collected.types]) {
    const output = catalogue.outputs.get(coordinate);
    if (!output || foresights.has(coordinate)) continue;
    foresights.set(coordinate, foresee(policy, { ...standpoint, category: output.category, relationships }));
  }
  const places = [...collected.fields, ...collected.types, ...collected.roots];
  const gates = new Set(places.flatMap((place) => place.gates.map(({ variable }) => variable)));
  const lines = new Map(collected.roots.map(({ coordinate }) => [coordinate, openLine(policy, coordinate, standpoint)]));
  const blanked = new Set(collected.fields.map(({ coordinate }) => coordinate).filter((one) => foresights.get(one)?.effect === 'WITHHOLD'));
  const base = { policy, collected, standpoint, sight, foresights, mutation, gates, lines, standing: { blanked } };
  return { ...base, ungated: gates.size > 0 ? undefined : bindOutputs(catalogue, base, {}) };
}

/**
 * Binds an outline to a request's variables (stage 3). Arguments, input fields and defaults are
 * decided here, on coerced values.
 * @param variables coerced variables
 * @throws PrivacyError INPUT_INVALID
 */
export function bind(catalogue: Catalogue, from: Outline, variables: Readonly<Record<string, unknown>>): Plan {
  // A variable with a default may be null, and then nobody can say whether what waits for it is asked for.
  const shut = [...from.gates].filter((variable) => typeof variables[variable] !== 'boolean');
  if (shut.length > 0) throw new PrivacyError('INPUT_INVALID', { coordinates: shut.map((variable) => `$${variable}`) });
  const outputs = from.ungated ?? bindOutputs(catalogue, from, variables);
  const roots = new Map<string, PlannedRoot>();
  const inputs = new Set<string>();
  const withheld = [...outputs.withheld];

  for (const root of from.collected.roots.filter((touch) => isOpen(touch.gates, variables))) {
    roots.set(root.coordinate, { line: from.lines.get(root.coordinate), refusedInputs: [] });
  }
  for (const touch of from.collected.arguments.filter(({ gates }) => isOpen(gates, variables))) {
    const root = roots.get(touch.field);
    const refused: string[] = [];
    for (const coordinate of touchedInputs(catalogue, touch, variables)) {
      inputs.add(coordinate);
      const foresight = foreseeInput(from.policy, touch.field, root?.line, from.standpoint, catalogue.inputs.get(coordinate)!);
      if (foresight.effect === 'PERMIT') continue;
      refused.push(coordinate);
      const reason = foresight.effect === 'WITHHOLD' ? foresight.reason : 'RELATIONSHIP_REQUIRED';
      withheld.push({ coordinate, path: touch.path, reason });
    }
    // Below the root nothing could refuse it, so what it is part of is refused at the door.
    const entered = root ? touch.field : from.collected.roots.find(({ path }) => path[0] === touch.path[0])?.coordinate;
    const door = entered === undefined ? undefined : roots.get(entered);
    if (entered !== undefined && door) roots.set(entered, { ...door, refusedInputs: [...door.refusedInputs, ...refused] });
  }
  return {
    policy: from.policy,
    standpoint: from.standpoint,
    sight: from.sight,
    asked: outputs.asked,
    below: outputs.below,
    visible: outputs.visible,
    nowhere: outputs.nowhere,
    withheld,
    roots,
    variables,
    inputs: [...inputs],
    personal:
      outputs.personal ||
      inputs.size > 0 ||
      from.mutation ||
      [...roots].some(([field, { line }]) => line && entryIsLogged(field, line.scope)),
    mutation: from.mutation,
    standing: from.standing,
    introspection: from.collected.introspection,
    scopeOf: (field) => roots.get(field)?.line?.scope,
    tells: (field, category) => foreseeRows(from.policy, roots.get(field)?.line, from.standpoint, category).effect === 'PERMIT',
    fieldsOf: outputs.fieldsOf,
  };
}

function bindOutputs(catalogue: Catalogue, from: Omit<Outline, 'ungated'>, variables: Readonly<Record<string, unknown>>): Outputs {
  const asked = new Uint8Array(catalogue.size);
  const below = new Map<string, Set<string>>();
  const fields = new Map<string, Set<string>>();
  const withheld = new Map<string, WithheldItem>();
  const all = [...from.collected.fields, ...from.collected.types];
  for (const { coordinate, path, gates, via } of all) {
    if (!isOpen(gates, variables)) continue;
    const output = catalogue.outputs.get(coordinate);
    const foresight = from.foresights.get(coordinate);
    if (output && foresight) {
      if (via !== undefined) into(below, via).add(coordinate);
      if (foresight.effect !== 'WITHHOLD') asked[output.index] = 1;
      if (foresight.effect !== 'PERMIT') {
        const reason = foresight.effect === 'WITHHOLD' ? foresight.reason : 'RELATIONSHIP_REQUIRED';
        withheld.set(`${coordinate} ${path.join('.')}`, { coordinate, path, reason });
      }
    }
    const [type, field] = coordinate.split('.');
    if (type !== undefined && field !== undefined && foresight?.effect !== 'WITHHOLD') into(fields, type).add(field);
  }
  return {
    asked,
    below,
    fieldsOf: unionOf(fields),
    withheld: [...withheld.values()],
    personal: withheld.size > 0 || asked.includes(1),
    visible: visibleAmong(asked),
    nowhere: new Standing(),
  };
}

// There are as many tables of permits as there are kinds of relationships, so each is cut down once.
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

function isOpen(gates: readonly Gate[], variables: Readonly<Record<string, unknown>>): boolean {
  return gates.every(({ variable, open }) => variables[variable] === open);
}

function into(map: Map<string, Set<string>>, key: string): Set<string> {
  let set = map.get(key);
  if (!set) map.set(key, (set = new Set()));
  return set;
}
