import type { GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { GraphQLContext, RequestContext } from '../context.ts';
import type { Plan } from '../enforcement/plan.ts';
import { Sightings } from '../enforcement/sightings.ts';
import { Ties } from '../enforcement/ties.ts';
import { PrivacyError } from '../errors.ts';
import type { RowScope } from '../generated/schema.ts';
import type { Declaration } from '../purpose/declaration.ts';
import { declarePurpose } from '../purpose/declare-purpose.ts';
import { tiesAlong } from '../relationships/along.ts';
import { lookUpTies } from '../relationships/look-up.ts';
import type { Exchange } from './exchange.ts';
import type { Parts } from './parts.ts';

/**
 * Stages 2 and 3, once the operation is known: why the principal asks, and what may be seen.
 * A mutation's transaction begins here, so that its change and its entry are committed together.
 * @throws PrivacyError for what the declaration or the operation lacks
 */
export async function prepare(
  parts: Parts,
  exchange: Exchange,
  chosen: GraphQLRequestContextDidResolveOperation<GraphQLContext>,
): Promise<void> {
  const { request, headers } = exchange;
  const { operation, document } = chosen;
  // Apollo calls this with no operation where a document has several and names none.
  if (!operation) throw new PrivacyError('OPERATION_UNKNOWN');
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw new PrivacyError('OPERATION_UNSUPPORTED');

  // Apollo's own: SHA-256 of the text, hex.
  exchange.documentHash = chosen.queryHash;
  const variables = chosen.request.variables ?? {};
  const planFor = (declaration: Declaration): Plan => {
    const plan = parts.planner(request.principal, declaration, { document, documentHash: exchange.documentHash!, operation, variables });
    request.declaration = declaration;
    request.plan = plan;
    const ties = new Ties(
      (ids) => lookUpTies(request.reader, request.principal, declaration, ids),
      (relationship, conditions) => plan.visible(plan.sight(relationship, conditions)),
    );
    request.ties = ties;
    request.reader.along = tiesAlong(request.principal, declaration, request.now, (id, tie) => ties.note(id, tie));
    request.sightings = new Sightings(plan.nowhere);
    return plan;
  };

  const declaration = await declarePurpose(parts.policy, request.principal, headers, operation, request.reader).catch((error: unknown) => {
    // Refused, and yet an attempt: the plan says whether there is something personal to log.
    planFor({ purpose: undefined, openCase: undefined, mandate: undefined });
    throw error;
  });
  const plan = planFor(declaration);

  if (plan.personal && declaration.purpose === undefined && request.principal.role !== 'ANONYMOUS') {
    throw new PrivacyError('PURPOSE_REQUIRED');
  }
  const never = plan.withheld.filter(({ reason }) => reason !== 'RELATIONSHIP_REQUIRED');
  if (headers.withheld === 'reject' && never.length > 0) {
    throw new PrivacyError('OPERATION_WITHHELD', { coordinates: [...new Set(never.map(({ coordinate }) => coordinate))] });
  }
  await noteCase(request, plan);
  if (plan.mutation) {
    await request.records.begin();
    exchange.inTransaction = true;
  }
}

const caseScopes: readonly (RowScope | undefined)[] = ['ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST'];

/** Whoever enters where the rows are those of a case looks at the person whom it is about, be it only to count. */
async function noteCase(request: RequestContext, plan: Plan): Promise<void> {
  const subjectId = request.declaration?.openCase?.subjectId;
  if (subjectId === undefined) return;
  for (const [field, { line }] of plan.roots) {
    if (!caseScopes.includes(line?.scope)) continue;
    await request.ties?.ensure([subjectId]);
    const subject = request.ties?.met(subjectId);
    if (subject) request.sightings.mark(subject, field);
  }
}
