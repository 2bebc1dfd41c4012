import type { RequestContext } from '../../../engine/request-context.ts';

/**
 * Notes the data subject of a mutation. The access entry then names the person even if the payload selects nothing about them or
 * the mutation is refused. An unknown id is not noted: the log contains no ids that a client invented.
 * @param coordinate the root field's schema coordinate
 */
export async function touch(request: RequestContext, residentId: string, coordinate: string): Promise<void> {
  await request.relationships?.ensure([residentId]);
  const subject = request.relationships?.get(residentId);
  if (subject) request.seenSubjects.mark(subject, coordinate);
}
