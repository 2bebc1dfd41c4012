import type { RequestContext } from '../context.ts';

/**
 * Notes the data subject of a mutation, so that its access entry names the person whatever the payload selects, and even when the
 * mutation is refused. An unknown id is not noted: the log holds nothing that a caller invented.
 * @param coordinate the root field's schema coordinate
 */
export async function touch(request: RequestContext, residentId: string, coordinate: string): Promise<void> {
  await request.relationships?.ensure([residentId]);
  const subject = request.relationships?.get(residentId);
  if (subject) request.seenSubjects.mark(subject, coordinate);
}
