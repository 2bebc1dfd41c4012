import { createEntry, type Entry, type Opening, type Outcome } from '../access-log/entry.ts';
import type { RequestContext } from '../context.ts';
import type { Plan } from '../enforcement/plan.ts';
import type { Permits } from '../enforcement/sight.ts';
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

/** What was released and withheld of one data subject: the same two lists for all who were seen alike. */
interface Seen {
  readonly released: readonly string[];
  readonly withheld: readonly string[];
}

/** One opening for each data subject that the operation came across. */
export function* subjectOpenings({ ties, sightings }: RequestContext, plan: Plan, catalogue: Catalogue): Iterable<Opening> {
  const alike = new Map<Permits | undefined, Map<string, Seen>>();
  for (const [id, fields] of sightings.bySubject()) {
    const sighted = ties?.get(id);
    let byFields = alike.get(sighted?.permits);
    if (!byFields) alike.set(sighted?.permits, (byFields = new Map()));
    const key = fields.length === 1 ? fields[0]! : fields.join(' ');
    let seen = byFields.get(key);
    if (!seen) byFields.set(key, (seen = seenAt(fields, sighted?.permits, plan, catalogue)));
    yield { kind: 'subject', id, relationship: sighted?.relationship ?? 'NONE', released: seen.released, withheld: seen.withheld };
  }
}

function seenAt(fields: readonly string[], permits: Permits | undefined, plan: Plan, catalogue: Catalogue): Seen {
  const released: string[] = [];
  const withheld: string[] = [];
  for (const coordinate of new Set(fields.flatMap((field) => [...(plan.below.get(field) ?? [])]))) {
    const { index } = catalogue.outputs.get(coordinate)!;
    (plan.asked[index] === 1 && permits?.[index] === 1 ? released : withheld).push(coordinate);
  }
  return { released: released.toSorted(), withheld: withheld.toSorted() };
}
