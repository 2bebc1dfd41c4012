import { createEntry, type Entry, type Opening, type Outcome } from '../access-log/entry.ts';
import type { RequestContext } from '../context.ts';
import type { Plan } from '../enforcement/plan.ts';
import { authorityOn } from '../policy/purposes.ts';
import { policyVersion, statementOn } from '../policy/statements.ts';
import { dayOf } from '../records/reader.ts';
import type { Catalogue } from '../enforcement/catalogue.ts';

/**
 * Writes down what an operation saw: one opening for the principal, one for the case or mandate, and
 * one per data subject with what was released and what was withheld. No value is in it.
 */
export function describeReads(request: RequestContext, plan: Plan, catalogue: Catalogue, documentHash: string, outcome: Outcome): Entry {
  const { principal, declaration, now } = request;
  const today = dayOf(now);
  const purpose = declaration?.purpose ?? null;
  return createEntry(
    {
      id: request.newId(),
      at: now.toISOString(),
      role: principal.role,
      purpose,
      authority: purpose && authorityOn(today),
      operationHash: documentHash,
      operationType: plan.mutation ? 'mutation' : 'query',
      rootFields: [...plan.roots.keys()].toSorted(),
      inputs: [...plan.inputs].toSorted(),
      policyVersion,
      statementVersion: statementOn(today)?.version ?? '',
      outcome,
    },
    [
      { kind: 'principal', id: principal.id ?? null },
      { kind: 'case', case: declaration?.openCase?.id ?? null, mandate: declaration?.mandate?.id ?? null },
      ...subjectOpenings(request, plan, catalogue),
    ],
  );
}

function* subjectOpenings({ ties, sightings }: RequestContext, plan: Plan, catalogue: Catalogue): Iterable<Opening> {
  for (const [id, fields] of sightings.bySubject()) {
    const sighted = ties?.get(id);
    const released: string[] = [];
    const withheld: string[] = [];
    for (const coordinate of new Set(fields.flatMap((field) => [...(plan.below.get(field) ?? [])])).values()) {
      const { index } = catalogue.outputs.get(coordinate)!;
      const seen = plan.asked[index] === 1 && sighted?.permits[index] === 1;
      (seen ? released : withheld).push(coordinate);
    }
    yield {
      kind: 'subject',
      id,
      relationship: sighted?.relationship ?? 'NONE',
      released: released.toSorted(),
      withheld: withheld.toSorted(),
    };
  }
}
