import type { AccessContext } from '../../policy/decision/access-context.ts';
import type { RootFieldLine } from '../../policy/declaration/lines.ts';
import { decideInAdvance, relationshipsOf, type AdvanceDecision } from '../../policy/decision/decide.ts';
import { openLine, decideRows } from '../../policy/decision/enter.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import type { Markings } from '../../markings/markings.ts';
import type { Collected, Gate, Touch } from './collect.ts';
import type { Plan, WithheldItem } from '../operation-plan.ts';
import { type PermitTable, type Permits, FieldSet } from '../bind/permit-table.ts';
import type { DocumentNode } from 'graphql';
import { bytesOf, unitsOf } from '../../document/check-document.ts';

/** The part of a plan that does not depend on variables: a decision for every coordinate, whether or not its gates open. */
export interface Outline {
  readonly policy: Policy;
  readonly collected: Collected;
  readonly access: AccessContext;
  readonly permitTable: PermitTable;
  readonly inAdvance: ReadonlyMap<string, AdvanceDecision>;
  /** The facts about a place that the row scope of its root field settles. */
  readonly settled: SettledByScope;
  readonly mutation: boolean;
  /** The variables of `@include` and `@skip`. */
  readonly gates: ReadonlySet<string>;
  /** The bound outputs where no gate depends on a variable: then they are the same for every request. */
  readonly ungated: Outputs | undefined;
  /** The policy line that opens each root field, whether or not its gates open. */
  readonly lines: ReadonlyMap<string, RootFieldLine | undefined>;
  readonly standing: Plan['standing'];
  /** The plan of an operation without variables, once it is made. It holds nothing personal. */
  bound?: Plan;
}

/** Decides every coordinate of an operation in advance, in an access context. The caller caches the outline. */
export function outline(
  policy: Policy,
  markings: Markings,
  collected: Collected,
  access: AccessContext,
  permitTable: PermitTable,
  mutation: boolean,
): Outline {
  const relationships = relationshipsOf(policy, access.role, access.purpose);
  const inAdvance = new Map<string, AdvanceDecision>();
  for (const { coordinate } of [...collected.fields, ...collected.types]) {
    const output = markings.outputs.get(coordinate);
    if (!output || inAdvance.has(coordinate)) continue;
    inAdvance.set(coordinate, decideInAdvance(policy, { ...access, category: output.category, coordinate, relationships }));
  }
  const places = [...collected.fields, ...collected.types, ...collected.roots];
  const gates = new Set(places.flatMap((place) => place.gates.map(({ variable }) => variable)));
  const lines = new Map(collected.roots.map(({ coordinate }) => [coordinate, openLine(policy, coordinate, access)]));
  const nullFields = new Set(
    collected.fields.map(({ coordinate }) => coordinate).filter((one) => inAdvance.get(one)?.effect === 'WITHHOLD'),
  );
  // A mutation can change how the principal is related to the rows that it entered for, so its scope settles nothing.
  const settled = mutation ? () => undefined : settleByScope(policy, markings, access, lines);
  const base = { policy, collected, access, permitTable, inAdvance, settled, mutation, gates, lines, standing: { nullFields } };
  return { ...base, ungated: gates.size > 0 ? undefined : bindOutputs(markings, base, {}) };
}

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

/** The facts that are certain about a place because the row scope of its root field says how the principal is related to its data subject. */
export type SettledByScope = (place: Pick<Touch, 'coordinate' | 'scopedBy'>) => AdvanceDecision | undefined;

/**
 * Settles the places of an operation by the row scopes of its root fields. It decides what the answer reports and nothing else:
 * the guard decides each value by the relationship that it looks up.
 * @param lines the policy line that opens each root field
 * @returns a function that gives undefined where no scope says anything
 */
function settleByScope(
  policy: Policy,
  markings: Markings,
  access: AccessContext,
  lines: ReadonlyMap<string, RootFieldLine | undefined>,
): SettledByScope {
  const settled = new Map<string, AdvanceDecision>();
  return ({ coordinate, scopedBy }) => {
    const line = scopedBy === undefined ? undefined : lines.get(scopedBy);
    const output = markings.outputs.get(coordinate);
    if (!line || !output) return undefined;
    const key = `${scopedBy} ${output.category}`;
    let decision = settled.get(key);
    if (!decision) settled.set(key, (decision = decideRows(policy, line, access, output.category)));
    return decision;
  };
}

/** An outline with its document, which its compiled program keeps in memory. */
export interface Kept {
  readonly outline: Outline;
  readonly document: DocumentNode;
}

/** The most memory of all kept outlines, in bytes. */
export const mostBytesKept = 128 * 1024 * 1024;

/** Bytes of memory for each place in an outline. Measured: 270 to 400. */
const bytesOutlined = 400;
/** The same for its compiled program, which the executor keeps as long (src/engine/execution). Measured: 1,100 to 1,500. */
const bytesCompiled = 1_500;
/** The fewest UTF-16 units of a place in a document, such as `a1:id `. An outline lacks some places, such as `__typename`. */
const unitsAPlace = 6;
/** There is one program for each combination of the variables of `@skip` and `@include`, and at most this many. */
const mostPrograms = 8;

/** Estimates the memory of a kept outline, in bytes, from above. `npm run -s bench -- hostile` measures what is kept. */
export function sizeOf({ outline: { collected, gates }, document }: Kept): number {
  const { fields, types, roots, arguments: touched } = collected;
  const outlined = 10 + fields.length + types.length + roots.length + touched.length;
  const programs = Math.min(mostPrograms, 2 ** gates.size);
  const compiled = programs * Math.max(outlined, unitsOf(document) / unitsAPlace);
  return Math.ceil(bytesOf(document) + bytesOutlined * outlined + bytesCompiled * compiled);
}
