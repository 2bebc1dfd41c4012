import type { OperationState } from '../plan/operation-state.ts';

/**
 * Enters the root fields (stage "enter"). Where a root field's rows are those of the declared case, the case's data
 * subject is marked as seen there, even if the operation only counts. Whether a root field may be used at all is decided
 * by its graphql-shield rule when execution reaches it (root-rules.ts).
 * @throws whatever the look-up of the relationship throws
 */
export async function enter({ plan, declaration, relationships, seenSubjects }: OperationState): Promise<void> {
  const subjectId = declaration?.openCase?.subjectId;
  if (!plan || !relationships || subjectId === undefined) return;
  for (const [field, { line, byNode }] of plan.roots) {
    // Objects that `node` finds are marked when they are found. They are not counted.
    if (byNode || !line || !plan.policy.vocabulary.scopes[line.scope]?.isOfCase) continue;
    await relationships.ensure([subjectId]);
    const subject = relationships.find(subjectId);
    if (subject) seenSubjects.mark(subject, field);
  }
}
