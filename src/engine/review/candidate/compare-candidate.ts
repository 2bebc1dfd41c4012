import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { SeenSubjects } from '../../guard/seen-subjects.ts';
import type { Markings, PersonalCoordinate } from '../../markings/markings.ts';
import { checkSchema } from '../../markings/check.ts';
import type { Plan } from '../../plan/operation-plan.ts';
import { createPermitTables, type Permits, type PermitTable, type FieldSet } from '../../plan/bind/permit-table.ts';
import { PolicyInvalid } from '../parse-policy.ts';
import { policyHash } from '../../policy/declaration/policy-hash.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import { compareRootFields, differs as rootFieldsDiffer } from './compare-root-fields.ts';
import { rootInputs } from '../../plan/outline/root-inputs.ts';
import { causeOf } from '../../../platform/errors/error-cause.ts';

/** The compared parts of a request. */
interface Asking {
  readonly seenSubjects: SeenSubjects;
}

/**
 * Logs where the candidate policy would have decided an operation differently. It enforces nothing and never throws.
 * @param entry the id of the operation's access entry
 */
export type CompareCandidate = (request: Asking, plan: Plan, entry: string) => void;

/** The number of data subjects for which each coordinate would be released or withheld; 0: its rows have no data subject. */
type Counts = Record<string, number>;

/**
 * Makes the comparison with a candidate policy.
 * @throws PolicyInvalid (PrivacyError POLICY_INVALID) where the candidate does not fit the schema
 */
export function createComparison(schema: GraphQLSchema, markings: Markings, candidate: Policy, log: Logger): CompareCandidate {
  const disagreements = checkSchema(schema, markings, candidate);
  if (disagreements.length > 0) throw new PolicyInvalid(disagreements);
  const permitTables = createPermitTables(candidate, markings);
  const inputs = rootInputs(schema);
  const version = policyHash(candidate);

  return (request, plan, entry) => {
    try {
      const rootFields = compareRootFields(plan, candidate, inputs);
      const seen = compareSeen(request, plan, markings, permitTables(plan.access));
      if (!rootFieldsDiffer(rootFields) && Object.keys({ ...seen.releases, ...seen.withholds }).length === 0) return;
      const { role, purpose } = plan.access;
      log.info(
        { entry, role, purpose: purpose ?? null, candidate: version, ...rootFields, ...seen },
        'the candidate policy would decide otherwise',
      );
    } catch (error) {
      logFailure(log, error);
    }
  };
}

function logFailure(log: Logger, error: unknown): void {
  try {
    log.error({ cause: causeOf(error) }, 'the candidate policy was not compared');
  } catch {
    // The comparison must not throw, even where logging fails.
  }
}

function compareSeen(
  { seenSubjects }: Asking,
  plan: Plan,
  markings: Markings,
  permitTable: PermitTable,
): { readonly releases: Counts; readonly withholds: Counts } {
  const releases: Counts = {};
  const withholds: Counts = {};
  const count = (coordinate: string, before: boolean, after: boolean, people: number): void => {
    if (before === after) return;
    const counts = after ? releases : withholds;
    counts[coordinate] = (counts[coordinate] ?? 0) + people;
  };
  // Where every root field was refused, nothing was released.
  if (![...plan.roots.values()].some(({ line, refusedInputs }) => line && refusedInputs.length === 0)) return { releases, withholds };

  // Data subjects with the same fields and permits are compared once.
  const alike = new Map<FieldSet, Map<Permits, { readonly after: Permits; people: number }>>();
  for (const { seenAt, fact, visible } of seenSubjects.subjects) {
    if (!seenAt || !fact || !visible) continue;
    let kinds = alike.get(seenAt);
    if (!kinds) alike.set(seenAt, (kinds = new Map()));
    const kind = kinds.get(visible);
    if (kind) kind.people += 1;
    else kinds.set(visible, { after: permitTable(fact.relationship, fact.conditions), people: 1 });
  }
  for (const [seenAt, kinds] of alike) {
    for (const { coordinate, index } of coordinatesAt(seenAt.fields, plan, markings)) {
      for (const [visible, { after, people }] of kinds) count(coordinate, visible[index] === 1, after[index] === 1, people);
    }
  }
  const [before, after] = [plan.visible(plan.permitTable('NONE', [])), permitTable('NONE', [])];
  for (const { coordinate, index } of coordinatesAt([...plan.below.keys()], plan, markings)) {
    const about = markings.subjects.get(coordinate.split('.')[0]!);
    if (about?.none) count(coordinate, before[index] === 1, after[index] === 1, 0);
  }
  return { releases, withholds };
}

function coordinatesAt(fields: readonly string[], plan: Plan, markings: Markings): PersonalCoordinate[] {
  const coordinates = new Set(fields.flatMap((field) => [...(plan.below.get(field) ?? [])]));
  return [...coordinates].map((coordinate) => markings.outputs.get(coordinate)!);
}
