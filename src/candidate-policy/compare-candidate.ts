import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from '../context.ts';
import type { Catalogue, PersonalCoordinate } from '../enforcement/catalogue.ts';
import { checkSchema } from '../enforcement/check.ts';
import type { Plan } from '../enforcement/operation-plan.ts';
import { createSights, type Permits, type Sight } from '../enforcement/sight.ts';
import type { Standing } from '../enforcement/sightings.ts';
import { PolicyInvalid } from '../policy-review/parse-policy.ts';
import { policyHash } from '../policy/policy-hash.ts';
import type { Policy } from '../policy/policy.ts';
import { compareDoors, differs as doorsDiffer } from './compare-doors.ts';
import { rootInputs } from '../enforcement/root-inputs.ts';
import { causeOf } from '../error-cause.ts';

/**
 * Logs where the candidate would have decided an operation otherwise. It enforces nothing, and never throws.
 * @param entry the id of the operation's access entry
 */
export type CompareCandidate = (request: RequestContext, plan: Plan, entry: string) => void;

/** How many data subjects each coordinate would be released or withheld of; 0: it is about nobody. */
type Counts = Record<string, number>;

/**
 * Makes the comparison with a candidate policy.
 * @throws PolicyInvalid (PrivacyError POLICY_INVALID) where the candidate does not fit the schema
 */
export function createComparison(schema: GraphQLSchema, catalogue: Catalogue, candidate: Policy, log: Logger): CompareCandidate {
  const disagreements = checkSchema(schema, catalogue, candidate);
  if (disagreements.length > 0) throw new PolicyInvalid(disagreements);
  const sights = createSights(candidate, catalogue);
  const inputs = rootInputs(schema);
  const version = policyHash(candidate);

  return (request, plan, entry) => {
    try {
      const doors = compareDoors(plan, candidate, inputs);
      const seen = compareSeen(request, plan, catalogue, sights(plan.standpoint));
      if (!doorsDiffer(doors) && Object.keys({ ...seen.releases, ...seen.withholds }).length === 0) return;
      const { role, purpose } = plan.standpoint;
      log.info(
        { entry, role, purpose: purpose ?? null, candidate: version, ...doors, ...seen },
        'the candidate policy would decide otherwise',
      );
    } catch (error) {
      tell(log, error);
    }
  };
}

function tell(log: Logger, error: unknown): void {
  try {
    log.error({ cause: causeOf(error) }, 'the candidate policy was not compared');
  } catch {
    // The log itself fails, and whatever runs this must not.
  }
}

function compareSeen(
  { sightings }: RequestContext,
  plan: Plan,
  catalogue: Catalogue,
  sight: Sight,
): { readonly releases: Counts; readonly withholds: Counts } {
  const releases: Counts = {};
  const withholds: Counts = {};
  const count = (coordinate: string, before: boolean, after: boolean, people: number): void => {
    if (before === after) return;
    const counts = after ? releases : withholds;
    counts[coordinate] = (counts[coordinate] ?? 0) + people;
  };
  // At a shut door nothing was released of anybody.
  if (![...plan.roots.values()].some(({ line, refusedInputs }) => line && refusedInputs.length === 0)) return { releases, withholds };

  // Those who stood at the same fields and are seen alike are compared once.
  const alike = new Map<Standing, Map<Permits, { readonly after: Permits; people: number }>>();
  for (const { standing, tie, visible } of sightings.subjects) {
    if (!standing || !tie || !visible) continue;
    let kinds = alike.get(standing);
    if (!kinds) alike.set(standing, (kinds = new Map()));
    const kind = kinds.get(visible);
    if (kind) kind.people += 1;
    else kinds.set(visible, { after: sight(tie.relationship, tie.conditions), people: 1 });
  }
  for (const [standing, kinds] of alike) {
    for (const { coordinate, index } of coordinatesAt(standing.fields, plan, catalogue)) {
      for (const [visible, { after, people }] of kinds) count(coordinate, visible[index] === 1, after[index] === 1, people);
    }
  }
  const [before, after] = [plan.visible(plan.sight('NONE', [])), sight('NONE', [])];
  for (const { coordinate, index } of coordinatesAt([...plan.below.keys()], plan, catalogue)) {
    const about = catalogue.subjects.get(coordinate.split('.')[0]!);
    if (about?.none) count(coordinate, before[index] === 1, after[index] === 1, 0);
  }
  return { releases, withholds };
}

function coordinatesAt(fields: readonly string[], plan: Plan, catalogue: Catalogue): PersonalCoordinate[] {
  const coordinates = new Set(fields.flatMap((field) => [...(plan.below.get(field) ?? [])]));
  return [...coordinates].map((coordinate) => catalogue.outputs.get(coordinate)!);
}
