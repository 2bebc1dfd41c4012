import type { Entry, Header, Outcome, SubjectSegment } from '../../../log/entry/entry.ts';
import type { RequestContext } from '../../../engine/request-context.ts';
import { nodeField } from '../../../engine/markings/node-fields.ts';
import { entersQueue, type Plan } from '../../../engine/plan/operation-plan.ts';
import type { Permits, Seen } from '../../../engine/plan/bind/permit-table.ts';
import { acknowledgingField, type Declaration } from '../../../engine/purpose/declaration.ts';
import { makeEntry } from '../../../engine/make-entry.ts';
import type { Markings } from '../../../engine/markings/markings.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import type { Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';
import type { HeldAccess } from '../../../log/store/staging/access-condition.ts';

/**
 * Makes the access entry of an operation: one segment for the principal, one for the case or authority, and one for each
 * data subject with what was released and what was withheld. It holds no value.
 * @param seen as `subjectSegments` gives it
 */
export function describeReads(
  request: RequestContext,
  plan: Plan,
  seen: readonly SubjectSegment[],
  documentHash: string,
  outcome: Outcome,
): Entry {
  const { principal, declaration, seenSubjects, now } = request;
  const purpose = declaration?.purpose ?? null;
  // A change belongs to the case that it changes, whatever was declared. A read under a case belongs to that case.
  const [changed, looked] = plan.mutation ? [seenSubjects.case, undefined] : [undefined, seenSubjects.case];
  // A refused or failed change was undone, also its change of a case.
  const held = outcome === 'ANSWERED' ? (request.changedCase ?? declaration?.openCase?.id) : request.declaredCase;
  const caseId = changed ?? held ?? looked;
  const authority = declaration?.authority?.id ?? ([...seenSubjects.authorities].join(' ') || null);
  return makeEntry(
    plan.policy,
    { now, today: request.reader.today },
    {
      id: request.newId(),
      role: principal.role,
      purpose,
      ...acknowledged(declaration, plan, outcome),
      operationHash: documentHash,
      operationType: plan.mutation ? 'mutation' : 'query',
      ...asked(request, plan),
      outcome,
      ...(seenSubjects.pages.size > 0 && { covers: [...seenSubjects.pages].toSorted() }),
    },
    [{ kind: 'principal', id: principal.id ?? null }, { kind: 'case', case: caseId ?? null, authority }, ...seen],
  );
}

/** The text of the purpose, where it was acknowledged before or is by this operation. */
function acknowledged(declaration: Declaration | undefined, { roots }: Plan, outcome: Outcome): Pick<Header, 'purposeText'> {
  const text = declaration?.purposeText;
  const isNow = outcome === 'ANSWERED' && roots.has(acknowledgingField);
  return text && (text.isAcknowledged || isNow) ? { purposeText: text.version } : {};
}

/**
 * The root fields and personal inputs of an operation. A read by `node` is logged like one by the root field that found the object.
 * Where nothing was found, `Query.node` is logged, with the inputs of all root fields that were read.
 */
function asked({ seenSubjects }: RequestContext, plan: Plan): { readonly rootFields: string[]; readonly inputs: string[] } {
  const named = [...plan.roots].filter(([, { byNode }]) => !byNode).map(([field]) => field);
  if (named.length === plan.roots.size) return { rootFields: named.toSorted(), inputs: [...plan.inputs].toSorted() };
  const nodes = seenSubjects.nodes.size > 0 ? seenSubjects.nodes : [nodeField];
  const read = new Set([...named, ...nodes]);
  const missed = [...plan.roots.keys()].filter((field) => !read.has(field) && !read.has(nodeField));
  const inputs = plan.inputs.filter((input) => !missed.some((field) => input.startsWith(`${field}(`)));
  return { rootFields: [...read].toSorted(), inputs: inputs.toSorted() };
}

const nothing: Permits = new Uint8Array();

/** The markings, and what the policy says about their categories. */
interface Describing {
  readonly markings: Markings;
  readonly policy: Pick<Policy, 'vocabulary'>;
}

/** One segment for each data subject that the operation came across. */
export function subjectSegments({ seenSubjects }: RequestContext, plan: Plan, runtime: Describing): SubjectSegment[] {
  const segments: SubjectSegment[] = [];
  const queued = !plan.mutation && entersQueue(plan);
  for (const { id, fact, visible = nothing, seenAt } of seenSubjects.subjects) {
    const seen = seenAt!.seenWith(visible, () => seenOf(seenAt!.fields, visible, plan, runtime));
    const relationship = fact?.relationship ?? 'NONE';
    // A queue shows cases without their data subjects: nothing about those people was read.
    if (queued && fact?.relationship === 'NONE' && seen.released.length === 0 && seen.withheld.length === 0) continue;
    segments.push({ kind: 'subject', id, relationship, released: seen.released, withheld: seen.withheld });
  }
  return segments;
}

function seenOf(fields: readonly string[], visible: Permits, plan: Plan, { markings, policy }: Describing): Seen {
  const { categories } = policy.vocabulary;
  const released: string[] = [];
  const withheld: string[] = [];
  for (const coordinate of new Set(fields.flatMap((field) => [...(plan.below.get(field) ?? [])]))) {
    const { index, category } = markings.outputs.get(coordinate)!;
    if (categories[category].isOfEmployee && !isOfEmployee(coordinate, markings, categories)) continue;
    (visible[index] === 1 ? released : withheld).push(coordinate);
  }
  return { released: released.toSorted(), withheld: withheld.toSorted() };
}

/**
 * Whether a coordinate belongs to the object of an employee. The name of the employee who has taken a case is about the employee, whose
 * object has its own segment, and not about the data subject of the case. Otherwise a queue with this field would name and count its people.
 */
function isOfEmployee(coordinate: string, { subjects }: Markings, categories: Vocabulary['categories']): boolean {
  const existence = subjects.get(coordinate.split('.')[0]!)?.existence;
  return existence !== undefined && categories[existence.category].isOfEmployee === true;
}

/** The access that must be in force for what an operation spends and stores. An authority that is not in force was refused earlier, with another code. */
export function heldAccessOf({ principal: { id, role, credential, session, proof }, declaration }: RequestContext): HeldAccess {
  return {
    id,
    role,
    authorityId: declaration?.authority?.inForce === true ? declaration.authority.id : undefined,
    credential,
    session,
    proof,
  };
}
